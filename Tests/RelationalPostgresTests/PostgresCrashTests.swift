import RelationalConformance
import Testing

@testable import RelationalPostgres

@Suite("A program that is killed, and a server that is killed, on PostgreSQL", .needsServer, .serialized)
struct PostgresCrashTests {
    @Test("No acknowledged change is lost and none is half done, however often the program is killed")
    func killed() async throws {
        try await TestServer.withEmptyDatabase { url async throws in
            try await CrashTrial(url) { try await PostgresDatabase.open(url: url, options: .small) }.run(rounds: 20)
        }
    }

    @Test("A server that is killed comes back with every acknowledged change, and the program goes on writing", arguments: Cluster.Crash.allCases)
    func serverKilled(crash: Cluster.Crash) async throws {
        try await Cluster.with { cluster async throws in
            let url = cluster.url
            var options = PostgresOptions.small
            options.patience = .seconds(60)
            try await CrashTrial(url) { [options] in try await PostgresDatabase.open(url: url, options: options) }.endure(rounds: 6) { _ in
                try await cluster.crash(crash)
                try await cluster.start()
            }
        }
    }
}
