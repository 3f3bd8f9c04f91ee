import Relational
import Rulebook

/// What working groups found about candidates, in the database.
enum SelectionStore {
    /// The meeting at which a candidate was scored.
    struct Meeting: Hashable, Sendable {
        let metOn: Day
        /// The minutes, once they were uploaded.
        let minutes: DocumentID?
    }

    /// A candidate of a year in the comparison.
    struct Candidate: Hashable, Sendable {
        let candidacy: CandidacyID
        let unitName: String
        let designation: Designation
        let programme: ProgrammeID
        let state: CandidacyState.Kind
        let sheet: SelectionSheet
        let metOn: Day?
    }

    /// What was found about a candidate.
    ///
    /// - Throws: `RelationalError`.
    static func sheet(of candidacy: CandidacyStore.Kept, in session: any ReadSession) throws -> SelectionSheet {
        let rows = try session.rows(
            """
            SELECT criterion, score, reason FROM selection_scores
            WHERE agency = \(candidacy.agency.text) AND candidacy = \(candidacy.id.text)
            """)
        var entries: [CriterionID: SelectionSheet.Entry] = [:]
        for row in rows {
            entries[CriterionID(try row.text(0))] = .init(score: Int(try row.integer(1)), reason: try row.text(2))
        }
        return SelectionSheet(entries)
    }

    /// The meeting about a candidate; `nil` while there is none.
    ///
    /// - Throws: `RelationalError`, of kind `damaged` when it cannot be read.
    static func meeting(about candidacy: CandidacyStore.Kept, in session: any ReadSession) throws -> Meeting? {
        try session.row(
            """
            SELECT met_on, document FROM selection_meetings
            WHERE agency = \(candidacy.agency.text) AND candidacy = \(candidacy.id.text)
            """
        ).map { row in
            guard let day = Day(try row.text(0)) else { throw RelationalError(.damaged, "the day of a meeting cannot be read") }
            return Meeting(metOn: day, minutes: try row.optionalText(1).map { DocumentID($0) })
        }
    }

    /// Keeps what was found, in the place of what was kept before.
    ///
    /// - Parameter meeting: `nil` while the meeting was not held.
    /// - Throws: `RelationalError`.
    static func keep(
        _ sheet: SelectionSheet, _ meeting: Meeting?, of candidacy: CandidacyStore.Kept, by actor: AccountID, at now: Timestamp,
        in session: any WriteSession
    ) throws {
        let (agency, id) = (candidacy.agency.text, candidacy.id.text)
        try session.execute("DELETE FROM selection_scores WHERE agency = \(agency) AND candidacy = \(id)")
        for (criterion, entry) in sheet.entries.sorted(by: { $0.key < $1.key }) {
            try session.execute(
                """
                INSERT INTO selection_scores (agency, candidacy, criterion, score, reason)
                VALUES (\(agency), \(id), \(criterion.text), \(entry.score), \(entry.reason))
                """)
        }
        try session.execute("DELETE FROM selection_meetings WHERE agency = \(agency) AND candidacy = \(id)")
        guard let meeting else { return }
        try session.execute(
            """
            INSERT INTO selection_meetings (agency, candidacy, met_on, document, recorded_by, recorded_at)
            VALUES (\(agency), \(id), \(meeting.metOn.description), \(meeting.minutes?.text), \(actor.text), \(now.milliseconds))
            """)
    }

    /// The candidates of an agency in a year, in the order of names, without those that were given up.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(candidates of the year)
    static func candidates(of agency: AgencyID, in year: Int, in session: any ReadSession) throws -> [Candidate] {
        var entries: [String: [CriterionID: SelectionSheet.Entry]] = [:]
        try session.forEachRow(
            """
            SELECT s.candidacy, s.criterion, s.score, s.reason FROM candidacies c
            JOIN selection_scores s ON s.agency = c.agency AND s.candidacy = c.id
            WHERE c.agency = \(agency.text) AND c.year = \(year)
            """
        ) { row in
            entries[try row.text(0), default: [:]][CriterionID(try row.text(1))] = .init(
                score: Int(try row.integer(2)), reason: try row.text(3))
        }
        return try session.rows(
            """
            SELECT c.id, u.name, c.designation, c.programme, c.state, m.met_on FROM candidacies c
            JOIN work_units u ON u.agency = c.agency AND u.id = c.unit
            LEFT JOIN selection_meetings m ON m.agency = c.agency AND m.candidacy = c.id
            WHERE c.agency = \(agency.text) AND c.year = \(year) AND c.state <> \(CandidacyState.Kind.withdrawn.rawValue)
            ORDER BY lower(u.name), c.id
            """
        ).map { row in
            guard let designation = Designation(rawValue: try row.text(2)), let state = CandidacyState.Kind(rawValue: try row.text(4)) else {
                throw RelationalError(.damaged, "a candidacy cannot be read")
            }
            let id = try row.text(0)
            return Candidate(
                candidacy: CandidacyID(id), unitName: try row.text(1), designation: designation, programme: ProgrammeID(try row.text(3)),
                state: state, sheet: SelectionSheet(entries[id] ?? [:]), metOn: try row.optionalText(5).flatMap { Day($0) })
        }
    }
}
