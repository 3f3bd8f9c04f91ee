import Relational
import RelationalConformance
import RelationalPostgres
import Testing

@Suite("What every engine must do alike, on PostgreSQL", .needsServer)
struct PostgresConformanceTests {
    @Test("Every case of the common suite holds", arguments: ConformanceCase.all)
    func holds(_ conformance: ConformanceCase) async throws {
        try await TestServer.withEmptyDatabase { url async throws in
            try await conformance.run { try await PostgresDatabase.open(url: url, options: .small) }
        }
    }
}
