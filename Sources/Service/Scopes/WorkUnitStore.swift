import Relational
import Rulebook

/// Work units in the database.
enum WorkUnitStore {
    /// A unit as it was kept.
    struct Kept: Hashable, Sendable {
        let agency: AgencyID
        let id: WorkUnitID
        /// Short, for people and files; unique in the agency.
        var code: String
        var name: String
        /// The unit it belongs under.
        var parent: WorkUnitID?
        /// When it was closed; it keeps its past.
        var closedAt: Timestamp?
    }

    private static let columns: SQL = "agency, id, code, name, parent, closed_at"

    /// One unit; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    static func find(_ unit: WorkUnitID, of agency: AgencyID, in session: any ReadSession) throws -> Kept? {
        try session.row(
            "SELECT \(columns) FROM work_units WHERE agency = \(agency.text) AND id = \(unit.text)"
        ).map(kept)
    }

    /// A page of the units of an agency in the order of names.
    ///
    /// - Throws: `RelationalError`.
    static func list(in agency: AgencyID, skip: Int, most: Int, in session: any ReadSession) throws -> [Kept] {
        try session.rows(
            """
            SELECT \(columns) FROM work_units WHERE agency = \(agency.text)
            ORDER BY CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END, lower(name), id LIMIT \(most) OFFSET \(skip)
            """
        ).map(kept)
    }

    /// The units of an agency that are not closed, in the order of names.
    ///
    /// - Throws: `RelationalError`.
    static func open(in agency: AgencyID, most: Int, in session: any ReadSession) throws -> [Kept] {
        try session.rows(
            """
            SELECT \(columns) FROM work_units WHERE agency = \(agency.text) AND closed_at IS NULL
            ORDER BY lower(name), id LIMIT \(most)
            """
        ).map(kept)
    }

    /// Keeps a new unit.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when the code is taken in the agency.
    static func insert(_ unit: Kept, at now: Timestamp, in session: any WriteSession) throws {
        try session.execute(
            """
            INSERT INTO work_units (agency, id, code, name, parent, created_at)
            VALUES (\(unit.agency.text), \(unit.id.text), \(unit.code), \(unit.name), \(unit.parent?.text),
            \(now.milliseconds))
            """)
    }

    /// Changes what a unit is called and where it stands, or closes it.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when the code is taken in the agency.
    static func update(_ unit: Kept, in session: any WriteSession) throws {
        try session.execute(
            """
            UPDATE work_units SET code = \(unit.code), name = \(unit.name), parent = \(unit.parent?.text),
            closed_at = \(unit.closedAt?.milliseconds)
            WHERE agency = \(unit.agency.text) AND id = \(unit.id.text)
            """)
    }

    private static func kept(_ row: Row) throws -> Kept {
        Kept(
            agency: AgencyID(try row.text(0)), id: WorkUnitID(try row.text(1)), code: try row.text(2),
            name: try row.text(3), parent: try row.optionalText(4).map { WorkUnitID($0) },
            closedAt: try row.optionalInteger(5).map { Timestamp(milliseconds: $0) })
    }
}
