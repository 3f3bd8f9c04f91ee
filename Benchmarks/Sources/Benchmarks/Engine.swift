import FoundationEssentials
import Relational
import RelationalPostgres
import RelationalSQLite
import Synchronization

/// A database made for one measurement, with the whole schema.
struct Engine {
    /// For the report.
    let name: String
    let database: CountedDatabase
    /// Where it stands, for SQLite.
    let folder: String?
    private let address: String?
    private let schema: String

    /// The engines there are: SQLite always, PostgreSQL where `TEST_POSTGRES` has the address of a server on which
    /// schemas may be made.
    static func all() async throws -> [Engine] {
        var engines = [try await sqlite()]
        if let address = ProcessInfo.processInfo.environment["TEST_POSTGRES"] { engines.append(try await postgres(address)) }
        return engines
    }

    private static func sqlite() async throws -> Engine {
        let folder = "\(FileManager.default.temporaryDirectory.path)/zona-bench-\(NewID.make(at: 0))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let database = CountedDatabase(try SQLiteDatabase(path: "\(folder)/zona.db"))
        _ = try await Migrator(Schema.migrations).migrate(database, at: 1)
        return Engine(name: "SQLite", database: database, folder: folder, address: nil, schema: "")
    }

    private static func postgres(_ address: String) async throws -> Engine {
        let schema = "ukur_\(NewID.make(at: 0).suffix(16))"
        try await script("CREATE SCHEMA \(schema)", at: address)
        let mark = address.contains("?") ? "&" : "?"
        let database = CountedDatabase(
            try await PostgresDatabase.open(url: "\(address)\(mark)options=-csearch_path%3D\(schema)"))
        _ = try await Migrator(Schema.migrations).migrate(database, at: 1)
        return Engine(name: "PostgreSQL", database: database, folder: nil, address: address, schema: schema)
    }

    /// Removes it with all that is in it.
    func discard() async throws {
        await database.close()
        if let folder { try FileManager.default.removeItem(atPath: folder) }
        if let address { try await Self.script("DROP SCHEMA \(schema) CASCADE", at: address) }
    }

    private static func script(_ text: String, at address: String) async throws {
        let server = try await PostgresDatabase.open(url: address)
        try await server.write { try $0.script(text) }
        await server.close()
    }
}

/// A database whose transactions are counted.
final class CountedDatabase: Relational.Database {
    private let inner: any Relational.Database
    private let count = Atomic(0)

    init(_ inner: any Relational.Database) {
        self.inner = inner
    }

    /// Transactions that changed something, so far.
    var transactions: Int { count.load(ordering: .relaxed) }

    var dialect: Dialect { inner.dialect }

    func read<T: Sendable>(_ body: @escaping @Sendable (any ReadSession) throws -> T) async throws -> T {
        try await inner.read(body)
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any WriteSession) throws -> T) async throws -> T {
        count.add(1, ordering: .relaxed)
        return try await inner.write(body)
    }

    func integrityProblems() async throws -> [String] { try await inner.integrityProblems() }

    func close() async { await inner.close() }
}
