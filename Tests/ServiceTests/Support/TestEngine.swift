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
        let database: any Database
        switch self {
        case .sqlite: database = try SQLiteDatabase(path: "\(folder)/zona.db")
        case .postgres:
            let address = try #require(Self.postgresAddress)
            // A schema of its own, so that tests run beside each other.
            let name = "uji_" + NewID.make(at: 0).suffix(16)
            let server = try await PostgresDatabase.open(url: address)
            try await server.write { try $0.script("CREATE SCHEMA \(name)") }
            await server.close()
            var options = PostgresOptions()
            options.connections = 4
            let mark = address.contains("?") ? "&" : "?"
            database = try await PostgresDatabase.open(
                url: "\(address)\(mark)options=-csearch_path%3D\(name)", options: options)
        }
        _ = try await Migrator(Schema.migrations).migrate(database, at: 1)
        return database
    }
}
