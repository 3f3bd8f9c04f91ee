import Crypto
public import Relational

/// The steps that made the database what this program expects.
public enum Schema {
    /// Every step, in order. A step that was once used is never changed; a new one is added behind it.
    public static let migrations: [Migration] = [
        step(1, "dasar")
    ]

    /// Every table in an order in which each stands behind those it points to; for copies and backups.
    public static let tables = [
        "agencies", "work_units", "accounts", "people", "grants", "sessions", "recovery_codes", "one_time_links",
        "approvals", "sign_in_failures", "leases", "settings", "journal_heads", "journal_entries", "journal_nodes",
        "journal_checkpoints", "journal_keys", "journal_openings",
    ]

    private static func step(_ number: Int, _ name: String) -> Migration {
        let prefix = "000\(number)".suffix(4)
        var scripts: [Dialect: String] = [:]
        var checksums: [Dialect: String] = [:]
        for dialect in Dialect.allCases {
            let bytes = Embedded.bytes("\(prefix)-\(name).\(dialect.rawValue).sql")
            scripts[dialect] = String(decoding: bytes, as: UTF8.self)
            checksums[dialect] = HexText.text(SHA256.hash(data: bytes))
        }
        return Migration(number: number, name: name, scripts: scripts, checksums: checksums)
    }
}
