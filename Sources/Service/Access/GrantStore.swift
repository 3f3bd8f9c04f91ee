import Relational
import Rulebook

/// Role grants in the database.
enum GrantStore {
    /// A grant with whose it is.
    struct Listed: Sendable {
        let account: AccountID
        let grant: Grant
    }

    /// The grants of an account that were not revoked. Rows with a role that this program does not know are left
    /// out: they allow nothing.
    ///
    /// - Throws: `RelationalError`.
    static func standing(of account: AccountID, in session: any ReadSession) throws -> [Grant] {
        try session.rows(
            "SELECT \(columns) FROM grants WHERE account = \(account.text) AND revoked_at IS NULL ORDER BY agency, id"
        ).compactMap(listed).map(\.grant)
    }

    /// The grants in an agency that were not revoked, of some accounts.
    ///
    /// - Parameter accounts: at most a page of them: each is a value of the statement.
    /// - Throws: `RelationalError`.
    /// - Complexity: O(grants of these accounts)
    static func standing(
        of accounts: [AccountID], in agency: AgencyID, in session: any ReadSession
    ) throws -> [Listed] {
        try session.rows(
            """
            SELECT \(columns) FROM grants WHERE account IN (\(list: accounts.map(\.text))) AND agency = \(agency.text)
            AND revoked_at IS NULL ORDER BY id
            """
        ).compactMap(listed)
    }

    /// The grants for a unit that were not revoked, of everybody.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(grants for the unit)
    static func standing(
        for unit: WorkUnitID, of agency: AgencyID, in session: any ReadSession
    ) throws -> [Listed] {
        try session.rows(
            """
            SELECT \(columns) FROM grants WHERE agency = \(agency.text) AND unit = \(unit.text)
            AND revoked_at IS NULL ORDER BY id
            """
        ).compactMap(listed)
    }

    /// Keeps a new grant.
    ///
    /// - Throws: `RelationalError`.
    static func insert(
        _ grant: Grant, to account: AccountID, by actor: AccountID?, at now: Timestamp, in session: any WriteSession
    ) throws {
        try session.execute(
            """
            INSERT INTO grants (agency, id, account, role, unit, from_day, until_day, granted_by, granted_at)
            VALUES (\(grant.scope.chain.text), \(grant.id.text), \(account.text), \(grant.role.rawValue),
            \(grant.scope.unit?.text), \(grant.from.description), \(grant.until?.description),
            \(actor?.text ?? "sistem"), \(now.milliseconds))
            """)
        try SearchIndex.admit(account, to: grant.scope.chain, in: session)
    }

    /// Ends a grant; tells whether there was one to end.
    ///
    /// - Throws: `RelationalError`.
    static func revoke(_ grant: Grant, by actor: AccountID, at now: Timestamp, in session: any WriteSession) throws -> Bool {
        try session.change(
            """
            UPDATE grants SET revoked_at = \(now.milliseconds), revoked_by = \(actor.text)
            WHERE agency = \(grant.scope.chain.text) AND id = \(grant.id.text) AND revoked_at IS NULL
            """) > 0
    }

    static let columns: SQL = "account, agency, unit, id, role, from_day, until_day"

    static func listed(_ row: Row) throws -> Listed? {
        let scope = Scope(chain: AgencyID(try row.text(1)), unit: try row.optionalText(2).map { WorkUnitID($0) })
        let until = try row.optionalText(6).map { Day($0) }
        guard let role = Role(rawValue: try row.text(4)), let from = Day(try row.text(5)), until != .some(nil),
            let grant = try? Grant(id: GrantID(try row.text(3)), role: role, scope: scope, from: from, until: until ?? nil)
        else { return nil }
        return Listed(account: AccountID(try row.text(0)), grant: grant)
    }
}

extension AgencyID {
    /// Stands in for an agency where something belongs to the nation: its journal, its roles, its accounts.
    static let nation = AgencyID("nasional")

    /// The scope that is meant by this agency.
    var scope: Scope { self == .nation ? .nation : .agency(self) }

    /// What access is asked for.
    var target: AccessTarget { AccessTarget(scope) }
}

extension Scope {
    /// The scope for an agency as the database has it, and perhaps one of its units.
    init(chain: AgencyID, unit: WorkUnitID?) {
        self = unit.map { .unit($0, in: chain) } ?? chain.scope
    }

    /// On whose journal things of this scope stand.
    var chain: AgencyID { agency ?? .nation }

    /// The unit, where the scope is one.
    var unit: WorkUnitID? {
        if case .unit(let unit, in: _) = self { unit } else { nil }
    }
}
