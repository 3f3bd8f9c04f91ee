import Relational
import Testing

@testable import RelationalPostgres

@Suite("Examination of a database", .needsServer)
struct ExaminationTests {
    @Test("A sound database has no problems, with and without amcheck")
    func sound() async throws {
        try await TestServer.withEmptyDatabase { url async throws in
            let setUp = "CREATE TABLE \"Odd name\" (id BIGINT PRIMARY KEY, t TEXT); INSERT INTO \"Odd name\" VALUES (1, repeat('x', 100000))"
            try await TestServer.run(setUp, on: url)
            let database = try await PostgresDatabase.open(url: url, options: .small)
            #expect(try await database.integrityProblems() == [])
            do {
                try await TestServer.run("CREATE EXTENSION amcheck", on: url)
            } catch let error as RelationalError {
                // Not every server has it.
                #expect(error.detail.contains("amcheck"))
            }
            #expect(try await database.integrityProblems() == [])
            await database.close()
        }
    }

    @Test("Indexes and constraints that do not hold are named")
    func invalid() async throws {
        try await TestServer.withEmptyDatabase { url async throws in
            try await TestServer.run("CREATE TABLE things (id BIGINT); INSERT INTO things VALUES (1), (1)", on: url)
            #expect(throws: RelationalError.self) { try Side.run("CREATE UNIQUE INDEX CONCURRENTLY things_twice ON things (id)", on: url) }
            try await TestServer.run("ALTER TABLE things ADD CONSTRAINT things_large CHECK (id > 5) NOT VALID", on: url)
            let database = try await PostgresDatabase.open(url: url, options: .small)
            let problems = try await database.integrityProblems()
            await database.close()
            #expect(problems.count == 2)
            #expect(problems.first?.contains("things_twice") == true)
            #expect(problems.last?.contains("things_large") == true)
        }
    }
}
