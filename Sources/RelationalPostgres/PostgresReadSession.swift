import Relational

/// A unit of work that reads. Its statements run in the transaction that the server opens by itself with the first of
/// them, at the isolation level REPEATABLE READ, and that the end of the unit of work closes: one statement costs one
/// round trip.
///
/// A statement that fails ends the unit of work: every later one fails as well.
class PostgresReadSession: ReadSession {
    let dialect = Dialect.postgres
    let seat: Seat
    /// What lies between two answers.
    let boundary: Boundary
    /// The connection, from the first statement on.
    private(set) var connection: Connection?
    /// What ended the transaction or the savepoint; until it is taken back nothing more can be done.
    var trouble: Trouble?
    private var isOver = false
    private var stream: RowStream?
    /// Whether rows have been handed out, so that a statement cannot be asked again unseen.
    private var hasAnswered = false

    init(_ seat: Seat, _ boundary: Boundary = .flush) {
        self.seat = seat
        self.boundary = boundary
    }

    func rows(_ statement: SQL) throws -> [Row] {
        let answer = try ask(statement)
        return try answer?.rows() ?? []
    }

    func forEachRow(_ statement: SQL, _ body: (Row) throws -> Void) throws {
        let (stream, first) = try attempt { connection throws(Trouble) in
            try connection.send(statement.text, statement.arguments)
            let stream = try RowStream(connection, self.boundary)
            return (stream, try stream.next())
        }
        var next = first
        self.stream = stream
        defer { if self.stream === stream, stream.isFinished { self.stream = nil } }
        do {
            while let row = next {
                try body(row)
                do { next = try stream.next() } catch { throw note(error) }
            }
        } catch {
            stream.abandon()
            throw error
        }
    }

    /// Asks a statement and waits for its answer.
    func ask(_ statement: SQL) throws(RelationalError) -> Answer? {
        try attempt { connection throws(Trouble) in
            try connection.send(statement.text, statement.arguments)
            return try connection.settle(self.boundary)
        }
    }

    /// Does something with the connection. Where nothing has been handed out yet, a connection that was lost while it
    /// was idle and a statement prepared for an older schema are put right unseen.
    func attempt<Result>(_ act: (Connection) throws(Trouble) -> Result) throws(RelationalError) -> Result {
        var retries = 2
        while true {
            let connection = try ready()
            do {
                let result = try act(connection)
                hasAnswered = true
                return result
            } catch {
                if error.isStale { seat.reachability.noteSchemaChange() }
                guard isFirstAnswer, retries > 0, error.isLost || error.isStale else { throw note(error) }
                retries -= 1
                self.connection = nil
            }
        }
    }

    /// Whether a failed statement can be asked again without anybody seeing two states of the database.
    var isFirstAnswer: Bool { !hasAnswered }

    /// Whether anything was sent.
    var hasBegun: Bool { connection != nil }

    /// The connection, in the transaction of this unit of work and with nothing under way.
    func ready() throws(RelationalError) -> Connection {
        if isOver { throw RelationalError(.other, "a unit of work that has ended was used") }
        if let trouble { throw trouble.error }
        if let connection {
            if let stream {
                do { try stream.makeWay() } catch { throw note(error) }
                self.stream = nil
            }
            return connection
        }
        let opened = try seat.connection()
        do {
            try opened.renewStatements(schemaChanges: seat.reachability.schemaChanges)
            try begin(opened)
        } catch {
            throw note(error)
        }
        connection = opened
        return opened
    }

    /// Opens the transaction; for reading the server does it by itself.
    func begin(_ connection: Connection) throws(Trouble) {}

    /// Remembers trouble that ends the transaction.
    func note(_ trouble: Trouble) -> RelationalError {
        if trouble.endsTransaction, self.trouble == nil { self.trouble = trouble }
        return trouble.error
    }

    /// Takes rows that nobody wants off the connection, so that the transaction can be closed in order.
    func finishRows() throws(RelationalError) {
        if connection != nil { _ = try ready() }
    }

    /// The closure has returned: nothing can be asked through this session any more. Rows that nobody took are
    /// thrown away, at the price of the connection when there are many.
    func end() {
        isOver = true
        guard let stream, let connection else { return }
        self.stream = nil
        do {
            if try !stream.endSoon() { connection.giveUp() }
        } catch {
            _ = note(error)
        }
    }

    /// Closes the transaction without waiting for the server to say so.
    func endReading() {
        end()
        guard let connection, !connection.isBroken, trouble == nil else { return }
        do { try connection.close(.sync) } catch { connection.giveUp() }
    }
}
