import Relational
import Rulebook

/// Accounts and their people in the database.
enum AccountStore {
    /// What sign-in needs to know.
    struct Credentials: Sendable {
        let account: AccountID
        let agency: AgencyID
        let state: AccountState
        let password: String?
        /// Sealed; see ``Vault``.
        let secret: [UInt8]?
        /// The last step of the second factor that was used; `nil` when none was.
        let step: Int64?
    }

    /// An account with its person, as administrators and its owner see it.
    struct Listed: Sendable {
        let account: AccountID
        let agency: AgencyID
        let state: AccountState
        let hasSecondFactor: Bool
        let createdAt: Timestamp
        /// `nil` once the personal data was erased.
        let person: Person?
    }

    /// The personal data of an account.
    struct Person: Hashable, Sendable {
        let name: String
        let nip: String?
        let email: String?
    }

    private static let columns: SQL =
        "a.id, a.agency, a.state, a.totp_at, a.created_at, p.name, p.nip, p.email"

    /// What sign-in needs for a name that somebody typed; `nil` when nobody has it.
    ///
    /// - Throws: `RelationalError`.
    static func credentials(of name: SignInName, in session: any ReadSession) throws -> Credentials? {
        let column: SQL = name.kind == .nip ? "p.nip" : "p.email"
        return try session.row(
            """
            SELECT a.id, a.agency, a.state, a.password, a.totp_secret, a.totp_step
            FROM people p JOIN accounts a ON a.id = p.account WHERE \(column) = \(name.key)
            """
        ).map(credentials)
    }

    /// The same for a known account.
    ///
    /// - Throws: `RelationalError`.
    static func credentials(of account: AccountID, in session: any ReadSession) throws -> Credentials? {
        try session.row(
            """
            SELECT a.id, a.agency, a.state, a.password, a.totp_secret, a.totp_step
            FROM accounts a WHERE a.id = \(account.text)
            """
        ).map(credentials)
    }

    private static func credentials(_ row: Row) throws -> Credentials {
        Credentials(
            account: AccountID(try row.text(0)), agency: AgencyID(try row.text(1)),
            state: AccountState(rawValue: try row.text(2)) ?? .closed, password: try row.optionalText(3),
            secret: try row.optionalBlob(4), step: try row.optionalInteger(5))
    }

    /// One account; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    static func find(_ account: AccountID, in session: any ReadSession) throws -> Listed? {
        try session.row(
            """
            SELECT \(columns) FROM accounts a LEFT JOIN people p ON p.account = a.id WHERE a.id = \(account.text)
            """
        ).map(listed)
    }

    /// A page of the accounts of an agency and of those with a role in it, in the order of names.
    ///
    /// - Parameters:
    ///   - skip: how many to pass over.
    ///   - most: how many at most.
    /// - Throws: `RelationalError`.
    static func list(in agency: AgencyID, skip: Int, most: Int, in session: any ReadSession) throws -> [Listed] {
        try session.rows(
            """
            SELECT \(columns) FROM accounts a LEFT JOIN people p ON p.account = a.id WHERE \(belonging(to: agency))
            ORDER BY lower(coalesce(p.name, '')), a.id LIMIT \(most) OFFSET \(skip)
            """
        ).map(listed)
    }

    /// Those of some accounts that belong to an agency or have a role in it, in no order.
    ///
    /// - Throws: `RelationalError`.
    static func list(
        _ accounts: some Collection<AccountID>, in agency: AgencyID, in session: any ReadSession
    ) throws -> [Listed] {
        try accounts.pieces(of: 250).flatMap { piece in
            try session.rows(
                """
                SELECT \(columns) FROM accounts a LEFT JOIN people p ON p.account = a.id
                WHERE a.id IN (\(list: piece.map(\.text))) AND (a.agency = \(agency.text) OR EXISTS (
                    SELECT 1 FROM grants g WHERE g.account = a.id AND g.agency = \(agency.text) AND g.revoked_at IS NULL))
                """
            ).map(listed)
        }
    }

    /// The account with a sign-in name; `nil` when nobody has it.
    ///
    /// - Throws: `RelationalError`.
    static func find(_ name: SignInName, in session: any ReadSession) throws -> AccountID? {
        let column: SQL = name.kind == .nip ? "nip" : "email"
        return try session.row("SELECT account FROM people WHERE \(column) = \(name.key)").map { AccountID(try $0.text(0)) }
    }

    private static func belonging(to agency: AgencyID) -> SQL {
        """
        a.id IN (SELECT id FROM accounts WHERE agency = \(agency.text)
        UNION SELECT account FROM grants WHERE agency = \(agency.text) AND revoked_at IS NULL)
        """
    }

    private static func listed(_ row: Row) throws -> Listed {
        let name = try row.optionalText(5)
        return Listed(
            account: AccountID(try row.text(0)), agency: AgencyID(try row.text(1)),
            state: AccountState(rawValue: try row.text(2)) ?? .closed, hasSecondFactor: try row.optionalInteger(3) != nil,
            createdAt: Timestamp(milliseconds: try row.integer(4)),
            person: try name.map { Person(name: $0, nip: try row.optionalText(6), email: try row.optionalText(7)) })
    }
}
