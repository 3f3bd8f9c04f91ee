import Rulebook

/// What is done to an account that may take two people.
enum Deed: Hashable, Sendable {
    case grant(Grant)
    case revoke(GrantID)
    /// A link for a new password, or for that and a new second factor.
    case reset(OneTimeLink.Kind)
    case close

    /// The sort of it, as the database has it.
    enum Kind: String, Sendable {
        case grant = "beri-peran"
        case revoke = "cabut-peran"
        case passwordReset = "atur-ulang-sandi"
        case secondFactorReset = "atur-ulang-faktor-kedua"
        case close = "tutup"
    }

    var kind: Kind {
        switch self {
        case .grant: .grant
        case .revoke: .revoke
        case .reset(.secondFactorReset): .secondFactorReset
        case .reset: .passwordReset
        case .close: .close
        }
    }

    /// What the policy is asked for, of both people.
    var capability: Capability {
        switch self {
        case .grant: .grantRole
        case .revoke: .revokeRole
        case .reset: .issueResetLink
        case .close: .closeAccount
        }
    }

    /// The particulars in one line, as the database has them.
    var request: String {
        switch self {
        case .grant(let grant):
            [
                grant.id.text, grant.role.rawValue, grant.scope.chain.text, grant.scope.unit?.text ?? "",
                grant.from.description, grant.until?.description ?? "",
            ].joined(separator: "|")
        case .revoke(let id): id.text
        case .reset, .close: ""
        }
    }

    /// Reads what the database has; `nil` when it cannot be a deed.
    init?(kind: String, request: String) {
        switch Kind(rawValue: kind) {
        case .grant:
            let parts = request.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
            guard parts.count == 6, let role = Role(rawValue: parts[1]), let from = Day(parts[4]) else { return nil }
            let scope = Scope(chain: AgencyID(parts[2]), unit: parts[3].isEmpty ? nil : WorkUnitID(parts[3]))
            let until = parts[5].isEmpty ? nil : Day(parts[5])
            guard let grant = try? Grant(id: GrantID(parts[0]), role: role, scope: scope, from: from, until: until),
                (until == nil) == parts[5].isEmpty
            else { return nil }
            self = .grant(grant)
        case .revoke: self = .revoke(GrantID(request))
        case .passwordReset: self = .reset(.passwordReset)
        case .secondFactorReset: self = .reset(.secondFactorReset)
        case .close: self = .close
        case nil: return nil
        }
    }
}
