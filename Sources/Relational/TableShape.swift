/// What a copy has to know of a table.
public struct TableShape: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its columns, in their order.
    public let columns: [String]
    /// Which columns point to which columns of the same table, by places in ``columns``; one list a foreign key.
    public let selfReferences: [[SelfReference]]

    /// One pair of columns of a foreign key of a table to itself.
    public struct SelfReference: Hashable, Sendable {
        /// The place of the column that points.
        public let from: Int
        /// The place of the column pointed to.
        public let to: Int

        /// A column that points to another, by their places.
        public init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }
    }

    /// The names of all tables of a database, in alphabetical order, without those of the engine.
    ///
    /// - Throws: `RelationalError`.
    public static func tables(in session: any ReadSession) throws -> [String] {
        let rows =
            switch session.dialect {
            case .sqlite:
                try session.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'")
            case .postgres:
                try session.rows(
                    """
                    SELECT CAST(c.relname AS TEXT) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p')
                    """)
            }
        return try rows.map { try $0.text(0) }.sorted()
    }

    /// Reads the shape of a table.
    ///
    /// - Throws: `RelationalError`, of kind ``RelationalError/Kind/schema`` when there is no such table.
    public init(_ name: String, in session: any ReadSession) throws {
        self.name = name
        let columns = try TableShape.columns(name, session)
        guard !columns.isEmpty else { throw RelationalError(.schema, "there is no table \(name)") }
        self.columns = columns
        var pairs: [String: [SelfReference]] = [:]
        for row in try TableShape.selfReferences(name, session) {
            guard let from = try columns.firstIndex(of: row.text(1)), let to = try columns.firstIndex(of: row.text(2)) else {
                throw RelationalError(.schema, "a foreign key of \(name) cannot be understood")
            }
            pairs[try row.text(0), default: []].append(SelfReference(from: from, to: to))
        }
        selfReferences = pairs.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func columns(_ table: String, _ session: any ReadSession) throws -> [String] {
        let rows =
            switch session.dialect {
            case .sqlite: try session.rows("SELECT name FROM pragma_table_info(\(table)) ORDER BY cid")
            case .postgres:
                try session.rows(
                    """
                    SELECT CAST(a.attname AS TEXT) FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
                    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = current_schema() AND c.relname = CAST(\(table) AS TEXT) AND a.attnum > 0 AND NOT a.attisdropped
                    ORDER BY a.attnum
                    """)
            }
        return try rows.map { try $0.text(0) }
    }

    /// Rows of: foreign key, column that points, column pointed to.
    private static func selfReferences(_ table: String, _ session: any ReadSession) throws -> [Row] {
        switch session.dialect {
        case .sqlite:
            // Without a column after REFERENCES the primary key is meant.
            try session.rows(
                """
                SELECT CAST(f.id AS TEXT), f."from", coalesce(f."to", (SELECT c.name FROM pragma_table_info(\(table)) c WHERE c.pk = f.seq + 1))
                FROM pragma_foreign_key_list(\(table)) f WHERE f."table" = \(table) COLLATE NOCASE ORDER BY f.id, f.seq
                """)
        case .postgres:
            try session.rows(
                """
                SELECT CAST(k.conname AS TEXT), CAST(a.attname AS TEXT), CAST(b.attname AS TEXT)
                FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS p (here, there, place)
                JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.here
                JOIN pg_catalog.pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = p.there
                WHERE k.contype = 'f' AND k.confrelid = k.conrelid AND n.nspname = current_schema() AND c.relname = CAST(\(table) AS TEXT)
                ORDER BY k.conname, p.place
                """)
        }
    }
}
