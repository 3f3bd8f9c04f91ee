import Relational

/// A unit of work that changes, in a transaction at the isolation level READ COMMITTED.
///
/// Statements given to ``execute(_:)`` are queued and travel with the next one whose answer is needed. A savepoint that
/// holds nothing else costs one round trip: it is set, filled and left in one group, whose errors are its own.
final class PostgresWriteSession: PostgresReadSession, WriteSession {
    /// How deep in savepoints we are.
    private var depth = 0
    /// How many statements wait to be sent whose failure would belong to what surrounds the next savepoint.
    private var waiting = 0
    /// Whether a statement prepared for an older schema came to light.
    private(set) var wasStale = false
    /// Whether tables may be others than before.
    private(set) var mayHaveChangedSchema = false
    /// Whether another transaction stood in the way.
    private(set) var hadConflict = false

    /// Whether the commit was sent, after which only the server knows what became of it.
    private(set) var hasSentCommit = false

    /// - Parameter seat: whose connection is used.
    init(_ seat: Seat) {
        super.init(seat, .sync)
    }

    func execute(_ statement: SQL) throws {
        let connection = try ready()
        do {
            // What is queued takes memory on both sides.
            if connection.due.count >= 512 { _ = try connection.settle(.sync) }
            try connection.send(statement.text, statement.arguments)
            waiting += 1
            try renewStatements(after: statement.text)
        } catch {
            throw note(error)
        }
    }

    func change(_ statement: SQL) throws -> Int {
        try ask(statement)?.changed ?? 0
    }

    func script(_ text: String) throws {
        let connection = try ready()
        try settle()
        do {
            _ = try connection.script(text)
            if connection.isInTransaction { return try renewStatements(connection) }
        } catch {
            throw note(error)
        }
        // Part of it is kept already, so it must not be run again.
        connection.giveUp()
        let ended = Trouble.local(.other, "a script ended the transaction in which it ran")
        trouble = ended
        throw ended.error
    }

    func savepoint<T>(_ body: () throws -> T) throws -> T {
        // Errors of what stands before belong to what surrounds this savepoint.
        if waiting > 0 { try settle() } else { _ = try ready() }
        depth += 1
        let name = "zona\(depth)"
        defer { depth -= 1 }
        do {
            do { try ready().control("SAVEPOINT \(name)") } catch let error as Trouble { throw note(error) }
            let value = try body()
            let connection = try ready()
            do { try connection.control("RELEASE SAVEPOINT \(name)") } catch { throw note(error) }
            try settle()
            return value
        } catch {
            takeBack(to: name)
            throw error
        }
    }

    override func ask(_ statement: SQL) throws(RelationalError) -> Answer? {
        waiting = 0
        let answer = try super.ask(statement)
        do { try renewStatements(after: statement.text) } catch { throw note(error) }
        return answer
    }

    /// After a statement that may have changed the schema: what was prepared before may not fit.
    private func renewStatements(after text: String) throws(Trouble) {
        if let connection, !Self.leavesSchema(text) { try renewStatements(connection) }
    }

    private func renewStatements(_ connection: Connection) throws(Trouble) {
        mayHaveChangedSchema = true
        try connection.renewStatements()
    }

    override func forEachRow(_ statement: SQL, _ body: (Row) throws -> Void) throws {
        waiting = 0
        try super.forEachRow(statement, body)
    }

    /// A change is never asked again by itself: the whole closure is.
    override var isFirstAnswer: Bool { false }

    override func begin(_ connection: Connection) throws(Trouble) {
        try connection.control("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
    }

    override func note(_ trouble: Trouble) -> RelationalError {
        if trouble.isStale { wasStale = true }
        if trouble.isConflict { hadConflict = true }
        return super.note(trouble)
    }

    /// Sends what is queued and waits until all of it has been carried out.
    func settle() throws(RelationalError) {
        waiting = 0
        let connection = try ready()
        guard !connection.due.isEmpty else { return }
        do { _ = try connection.settle(.sync) } catch { throw note(error) }
    }

    /// Takes back what happened since a savepoint, whether or not the server has seen all of it, and whether or not
    /// it failed. When this does not succeed, the trouble stays.
    private func takeBack(to name: String) {
        guard let connection, !connection.isBroken else { return }
        trouble = nil
        waiting = 0
        do {
            // `ready` first puts away rows that nobody took, and notes its own trouble.
            let connection = try ready()
            do { try connection.takeBack(to: name) } catch { _ = note(error) }
        } catch {
            return
        }
    }

    /// Whether a statement certainly leaves tables and prepared statements as they are.
    static func leavesSchema(_ text: String) -> Bool {
        ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains(firstWord(text))
    }

    /// The first word as it is written: of statements in small letters nothing is taken for granted.
    private static func firstWord(_ text: String) -> Substring {
        let start = text.utf8.firstIndex { $0 > 0x20 } ?? text.endIndex
        return text[start...].prefix { $0 >= "A" && $0 <= "Z" }
    }

    /// Makes the transaction durable. Statements are settled first, so that while this waits only the commit itself
    /// can be in doubt.
    func commit() throws(RelationalError) {
        guard let connection else { return }
        do throws(Trouble) {
            if !connection.due.isEmpty { _ = try connection.settle(.sync) }
            try connection.control("COMMIT")
            hasSentCommit = true
            let answer = try connection.settle(.sync)
            guard answer?.tag == "COMMIT" else { throw Trouble.local(.other, "the server took back what it was to commit") }
        } catch {
            throw note(hasSentCommit && error.isLost ? .lost("\(error.error.detail); it is unknown whether the commit was carried out") : error)
        }
    }
}
