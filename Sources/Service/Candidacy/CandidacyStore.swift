import Relational
import Rulebook

/// Candidacies in the database: the way of a unit towards a designation, as far as it has come.
enum CandidacyStore {
    /// A candidacy as it was kept. What happened to it stands in its moves (see `CandidacyStore+Moves.swift`).
    struct Kept: Hashable, Sendable {
        let agency: AgencyID
        let id: CandidacyID
        let unit: WorkUnitID
        let designation: Designation
        /// The rules it goes by, from beginning to end.
        let programme: ProgrammeID
        /// The year of nomination: the one aimed at, and from the nomination on the one it happened in.
        var year: Int
        /// The kind of unit that may be proposed although prerequisites are still being met; `nil` for others.
        var affirmation: String?
        var state: CandidacyState.Kind
        /// The day on which it came into its stage.
        var stageSince: Day
        /// The day of the award; `nil` before.
        var awardedOn: Day?
        /// The last day of the award's term, as the decree says; `nil` where it says none.
        var validUntil: Day?
        /// Why somebody has to look at it before it may go on, such as a fact that was taken back; `nil` when nobody has to.
        var needsAttention: String?
        let createdBy: AccountID
        let createdAt: Timestamp

        /// The stage it stands in.
        var stage: Stage { state.stage }

        /// Whether the designation is in force on a day.
        func isInForce(on day: Day) -> Bool {
            guard state.isAwarded, let awardedOn, awardedOn <= day else { return false }
            return validUntil.map { day <= $0 } ?? true
        }
    }

    /// A candidacy in a list, with the name of its unit.
    struct Listed: Hashable, Sendable {
        let candidacy: Kept
        let unitName: String
    }

    static let columns: SQL =
        """
        c.agency, c.id, c.unit, c.designation, c.programme, c.year, c.affirmation, c.state, c.stage_since, c.awarded_on,
        c.valid_until, c.needs_attention, c.created_by, c.created_at
        """

    /// One candidacy; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    static func find(_ candidacy: CandidacyID, of agency: AgencyID, in session: any ReadSession) throws -> Kept? {
        try session.row(
            "SELECT \(columns) FROM candidacies c WHERE c.agency = \(agency.text) AND c.id = \(candidacy.text)"
        ).map(kept)
    }

    /// One candidacy, held until the transaction ends, so that nobody moves it at the same time.
    ///
    /// - Throws: `RelationalError`.
    static func hold(_ candidacy: CandidacyID, of agency: AgencyID, in session: any WriteSession) throws -> Kept? {
        let lock: SQL = session.dialect == .postgres ? " FOR UPDATE" : ""
        return try session.row(
            "SELECT \(columns) FROM candidacies c WHERE c.agency = \(agency.text) AND c.id = \(candidacy.text)\(lock)"
        ).map(kept)
    }

    /// Every candidacy of a unit, the latest first.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(candidacies of the unit)
    static func list(of unit: WorkUnitID, of agency: AgencyID, in session: any ReadSession) throws -> [Kept] {
        try session.rows(
            """
            SELECT \(columns) FROM candidacies c WHERE c.agency = \(agency.text) AND c.unit = \(unit.text)
            ORDER BY c.created_at DESC, c.id DESC
            """
        ).map(kept)
    }

    /// A page of the candidacies of an agency, those that moved last first.
    ///
    /// - Parameter stage: the only stage to list; `nil` for all.
    /// - Throws: `RelationalError`.
    static func list(
        in agency: AgencyID, stage: Stage?, skip: Int, most: Int, in session: any ReadSession
    ) throws -> [Listed] {
        let filter: SQL = stage.map { " AND c.stage = \($0.rawValue)" } ?? ""
        return try session.rows(
            """
            SELECT \(columns), u.name FROM candidacies c JOIN work_units u ON u.agency = c.agency AND u.id = c.unit
            WHERE c.agency = \(agency.text)\(filter) ORDER BY c.stage_since DESC, c.id DESC LIMIT \(most) OFFSET \(skip)
            """
        ).map { Listed(candidacy: try kept($0), unitName: try $0.text(14)) }
    }

    /// The candidacies of an agency that were assessed and not nominated yet, and one beside whatever its state, in the order of units.
    ///
    /// - Throws: `RelationalError`.
    static func nominees(
        of agency: AgencyID, under programme: ProgrammeID, beside candidacy: CandidacyID, most: Int, in session: any ReadSession
    ) throws -> [Listed] {
        try session.rows(
            """
            SELECT \(columns), u.name FROM candidacies c JOIN work_units u ON u.agency = c.agency AND u.id = c.unit
            WHERE c.agency = \(agency.text) AND (c.id = \(candidacy.text) OR c.programme = \(programme.text) AND c.stage = \(Stage.nomination.rawValue)
            AND c.state = \(CandidacyState.Kind.assessed.rawValue)) ORDER BY lower(u.name), c.id LIMIT \(most)
            """
        ).map { Listed(candidacy: try kept($0), unitName: try $0.text(14)) }
    }

    /// How many candidacies of an agency stand in each stage; a stage without any is missing.
    ///
    /// - Throws: `RelationalError`.
    static func counts(in agency: AgencyID, in session: any ReadSession) throws -> [Stage: Int] {
        let rows = try session.rows("SELECT stage, count(*) FROM candidacies WHERE agency = \(agency.text) GROUP BY stage")
        var counts: [Stage: Int] = [:]
        for row in rows {
            if let stage = Stage(rawValue: try row.text(0)) { counts[stage] = Int(try row.integer(1)) }
        }
        return counts
    }

    /// Keeps a new candidacy.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when the unit is on its way to the designation already.
    static func insert(_ candidacy: Kept, in session: any WriteSession) throws {
        try session.execute(
            """
            INSERT INTO candidacies (agency, id, unit, designation, programme, year, affirmation, state, stage, stage_since,
            is_open, awarded_on, valid_until, needs_attention, created_by, created_at)
            VALUES (\(candidacy.agency.text), \(candidacy.id.text), \(candidacy.unit.text), \(candidacy.designation.rawValue),
            \(candidacy.programme.text), \(candidacy.year), \(candidacy.affirmation), \(candidacy.state.rawValue),
            \(candidacy.stage.rawValue), \(candidacy.stageSince.description), \(candidacy.state.isOnItsWay ? 1 : 0),
            \(candidacy.awardedOn?.description), \(candidacy.validUntil?.description), \(candidacy.needsAttention),
            \(candidacy.createdBy.text), \(candidacy.createdAt.milliseconds))
            """)
    }

    /// Keeps how far a candidacy has come.
    ///
    /// - Throws: `RelationalError`.
    static func update(_ candidacy: Kept, in session: any WriteSession) throws {
        try session.execute(
            """
            UPDATE candidacies SET year = \(candidacy.year), affirmation = \(candidacy.affirmation),
            state = \(candidacy.state.rawValue), stage = \(candidacy.stage.rawValue),
            stage_since = \(candidacy.stageSince.description), is_open = \(candidacy.state.isOnItsWay ? 1 : 0),
            awarded_on = \(candidacy.awardedOn?.description), valid_until = \(candidacy.validUntil?.description),
            needs_attention = \(candidacy.needsAttention)
            WHERE agency = \(candidacy.agency.text) AND id = \(candidacy.id.text)
            """)
    }

    private static func kept(_ row: Row) throws -> Kept {
        guard let designation = Designation(rawValue: try row.text(3)), let state = CandidacyState.Kind(rawValue: try row.text(7)),
            let since = Day(try row.text(8))
        else { throw RelationalError(.damaged, "a candidacy cannot be read") }
        return Kept(
            agency: AgencyID(try row.text(0)), id: CandidacyID(try row.text(1)), unit: WorkUnitID(try row.text(2)),
            designation: designation, programme: ProgrammeID(try row.text(4)), year: Int(try row.integer(5)),
            affirmation: try row.optionalText(6), state: state, stageSince: since,
            awardedOn: try row.optionalText(9).flatMap { Day($0) }, validUntil: try row.optionalText(10).flatMap { Day($0) },
            needsAttention: try row.optionalText(11), createdBy: AccountID(try row.text(12)),
            createdAt: Timestamp(milliseconds: try row.integer(13)))
    }
}
