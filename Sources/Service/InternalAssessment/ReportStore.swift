import Relational
import Rulebook

/// Reports to the head of the agency and the signatures under results, in the database.
enum ReportStore {
    /// A version of a report.
    struct Report: Hashable, Sendable {
        let version: Int
        let summary: String
        let recommendations: String
        /// SHA-256 of both texts; stands on the journal.
        let digest: String
        let by: AccountID
        let at: Timestamp
    }

    /// A signature under exactly these versions.
    struct Signature: Hashable, Sendable {
        let unitVersion: Int
        let teamVersion: Int
        let reportVersion: Int
        let by: AccountID
        let at: Timestamp
    }

    /// The last version of a round's report; `nil` while there is none.
    ///
    /// - Throws: `RelationalError`.
    static func report(of candidacy: CandidacyID, of agency: AgencyID, round: Int, in session: any ReadSession) throws -> Report? {
        try session.row(
            """
            SELECT version, summary, recommendations, digest, written_by, written_at FROM assessment_reports
            WHERE agency = \(agency.text) AND candidacy = \(candidacy.text) AND round = \(round) ORDER BY version DESC LIMIT 1
            """
        ).map { row in
            Report(
                version: Int(try row.integer(0)), summary: try row.text(1), recommendations: try row.text(2), digest: try row.text(3),
                by: AccountID(try row.text(4)), at: Timestamp(milliseconds: try row.integer(5)))
        }
    }

    /// Keeps a new version.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when somebody was faster.
    static func insert(
        _ report: Report, of candidacy: CandidacyID, of agency: AgencyID, round: Int, in session: any WriteSession
    ) throws {
        try session.execute(
            """
            INSERT INTO assessment_reports (agency, candidacy, round, version, summary, recommendations, digest, written_by, written_at)
            VALUES (\(agency.text), \(candidacy.text), \(round), \(report.version), \(report.summary), \(report.recommendations),
            \(report.digest), \(report.by.text), \(report.at.milliseconds))
            """)
    }

    /// The last signature of a round; `nil` while there is none. Whether it still holds depends on what came after.
    ///
    /// - Throws: `RelationalError`.
    static func signature(of candidacy: CandidacyID, of agency: AgencyID, round: Int, in session: any ReadSession) throws -> Signature? {
        try session.row(
            """
            SELECT unit_version, team_version, report_version, signed_by, signed_at FROM assessment_signatures
            WHERE agency = \(agency.text) AND candidacy = \(candidacy.text) AND round = \(round) ORDER BY sequence DESC LIMIT 1
            """
        ).map { row in
            Signature(
                unitVersion: Int(try row.integer(0)), teamVersion: Int(try row.integer(1)), reportVersion: Int(try row.integer(2)),
                by: AccountID(try row.text(3)), at: Timestamp(milliseconds: try row.integer(4)))
        }
    }

    /// Keeps a signature behind the others of its round.
    ///
    /// - Throws: `RelationalError`.
    static func sign(
        _ signature: Signature, of candidacy: CandidacyID, of agency: AgencyID, round: Int, in session: any WriteSession
    ) throws {
        let last = try session.row(
            """
            SELECT COALESCE(MAX(sequence), 0) FROM assessment_signatures WHERE agency = \(agency.text)
            AND candidacy = \(candidacy.text) AND round = \(round)
            """)
        try session.execute(
            """
            INSERT INTO assessment_signatures (agency, candidacy, round, sequence, unit_version, team_version, report_version,
            signed_by, signed_at)
            VALUES (\(agency.text), \(candidacy.text), \(round), \(1 + (try last?.integer(0) ?? 0)), \(signature.unitVersion),
            \(signature.teamVersion), \(signature.reportVersion), \(signature.by.text), \(signature.at.milliseconds))
            """)
    }
}
