internal import GRDB
public import Relational

#if canImport(Glibc)
    internal import Glibc
#endif

extension BackupFile {
    /// Writes everything a database holds in this moment into a new file, while it is being used. The file has its name
    /// only when it is complete and survives a power cut; only its owner may read it.
    ///
    /// - Parameters:
    ///   - source: of either engine.
    ///   - path: of the new file.
    ///   - tables: all tables, each behind those it points to; one that is forgotten here is an error.
    ///   - excluded: tables that stay empty in the backup, such as those with secrets.
    ///   - migrations: the steps of the program; the database must be at one of them.
    ///   - overwriting: whether a file of that name is replaced.
    ///   - now: the time for the record of steps where the backup needs one, in milliseconds since 1970 (UTC).
    /// - Throws: ``BackupFault/exists``; `RelationalError`.
    /// - Complexity: O(size of the database)
    public static func write(
        from source: any Relational.Database, to path: String, tables: [String], excluding excluded: Set<String> = [],
        migrations: [Migration], overwriting: Bool = false, at now: Int64
    ) async throws -> BackupFile {
        if !overwriting, isThere(path) { throw BackupFault.exists }
        let scratch = scratchName(path)
        do {
            if let file = source as? SQLiteDatabase, excluded.isEmpty {
                try await elsewhere { try snapshot(of: file.path, to: scratch) }
            } else {
                try await copyRows(from: source, to: scratch, tables, excluded, migrations, now)
            }
            return try await elsewhere {
                let backup = try BackupFile(sealing: scratch)
                try publish(scratch, as: path, overwriting: overwriting)
                return BackupFile(path: path, length: backup.length, digest: backup.digest)
            }
        } catch {
            for side in sides { unlink(scratch + side) }
            throw error
        }
    }

    /// The engine's own copy of one consistent state, without the room of deleted rows. It has a connection of its own,
    /// so that nobody's writing waits for it.
    private static func snapshot(of path: String, to scratch: String) throws {
        do {
            try createPrivately(scratch)
            var configuration = Configuration()
            configuration.label = "zona.backup"
            let connection = try DatabaseQueue(path: path, configuration: configuration)
            try connection.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [scratch]) }
            try connection.close()
        } catch {
            throw relational(error)
        }
    }

    /// A new database with the steps that the source has, and its rows.
    private static func copyRows(
        from source: any Relational.Database, to scratch: String, _ tables: [String], _ excluded: Set<String>,
        _ migrations: [Migration], _ now: Int64
    ) async throws {
        let state = try await Migrator(migrations).state(of: source)
        if let problem = state.problem { throw RelationalError(.schema, problem.detail) }
        let target = try SQLiteDatabase(path: scratch)
        do {
            _ = try await Migrator(Array(migrations.prefix(state.applied.count))).migrate(target, at: now)
            _ = try await source.read { session in
                try target.writeBlocking { target in
                    // A database that waits for its next step lacks the tables of that step.
                    let there = try TableShape.tables(in: target)
                    let copy = TableCopy(tables: tables.filter(there.contains), excluding: excluded.intersection(there))
                    return try copy.run(from: session, to: target, clearing: true)
                }
            }
            await target.close()
        } catch {
            await target.close()
            throw error
        }
        try await elsewhere { try leaveWAL(scratch) }
    }

    /// A file in WAL mode cannot be read where nothing can be written beside it.
    static func leaveWAL(_ path: String) throws {
        do {
            let connection = try DatabaseQueue(path: path)
            try connection.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try connection.close()
        } catch {
            throw relational(error)
        }
    }
}
