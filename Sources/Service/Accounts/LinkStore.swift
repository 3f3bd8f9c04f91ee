import Relational
import Rulebook

/// One-time links in the database.
enum LinkStore {
    /// A link as it was kept.
    struct Kept: Sendable {
        let id: String
        /// Whose; `nil` for the one that makes the first account.
        let account: AccountID?
        let link: OneTimeLink
    }

    /// The link that a token stands for; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    static func find(_ token: Token, in session: any ReadSession) throws -> Kept? {
        try session.row("SELECT \(columns) FROM one_time_links WHERE token = \(token.digest)").flatMap(kept)
    }

    /// The links of an account that nobody has used or withdrawn.
    ///
    /// - Throws: `RelationalError`.
    static func open(of account: AccountID, in session: any ReadSession) throws -> [Kept] {
        try session.rows(
            """
            SELECT \(columns) FROM one_time_links
            WHERE account = \(account.text) AND used_at IS NULL AND withdrawn_at IS NULL ORDER BY created_at DESC LIMIT 20
            """
        ).compactMap(kept)
    }

    /// Keeps a new link; those of the same kind for the same account stop working.
    ///
    /// - Throws: `RelationalError`.
    static func insert(
        _ token: Token, id: String, _ kind: OneTimeLink.Kind, for account: AccountID?, by actor: AccountID?, at now: Timestamp,
        in session: any WriteSession
    ) throws {
        try session.execute(
            """
            UPDATE one_time_links SET withdrawn_at = \(now.milliseconds)
            WHERE kind = \(kind.rawValue) AND coalesce(account, '') = \(account?.text ?? "")
            AND used_at IS NULL AND withdrawn_at IS NULL
            """)
        try session.execute(
            """
            INSERT INTO one_time_links (token, id, kind, account, created_by, created_at)
            VALUES (\(token.digest), \(id), \(kind.rawValue), \(account?.text), \(actor?.text ?? "sistem"),
            \(now.milliseconds))
            """)
    }

    /// Uses a link up; tells whether it could still be used.
    ///
    /// - Throws: `RelationalError`.
    static func use(_ token: Token, at now: Timestamp, in session: any WriteSession) throws -> Bool {
        guard let kept = try find(token, in: session), kept.link.state(at: now) == .unused else { return false }
        // Of two that come at once, the second finds it used.
        return try session.change(
            """
            UPDATE one_time_links SET used_at = \(now.milliseconds)
            WHERE token = \(token.digest) AND used_at IS NULL AND withdrawn_at IS NULL
            """) > 0
    }

    /// Makes a link of an account stop working; tells whether there was one.
    ///
    /// - Throws: `RelationalError`.
    static func withdraw(
        _ id: String, of account: AccountID, at now: Timestamp, in session: any WriteSession
    ) throws -> Bool {
        try session.change(
            """
            UPDATE one_time_links SET withdrawn_at = \(now.milliseconds)
            WHERE id = \(id) AND account = \(account.text) AND used_at IS NULL AND withdrawn_at IS NULL
            """) > 0
    }

    private static let columns: SQL = "id, kind, account, created_at, used_at, withdrawn_at"

    private static func kept(_ row: Row) throws -> Kept? {
        guard let kind = OneTimeLink.Kind(rawValue: try row.text(1)) else { return nil }
        return Kept(
            id: try row.text(0), account: try row.optionalText(2).map { AccountID($0) },
            link: OneTimeLink(
                kind: kind, issuedAt: Timestamp(milliseconds: try row.integer(3)),
                usedAt: try row.optionalInteger(4).map { Timestamp(milliseconds: $0) },
                withdrawnAt: try row.optionalInteger(5).map { Timestamp(milliseconds: $0) }))
    }
}
