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
        /// What it is and does.
        var profile = UnitProfile()
    }

    static let columns: SQL =
        "agency, id, code, name, parent, closed_at, echelon, service_function, head_count, budget, services"

    /// The word for an echelon that nobody told.
    private static let unknown = "tidak-diketahui"

    /// The word of an echelon in the database.
    static func word(_ echelon: Echelon?) -> String { echelon?.rawValue ?? unknown }

    /// One unit; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    static func find(_ unit: WorkUnitID, of agency: AgencyID, in session: any ReadSession) throws -> Kept? {
        try session.row(
            "SELECT \(columns) FROM work_units WHERE agency = \(agency.text) AND id = \(unit.text)"
        ).map(kept)
    }

    /// The units of an agency that are not closed, in the order of names.
    ///
    /// - Throws: `RelationalError`.
    static func open(in agency: AgencyID, most: Int, in session: any ReadSession) throws -> [Kept] {
        try session.rows(
            """
            SELECT \(columns) FROM work_units WHERE agency = \(agency.text) AND \(closedMark) = 0
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
            INSERT INTO work_units (agency, id, code, name, parent, echelon, service_function, head_count, budget, services, created_at)
            VALUES (\(unit.agency.text), \(unit.id.text), \(unit.code), \(unit.name), \(unit.parent?.text),
            \(word(unit.profile.echelon)), \(unit.profile.function), \(unit.profile.headCount), \(unit.profile.budget),
            \(unit.profile.services.joined(separator: "\n")), \(now.milliseconds))
            """)
        try SearchIndex.add([SearchIndex.entry(of: unit.id, in: unit.agency, name: unit.name, code: unit.code)], .unit, in: session)
    }

    /// Changes what a unit is, what it is called and where it stands, or closes it.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when the code is taken in the agency.
    static func update(_ unit: Kept, in session: any WriteSession) throws {
        try session.execute(
            """
            UPDATE work_units SET code = \(unit.code), name = \(unit.name), parent = \(unit.parent?.text),
            closed_at = \(unit.closedAt?.milliseconds), echelon = \(word(unit.profile.echelon)),
            service_function = \(unit.profile.function), head_count = \(unit.profile.headCount), budget = \(unit.profile.budget),
            services = \(unit.profile.services.joined(separator: "\n"))
            WHERE agency = \(unit.agency.text) AND id = \(unit.id.text)
            """)
        try SearchIndex.replace(SearchIndex.entry(of: unit.id, in: unit.agency, name: unit.name, code: unit.code), .unit, in: session)
    }

    /// These units, in no order.
    ///
    /// - Throws: `RelationalError`.
    static func list(_ units: some Collection<WorkUnitID>, of agency: AgencyID, in session: any ReadSession) throws -> [Kept] {
        try units.pieces(of: 250).flatMap { piece in
            try session.rows(
                "SELECT \(columns) FROM work_units WHERE agency = \(agency.text) AND id IN (\(list: piece.map(\.text)))"
            ).map(kept)
        }
    }

    /// The units with these codes, in no order.
    ///
    /// - Throws: `RelationalError`.
    static func list(codes: some Collection<String>, of agency: AgencyID, in session: any ReadSession) throws -> [Kept] {
        try codes.pieces(of: 250).flatMap { piece in
            try session.rows(
                "SELECT \(columns) FROM work_units WHERE agency = \(agency.text) AND code IN (\(list: piece))"
            ).map(kept)
        }
    }

    static func kept(_ row: Row) throws -> Kept {
        Kept(
            agency: AgencyID(try row.text(0)), id: WorkUnitID(try row.text(1)), code: try row.text(2),
            name: try row.text(3), parent: try row.optionalText(4).map { WorkUnitID($0) },
            closedAt: try row.optionalInteger(5).map { Timestamp(milliseconds: $0) },
            profile: UnitProfile(
                echelon: Echelon(rawValue: try row.text(6)), function: try row.text(7), headCount: try row.optionalInteger(8),
                budget: try row.optionalInteger(9), services: try row.text(10).split(separator: "\n").map(String.init)))
    }
}
