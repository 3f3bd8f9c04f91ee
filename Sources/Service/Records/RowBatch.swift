import Relational

/// Writes many rows of one table, some hundred values a statement. The text of the statements is always the same two, so
/// that an engine prepares them once.
struct RowBatch {
    private let width: Int
    private let many: Int
    private let manyText: String
    private let oneText: String
    private var waiting: [SQLValue] = []

    /// - Parameters:
    ///   - table: of the program's own schema.
    ///   - columns: in the order in which values come.
    ///   - ending: stands behind the values, such as `ON CONFLICT DO NOTHING`.
    init(into table: String, _ columns: [String], ending: String = "") {
        width = columns.count
        many = max(1, 400 / width)
        let head = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES "
        func text(_ rows: Int) -> String {
            head
                + (0..<rows).map { row in "(" + (1...columns.count).map { "$\(row * columns.count + $0)" }.joined(separator: ", ") + ")" }
                .joined(separator: ", ") + (ending.isEmpty ? "" : " \(ending)")
        }
        manyText = text(many)
        oneText = text(1)
    }

    /// Takes a row; writes when enough have come.
    ///
    /// - Throws: `RelationalError`.
    mutating func add(_ values: [SQLValue], in session: any WriteSession) throws {
        waiting += values
        guard waiting.count == many * width else { return }
        try session.execute(SQL(text: manyText, arguments: waiting))
        waiting.removeAll(keepingCapacity: true)
    }

    /// Writes what is left.
    ///
    /// - Throws: `RelationalError`.
    mutating func finish(in session: any WriteSession) throws {
        for start in stride(from: 0, to: waiting.count, by: width) {
            try session.execute(SQL(text: oneText, arguments: Array(waiting[start..<start + width])))
        }
        waiting.removeAll()
    }
}

extension Collection {
    /// In pieces of so many, for statements that take a bounded number of values.
    func pieces(of length: Int) -> [SubSequence] {
        var pieces: [SubSequence] = []
        var start = startIndex
        while start != endIndex {
            let end = index(start, offsetBy: length, limitedBy: endIndex) ?? endIndex
            pieces.append(self[start..<end])
            start = end
        }
        return pieces
    }
}
