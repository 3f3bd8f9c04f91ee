import Relational
import Testing

@testable import RelationalPostgres

@Suite("Prepared statements", .needsServer)
struct PreparedStatementTests {
    private static let held: SQL = "SELECT count(*) FROM pg_prepared_statements"

    @Test("A connection keeps only so many statements, whatever is asked of it", arguments: [8, 20])
    func bounded(limit: Int) async throws {
        var options = PostgresOptions.small
        options.connections = 2
        options.preparedStatements = limit
        try await TestServer.withDatabase(options) { database async throws in
            for round in 0..<3 {
                let sum = try await database.read { session in
                    try (0..<100).reduce(Int64(0)) { try $0 + (session.row(SQL(text: "SELECT \($1 + round)"))?.integer(0) ?? 0) }
                }
                #expect(sum == Int64(4_950 + 100 * round))
                let held = try await database.read { try $0.row(Self.held)?.integer(0) ?? 0 }
                #expect(held <= Int64(limit))
            }
            // The same among queued statements, some of which are closed before they are sent.
            try await database.write { session in
                for index in 0..<1_500 {
                    try session.execute(SQL(text: "INSERT INTO facts (place, words) VALUES ($1, 'kata \(index % 60)')", arguments: [.integer(Int64(index))]))
                }
            }
            #expect(try await database.write { try $0.row(Self.held)?.integer(0) ?? 0 } <= Int64(limit))
            let words = try await database.read { try $0.row("SELECT count(*), count(DISTINCT words) FROM facts")?.values }
            #expect(words == [.integer(1_500), .integer(60)])
        }
    }

    @Test("A statement that fails to be prepared leaves nothing behind, and succeeds when it can")
    func failing() async throws {
        try await TestServer.withDatabase { database async throws in
            let statement: SQL = "SELECT later FROM things"
            for _ in 0..<5 {
                #expect(await kind { _ = try await database.write { try $0.rows(statement) } } == .other)
            }
            try await database.write { try $0.script("ALTER TABLE things ADD COLUMN later TEXT") }
            #expect(try await database.write { try $0.rows(statement) }.isEmpty)
        }
    }

    @Test("A change of the schema by another program is not noticed by reads and changes")
    func schemaChange() async throws {
        try await TestServer.withEmptyDatabase { url async throws in
            try await TestServer.run("CREATE TABLE things (id BIGINT NOT NULL); INSERT INTO things VALUES (1)", on: url)
            let database = try await PostgresDatabase.open(url: url, options: .small)
            let all: SQL = "SELECT * FROM things"
            let change: SQL = "UPDATE things SET id = id RETURNING *"
            var wanted = 1
            for kind in ["TEXT", "BIGINT", "BYTEA"] {
                // Prepared on as many connections as there are.
                for _ in 0..<6 {
                    #expect(try await database.read { try $0.row(all)?.values.count } == wanted)
                    #expect(try await database.write { try $0.row(change)?.values.count } == wanted)
                }
                try await TestServer.run("ALTER TABLE things ADD COLUMN c\(wanted) \(kind)", on: url)
                wanted += 1
                for _ in 0..<6 {
                    #expect(try await database.write { try $0.row(change)?.values.count } == wanted)
                    #expect(try await database.read { try $0.row(all)?.values.count } == wanted)
                    var rows = 0
                    rows = try await database.read { session in
                        var seen = 0
                        try session.forEachRow(all) { seen += $0.values.count }
                        return seen
                    }
                    #expect(rows == wanted)
                }
            }
            await database.close()
        }
    }

    @Test("A change of the schema is not taken for the failure of a savepoint")
    func insideSavepoint() async throws {
        try await TestServer.withEmptyDatabase { url async throws in
            try await TestServer.run("CREATE TABLE things (id BIGINT NOT NULL); INSERT INTO things VALUES (1)", on: url)
            var options = PostgresOptions.small
            options.connections = 2
            let database = try await PostgresDatabase.open(url: url, options: options)
            let attempt: @Sendable () async throws -> Int? = {
                try await database.write { session in
                    try? session.savepoint { try session.row("UPDATE things SET id = id + 1 RETURNING *")?.values.count }
                }
            }
            #expect(try await attempt() == 1)
            try await TestServer.run("ALTER TABLE things ADD COLUMN words TEXT", on: url)
            #expect(try await attempt() == 2)
            #expect(try await database.read { try $0.row("SELECT id FROM things")?.integer(0) } == 3)
            await database.close()
        }
    }

    @Test("A column that gets another type does not trouble statements that give it values")
    func typeChange() async throws {
        try await TestServer.withEmptyDatabase { url async throws in
            try await TestServer.run("CREATE TABLE things (id BIGINT NOT NULL); INSERT INTO things VALUES (1)", on: url)
            let database = try await PostgresDatabase.open(url: url, options: .small)
            let find: SQL = "SELECT 1 FROM things WHERE id = \("1")"
            let add: SQL = "INSERT INTO things (id) VALUES (\("7"))"
            #expect(try await database.read { try $0.rows(find).count } == 1)
            try await database.write { try $0.execute(add) }
            try await TestServer.run("ALTER TABLE things ALTER COLUMN id TYPE TEXT", on: url)
            #expect(try await database.read { try $0.rows(find).count } == 1)
            try await database.write { try $0.execute(add) }
            #expect(try await database.read { try $0.rows("SELECT id FROM things").count } == 3)
            await database.close()
        }
    }

    @Test("Statements that somebody removed from the connection are prepared again")
    func discarded() async throws {
        try await TestServer.withDatabase { database async throws in
            for _ in 0..<5 {
                _ = try await database.read { try $0.rows("DEALLOCATE ALL") }
                #expect(try await database.read { try $0.row("SELECT 3")?.integer(0) } == 3)
                try await database.write { try $0.script("DEALLOCATE ALL") }
                #expect(try await database.write { try $0.row("SELECT 4")?.integer(0) } == 4)
            }
        }
    }
}
