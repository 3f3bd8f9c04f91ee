import Relational
import Rulebook

/// What units were called and what they became, in the database. Rows are only added.
enum UnitLifeStore {
    /// That a unit became part of another.
    struct Merger: Hashable, Sendable {
        let unit: WorkUnitID
        let target: WorkUnitID
        /// The first day on which it is part of the other.
        let day: Day
    }

    /// The earlier names of a unit, the oldest first.
    ///
    /// - Throws: `RelationalError`.
    static func past(of unit: WorkUnitID, in agency: AgencyID, in session: any ReadSession) throws -> [UnitNames.Past] {
        try session.rows(
            "SELECT name, until_day FROM unit_names WHERE agency = \(agency.text) AND unit = \(unit.text) ORDER BY until_day"
        ).compactMap { row in
            try Day(row.text(1)).map { UnitNames.Past(name: try row.text(0), until: $0) }
        }
    }

    /// Keeps an earlier name.
    ///
    /// - Throws: `RelationalError`.
    static func insert(
        _ past: UnitNames.Past, of unit: WorkUnitID, in agency: AgencyID, by account: AccountID?, at now: Timestamp,
        in session: any WriteSession
    ) throws {
        try session.execute(
            """
            INSERT INTO unit_names (agency, unit, until_day, name, recorded_by, recorded_at)
            VALUES (\(agency.text), \(unit.text), \(past.until.description), \(past.name), \(account?.text ?? ""), \(now.milliseconds))
            """)
    }

    /// What a unit became part of; `nil` when it did not.
    ///
    /// - Throws: `RelationalError`.
    static func merger(of unit: WorkUnitID, in agency: AgencyID, in session: any ReadSession) throws -> Merger? {
        try session.row(
            "SELECT unit, target, day FROM unit_mergers WHERE agency = \(agency.text) AND unit = \(unit.text)"
        ).flatMap(merger)
    }

    /// The units that became part of a unit, in the order of days.
    ///
    /// - Throws: `RelationalError`.
    static func mergers(into unit: WorkUnitID, in agency: AgencyID, in session: any ReadSession) throws -> [Merger] {
        try session.rows(
            """
            SELECT unit, target, day FROM unit_mergers WHERE agency = \(agency.text) AND target = \(unit.text)
            ORDER BY day, unit LIMIT 100
            """
        ).compactMap(merger)
    }

    /// Keeps a merger.
    ///
    /// - Throws: `RelationalError`.
    static func insert(
        _ merger: Merger, in agency: AgencyID, by account: AccountID?, at now: Timestamp, in session: any WriteSession
    ) throws {
        try session.execute(
            """
            INSERT INTO unit_mergers (agency, unit, target, day, recorded_by, recorded_at)
            VALUES (\(agency.text), \(merger.unit.text), \(merger.target.text), \(merger.day.description), \(account?.text ?? ""),
            \(now.milliseconds))
            """)
    }

    private static func merger(_ row: Row) throws -> Merger? {
        try Day(row.text(2)).map { Merger(unit: WorkUnitID(try row.text(0)), target: WorkUnitID(try row.text(1)), day: $0) }
    }
}
