public import Relational

#if canImport(Glibc)
    internal import Glibc
#endif

/// A backup: one file that holds everything, whichever engine it came from. It is an SQLite database with a seal behind
/// it; SQLite itself opens it as it is and does not mind the seal.
///
/// A value of this type is proof that the whole file was read and found as it was written.
public struct BackupFile: Hashable, Sendable {
    /// Where the file is.
    public let path: String
    /// The length of the database in it, in bytes.
    public let length: Int64
    /// The SHA-256 of the database in it, as lower-case hex.
    public let digest: String

    /// Reads a whole backup and makes sure that it is as it was written.
    ///
    /// - Throws: ``BackupFault``; `RelationalError` when the file cannot be read to its end.
    /// - Complexity: O(size of the file)
    public init(checking path: String) async throws {
        self = try await elsewhere { try BackupFile(reading: path) }
    }

    init(path: String, length: Int64, digest: String) {
        self.path = path
        self.length = length
        self.digest = digest
    }

    /// Opens the database in the backup for reading. Close it when done.
    ///
    /// - Throws: `RelationalError`.
    public func open() throws -> SQLiteDatabase {
        var options = SQLiteDatabase.Options()
        options.isReadOnly = true
        options.readers = 2
        return try SQLiteDatabase(path: path, options: options)
    }

    /// Makes a new database file out of the backup.
    ///
    /// - Parameters:
    ///   - target: where it goes; nothing may be there, neither the file nor its side files.
    ///   - finishing: changes the database before it has its name, so that what is broken off leaves nothing.
    /// - Throws: ``BackupFault/exists``, ``BackupFault/damaged`` when the backup changed since it was checked,
    ///   `RelationalError`, or whatever `finishing` throws.
    /// - Complexity: O(size of the file)
    public func restore(
        to target: String, finishing: (@Sendable (SQLiteDatabase) async throws -> Void)? = nil
    ) async throws {
        let scratch = scratchName(target)
        do {
            try await elsewhere {
                try Self.requireNothing(at: target)
                try createPrivately(scratch)
                try copy(to: scratch)
            }
            if let finishing { try await finish(scratch, finishing) }
            try await elsewhere {
                try Self.requireNothing(at: target)
                try publish(scratch, as: target, overwriting: false)
            }
        } catch {
            for side in Self.sides { unlink(scratch + side) }
            throw error
        }
    }

    private func finish(_ scratch: String, _ body: (SQLiteDatabase) async throws -> Void) async throws {
        let database = try SQLiteDatabase(path: scratch)
        do {
            try await body(database)
            await database.close()
        } catch {
            await database.close()
            throw error
        }
        // All of it is in the one file then.
        try await elsewhere { try Self.leaveWAL(scratch) }
    }

    /// What the engine writes beside a database, after its name; the database itself first.
    static let sides = ["", "-wal", "-shm", "-journal"]

    private static func requireNothing(at target: String) throws {
        for side in sides where isThere(target + side) { throw BackupFault.exists }
    }

    /// Copies the rows of the backup into a database of either engine whose schema does not exist yet, and brings that
    /// to the last step afterwards.
    ///
    /// - Parameters:
    ///   - database: an empty database.
    ///   - tables: all tables, each behind those it points to.
    ///   - migrations: the steps of the program.
    ///   - now: the time for the record of steps, in milliseconds since 1970 (UTC).
    /// - Returns: how many rows each table got.
    /// - Throws: `RelationalError`, of kind `schema` when the backup is of a newer program or the database is not empty.
    /// - Complexity: O(rows)
    public func restore(
        into database: any Database, tables: [String], migrations: [Migration], at now: Int64
    ) async throws -> [String: Int] {
        let source = try open()
        do {
            let state = try await Migrator(migrations).state(of: source)
            if let problem = state.problem { throw RelationalError(.schema, problem.detail) }
            guard !state.applied.isEmpty else { throw RelationalError(.schema, "the backup holds no schema") }
            let copy = try await source.read { session in
                // A backup of an older program lacks the tables of later steps.
                let there = try TableShape.tables(in: session)
                let copy = TableCopy(tables: tables.filter(there.contains))
                try copy.requireTables(in: session)
                return copy
            }
            // The steps up to where the backup stands and its rows in one transaction, so that what is broken off leaves
            // the database as empty as it was; then the other steps: those may change rows.
            let upToBackup = Migrator(Array(migrations.prefix(state.applied.count)))
            let counts = try await database.write { target in
                guard try upToBackup.state(in: target).applied.isEmpty else {
                    throw RelationalError(.schema, "the database is in use already")
                }
                _ = try upToBackup.migrate(in: target, at: now)
                return try source.readBlocking { try copy.run(from: $0, to: target, clearing: true) }
            }
            _ = try await Migrator(migrations).migrate(database, at: now)
            await source.close()
            return counts
        } catch {
            await source.close()
            throw error
        }
    }
}
