import Relational
import Rulebook

/// Sessions in the database.
enum SessionStore {
    /// What was found for a token.
    struct Found: Sendable {
        let identity: Identity
        let facts: SessionRule.Facts
        let isAccountActive: Bool
    }

    /// The session of a token with its person and roles; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    static func find(_ token: Token, in session: any ReadSession) throws -> Found? {
        let row = try session.row(
            """
            SELECT s.account, a.agency, p.name, s.id, s.pending, s.created_at, s.seen_at, s.revoked_at, a.state, a.totp_at
            FROM sessions s JOIN accounts a ON a.id = s.account LEFT JOIN people p ON p.account = s.account
            WHERE s.token = \(token.digest)
            """)
        guard let row else { return nil }
        let account = AccountID(try row.text(0))
        let pending = try row.optionalText(4)
        let facts = SessionRule.Facts(
            startedAt: Timestamp(milliseconds: try row.integer(5)), lastUsedAt: Timestamp(milliseconds: try row.integer(6)),
            revokedAt: try row.optionalInteger(7).map { Timestamp(milliseconds: $0) },
            // A word that this program does not know is good for nothing but the code.
            pending: pending.map { SessionRule.Pending(rawValue: $0) ?? .secondFactor })
        let identity = Identity(
            account: account, agency: AgencyID(try row.text(1)), name: try row.optionalText(2) ?? "",
            grants: try GrantStore.standing(of: account, in: session), session: try row.text(3), token: token,
            pending: facts.pending, hasSecondFactor: try row.optionalInteger(9) != nil)
        return Found(
            identity: identity, facts: facts, isAccountActive: try row.text(8) == AccountState.active.rawValue)
    }

    /// Who a session is of, read anew inside a change: it may have ended since the request came in, while a password
    /// was being looked at.
    ///
    /// - Throws: ``SignInNeeded``; `RelationalError`.
    static func standing(_ identity: Identity, in session: any ReadSession) throws -> Identity {
        guard let found = try find(identity.token, in: session), found.facts.revokedAt == nil, found.isAccountActive else {
            throw SignInNeeded()
        }
        return found.identity
    }

    /// Keeps a new session.
    ///
    /// - Throws: `RelationalError`.
    static func insert(
        _ token: Token, id: String, of account: AccountID, device: Device, pending: SessionRule.Pending?, at now: Timestamp,
        in session: any WriteSession
    ) throws {
        try session.execute(
            """
            INSERT INTO sessions (token, account, id, device, pending, created_at, seen_at)
            VALUES (\(token.digest), \(account.text), \(id), \(device.name), \(pending?.rawValue), \(now.milliseconds), \(now.milliseconds))
            """)
    }

    /// Notes that a session was used.
    ///
    /// - Throws: `RelationalError`.
    static func touch(_ token: Token, at now: Timestamp, in session: any WriteSession) throws {
        try session.execute("UPDATE sessions SET seen_at = \(now.milliseconds) WHERE token = \(token.digest)")
    }

    /// Ends one session of an account; tells whether there was one to end.
    ///
    /// - Throws: `RelationalError`.
    static func revoke(
        _ id: String, of account: AccountID, at now: Timestamp, in session: any WriteSession
    ) throws -> Bool {
        try session.change(
            """
            UPDATE sessions SET revoked_at = \(now.milliseconds)
            WHERE id = \(id) AND account = \(account.text) AND revoked_at IS NULL
            """) > 0
    }

    /// Ends all sessions of an account but one; tells how many there were to end.
    ///
    /// - Throws: `RelationalError`.
    @discardableResult
    static func revokeAll(
        of account: AccountID, except kept: String? = nil, at now: Timestamp, in session: any WriteSession
    ) throws -> Int {
        try session.change(
            """
            UPDATE sessions SET revoked_at = \(now.milliseconds)
            WHERE account = \(account.text) AND revoked_at IS NULL AND id <> \(kept ?? "")
            """)
    }

    /// A session as its owner sees it in the list.
    struct Listed: Sendable {
        let id: String
        let device: String
        let createdAt: Timestamp
        let seenAt: Timestamp
    }

    /// The sessions of an account that were not ended, used after a moment, the latest first; at most fifty.
    ///
    /// - Throws: `RelationalError`.
    static func open(
        of account: AccountID, usedSince: Timestamp, in session: any ReadSession
    ) throws -> [Listed] {
        try session.rows(
            """
            SELECT id, device, created_at, seen_at FROM sessions
            WHERE account = \(account.text) AND revoked_at IS NULL AND seen_at > \(usedSince.milliseconds)
            ORDER BY seen_at DESC, id LIMIT 50
            """
        ).map { row in
            Listed(
                id: try row.text(0), device: try row.text(1), createdAt: Timestamp(milliseconds: try row.integer(2)),
                seenAt: Timestamp(milliseconds: try row.integer(3)))
        }
    }

    /// Forgets every session of an account.
    ///
    /// - Throws: `RelationalError`.
    static func forget(of account: AccountID, in session: any WriteSession) throws {
        try session.execute("DELETE FROM sessions WHERE account = \(account.text)")
    }

    /// Forgets sessions that began before a moment, a bounded number at a time.
    ///
    /// - Throws: `RelationalError`.
    static func forget(before: Timestamp, in session: any WriteSession) throws -> Int {
        try session.change(
            """
            DELETE FROM sessions WHERE token IN
            (SELECT token FROM sessions WHERE created_at < \(before.milliseconds) LIMIT 500)
            """)
    }
}
