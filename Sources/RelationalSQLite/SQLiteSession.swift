internal import GRDB
internal import GRDBSQLite
internal import Relational

/// A unit of work on one connection. Statements are prepared once for each connection.
final class SQLiteSession: WriteSession {
    /// The connection, until the unit of work is over.
    private var connection: GRDB.Database?
    private let writes: Bool
    /// The engine takes back a whole transaction by itself after some errors. What came next would then be kept one by
    /// one, so nothing comes next.
    private var aborted: RelationalError?
    private var begin: SQLiteStatement?
    private var release: SQLiteStatement?
    private var takeBack: SQLiteStatement?

    private init(_ connection: GRDB.Database, writes: Bool) {
        self.connection = connection
        self.writes = writes
    }

    /// Runs `body` on a connection that stands where it is to stand already.
    static func reading<T>(on connection: GRDB.Database, _ body: (any ReadSession) throws -> T) throws -> T {
        let session = SQLiteSession(connection, writes: false)
        defer { session.connection = nil }
        return try body(session)
    }

    /// Runs `body` in a transaction that has the right to write from its begin.
    static func transaction<T>(on connection: GRDB.Database, _ body: (any WriteSession) throws -> T) throws -> T {
        var result: T?
        let session = SQLiteSession(connection, writes: true)
        defer { session.connection = nil }
        try connection.inTransaction(.immediate) {
            result = try body(session)
            if let aborted = session.aborted { throw aborted }
            return .commit
        }
        guard let result else { throw RelationalError(.other, "a transaction without a result") }
        return result
    }

    var dialect: Dialect { .sqlite }

    func rows(_ statement: Relational.SQL) throws -> [Relational.Row] {
        var rows: [Relational.Row] = []
        try run(statement) { while try $0.step() { rows.append(try $0.row()) } }
        return rows
    }

    func forEachRow(_ statement: Relational.SQL, _ body: (Relational.Row) throws -> Void) throws {
        try run(statement) { while try $0.step() { try body(try $0.row()) } }
    }

    func execute(_ statement: Relational.SQL) throws {
        try run(statement) { while try $0.step() {} }
    }

    func change(_ statement: Relational.SQL) throws -> Int {
        try run(statement) { prepared in
            let before = sqlite3_total_changes64(prepared.connection)
            while try prepared.step() {}
            // The count of the last change stands until the next one, also over statements that change no row.
            return sqlite3_total_changes64(prepared.connection) == before ? 0 : Int(sqlite3_changes64(prepared.connection))
        }
    }

    func script(_ text: String) throws {
        try guarded { connection, _ in
            do {
                try connection.execute(sql: text)
            } catch {
                throw relational(error)
            }
        }
    }

    func savepoint<T>(_ body: () throws -> T) throws -> T {
        // One name is enough: the innermost savepoint of that name counts.
        try step(&begin, "SAVEPOINT request")
        do {
            let result = try body()
            try step(&release, "RELEASE request")
            return result
        } catch {
            if aborted == nil {
                try step(&takeBack, "ROLLBACK TO request")
                try step(&release, "RELEASE request")
            }
            throw error
        }
    }

    /// Runs one of the statements that stand around every request; they are looked up once in a session.
    private func step(_ prepared: inout SQLiteStatement?, _ text: String) throws {
        try guarded { connection, pointer in
            let statement = try prepared ?? SQLiteStatement(preparing(text, connection), pointer)
            prepared = statement
            defer { statement.reset() }
            while try statement.step() {}
        }
    }

    private func preparing(_ text: String, _ connection: GRDB.Database) throws -> Statement {
        do {
            return try connection.cachedStatement(sql: text)
        } catch {
            throw relational(error)
        }
    }

    private func run<T>(_ statement: Relational.SQL, _ body: (SQLiteStatement) throws -> T) throws -> T {
        try guarded { connection, pointer in
            var handle = SQLiteStatement(try preparing(statement.text, connection), pointer)
            // The same statement can be at work already, further out: in the body of `forEachRow`.
            if handle.isBusy { handle = SQLiteStatement(try connection.makeStatement(sql: statement.text), pointer) }
            defer { handle.reset() }
            try handle.bind(statement.arguments)
            return try body(handle)
        }
    }

    private func guarded<T>(_ body: (GRDB.Database, OpaquePointer) throws -> T) throws -> T {
        if let aborted { throw aborted }
        guard let connection, let pointer = connection.sqliteConnection else {
            throw RelationalError(.other, "the unit of work is over")
        }
        do {
            let result = try body(connection, pointer)
            if writes, sqlite3_get_autocommit(pointer) != 0 {
                throw RelationalError(.other, "a statement ended the transaction")
            }
            return result
        } catch {
            if writes, sqlite3_get_autocommit(pointer) != 0, aborted == nil {
                aborted = error as? RelationalError ?? RelationalError(.other, "the transaction was taken back")
            }
            throw error
        }
    }
}
