import Relational
import Rulebook

extension WorkUnitStore {
    /// Keeps many new units of an agency, those above before those below.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when a code is taken in the agency.
    /// - Complexity: O(units)
    static func insert(_ units: [Kept], of agency: AgencyID, at now: Timestamp, in session: any WriteSession) throws {
        var rows = RowBatch(into: "work_units", ["agency", "id", "code", "name", "parent", "created_at"])
        for unit in units {
            try rows.add(
                [
                    .text(agency.text), .text(unit.id.text), .text(unit.code), .text(unit.name), (unit.parent?.text).sqlValue,
                    .integer(now.milliseconds),
                ], in: session)
        }
        try rows.finish(in: session)
        try SearchIndex.add(units.map { SearchIndex.entry(of: $0.id, in: $0.agency, name: $0.name, code: $0.code) }, .unit, in: session)
    }
}

extension AccountStore {
    /// Keeps many new accounts that were invited.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when somebody has one of the names already.
    /// - Complexity: O(accounts)
    static func insert(
        _ new: [(account: AccountID, person: Person)], in agency: AgencyID, at now: Timestamp, in session: any WriteSession
    ) throws {
        var accounts = RowBatch(into: "accounts", ["id", "agency", "state", "created_at"])
        for item in new {
            try accounts.add(
                [.text(item.account.text), .text(agency.text), .text(AccountState.invited.rawValue), .integer(now.milliseconds)], in: session)
        }
        try accounts.finish(in: session)
        var people = RowBatch(into: "people", ["account", "name", "nip", "email"])
        for item in new {
            try people.add(
                [.text(item.account.text), .text(item.person.name), item.person.nip.sqlValue, item.person.email.sqlValue], in: session)
        }
        try people.finish(in: session)
        try SearchIndex.add(new.map { SearchIndex.entry(of: $0.account, in: agency, name: $0.person.name) }, .person, in: session)
    }

    /// The personal data of some accounts, as far as it was not erased.
    ///
    /// - Throws: `RelationalError`.
    static func people(_ accounts: [AccountID], in session: any ReadSession) throws -> [AccountID: Person] {
        var people: [AccountID: Person] = [:]
        for piece in accounts.pieces(of: 250) {
            for row in try session.rows("SELECT account, name, nip, email FROM people WHERE account IN (\(list: piece.map(\.text)))") {
                people[AccountID(try row.text(0))] = Person(
                    name: try row.text(1), nip: try row.optionalText(2), email: try row.optionalText(3))
            }
        }
        return people
    }
}

extension LinkStore {
    /// Keeps invitations of accounts that have had no link before.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(links)
    static func insertInvitations(
        _ links: [(account: AccountID, token: Token)], by actor: AccountID, at now: Timestamp, in session: any WriteSession
    ) throws {
        var rows = RowBatch(into: "one_time_links", ["token", "id", "kind", "account", "created_by", "created_at"])
        for link in links {
            try rows.add(
                [
                    .blob(link.token.digest), .text(NewID.make(at: now.milliseconds)), .text(OneTimeLink.Kind.invitation.rawValue),
                    .text(link.account.text), .text(actor.text), .integer(now.milliseconds),
                ], in: session)
        }
        try rows.finish(in: session)
    }
}

extension GrantStore {
    /// Keeps many new grants of people in the agency their accounts belong to.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(grants)
    static func insertAtHome(
        _ grants: [(account: AccountID, grant: Grant)], by actor: AccountID, at now: Timestamp, in session: any WriteSession
    ) throws {
        var rows = RowBatch(
            into: "grants", ["agency", "id", "account", "role", "unit", "from_day", "until_day", "granted_by", "granted_at"])
        for (account, grant) in grants {
            try rows.add(
                [
                    .text(grant.scope.chain.text), .text(grant.id.text), .text(account.text), .text(grant.role.rawValue),
                    (grant.scope.unit?.text).sqlValue, .text(grant.from.description), (grant.until?.description).sqlValue, .text(actor.text),
                    .integer(now.milliseconds),
                ], in: session)
        }
        try rows.finish(in: session)
    }

    /// The grants of some accounts that were not revoked, in whatever agency.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(grants of these accounts)
    static func standing(of accounts: [AccountID], in session: any ReadSession) throws -> [AccountID: [Grant]] {
        var grants: [AccountID: [Grant]] = [:]
        for piece in accounts.pieces(of: 250) {
            let rows = try session.rows(
                """
                SELECT \(columns) FROM grants WHERE account IN (\(list: piece.map(\.text))) AND revoked_at IS NULL ORDER BY agency, id
                """)
            for listed in try rows.compactMap(listed) { grants[listed.account, default: []].append(listed.grant) }
        }
        return grants
    }
}
