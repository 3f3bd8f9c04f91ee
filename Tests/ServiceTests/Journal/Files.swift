import Glibc
import Relational
import Testing

@testable import Service

/// Small things done to files.
enum Files {
    static func move(_ from: String, to: String) throws { try #require(rename(from, to) == 0) }
    static func allowOthers(_ path: String) throws { try #require(chmod(path, 0o644) == 0) }

    /// Puts the same rows into a new database.
    static func copy(_ database: any Database, to target: any Database) async throws {
        let rows = try await database.read { session in
            try Schema.tables.map { name in
                let shape = try TableShape(name, in: session)
                return (shape, try session.rows(SQL(text: "SELECT \(shape.columns.joined(separator: ", ")) FROM \(name)")))
            }
        }
        try await target.write { session in
            for (shape, rows) in rows {
                let places = (1...shape.columns.count).map { "$\($0)" }.joined(separator: ", ")
                for row in rows { try session.execute(SQL(text: "INSERT INTO \(shape.name) VALUES (\(places))", arguments: row.values)) }
            }
        }
    }
}
