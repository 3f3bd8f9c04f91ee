/// Whether a thing may be done, and why.
public enum AccessDecision: Hashable, Sendable {
    /// It may: everybody may do it with their own account.
    case allowedOnOwnAccount
    /// It may, by this role. The journal records it.
    case allowed(by: Grant)
    /// It may not.
    case denied(AccessDenial)

    /// Whether the thing may be done.
    public var isAllowed: Bool {
        if case .denied = self { false } else { true }
    }
}

/// Why a thing may not be done. For the log and for tests; people read one sentence for all (see ``AccessDenial/refusal(_:)``).
public enum AccessDenial: Hashable, Sendable {
    /// The capability is never about such a thing.
    case wrongTarget
    /// No role of the caller counts today.
    case noRole
    /// None of the caller's roles allows it.
    case notInRole
    /// A role allows it, but for something else.
    case outOfReach
    /// It is never done to one's own account.
    case ownAccount
    /// It is done to one's own account only.
    case othersAccount

    /// One sentence for every reason, so that nobody learns what exists where they may not look.
    public func refusal(_ capability: Capability) -> Refusal {
        Refusal(
            .accessDenied, at: "",
            "Peran Anda tidak mencakup tindakan ini (\(capability.name)). Bila ini bagian tugas Anda, mintalah peran yang sesuai kepada admin instansi.")
    }
}

/// Who may do what. Denies whatever no rule allows.
public enum AccessPolicy {
    /// How far a role's rule carries, measured from the scope of the grant.
    enum Reach: Hashable, Sendable {
        /// The scope itself and all that lies in it.
        case within
        /// The scope itself and nothing in it.
        case itself
        /// The agency that the scope lies in, whole.
        case itsAgency
        /// The nation and each agency, but no unit.
        case downToAgencies
    }

    /// Decides. Of several roles that allow it the first in the caller's list is named.
    ///
    /// - Complexity: O(grants × scopes of the target)
    public static func decide(_ capability: Capability, by caller: Caller, on target: AccessTarget) -> AccessDecision {
        guard capability.targetKinds.contains(target.kind) else { return .denied(.wrongTarget) }
        if case .account(let account, _) = target {
            if capability.group == .ownAccount { return account == caller.account ? .allowedOnOwnAccount : .denied(.othersAccount) }
            if account == caller.account, capability.takesHold { return .denied(.ownAccount) }
        }
        guard !caller.grants.isEmpty else { return .denied(.noRole) }
        var denial = AccessDenial.notInRole
        for grant in caller.grants {
            guard let reach = reach(of: grant.role, for: capability) else { continue }
            // Power over an account is power over all its roles, so a part of its scopes is not enough. To see it, one is.
            let covered =
                capability.takesHold
                ? target.scopes.allSatisfy { covers($0, from: grant.scope, by: reach) }
                : target.scopes.contains { covers($0, from: grant.scope, by: reach) }
            if covered { return .allowed(by: grant) }
            denial = .outOfReach
        }
        return .denied(denial)
    }

    private static func covers(_ scope: Scope, from own: Scope, by reach: Reach) -> Bool {
        switch reach {
        case .within: own.contains(scope)
        case .itself: own == scope
        case .itsAgency: own.agency.map { Scope.agency($0).contains(scope) } ?? own.contains(scope)
        case .downToAgencies: own.contains(scope) && scope.kind != .unit
        }
    }
}
