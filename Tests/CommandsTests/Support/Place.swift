import Foundation
import Relational
import RelationalPostgres
import RelationalSQLite
import Testing

/// The databases that commands are tested on: SQLite always, PostgreSQL where an address is given.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
    case sqlite, postgres

    /// The address of a PostgreSQL server on which schemas may be made.
    static let postgresAddress = ProcessInfo.processInfo.environment["TEST_POSTGRES"]
    /// The engines that can be used here.
    static var available: [Engine] { postgresAddress == nil ? [.sqlite] : allCases }
    /// Every way from one engine to another.
    static var ways: [(from: Engine, to: Engine)] { available.flatMap { from in available.map { (from, $0) } } }

    var testDescription: String { rawValue }
}

/// An installation of a test: a data folder and, on PostgreSQL, a schema.
final class Place: Sendable {
    let engine: Engine
    private let folder: Folder
    /// Of the schema on PostgreSQL.
    let address: String?

    /// Lends an empty place and takes it away afterwards.
    static func with(_ engine: Engine, _ body: (Place) async throws -> Void) async throws {
        let folder = try Folder()
        guard engine == .postgres else { return try await body(Place(engine, folder, nil)) }
        let server = try #require(Engine.postgresAddress)
        let schema = "uji_perintah_\(UInt64.random(in: 0 ... .max))"
        try await script("CREATE SCHEMA \(schema)", on: server)
        let mark = server.contains("?") ? "&" : "?"
        do {
            try await body(Place(engine, folder, "\(server)\(mark)options=-csearch_path%3D\(schema)"))
        } catch {
            try? await script("DROP SCHEMA \(schema) CASCADE", on: server)
            throw error
        }
        try await script("DROP SCHEMA \(schema) CASCADE", on: server)
    }

    private init(_ engine: Engine, _ folder: Folder, _ address: String?) {
        (self.engine, self.folder, self.address) = (engine, folder, address)
    }

    /// The data folder.
    var path: String { folder.url.path }

    var file: String { "\(path)/zona.db" }
    var options: [String] { ["--data", path] }
    var environment: [String: String] { address.map { ["ZONA_DATABASE": $0] } ?? [:] }
    /// As messages name the database: never with its password.
    var shown: String { address?.replacing(/:[^:@\/]+@/) { _ in ":****@" } ?? file }
    /// The files in the data folder.
    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

    func run(_ arguments: String...) throws -> Zona.Run {
        try Zona.run(arguments + options, environment: environment)
    }

    /// Runs a command that must succeed, and gives what it printed.
    @discardableResult
    func done(_ arguments: String..., place: SourceLocation = #_sourceLocation) throws -> String {
        let run = try Zona.run(arguments + options, environment: environment)
        try #require(run.status == 0, "\(arguments): \(run.output)\(run.errors)", sourceLocation: place)
        return run.output
    }

    /// Makes an administrator, so that the journal has entries; `isSigned` lets a server sign them.
    func begin(isSigned: Bool = true) throws {
        try done("account", "create", "--name", "Siti Rahma", "--email", "siti@contoh.go.id")
        guard isSigned else { return }
        try #require(serving().stop() == 0)
    }

    func serving(lines: Int = 1, _ more: [String] = []) throws -> Serving {
        try Serving(["--port", "0"] + options + more, lines: lines, environment: environment)
    }

    /// The database itself, for tests that damage it.
    func change(_ statements: String) async throws {
        try await Self.script(statements, on: address ?? file)
    }

    /// What a query finds, as text.
    func ask(_ query: String) async throws -> [String] {
        let database = try await Self.open(address ?? file)
        let rows = try await database.read { session in try session.rows(SQL(text: query)).map { try $0.text(0) } }
        await database.close()
        return rows
    }

    /// Exports the journal of the nation to a file of the data folder.
    func exported(_ name: String = "jurnal.jsonl") throws -> String {
        try done("journal", "export", "--agency", "nasional", "-o", "\(path)/\(name)")
        return "\(path)/\(name)"
    }

    func copyKeys(to other: Place) throws {
        try FileManager.default.copyItem(atPath: "\(path)/kunci", toPath: "\(other.path)/kunci")
    }

    static func open(_ place: String) async throws -> any Database {
        guard place.hasPrefix("postgres") else { return try SQLiteDatabase(path: place) }
        var options = PostgresOptions()
        options.connections = 2
        return try await PostgresDatabase.open(url: place, options: options)
    }

    static func script(_ statements: String, on place: String) async throws {
        let database = try await open(place)
        do {
            try await database.write { try $0.script(statements) }
        } catch {
            await database.close()
            throw error
        }
        await database.close()
    }
}

extension Zona.Run {
    /// Refused with one code at one place, and nothing on standard output.
    func isRefused(_ code: String, at place: String) -> Bool {
        status == 65 && output.isEmpty && errors.contains("  \(code)  \(place): ")
    }
}

/// Whether a file verifies, and what the verification says.
func verification(_ file: String, _ arguments: String...) throws -> [String: Any] {
    let run = try Zona.run(["journal", "verify", file, "--format", "json"] + arguments)
    #expect(run.status == (try run.object.flag("isSound") == true ? 0 : 65), "\(run.errors)")
    return try run.object
}
