import Relational

/// Looks for damage with what an ordinary user may ask. Each question is a unit of work of its own, since a damaged
/// page ends the one in which it is met.
struct Examination {
    let seat: Seat

    /// Everything that was found, in the words of the server.
    func problems() throws -> [String] {
        var problems = try catalogue()
        let tables = try names(
            """
            SELECT c.oid::bigint, format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'm') AND n.nspname = ANY (current_schemas(false))
                AND has_table_privilege(c.oid, 'SELECT') AND has_schema_privilege(n.oid, 'USAGE') ORDER BY 2
            """)
        for table in tables {
            // Writing every row as text makes the server unpack values that are kept apart.
            problems += try ask(table.name, SQL(text: "SELECT count((zona_row.*)::text) FROM \(table.name) zona_row"), expectsNothing: false)
        }
        guard try mayUse("verify_heapam(regclass,boolean,boolean,text,bigint,bigint)"), try mayUse("bt_index_check(regclass,boolean)") else {
            return problems
        }
        for table in tables {
            problems += try ask(table.name, SQL(text: "SELECT msg FROM verify_heapam('\(table.number)'::regclass)"), expectsNothing: true)
        }
        let indexes = try names(
            """
            SELECT c.oid::bigint, format('%I.%I', n.nspname, c.relname) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_am a ON a.oid = c.relam
            WHERE a.amname = 'btree' AND c.relkind = 'i' AND c.relpersistence = 'p' AND i.indisvalid AND i.indisready
                AND n.nspname = ANY (current_schemas(false)) ORDER BY 2
            """)
        for index in indexes {
            problems += try ask(index.name, SQL(text: "SELECT bt_index_check('\(index.number)'::regclass, true)"), expectsNothing: false)
        }
        return problems
    }

    private func catalogue() throws -> [String] {
        try seat.read { session in
            var problems: [String] = []
            problems += try session.rows("SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid ORDER BY 1")
                .map { "index \(try $0.text(0)) is not valid" }
            problems += try session.rows("SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE NOT convalidated ORDER BY 1, 2")
                .map { "constraint \(try $0.text(1)) of table \(try $0.text(0)) was never checked" }
            problems += try session.rows(
                "SELECT checksum_failures FROM pg_stat_database WHERE datname = current_database() AND checksum_failures > 0"
            ).map { "\(try $0.integer(0)) pages with a wrong checksum since statistics began" }
            return problems
        }
    }

    private func names(_ statement: SQL) throws -> [(number: Int64, name: String)] {
        try seat.read { try $0.rows(statement).map { (try $0.integer(0), try $0.text(1)) } }
    }

    private func mayUse(_ function: String) throws -> Bool {
        try seat.read { session in
            let row = try session.row(
                """
                SELECT coalesce(has_function_privilege(to_regprocedure(\(function)), 'EXECUTE'), false)
                """)
            return try row?.integer(0) == 1
        }
    }

    /// What one question brings to light: the error with which it ends, or the rows that should not be there.
    private func ask(_ place: String, _ statement: SQL, expectsNothing: Bool) throws -> [String] {
        do {
            let rows = try seat.read { try $0.rows(statement) }
            return expectsNothing ? try rows.map { "\(place): \(try $0.text(0))" } : []
        } catch let error as RelationalError {
            switch error.kind {
            // Not what was looked for: the server is away, or somebody changes the table right now.
            case .unavailable, .locked, .timedOut: throw error
            default: return ["\(place): \(error.detail)"]
            }
        }
    }
}
