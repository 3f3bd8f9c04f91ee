import Relational
import Rulebook

extension PersonActions {
    /// The names of what a page about people speaks of.
    struct Names: Sendable {
        var units: [WorkUnitID: String] = [:]
        var agencies: [AgencyID: String] = [:]
        var people: [AccountID: String] = [:]

        /// A scope as people read it.
        ///
        /// - Parameter agency: the one the page is about, which need not be named with each unit.
        func scope(_ scope: Scope, on agency: AgencyID) -> String {
            switch scope {
            case .nation: "tingkat nasional"
            case .agency(let id): agencies[id] ?? "instansi lain"
            case .unit(let unit, in: let id):
                (units[unit] ?? "unit lain") + (id == agency ? "" : ", \(agencies[id] ?? "instansi lain")")
            }
        }

        func person(_ account: AccountID) -> String { people[account] ?? "akun \(account.text)" }
    }

    /// The names of the scopes of grants and of these accounts.
    ///
    /// - Throws: `RelationalError`.
    func names(of scopes: [Scope], people: [AccountID] = []) async throws -> Names {
        let scopes = Set(scopes)
        return try await records.read { session in
            var names = Names()
            for scope in scopes {
                if names.agencies[scope.chain] == nil, let agency = try AgencyStore.find(scope.chain, in: session) {
                    names.agencies[agency.id] = agency.name
                }
                if let unit = scope.unit, let kept = try WorkUnitStore.find(unit, of: scope.chain, in: session) {
                    names.units[unit] = kept.name
                }
            }
            for account in Set(people) { names.people[account] = try AccountStore.find(account, in: session)?.person?.name }
            return names
        }
    }
}

extension PersonActions.Overview {
    /// Whether the account belongs to an agency or has a role there.
    func belongs(to agency: AgencyID) -> Bool {
        listed.agency == agency || grants.contains { $0.scope.chain == agency }
    }

    /// How the person is called on pages of administrators.
    var name: String { listed.person?.name ?? "Akun tanpa data pribadi" }

    /// The requests that can still be decided: not too old, and about something that is still there.
    func waiting(at now: Timestamp) -> [ApprovalStore.Kept] {
        approvals.filter { kept in
            guard now < kept.requestedAt.adding(seconds: ResetRule.waits) else { return false }
            if case .revoke(let id) = kept.deed { return grants.contains { $0.id == id } }
            return true
        }
    }
}
