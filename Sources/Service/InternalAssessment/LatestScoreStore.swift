import ExactMath
import Relational
import Rulebook

/// The sheet that lists show for each unit, kept so that a list costs what it shows.
enum LatestScoreStore {
    /// The latest score of a unit.
    struct Kept: Hashable, Sendable {
        let unit: WorkUnitID
        let candidacy: CandidacyID
        let party: SheetParty
        let version: Int
        let instrument: InstrumentID
        let designation: Designation
        /// Conditions that are not met.
        let unmet: Int
        /// Exact points by column key.
        let points: [String: Ratio]
    }

    /// The latest scores of some units; a unit without any is missing.
    ///
    /// - Parameter units: at most a page of them.
    /// - Throws: `RelationalError`.
    /// - Complexity: O(units × columns)
    static func find(_ units: [WorkUnitID], of agency: AgencyID, in session: any ReadSession) throws -> [WorkUnitID: Kept] {
        var points: [WorkUnitID: [String: Ratio]] = [:]
        for row in try session.rows(
            "SELECT unit, part, points FROM unit_score_parts WHERE agency = \(agency.text) AND unit IN (\(list: units.map(\.text)))")
        {
            points[WorkUnitID(try row.text(0)), default: [:]][try row.text(1)] = Ratio(exact: try row.text(2))
        }
        let rows = try session.rows(
            """
            SELECT unit, candidacy, party, version, instrument, designation, unmet FROM unit_scores
            WHERE agency = \(agency.text) AND unit IN (\(list: units.map(\.text)))
            """)
        var found: [WorkUnitID: Kept] = [:]
        for row in rows {
            let unit = WorkUnitID(try row.text(0))
            guard let party = SheetParty(rawValue: try row.text(2)), let designation = Designation(rawValue: try row.text(5)) else {
                throw RelationalError(.damaged, "a latest score cannot be read")
            }
            found[unit] = Kept(
                unit: unit, candidacy: CandidacyID(try row.text(1)), party: party, version: Int(try row.integer(3)),
                instrument: InstrumentID(try row.text(4)), designation: designation, unmet: Int(try row.integer(6)),
                points: points[unit] ?? [:])
        }
        return found
    }

    /// A page of the units of an agency by their points in a column.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(skip + most)
    static func page(
        _ part: String, of instrument: InstrumentID, for designation: Designation, in agency: AgencyID, descending: Bool, skip: Int,
        most: Int, in session: any ReadSession
    ) throws -> [WorkUnitID] {
        let order: SQL = descending ? "place DESC, unit DESC" : "place, unit"
        return try session.rows(
            """
            SELECT unit FROM unit_score_parts WHERE agency = \(agency.text) AND instrument = \(instrument.text)
            AND designation = \(designation.rawValue) AND part = \(part) ORDER BY \(order) LIMIT \(most) OFFSET \(skip)
            """
        ).map { WorkUnitID(try $0.text(0)) }
    }

    /// How many units have points in a column, and how many of them meet its minimum.
    struct Tally: Hashable, Sendable {
        let instrument: InstrumentID
        let designation: Designation
        let part: String
        let units: Int
        let met: Int
    }

    /// The tallies of an agency, of all instruments and designations.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(instruments × columns)
    static func tallies(in agency: AgencyID, in session: any ReadSession) throws -> [Tally] {
        try session.rows(
            """
            SELECT instrument, designation, part, units, met FROM score_tallies WHERE agency = \(agency.text) AND units > 0
            ORDER BY instrument DESC, designation
            """
        ).compactMap { row in
            guard let designation = Designation(rawValue: try row.text(1)) else { return nil }
            return Tally(
                instrument: InstrumentID(try row.text(0)), designation: designation, part: try row.text(2),
                units: Int(try row.integer(3)), met: Int(try row.integer(4)))
        }
    }

    /// Shows a sheet as its unit's latest, unless the one shown is of the same round and of a party whose result stands over it.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(columns)
    static func show(_ sheet: SheetStore.Kept, of unit: WorkUnitID, in session: any WriteSession) throws {
        let agency = sheet.agency.text
        let lock: SQL = session.dialect == .postgres ? " FOR UPDATE OF l" : ""
        let shown = try session.row(
            """
            SELECT l.candidacy, l.party, s.round FROM unit_scores l JOIN score_sheets s ON s.agency = l.agency
            AND s.candidacy = l.candidacy AND s.party = l.party AND s.version = l.version
            WHERE l.agency = \(agency) AND l.unit = \(unit.text)\(lock)
            """)
        if let shown, try shown.text(0) == sheet.candidacy.text, Int(try shown.integer(2)) == sheet.round,
            let party = SheetParty(rawValue: try shown.text(1)), party > sheet.party
        {
            return
        }
        try takeAway(unit, of: sheet.agency, in: session)
        let record = sheet.record
        try session.execute(
            """
            INSERT INTO unit_scores (agency, unit, candidacy, party, version, instrument, designation, unmet)
            VALUES (\(agency), \(unit.text), \(sheet.candidacy.text), \(sheet.party.rawValue), \(sheet.version),
            \(record.instrument.text), \(record.designation.rawValue), \(record.unmet))
            ON CONFLICT (agency, unit) DO UPDATE SET candidacy = excluded.candidacy, party = excluded.party,
            version = excluded.version, instrument = excluded.instrument, designation = excluded.designation, unmet = excluded.unmet
            """)
        for part in record.parts {
            let met = part.isMet.map { $0 ? 1 : 0 }
            try session.execute(
                """
                INSERT INTO unit_score_parts (agency, unit, part, instrument, designation, points, place, is_met)
                VALUES (\(agency), \(unit.text), \(part.key), \(record.instrument.text), \(record.designation.rawValue),
                \(part.points.exact), \(part.place), \(met))
                """)
            try session.execute(
                """
                INSERT INTO score_tallies (agency, instrument, designation, part, units, met)
                VALUES (\(agency), \(record.instrument.text), \(record.designation.rawValue), \(part.key), 1, \(met ?? 0))
                ON CONFLICT (agency, instrument, designation, part) DO UPDATE SET units = score_tallies.units + 1,
                met = score_tallies.met + excluded.met
                """)
        }
    }

    /// Takes the columns of a unit out of the table and out of the tallies.
    private static func takeAway(_ unit: WorkUnitID, of agency: AgencyID, in session: any WriteSession) throws {
        let rows = try session.rows(
            """
            SELECT part, instrument, designation, is_met FROM unit_score_parts WHERE agency = \(agency.text)
            AND unit = \(unit.text) ORDER BY part
            """)
        for row in rows {
            try session.execute(
                """
                UPDATE score_tallies SET units = units - 1, met = met - \(try row.optionalInteger(3) ?? 0)
                WHERE agency = \(agency.text) AND instrument = \(try row.text(1)) AND designation = \(try row.text(2))
                AND part = \(try row.text(0))
                """)
        }
        try session.execute("DELETE FROM unit_score_parts WHERE agency = \(agency.text) AND unit = \(unit.text)")
    }
}

extension LatestScoreStore {
    /// What some units are called.
    ///
    /// - Parameter units: at most a page of them.
    /// - Throws: `RelationalError`.
    /// - Complexity: O(units)
    static func names(_ units: [WorkUnitID], of agency: AgencyID, in session: any ReadSession) throws -> [WorkUnitID: String] {
        var names: [WorkUnitID: String] = [:]
        for row in try session.rows("SELECT id, name FROM work_units WHERE agency = \(agency.text) AND id IN (\(list: units.map(\.text)))") {
            names[WorkUnitID(try row.text(0))] = try row.text(1)
        }
        return names
    }
}
