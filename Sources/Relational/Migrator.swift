/// Brings the schema of a database forward to what a program expects, one durable transaction a step. Several programs
/// may try at once; each step runs once.
public struct Migrator: Sendable {
    /// The table that keeps the record.
    public static let table = "zona_migrations"

    /// The steps of the program, in order.
    public let migrations: [Migration]

    /// A migrator for these steps.
    public init(_ migrations: [Migration]) {
        self.migrations = migrations
    }

    /// How far a database has come. Changes nothing.
    ///
    /// - Throws: `RelationalError`.
    public func state(of database: any Database) async throws -> SchemaState {
        try await database.read { try state(in: $0) }
    }

    /// How far the database of a session has come. Changes nothing.
    ///
    /// - Throws: `RelationalError`.
    public func state(in session: any ReadSession) throws -> SchemaState {
        let tables = try TableShape.tables(in: session)
        let applied =
            tables.contains(Migrator.table)
            ? try session.rows("SELECT number, name, checksum, applied_at FROM zona_migrations").map {
                try AppliedMigration(number: Int($0.integer(0)), name: $0.text(1), checksum: $0.text(2), appliedAt: $0.integer(3))
            } : []
        return SchemaState(
            migrations: migrations, applied: applied, otherTables: tables.filter { $0 != Migrator.table }, dialect: session.dialect)
    }

    /// Runs the steps that are still to run.
    ///
    /// - Parameters:
    ///   - database: what is to be brought forward.
    ///   - now: the time for the record, in milliseconds since 1970 (UTC).
    /// - Returns: the steps that this call ran, in order.
    /// - Throws: `RelationalError`, of kind ``RelationalError/Kind/schema`` when the database must not be touched; what
    ///   stands in the way is in ``state(of:)``. Steps that ran before an error stay.
    public func migrate(_ database: any Database, at now: Int64) async throws -> [Migration] {
        var ran: [Migration] = []
        while let next = try await database.write({ try step($0, at: now) }) {
            ran.append(next)
        }
        return ran
    }

    /// Runs the steps that are still to run inside a transaction of the caller: with whatever else that does, all of
    /// them stay or none.
    ///
    /// - Parameters:
    ///   - session: a transaction of the database that is brought forward.
    ///   - now: the time for the record, in milliseconds since 1970 (UTC).
    /// - Returns: the steps that this call ran, in order.
    /// - Throws: `RelationalError`, of kind ``RelationalError/Kind/schema`` when the database must not be touched.
    public func migrate(in session: any WriteSession, at now: Int64) throws -> [Migration] {
        var ran: [Migration] = []
        while let next = try step(session, at: now) { ran.append(next) }
        return ran
    }

    /// Runs the next step, if there is one.
    private func step(_ session: any WriteSession, at now: Int64) throws -> Migration? {
        // One program at a time looks and acts. SQLite's write transactions are alone anyway.
        if session.dialect == .postgres { _ = try session.rows("SELECT 1 FROM pg_advisory_xact_lock(7524901653)") }
        let state = try state(in: session)
        if let problem = state.problem { throw RelationalError(.schema, problem.detail) }
        guard let next = state.pending.first, let script = next.scripts[session.dialect],
            let checksum = next.checksums[session.dialect]
        else { return nil }
        if state.applied.isEmpty { try session.script(Migrator.record(session.dialect)) }
        try session.script(script)
        _ = try session.change(
            "INSERT INTO zona_migrations (number, name, checksum, applied_at) VALUES (\(next.number), \(next.name), \(checksum), \(now))")
        return next
    }

    private static func record(_ dialect: Dialect) -> String {
        switch dialect {
        case .sqlite:
            """
            CREATE TABLE IF NOT EXISTS zona_migrations (number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
                name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT
            """
        case .postgres:
            """
            CREATE TABLE IF NOT EXISTS zona_migrations (number BIGINT NOT NULL PRIMARY KEY CHECK (number > 0),
                name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL)
            """
        }
    }
}
