internal import GRDB
internal import GRDBSQLite
public import Relational

/// One SQLite file, kept in WAL mode: any number of readers beside one writer, also from several programs at once. A
/// change that was acknowledged survives a power cut.
public final class SQLiteDatabase: Relational.Database {
    /// How a file is opened.
    public struct Options: Hashable, Sendable {
        /// The most readers at a time; further ones wait for a free one. At least 1.
        public var readers = 6
        /// How long a writer waits for the writer of another program, in milliseconds.
        public var busyTimeout = 5_000
        /// Whether nothing may be changed; the file must be there then and is not created.
        public var isReadOnly = false

        /// Six readers, five seconds, reading and writing.
        public init() {}
    }

    /// Where the file is.
    public let path: String
    private let pool: DatabasePool

    /// Opens the file, or creates it so that only its owner may read it.
    ///
    /// - Parameters:
    ///   - path: of the file; its folder must exist.
    ///   - options: how it is opened.
    /// - Throws: `RelationalError`; of kind `damaged` when the file is no SQLite database, of kind `schema` when it
    ///   cannot be used durably.
    public init(path: String, options: Options = Options()) throws {
        self.path = path
        var configuration = Configuration()
        configuration.readonly = options.isReadOnly
        configuration.foreignKeysEnabled = true
        let busyTimeout = CInt(clamping: options.busyTimeout)
        configuration.prepareDatabase { sqlite3_busy_timeout($0.sqliteConnection, busyTimeout) }
        configuration.maximumReaderCount = max(1, options.readers)
        configuration.label = "zona.sqlite"
        do {
            if !options.isReadOnly { try createPrivately(path) }
            pool = try DatabasePool(path: path, configuration: configuration)
            guard !options.isReadOnly else { return }
            // The pool sets NORMAL together with WAL; only FULL makes each commit survive a power cut.
            try pool.writeWithoutTransaction { connection in
                try connection.execute(sql: "PRAGMA synchronous = FULL")
                try SQLiteDatabase.requireDurable(connection)
            }
        } catch {
            throw relational(error)
        }
    }

    /// One file; `sqlite`.
    public var dialect: Dialect { .sqlite }

    /// Reads in one consistent state. Never waits for a writer.
    ///
    /// - Throws: `RelationalError`, `CancellationError` when the task is cancelled, or whatever `body` throws.
    public func read<T: Sendable>(_ body: @escaping @Sendable (any ReadSession) throws -> T) async throws -> T {
        do {
            return try await pool.read { try SQLiteSession.reading(on: $0, body) }
        } catch {
            throw relational(error)
        }
    }

    /// Changes the database in one durable transaction, which no other writer runs beside.
    ///
    /// - Throws: `RelationalError`, `CancellationError` when the task is cancelled, or whatever `body` throws; nothing
    ///   is kept then.
    public func write<T: Sendable>(_ body: @escaping @Sendable (any WriteSession) throws -> T) async throws -> T {
        do {
            return try await pool.writeWithoutTransaction { try SQLiteSession.transaction(on: $0, body) }
        } catch {
            throw relational(error)
        }
    }

    /// Reads on the calling thread, which waits. Only for a thread that may wait, such as one of another engine from
    /// or to which a file is copied; never in a task.
    ///
    /// - Throws: `RelationalError`, or whatever `body` throws.
    public func readBlocking<T>(_ body: (any ReadSession) throws -> T) throws -> T {
        do {
            return try pool.read { try SQLiteSession.reading(on: $0, body) }
        } catch {
            throw relational(error)
        }
    }

    /// Changes the database in one durable transaction while the calling thread waits; see ``readBlocking(_:)``.
    ///
    /// - Throws: `RelationalError`, or whatever `body` throws; nothing is kept then.
    public func writeBlocking<T>(_ body: (any WriteSession) throws -> T) throws -> T {
        do {
            return try pool.writeWithoutTransaction { try SQLiteSession.transaction(on: $0, body) }
        } catch {
            throw relational(error)
        }
    }

    /// Damage of the file, and rows that point to missing ones; empty when it is sound. Reads the whole file.
    ///
    /// - Throws: `RelationalError` when it could not be examined.
    /// - Complexity: O(size of the file)
    public func integrityProblems() async throws -> [String] {
        do {
            return try await read { session in
                let storage = try session.rows("PRAGMA integrity_check").map { try $0.text(0) }.filter { $0 != "ok" }
                let pointers = try session.rows("PRAGMA foreign_key_check").map {
                    try "table \($0.text(0)): row \($0.optionalInteger(1) ?? 0) points to no row of \($0.text(2))"
                }
                return storage + pointers
            }
        } catch let error as RelationalError where error.kind == .damaged {
            return [error.detail]
        }
    }

    /// Lets go of the file, after whatever is still being carried out. The database is not used afterwards.
    public func close() async {
        // A barrier waits for the readers. They go first: only a connection that may write, and is the last, puts the
        // log back into the file. What cannot be closed is closed when it is released.
        try? await pool.barrierWriteWithoutTransaction { _ in }
        pool.invalidateReadOnlyConnections()
        try? pool.close()
    }

    private static func requireDurable(_ connection: GRDB.Database) throws {
        try SQLiteSession.reading(on: connection) { session in
            let found = try ["journal_mode", "synchronous", "foreign_keys"].map { name in
                try session.rows(Relational.SQL(text: "PRAGMA \(name)")).first?.values.first ?? .null
            }
            guard found == [.text("wal"), .integer(2), .integer(1)] else {
                throw RelationalError(.schema, "the file cannot be used durably: WAL, synchronous, foreign keys are \(found)")
            }
        }
    }
}
