import Foundation
import Relational
import RelationalPostgres
import RelationalSQLite
import Testing

@testable import Service

/// The databases that tests of the service run on: SQLite always, PostgreSQL where an address is given.
enum TestEngine: String, CaseIterable, CustomTestStringConvertible {
    case sqlite, postgres

    /// The address of a PostgreSQL server on which databases may be made.
    static let postgresAddress = ProcessInfo.processInfo.environment["TEST_POSTGRES"]

    /// The engines that can be used here.
    static var available: [TestEngine] { postgresAddress == nil ? [.sqlite] : allCases }

    var testDescription: String { rawValue }

    /// A new database with the whole schema, in a folder of its own.
    func open(in folder: String) async throws -> any Database {
        let database = try await Self.open(makePlace(in: folder))
        _ = try await Migrator(Schema.migrations).migrate(database, at: 1)
        return database
    }

    /// Where a new database may stand: a path, or an address.
    func makePlace(in folder: String) async throws -> String {
        switch self {
        case .sqlite: return "\(folder)/zona.db"
        case .postgres:
            let address = try #require(Self.postgresAddress)
            // A schema of its own, so that tests run beside each other.
            let name = "uji_" + NewID.make(at: 0).suffix(16)
            let server = try await PostgresDatabase.open(url: address)
            try await server.write { try $0.script("CREATE SCHEMA \(name)") }
            await server.close()
            return "\(address)\(address.contains("?") ? "&" : "?")options=-csearch_path%3D\(name)"
        }
    }

    /// Opens what stands at a place.
    static func open(_ place: String) async throws -> any Database {
        guard place.hasPrefix("postgres") else { return try SQLiteDatabase(path: place) }
        var options = PostgresOptions()
        options.connections = 4
        return try await PostgresDatabase.open(url: place, options: options)
    }
}
