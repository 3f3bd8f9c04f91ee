import Relational
import Rulebook

/// Links that sign somebody in without a password, for accounts of a demonstration only.
enum DemoLinkStore {
    /// Milliseconds for which a link is good.
    static let lasts: Int64 = 12 * 3_600_000

    /// A link as it was kept.
    struct Kept: Sendable {
        let account: AccountID
        let role: Role
    }

    /// Replaces all links by new ones.
    ///
    /// - Throws: `RelationalError`.
    static func replace(with links: [(token: Token, link: Kept)], at now: Timestamp, in session: any WriteSession) throws {
        try session.execute("DELETE FROM demo_links")
        for (token, link) in links {
            try session.execute(
                """
                INSERT INTO demo_links (token, account, role, until) VALUES (\(token.digest), \(link.account.text), \(link.role.rawValue),
                \(now.milliseconds + lasts))
                """)
        }
    }

    /// The link that a token stands for, as long as it is good; `nil` otherwise, and always where the data are real.
    ///
    /// - Throws: `RelationalError`.
    static func find(_ token: Token, at now: Timestamp, in session: any ReadSession) throws -> Kept? {
        guard try DemoMark.isSet(in: session) else { return nil }
        let row = try session.row("SELECT account, role FROM demo_links WHERE token = \(token.digest) AND until > \(now.milliseconds)")
        guard let row, let role = Role(rawValue: try row.text(1)) else { return nil }
        return Kept(account: AccountID(try row.text(0)), role: role)
    }

    /// Uses a link up; tells whether it could still be used.
    ///
    /// - Throws: `RelationalError`.
    static func use(_ token: Token, in session: any WriteSession) throws -> Bool {
        try session.change("DELETE FROM demo_links WHERE token = \(token.digest)") > 0
    }

    /// For each role the account that has held it longest and holds it on a day.
    ///
    /// - Throws: `RelationalError`.
    static func holders(on day: Day, in session: any ReadSession) throws -> [Kept] {
        var found: [Role: AccountID] = [:]
        for row in try session.rows(
            """
            SELECT g.role, g.account FROM grants g JOIN accounts a ON a.id = g.account AND a.state = 'aktif'
            WHERE g.revoked_at IS NULL AND g.from_day <= \(day.description) AND (g.until_day IS NULL OR g.until_day >= \(day.description))
            ORDER BY g.granted_at, g.id
            """)
        {
            guard let role = Role(rawValue: try row.text(0)), found[role] == nil else { continue }
            found[role] = AccountID(try row.text(1))
        }
        return Role.allCases.compactMap { role in found[role].map { Kept(account: $0, role: role) } }
    }
}
