/// Copies rows from one database to another, of the same or the other engine. What has read them in one consistent
/// state is copied in one transaction, in constant memory.
public struct TableCopy: Sendable {
    /// The tables in an order in which each stands behind those it points to.
    public let tables: [String]
    /// Tables that stay empty in the copy, such as those with secrets.
    public let excluded: Set<String>

    /// - Parameters:
    ///   - tables: all tables but the record of migrations, each behind those it points to.
    ///   - excluded: those of them that stay empty in the copy.
    public init(tables: [String], excluding excluded: Set<String> = []) {
        self.tables = tables
        self.excluded = excluded
    }

    /// Copies all rows. The tables must be there on both sides, with the same columns, and empty in the target, unless
    /// the steps of its schema put rows there.
    ///
    /// - Parameters:
    ///   - source: reads in one consistent state.
    ///   - target: a transaction of another database.
    ///   - clearing: whether rows that the target already holds are removed first.
    /// - Returns: how many rows each table got.
    /// - Throws: `RelationalError`, of kind ``RelationalError/Kind/schema`` when a table is missing on a side, in the list
    ///   or not empty, or when columns differ.
    /// - Complexity: O(rows)
    public func run(from source: any ReadSession, to target: any WriteSession, clearing: Bool = false) throws -> [String: Int] {
        let shapes = try compare(source, target)
        // SQLite looks at the pointers at the end of the transaction then.
        if target.dialect == .sqlite { try target.execute("PRAGMA defer_foreign_keys = ON") }
        for shape in shapes.reversed() {
            guard try target.row(SQL(text: "SELECT 1 FROM \(quoted(shape.name)) LIMIT 1")) != nil else { continue }
            guard clearing else { throw RelationalError(.schema, "table \(shape.name) of the target is not empty") }
            try target.execute(SQL(text: "DELETE FROM \(quoted(shape.name))"))
        }
        var counts: [String: Int] = [:]
        for shape in shapes {
            counts[shape.name] = excluded.contains(shape.name) ? 0 : try copy(shape, source, target)
        }
        return counts
    }

    /// Makes sure that the list and the tables of a database are the same, so that none is forgotten.
    ///
    /// - Throws: `RelationalError`, of kind ``RelationalError/Kind/schema`` when they are not.
    public func requireTables(in session: any ReadSession) throws {
        let listed = Set(tables)
        guard listed.count == tables.count else { throw RelationalError(.schema, "a table is listed twice") }
        guard excluded.isSubset(of: listed) else { throw RelationalError(.schema, "an excluded table is not listed") }
        let there = Set(try TableShape.tables(in: session)).subtracting([Migrator.table])
        if let name = there.symmetricDifference(listed).min() {
            throw RelationalError(.schema, "table \(name) is \(listed.contains(name) ? "missing" : "not listed") (\(session.dialect.rawValue))")
        }
    }

    private func copy(_ shape: TableShape, _ source: any ReadSession, _ target: any WriteSession) throws -> Int {
        let columns = shape.columns.map(quoted).joined(separator: ", ")
        let width = shape.columns.count
        func insert(_ rows: Int) -> String {
            let groups = (0..<rows).map { row in "(\((1...width).map { "$\(row * width + $0)" }.joined(separator: ", ")))" }
            return "INSERT INTO \(quoted(shape.name)) (\(columns)) VALUES \(groups.joined(separator: ", "))"
        }
        // Several rows a statement spare a server most of its work; what is left at the end goes one by one.
        let many = max(1, min(50, 500 / width))
        let (insertMany, insertOne) = (insert(many), insert(1))
        var order = ParentsFirst(shape.selfReferences)
        var count = 0
        var waiting: [SQLValue] = []
        func write(_ rows: [Row]) throws {
            for row in rows {
                waiting += row.values
                count += 1
                guard waiting.count == many * width else { continue }
                try target.execute(SQL(text: insertMany, arguments: waiting))
                waiting.removeAll(keepingCapacity: true)
            }
        }
        // The savepoint shows errors that come late before the next table is begun.
        try target.savepoint {
            try source.forEachRow(SQL(text: "SELECT \(columns) FROM \(quoted(shape.name))")) { try write(order.take($0)) }
            try write(order.rest())
            for start in stride(from: 0, to: waiting.count, by: width) {
                try target.execute(SQL(text: insertOne, arguments: Array(waiting[start..<start + width])))
            }
        }
        return count
    }

    private func compare(_ source: any ReadSession, _ target: any ReadSession) throws -> [TableShape] {
        try requireTables(in: source)
        try requireTables(in: target)
        return try tables.map { name in
            let shape = try TableShape(name, in: source)
            guard try Set(shape.columns) == Set(TableShape(name, in: target).columns) else {
                throw RelationalError(.schema, "the columns of table \(name) differ")
            }
            return shape
        }
    }

    private func quoted(_ name: String) -> String {
        "\"\(name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
    }
}
