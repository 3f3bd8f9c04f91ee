import CPostgres
import Relational

/// The rows of one statement as they arrive. While it is not finished, nothing else can be asked on its connection.
final class RowStream {
    private let connection: Connection
    private let boundary: Boundary
    /// Rows that had to be taken off the connection because something else was asked meanwhile.
    private var kept = Queue<Row>()
    private var misread: RelationalError?
    private(set) var isFinished = false
    /// Nobody wants the rows that are still to come.
    private(set) var isAbandoned = false

    /// Begins to read the statement that was queued last; everything before it is settled first.
    init(_ connection: Connection, _ boundary: Boundary) throws(Trouble) {
        self.connection = connection
        self.boundary = boundary
        try connection.close(boundary)
        _ = try connection.collect(all: false, boundary: boundary)
        guard PQsetSingleRowMode(connection.handle) == 1 else { throw connection.lost("rows cannot be read one by one") }
    }

    /// The next row, `nil` behind the last.
    ///
    /// - Throws: what ended the reading; a value that cannot be read ends nothing but is reported in its turn.
    func next() throws(Trouble) -> Row? {
        if let row = kept.popFirst() { return row }
        if let misread { throw Trouble(error: misread) }
        return try read()
    }

    /// Takes all rows off the connection; they are kept unless nobody wants them.
    ///
    /// - Complexity: O(rows), in memory as well
    func makeWay() throws(Trouble) {
        while !isFinished {
            do {
                if let row = try read(), !isAbandoned { kept.append(row) }
            } catch  where !isFinished {
                misread = misread ?? error.error
                isAbandoned = true
            }
        }
    }

    /// Nobody wants the rows that are still to come.
    func abandon() {
        isAbandoned = true
        kept = Queue()
    }

    /// Reads to the end if that is not far.
    ///
    /// - Returns: whether the end was reached.
    func endSoon() throws(Trouble) -> Bool {
        abandon()
        for _ in 0..<10_000 where !isFinished {
            do { _ = try read() } catch  where !isFinished { continue }
        }
        return isFinished
    }

    private func read() throws(Trouble) -> Row? {
        guard !isFinished else { return nil }
        guard let result = try nextResult() else { throw fail(connection.lost("an answer is missing")) }
        let answer = Answer(result)
        switch answer.status {
        case PGRES_SINGLE_TUPLE:
            if isAbandoned { return nil }
            do { return try answer.onlyRow() } catch { throw Trouble(error: error) }
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
            isFinished = true
            try connection.end()
            _ = connection.due.popFirst()
            _ = try connection.collect(all: true, boundary: boundary)
            return nil
        case PGRES_FATAL_ERROR:
            isFinished = true
            var wasCached = false
            if case .answer(let cached)? = connection.due.first { wasCached = cached }
            let trouble = connection.trouble(in: result, wasCached: wasCached)
            if connection.isBroken { throw trouble }
            try connection.end()
            _ = connection.due.popFirst()
            if boundary == .flush { try connection.close(.sync) }
            _ = try connection.collect(all: true, boundary: .sync)
            throw trouble
        default: throw fail(connection.lost("a statement with a protocol of its own"))
        }
    }

    private func nextResult() throws(Trouble) -> OpaquePointer? {
        do { return try connection.nextResult() } catch { throw fail(error) }
    }

    private func fail(_ trouble: Trouble) -> Trouble {
        isFinished = true
        return trouble
    }
}
