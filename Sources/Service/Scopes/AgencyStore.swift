import Relational
import Rulebook

/// Agencies in the database. What belongs to the nation stands under an agency of its own, ``AgencyID/nation``.
enum AgencyStore {
    /// An agency as it was kept.
    struct Kept: Hashable, Sendable {
        let id: AgencyID
        /// Short, for people and files.
        var code: String
        var name: String
        /// The agency it belongs under.
        var parent: AgencyID?
        /// Minutes ahead of UTC: 420, 480 or 540.
        var offsetMinutes: Int
        /// The roles whose holders need a second factor.
        var secondFactorRoles: Set<Role>
        /// What it is; `nil` while nobody said.
        var kind: AgencyKind?
    }

    private static let columns: SQL = "id, code, name, parent, utc_offset, second_factor, kind"

    /// One agency; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    static func find(_ agency: AgencyID, in session: any ReadSession) throws -> Kept? {
        try session.row("SELECT \(columns) FROM agencies WHERE id = \(agency.text)").map(kept)
    }

    /// The agency with a code; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    static func find(code: String, in session: any ReadSession) throws -> Kept? {
        try session.row("SELECT \(columns) FROM agencies WHERE code = \(code)").map(kept)
    }

    /// A page of all agencies in the order of names, without the one that stands for the nation.
    ///
    /// - Throws: `RelationalError`.
    static func list(skip: Int, most: Int, in session: any ReadSession) throws -> [Kept] {
        try session.rows(
            """
            SELECT \(columns) FROM agencies WHERE id <> \(AgencyID.nation.text)
            ORDER BY lower(name), id LIMIT \(most) OFFSET \(skip)
            """
        ).map(kept)
    }

    /// These agencies in the order of names.
    ///
    /// - Throws: `RelationalError`.
    static func list(_ agencies: [AgencyID], in session: any ReadSession) throws -> [Kept] {
        try session.rows(
            "SELECT \(columns) FROM agencies WHERE id IN (\(list: agencies.map(\.text))) ORDER BY lower(name), id"
        ).map(kept)
    }

    /// Keeps a new agency.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when the code is taken.
    static func insert(_ agency: Kept, at now: Timestamp, in session: any WriteSession) throws {
        try session.execute(
            """
            INSERT INTO agencies (id, code, name, parent, utc_offset, second_factor, kind, created_at)
            VALUES (\(agency.id.text), \(agency.code), \(agency.name), \(agency.parent?.text), \(agency.offsetMinutes),
            \(words(agency.secondFactorRoles)), \(agency.kind?.rawValue), \(now.milliseconds))
            """)
    }

    /// Changes what an agency is, what it is called and where it stands.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when the code is taken.
    static func update(_ agency: Kept, in session: any WriteSession) throws {
        try session.execute(
            """
            UPDATE agencies SET code = \(agency.code), name = \(agency.name), parent = \(agency.parent?.text),
            utc_offset = \(agency.offsetMinutes), second_factor = \(words(agency.secondFactorRoles)),
            kind = \(agency.kind?.rawValue)
            WHERE id = \(agency.id.text)
            """)
    }

    private static func words(_ roles: Set<Role>) -> String {
        roles.map(\.rawValue).sorted().joined(separator: " ")
    }

    private static func kept(_ row: Row) throws -> Kept {
        Kept(
            id: AgencyID(try row.text(0)), code: try row.text(1), name: try row.text(2),
            parent: try row.optionalText(3).map { AgencyID($0) }, offsetMinutes: Int(try row.integer(4)),
            secondFactorRoles: Set(try row.text(5).split(separator: " ").compactMap { Role(rawValue: String($0)) }),
            kind: try row.optionalText(6).flatMap(AgencyKind.init(rawValue:)))
    }
}
