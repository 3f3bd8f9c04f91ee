import Relational
import Rulebook

/// What was stated about agencies and units, in the database. Rows are only added; a revocation is a row of its own.
enum StandingStore {
    static let selection: SQL = """
        SELECT s.id, s.unit, s.fact, s.value, s.year, s.stated_on, s.source, s.document, s.stated_by, r.day, r.reason, r.revoked_by
        FROM standings s LEFT JOIN standing_revocations r ON r.agency = s.agency AND r.standing = s.id
        """

    /// One statement; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    static func find(_ standing: StandingID, of agency: AgencyID, in session: any ReadSession) throws -> Standing? {
        try session.row("\(selection) WHERE s.agency = \(agency.text) AND s.id = \(standing.text)").map(kept)
    }

    /// Everything stated about an agency itself, revoked statements too, in the order of their documents.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(statements about the agency)
    static func about(_ agency: AgencyID, in session: any ReadSession) throws -> [Standing] {
        try session.rows("\(selection) \(source(agency, nil))").map(kept)
    }

    /// Everything stated about a unit, revoked statements too, in the order of their documents.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(statements about the unit)
    static func about(_ unit: WorkUnitID, of agency: AgencyID, in session: any ReadSession) throws -> [Standing] {
        try session.rows("\(selection) \(source(agency, unit))").map(kept)
    }

    /// Which statements are read. Ordered as the index of holders is: in another order SQLite would go through all of the agency.
    static func source(_ agency: AgencyID, _ unit: WorkUnitID?) -> SQL {
        let holder: SQL = unit.map { "s.unit = \($0.text)" } ?? "s.unit IS NULL"
        return "WHERE s.agency = \(agency.text) AND \(holder) ORDER BY s.stated_on, s.id"
    }

    /// Everything there is to know about a unit and its agency.
    ///
    /// - Throws: `RelationalError`.
    static func ledger(
        for unit: WorkUnitStore.Kept, candidacy: CandidacyFacts, in session: any ReadSession
    ) throws -> StandingLedger {
        StandingLedger(
            kind: try AgencyStore.find(unit.agency, in: session)?.kind, echelon: unit.profile.echelon,
            standings: try about(unit.agency, in: session) + about(unit.id, of: unit.agency, in: session), candidacy: candidacy)
    }

    /// Keeps a statement.
    ///
    /// - Throws: `RelationalError`.
    static func insert(
        _ standing: Standing, in agency: AgencyID, at now: Timestamp, in session: any WriteSession
    ) throws {
        try session.execute(
            """
            INSERT INTO standings (agency, id, unit, fact, value, year, stated_on, source, document, stated_by, stated_at)
            VALUES (\(agency.text), \(standing.id.text), \(standing.unit?.text), \(standing.fact.text), \(standing.text),
            \(standing.year), \(standing.statedOn.description), \(standing.source), \(standing.document?.text),
            \(standing.statedBy.text), \(now.milliseconds))
            """)
    }

    /// Keeps that a statement no longer counts.
    ///
    /// - Throws: `RelationalError` when it was revoked before.
    static func insert(
        _ revocation: Standing.Revocation, of standing: StandingID, in agency: AgencyID, at now: Timestamp,
        in session: any WriteSession
    ) throws {
        try session.execute(
            """
            INSERT INTO standing_revocations (agency, standing, day, reason, revoked_by, revoked_at)
            VALUES (\(agency.text), \(standing.text), \(revocation.day.description), \(revocation.reason), \(revocation.by.text),
            \(now.milliseconds))
            """)
    }

    /// Makes the statements of a holder wait for each other, so that two servers do not state the same thing at once.
    ///
    /// - Throws: `RelationalError`.
    static func lock(_ agency: AgencyID, in session: any WriteSession) throws {
        guard session.dialect == .postgres else { return }
        _ = try session.row("SELECT id FROM agencies WHERE id = \(agency.text) FOR UPDATE")
    }

    private static func kept(_ row: Row) throws -> Standing {
        guard let statedOn = Day(try row.text(5)) else {
            throw RelationalError(.damaged, "the day of a statement cannot be read")
        }
        let revocation = try row.optionalText(9).flatMap { Day($0) }.map {
            Standing.Revocation(day: $0, reason: try row.optionalText(10) ?? "", by: AccountID(try row.optionalText(11) ?? ""))
        }
        return Standing(
            id: StandingID(try row.text(0)), unit: try row.optionalText(1).map { WorkUnitID($0) }, fact: FactID(try row.text(2)),
            text: try row.text(3), year: try row.optionalInteger(4).map { Int($0) }, statedOn: statedOn, source: try row.text(6),
            document: try row.optionalText(7).map { DocumentID($0) }, statedBy: AccountID(try row.text(8)), revocation: revocation)
    }
}
