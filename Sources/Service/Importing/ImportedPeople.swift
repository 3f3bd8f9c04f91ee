import Journaling
import Relational
import Rulebook

/// Carries out a plan about people: accounts with their links, corrections and roles.
struct ImportedPeople {
    let carrying: ImportCarrying

    private var now: Timestamp { carrying.now }

    /// - Returns: the one-time links of those who are new.
    /// - Throws: `RelationalError`.
    /// - Complexity: O(rows)
    func carryOut(
        _ plan: ImportPlan<PersonImport.Item>, in change: inout Change
    ) throws -> [(account: AccountID, token: Token)] {
        var new: [(account: AccountID, person: AccountStore.Person)] = []
        var links: [(account: AccountID, token: Token)] = []
        var grants: [(account: AccountID, grant: Grant)] = []
        for entry in plan.entries where entry.verdict != .unchanged {
            let item = entry.item
            let person = AccountStore.Person(name: item.name, nip: item.nip, email: item.email)
            let account = item.account ?? AccountID(carrying.newID())
            if item.account == nil {
                new.append((account, person))
                links.append((account, Token()))
                change.record(
                    JournalFact(
                        .accountInvited, in: carrying.agency, by: carrying.actor, about: account.text,
                        personal: person.personal(of: account), at: now))
            } else if item.isCorrected {
                try correct(account, person, &change)
            }
            guard let wished = item.grant else { continue }
            let grant = try Grant(
                id: GrantID(carrying.newID()), role: wished.role, scope: wished.scope, from: wished.from, until: wished.until)
            let actor = try carrying.identity.require(.grantRole, on: AccessTarget(grant.scope), at: now)
            grants.append((account, grant))
            change.record(
                JournalFact(.roleGranted, in: carrying.agency, by: actor, about: account.text, grant.content, at: now))
        }
        let session = change.session
        try AccountStore.insert(new, in: carrying.agency, at: now, in: session)
        try LinkStore.insertInvitations(links, by: carrying.identity.account, at: now, in: session)
        // Whoever is in the plan belongs to this agency, so roles make nobody be found anywhere else.
        try GrantStore.insertAtHome(grants, by: carrying.identity.account, at: now, in: session)
        return links
    }

    private func correct(_ account: AccountID, _ person: AccountStore.Person, _ change: inout Change) throws {
        guard let overview = try PersonActions.overview(account, at: now, in: change.session) else { throw ImportActions.outdated }
        let actor = try carrying.identity.require(.correctAccount, on: overview.target, at: now)
        try PersonActions.correct(person, of: account, in: overview.listed.agency, by: actor, at: now, &change)
    }
}
