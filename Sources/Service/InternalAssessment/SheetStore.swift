import ExactMath
import Relational
import Rulebook

/// Scoring sheets in the database. Nothing is changed: a new upload is a new version.
enum SheetStore {
    /// A version of a sheet.
    struct Kept: Hashable, Sendable {
        let agency: AgencyID
        let candidacy: CandidacyID
        let party: SheetParty
        /// Counts from 1 for each party of a candidacy.
        let version: Int
        /// The round of the assessment in which it was brought in.
        let round: Int
        let record: SheetRecord
        let by: AccountID
        let at: Timestamp
        /// Who handed it in, and when; for the unit's sheets only.
        let handedIn: HandIn?

        /// Whether it counts: others' sheets always do, the unit's when its head handed it in.
        var counts: Bool { party != .unit || handedIn != nil }
    }

    /// The handing in of a unit's sheet.
    struct HandIn: Hashable, Sendable {
        let by: AccountID
        let at: Timestamp
    }

    /// The most versions a page shows.
    static let mostVersions = 100

    private static let columns: SQL =
        """
        s.party, s.version, s.round, s.designation, s.instrument, s.instrument_version, s.format, s.digest, s.floor, s.spreadsheet,
        s.ceiling, s.unanswered, s.findings, s.parts, s.recorded_by, s.recorded_at, h.handed_in_by, h.handed_in_at
        """
    private static let tables: SQL =
        """
        score_sheets s LEFT JOIN sheet_hand_ins h ON h.agency = s.agency AND h.candidacy = s.candidacy AND h.party = s.party
        AND h.version = s.version
        """

    /// The sheets of a candidacy without their answers, the latest version first.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(versions)
    static func list(of candidacy: CandidacyID, of agency: AgencyID, in session: any ReadSession) throws -> [Kept] {
        try session.rows(
            """
            SELECT \(columns) FROM \(tables) WHERE s.agency = \(agency.text) AND s.candidacy = \(candidacy.text)
            ORDER BY s.party, s.version DESC LIMIT \(mostVersions * SheetParty.allCases.count)
            """
        ).map { try kept($0, candidacy, agency, answers: "") }
    }

    /// One version with its answers; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    static func find(
        _ version: Int, of party: SheetParty, _ candidacy: CandidacyID, of agency: AgencyID, in session: any ReadSession
    ) throws -> Kept? {
        try session.row(
            """
            SELECT \(columns), s.answers FROM \(tables) WHERE s.agency = \(agency.text) AND s.candidacy = \(candidacy.text)
            AND s.party = \(party.rawValue) AND s.version = \(version)
            """
        ).map { try kept($0, candidacy, agency, answers: $0.text(18)) }
    }

    /// The last version of a party, handed in or not, without its answers; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    static func last(
        of party: SheetParty, _ candidacy: CandidacyID, of agency: AgencyID, in session: any ReadSession
    ) throws -> Kept? {
        try session.row(
            """
            SELECT \(columns) FROM \(tables) WHERE s.agency = \(agency.text) AND s.candidacy = \(candidacy.text)
            AND s.party = \(party.rawValue) ORDER BY s.version DESC LIMIT 1
            """
        ).map { try kept($0, candidacy, agency, answers: "") }
    }

    /// The version of a party that counts in a round: the last, for the unit the last that was handed in.
    ///
    /// - Throws: `RelationalError`.
    static func counting(
        of party: SheetParty, _ candidacy: CandidacyID, of agency: AgencyID, round: Int, in session: any ReadSession
    ) throws -> Kept? {
        let filter: SQL = party == .unit ? " AND h.handed_in_at IS NOT NULL" : ""
        return try session.row(
            """
            SELECT \(columns), s.answers FROM \(tables) WHERE s.agency = \(agency.text) AND s.candidacy = \(candidacy.text)
            AND s.party = \(party.rawValue) AND s.round = \(round)\(filter) ORDER BY s.version DESC LIMIT 1
            """
        ).map { try kept($0, candidacy, agency, answers: $0.text(18)) }
    }

    /// Keeps a new version.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when somebody was faster.
    static func insert(_ sheet: Kept, in session: any WriteSession) throws {
        let record = sheet.record
        try session.execute(
            """
            INSERT INTO score_sheets (agency, candidacy, party, version, round, designation, instrument, instrument_version, format,
            answers, digest, floor, spreadsheet, ceiling, unanswered, findings, parts, recorded_by, recorded_at)
            VALUES (\(sheet.agency.text), \(sheet.candidacy.text), \(sheet.party.rawValue), \(sheet.version), \(sheet.round),
            \(record.designation.rawValue), \(record.instrument.text), \(record.instrumentVersion), \(record.format),
            \(record.answers), \(record.digest), \(record.floor.exact), \(record.spreadsheet.exact), \(record.ceiling.exact),
            \(record.unanswered), \(record.findings), \(line(record.parts)), \(sheet.by.text), \(sheet.at.milliseconds))
            """)
    }

    /// Keeps that a version of the unit's sheet was handed in.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when it was before.
    static func handIn(
        _ version: Int, of candidacy: CandidacyID, of agency: AgencyID, by account: AccountID, at now: Timestamp,
        in session: any WriteSession
    ) throws {
        try session.execute(
            """
            INSERT INTO sheet_hand_ins (agency, candidacy, version, party, handed_in_by, handed_in_at)
            VALUES (\(agency.text), \(candidacy.text), \(version), \(SheetParty.unit.rawValue), \(account.text), \(now.milliseconds))
            """)
    }

    /// One part a line: its key, its exact points, and whether they are enough.
    private static func line(_ parts: [SheetRecord.Part]) -> String {
        parts.map { "\($0.key) \($0.points.exact) \($0.isMet.map { $0 ? "1" : "0" } ?? "-")" }.joined(separator: "\n")
    }

    private static func parts(_ line: String) throws -> [SheetRecord.Part] {
        try line.split(separator: "\n").map { line in
            let words = line.split(separator: " ")
            guard words.count == 3, let points = Ratio(exact: words[1]) else { throw damaged }
            return SheetRecord.Part(key: String(words[0]), points: points, isMet: words[2] == "-" ? nil : words[2] == "1")
        }
    }

    private static let damaged = RelationalError(.damaged, "a scoring sheet cannot be read")

    private static func score(_ text: String) throws -> Ratio {
        guard let score = Ratio(exact: text) else { throw damaged }
        return score
    }

    private static func kept(_ row: Row, _ candidacy: CandidacyID, _ agency: AgencyID, answers: String) throws -> Kept {
        guard let party = SheetParty(rawValue: try row.text(0)), let designation = Designation(rawValue: try row.text(3)) else { throw damaged }
        let record = SheetRecord(
            instrument: InstrumentID(try row.text(4)), instrumentVersion: Int(try row.integer(5)), designation: designation,
            format: try row.text(6), answers: answers, digest: try row.text(7), floor: try score(row.text(8)),
            spreadsheet: try score(row.text(9)), ceiling: try score(row.text(10)), unanswered: Int(try row.integer(11)),
            findings: Int(try row.integer(12)), parts: try parts(row.text(13)))
        let handedIn = try row.optionalText(16).map { by in
            HandIn(by: AccountID(by), at: Timestamp(milliseconds: try row.integer(17)))
        }
        return Kept(
            agency: agency, candidacy: candidacy, party: party, version: Int(try row.integer(1)), round: Int(try row.integer(2)),
            record: record, by: AccountID(try row.text(14)), at: Timestamp(milliseconds: try row.integer(15)), handedIn: handedIn)
    }
}
