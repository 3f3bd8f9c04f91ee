import Relational
import Rulebook

extension DevelopmentStore {
    /// The reviews of a candidacy with what they found, the latest period first.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(reviews + findings)
    static func reviews(of candidacy: CandidacyID, of agency: AgencyID, in session: any ReadSession) throws -> [ProgressReview] {
        var findings: [ReviewID: [ReviewFinding]] = [:]
        let rows = try session.rows(
            """
            SELECT \(findingColumns), review FROM review_findings WHERE agency = \(agency.text) AND candidacy = \(candidacy.text)
            ORDER BY due_day, id
            """)
        for row in rows { findings[ReviewID(try row.text(8)), default: []].append(try finding(row)) }
        return try session.rows(
            """
            SELECT id, period, held_day, summary, recorded_by FROM progress_reviews
            WHERE agency = \(agency.text) AND candidacy = \(candidacy.text) ORDER BY period DESC
            """
        ).map { row in
            guard let held = Day(try row.text(2)) else { throw RelationalError(.damaged, "a review of progress cannot be read") }
            let id = ReviewID(try row.text(0))
            return ProgressReview(
                id: id, period: Int(try row.integer(1)), held: held, by: AccountID(try row.text(4)), summary: try row.text(3),
                findings: findings[id] ?? [])
        }
    }

    /// The periods that were reviewed.
    ///
    /// - Throws: `RelationalError`.
    static func reviewed(_ candidacy: CandidacyID, of agency: AgencyID, in session: any ReadSession) throws -> Set<Int> {
        Set(
            try session.rows(
                "SELECT period FROM progress_reviews WHERE agency = \(agency.text) AND candidacy = \(candidacy.text)"
            ).map { Int(try $0.integer(0)) })
    }

    /// Keeps a review with what it found.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when the period was reviewed by somebody faster.
    static func insert(_ review: ProgressReview, into plan: Plan, at now: Timestamp, in session: any WriteSession) throws {
        try session.execute(
            """
            INSERT INTO progress_reviews (agency, candidacy, id, period, held_day, summary, recorded_by, at)
            VALUES (\(plan.agency.text), \(plan.candidacy.text), \(review.id.text), \(review.period), \(review.held.description),
            \(review.summary), \(review.by.text), \(now.milliseconds))
            """)
        for finding in review.findings {
            try session.execute(
                """
                INSERT INTO review_findings (agency, candidacy, id, review, finding, follow_up, person, due_day)
                VALUES (\(plan.agency.text), \(plan.candidacy.text), \(finding.id.text), \(review.id.text), \(finding.text),
                \(finding.followUp), \(finding.person.text), \(finding.due.description))
                """)
        }
    }

    /// One finding; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    static func finding(
        _ finding: ReviewFindingID, of candidacy: CandidacyID, of agency: AgencyID, in session: any ReadSession
    ) throws -> ReviewFinding? {
        try session.row(
            """
            SELECT \(findingColumns) FROM review_findings WHERE agency = \(agency.text) AND candidacy = \(candidacy.text)
            AND id = \(finding.text)
            """
        ).map(Self.finding)
    }

    /// Closes a finding; tells whether it was open.
    ///
    /// - Throws: `RelationalError`.
    static func close(
        _ finding: ReviewFindingID, of candidacy: CandidacyID, of agency: AgencyID, _ closing: ReviewFinding.Closing,
        in session: any WriteSession
    ) throws -> Bool {
        try session.change(
            """
            UPDATE review_findings SET closed_by = \(closing.by.text), closed_day = \(closing.on.description),
            closed_note = \(closing.note)
            WHERE agency = \(agency.text) AND candidacy = \(candidacy.text) AND id = \(finding.text) AND closed_day IS NULL
            """) > 0
    }

    private static let findingColumns: SQL = "id, finding, follow_up, person, due_day, closed_by, closed_day, closed_note"

    private static func finding(_ row: Row) throws -> ReviewFinding {
        guard let due = Day(try row.text(4)) else { throw RelationalError(.damaged, "a finding of a review cannot be read") }
        var closing: ReviewFinding.Closing?
        if let by = try row.optionalText(5), let day = try row.optionalText(6).flatMap({ Day($0) }) {
            closing = .init(by: AccountID(by), on: day, note: try row.optionalText(7) ?? "")
        }
        return ReviewFinding(
            id: ReviewFindingID(try row.text(0)), text: try row.text(1), followUp: try row.text(2), person: AccountID(try row.text(3)),
            due: due, closing: closing)
    }
}
