import Crypto
public import Relational

/// The steps that made the database what this program expects.
public enum Schema {
    /// Every step, in order. A step that was once used is never changed; a new one is added behind it.
    public static let migrations: [Migration] = [
        step(1, "dasar"), step(2, "pencalonan"), step(3, "penilaian"), step(4, "keadaan"), step(5, "dokumen"),
        step(6, "pencanangan"), step(7, "pembangunan"), step(8, "cari"),
    ]

    /// Every table in an order in which each stands behind those it points to; for copies and backups.
    public static let tables = [
        "agencies", "work_units", "accounts", "people", "grants", "sessions", "recovery_codes", "one_time_links",
        "approvals", "sign_in_failures", "leases", "settings", "journal_heads", "journal_entries", "journal_nodes",
        "journal_checkpoints", "journal_keys", "journal_openings",
        // Candidacies
        "candidacies", "candidacy_moves", "programme_announcements",
        // The assessment by TPI
        "assessment_teams", "assessment_members", "interest_declarations", "score_sheets", "sheet_hand_ins", "assessment_reports",
        "assessment_signatures", "unit_scores", "unit_score_parts", "score_tallies",
        // Standings and the life of units
        "unit_names", "unit_mergers", "standings", "standing_revocations",
        // Documents
        "blobs", "blob_pieces", "documents", "demo_links",
        // Declaration and selection, behind candidacies
        "declarations", "readiness_statements", "employees", "pact_signatures", "working_groups", "working_group_members",
        "selection_scores", "selection_meetings",
        // Development
        "development_plans", "plan_actions", "plan_versions", "plan_adoptions", "progress_reviews", "review_findings",
        "search_words", "search_variants", "imports",
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
