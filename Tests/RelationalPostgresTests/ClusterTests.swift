import Foundation
import Relational
import Testing

@testable import RelationalPostgres

@Suite("A server that stops, dies, lies or rots", .needsServer, .serialized)
struct ClusterTests {
    private static let table = "CREATE TABLE things (id BIGINT NOT NULL PRIMARY KEY, words TEXT)"

    private static func openOnce(_ url: String, _ options: PostgresOptions) async throws {
        let database = try await PostgresDatabase.open(url: url, options: options)
        await database.close()
    }

    @Test("A server that stops and comes back is found again; meanwhile it is unavailable")
    func restart() async throws {
        try await Cluster.with { cluster async throws in
            var options = PostgresOptions.small
            options.patience = .milliseconds(300)
            let database = try await PostgresDatabase.open(url: cluster.url, options: options)
            try await database.write { try $0.script(Self.table) }
            try await cluster.halt()
            for _ in 0..<4 {
                #expect(await kind { _ = try await database.read { try $0.rows("SELECT 1") } } == .unavailable)
                #expect(await kind { try await database.write { try $0.execute("INSERT INTO things VALUES (1)") } } == .unavailable)
            }
            try await cluster.start()
            // Attempts are at most two seconds apart.
            var answers: Int64?
            while answers == nil { answers = try? await database.read { try $0.row("SELECT count(*) FROM things")?.integer(0) } }
            #expect(answers == 0)
            try await database.write { try $0.execute("INSERT INTO things VALUES (2)") }
            await database.close()
        }
    }

    @Test("Work that comes while the server restarts waits for it, as long as patience lasts")
    func patience() async throws {
        try await Cluster.with { cluster async throws in
            var options = PostgresOptions.small
            options.patience = .seconds(60)
            let database = try await PostgresDatabase.open(url: cluster.url, options: options)
            try await cluster.halt()
            async let read = database.read { try $0.row("SELECT 11")?.integer(0) }
            try await cluster.start()
            #expect(try await read == 11)
            await database.close()
        }
    }

    @Test("A backend that is killed takes no confirmed change with it, and work goes on")
    func killed() async throws {
        try await Cluster.with { cluster async throws in
            var options = PostgresOptions.small
            options.patience = .seconds(60)
            let database = try await PostgresDatabase.open(url: cluster.url, options: options)
            try await database.write { try $0.script(Self.table) }
            var confirmed = 0
            for number in 0..<40 {
                if number % 20 == 10 {
                    let process = try await database.write { try $0.process() }
                    // The server ends all its other processes then, and recovers.
                    kill(pid_t(process), SIGKILL)
                }
                do {
                    try await database.write { try $0.execute("INSERT INTO things VALUES (\(number))") }
                    confirmed += 1
                } catch let error as RelationalError {
                    #expect(error.kind == .unavailable)
                }
            }
            #expect(confirmed >= 36)
            let count = try await database.read { try $0.row("SELECT count(*) FROM things")?.integer(0) ?? 0 }
            #expect(count >= Int64(confirmed) && count <= 40)
            await database.close()
        }
    }

    @Test("A server with fsync = off is refused, unless that is asked for")
    func liar() async throws {
        try await Cluster.with { cluster async throws in
            try await TestServer.run("ALTER SYSTEM SET fsync = off", on: cluster.url)
            try await cluster.halt()
            try await cluster.start()
            let strict = PostgresOptions.small
            var options = strict
            #expect(await kind { try await Self.openOnce(cluster.url, strict) } == .other)
            options.acceptsUnsafeServer = true
            #expect(await kind { try await Self.openOnce(cluster.url, options) } == nil)
        }
    }

    @Test("A page that was overwritten is found, by reading and by examination")
    func damage() async throws {
        try await Cluster.with { cluster async throws in
            let setUp = "\(Self.table); INSERT INTO things SELECT g, repeat('kata ', 20) FROM generate_series(1, 2000) g; CHECKPOINT"
            try await TestServer.run(setUp, on: cluster.url)
            let path = try Side.run("SELECT pg_relation_filepath('things')", on: cluster.url)
            let sound = try await PostgresDatabase.open(url: cluster.url, options: .small)
            #expect(try await sound.integrityProblems() == [])
            await sound.close()
            try await cluster.halt()
            let file = try FileHandle(forUpdating: URL(fileURLWithPath: "\(cluster.directory)/data/\(path)"))
            try file.seek(toOffset: 8_192 * 3 + 5_000)
            try file.write(contentsOf: Data("rusak".utf8))
            try file.close()
            try await cluster.start()
            let database = try await PostgresDatabase.open(url: cluster.url, options: .small)
            let problems = try await database.integrityProblems()
            #expect(problems.contains { $0.contains("things") && $0.contains("XX001") }, "\(problems)")
            #expect(await kind { _ = try await database.read { try $0.rows("SELECT words FROM things") } } == .damaged)
            await database.close()
        }
    }
}
