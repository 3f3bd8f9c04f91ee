/// What somebody wants to act upon.
public enum AccessTarget: Hashable, Sendable {
    /// The programme as a whole.
    case nation
    /// An agency.
    case agency(AgencyID)
    /// A unit, named together with its agency.
    case unit(WorkUnitID, of: AgencyID)
    /// An account with every scope it belongs to (see ``account(_:home:grants:on:)``). With none at all it belongs to the nation.
    case account(AccountID, belongsTo: [Scope])

    /// The sort of thing.
    public enum Kind: CaseIterable, Hashable, Sendable {
        case nation, agency, unit, account
    }

    /// The sort of thing.
    public var kind: Kind {
        switch self {
        case .nation: .nation
        case .agency: .agency
        case .unit: .unit
        case .account: .account
        }
    }

    /// The thing that a scope stands for.
    public init(_ scope: Scope) {
        switch scope {
        case .nation: self = .nation
        case .agency(let agency): self = .agency(agency)
        case .unit(let unit, in: let agency): self = .unit(unit, of: agency)
        }
    }

    /// The account of a person: belongs to the agency or the nation that invited it and to the scope of each role
    /// that has not ended, those yet to begin included.
    ///
    /// - Complexity: O(grants)
    public static func account(_ id: AccountID, home: Scope, grants: [Grant], on day: Day) -> AccessTarget {
        var scopes = [home]
        for grant in grants where !grant.hasEnded(by: day) && !scopes.contains(grant.scope) { scopes.append(grant.scope) }
        return .account(id, belongsTo: scopes)
    }

    /// The scopes that have to be looked at; never empty.
    var scopes: [Scope] {
        switch self {
        case .nation: [.nation]
        case .agency(let agency): [.agency(agency)]
        case .unit(let unit, of: let agency): [.unit(unit, in: agency)]
        case .account(_, let scopes): scopes.isEmpty ? [.nation] : scopes
        }
    }
}

/// The signed-in person who asks, with the roles that count on the day of asking.
public struct Caller: Hashable, Sendable {
    /// The account.
    public let account: AccountID
    /// The roles in force.
    public let grants: [Grant]
    /// The day of asking.
    public let day: Day

    /// Keeps of all grants of the account those in force on the day.
    ///
    /// - Complexity: O(grants)
    public init(_ account: AccountID, grants: [Grant], on day: Day) {
        self.account = account
        self.grants = grants.filter { $0.isInForce(on: day) }
        self.day = day
    }

    /// Whether the caller has an administrator's role.
    public var isAdministrator: Bool { grants.contains { $0.role.isAdministrator } }
}
