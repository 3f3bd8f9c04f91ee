public import Relational

/// A database on a PostgreSQL server, version 15 or later.
///
/// Reads see one state (REPEATABLE READ, READ ONLY). Changes run at READ COMMITTED: whoever reads something in order
/// to change it locks the row first (`SELECT … FOR UPDATE`), as the head of a journal, or lets a constraint decide.
/// A change that returned is on the server's disk (`synchronous_commit = on`, servers with `fsync = off` are refused).
///
/// The types of values are taken from the place where they stand; where nothing tells, as in `SELECT $1`, write
/// `CAST($1 AS BIGINT)`. A statement that fails ends the innermost savepoint or the whole unit of work, even if the
/// closure carries on. Connections keep prepared statements, so a pooler in between must keep sessions apart.
public final class PostgresDatabase: Database {
    private let target: Target
    private let reachability: Reachability
    private let readers: Lane
    private let writers: Lane

    /// PostgreSQL.
    public var dialect: Dialect { .postgres }

    private init(target: Target) throws(RelationalError) {
        self.target = target
        let options = target.options
        reachability = Reachability(patience: options.patience)
        readers = try Lane(size: options.readers, patience: options.leaseTimeout, target: target, role: .reader, reachability: reachability)
        do {
            writers = try Lane(size: options.writers, patience: options.leaseTimeout, target: target, role: .writer, reachability: reachability)
        } catch {
            readers.close()
            throw error
        }
    }

    deinit {
        readers.close()
        writers.close()
        reachability.close()
    }

    /// Connects to a server.
    ///
    /// - Parameters:
    ///   - url: `postgres://user:password@host:port/database?sslmode=verify-full&…`, with the parameters of libpq.
    ///   - options: limits and sizes.
    /// - Throws: `RelationalError` of kind `unavailable` when the server cannot be reached or refuses the name or
    ///   password, `other` when the address cannot be read or the server does not keep what it confirms.
    public static func open(url: String, options: PostgresOptions = PostgresOptions()) async throws -> PostgresDatabase {
        let database = try PostgresDatabase(target: Target(url: url, options: options))
        do {
            _ = try await database.read { try $0.rows("SELECT 1") }
        } catch {
            await database.close()
            throw error
        }
        return database
    }

    /// Reads in one consistent state. Never waits for a writer.
    ///
    /// - Throws: `RelationalError`, of kind `locked` when no connection became free in time, or whatever `body` throws.
    public func read<T: Sendable>(_ body: @escaping @Sendable (any ReadSession) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            readers.submit { seat in
                continuation.resume(with: Result { try seat.read(body) })
            } refuse: {
                continuation.resume(throwing: $0)
            }
        }
    }

    /// Changes the database in one durable transaction.
    ///
    /// - Throws: `RelationalError`, or whatever `body` throws, and nothing is kept; of kind `unavailable` with a detail
    ///   that says so when the connection was lost during the commit and nobody knows whether it was carried out.
    public func write<T: Sendable>(_ body: @escaping @Sendable (any WriteSession) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            writers.submit { seat in
                continuation.resume(with: Result { try seat.write(body) })
            } refuse: {
                continuation.resume(throwing: $0)
            }
        }
    }

    /// Indexes and constraints the server considers invalid, pages whose checksum was wrong, tables that cannot be
    /// read to the end; where the extension `amcheck` is installed and may be used, also what it finds in tables and
    /// indexes. Uses a connection of its own, without a limit of time.
    ///
    /// - Throws: `RelationalError` when the server cannot be asked.
    /// - Complexity: O(size of the database)
    public func integrityProblems() async throws -> [String] {
        let seat = Mailbox(target: target, reachability: reachability)
        return try await withCheckedThrowingContinuation { continuation in
            let isRunning = startThread { continuation.resume(with: Result { try seat.examine() }) }
            if !isRunning { continuation.resume(throwing: RelationalError(.unavailable, "no more threads can be started")) }
        }
    }

    /// Finishes the work that was accepted and closes the connections.
    public func close() async {
        readers.close()
        await writers.finish()
        await readers.finish()
        reachability.close()
    }
}

/// What an examination needs, on its way to a thread of its own.
private struct Mailbox: Sendable {
    let target: Target
    let reachability: Reachability

    func examine() throws -> [String] {
        let seat = Seat(target: target, role: .examiner, reachability: reachability)
        defer { seat.leave() }
        return try Examination(seat: seat).problems()
    }
}
