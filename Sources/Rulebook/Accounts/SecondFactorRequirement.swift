/// Which roles must sign in with a second factor: administrators always, others as their agency or the nation says.
public struct SecondFactorRequirement: Hashable, Sendable {
    /// Roles that no agency can exempt.
    public static let always: Set<Role> = [.agencyAdministrator, .nationalAdministrator]

    /// Added for every agency, by the nation.
    public let nationwide: Set<Role>
    /// Added by each agency for itself.
    public let byAgency: [AgencyID: Set<Role>]

    /// Takes what the nation and the agencies have set; ``always`` need not be named.
    public init(nationwide: Set<Role> = [], byAgency: [AgencyID: Set<Role>] = [:]) {
        self.nationwide = nationwide
        self.byAgency = byAgency
    }

    /// What signing in asks of a person.
    public enum Outcome: Hashable, Sendable {
        /// Nothing more than the password.
        case none
        /// The code of the second factor, because there is one. Whoever set one up uses it, required or not.
        case code
        /// To set one up now: required and not there yet. The session is good for nothing else until that is done.
        case enrol

        /// What the new session has to wait for.
        public var pending: SessionRule.Pending? {
            switch self {
            case .none: nil
            case .code: .secondFactor
            case .enrol: .enrolment
            }
        }
    }

    /// Whether any of the roles requires a second factor.
    ///
    /// - Complexity: O(grants)
    public func requires(_ grants: [Grant]) -> Bool {
        grants.contains { grant in
            if Self.always.contains(grant.role) || nationwide.contains(grant.role) { return true }
            guard let agency = grant.scope.agency else { return false }
            return byAgency[agency]?.contains(grant.role) ?? false
        }
    }

    /// What signing in asks of a person with these roles in force.
    ///
    /// - Complexity: O(grants)
    public func asks(of grants: [Grant], hasSecondFactor: Bool) -> Outcome {
        if hasSecondFactor { return .code }
        return requires(grants) ? .enrol : .none
    }
}
