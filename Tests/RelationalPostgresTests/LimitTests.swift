import Relational
import Testing

@testable import RelationalPostgres

@Suite("Limits of time and number", .needsServer)
struct LimitTests {
    @Test("A statement over its limit is ended, and the connection serves on")
    func statement() async throws {
        var options = PostgresOptions.small
        options.statementTimeout = .seconds(1)
        try await TestServer.withEmptyDatabase { url async throws in
            let database = try await PostgresDatabase.open(url: url, options: options)
            #expect(await kind { _ = try await database.read { try $0.rows("SELECT pg_sleep(60)") } } == .timedOut)
            #expect(await kind { try await database.write { try $0.execute("SELECT pg_sleep(60)") } } == .timedOut)
            #expect(
                await kind {
                    try await database.read { session in
                        try session.forEachRow("SELECT g, pg_sleep(CASE WHEN g = 3 THEN 60 ELSE 0 END) FROM generate_series(1, 5) g") { _ in }
                    }
                } == .timedOut)
            #expect(try await database.read { try $0.row("SELECT 1")?.integer(0) } == 1)
        }
    }

    @Test("The limit holds for each statement of a read by itself, and none can be chosen", arguments: [Duration?.none, .seconds(2)])
    func setting(limit: Duration?) async throws {
        var options = PostgresOptions.small
        options.statementTimeout = limit
        try await TestServer.withEmptyDatabase { url async throws in
            let database = try await PostgresDatabase.open(url: url, options: options)
            let settings = try await database.read {
                try $0.row("SELECT current_setting('statement_timeout'), current_setting('lock_timeout'), current_setting('synchronous_commit')")?.values
            }
            #expect(settings == [.text(limit == nil ? "0" : "2s"), .text("10s"), .text("on")])
            _ = try await database.read { session in
                // Together longer than the limit of one.
                for _ in 0..<3 { _ = try session.rows("SELECT pg_sleep(0.8)") }
            }
        }
    }

    @Test("A row that another transaction holds is waited for as long as the limit says")
    func lock() async throws {
        var options = PostgresOptions.small
        options.connections = 8
        options.lockTimeout = .milliseconds(200)
        try await TestServer.withDatabase(options) { database async throws in
            try await database.write { try $0.execute("INSERT INTO things (id, number) VALUES ('a', 0)") }
            let (isHeld, goOn) = (Signal(), Signal())
            async let holder: Void = database.write { session in
                _ = try session.change("UPDATE things SET number = 1")
                isHeld.open()
                goOn.waitOnThread()
            }
            await isHeld.wait()
            #expect(await kind { try await database.write { _ = try $0.change("UPDATE things SET number = 2") } } == .locked)
            // Reading waits for nobody.
            #expect(try await database.read { try $0.row("SELECT number FROM things")?.integer(0) } == 0)
            goOn.open()
            try await holder
            #expect(try await database.read { try $0.row("SELECT number FROM things")?.integer(0) } == 1)
        }
    }

    @Test("Two changes that wait for each other are both made: the one that gives way runs again")
    func deadlock() async throws {
        var options = PostgresOptions.small
        options.connections = 8
        try await TestServer.withDatabase(options) { database async throws in
            try await database.write { try $0.script("INSERT INTO things (id, number) VALUES ('a', 0), ('b', 0)") }
            let runs = Counter()
            let holds = ["a": Signal(), "b": Signal()]
            @Sendable func change(_ first: String, _ second: String) async throws {
                try await database.write { session in
                    runs.next()
                    _ = try session.change("UPDATE things SET number = number + 1 WHERE id = \(first)")
                    holds[first]?.open()
                    holds[second]?.waitOnThread()
                    _ = try session.change("UPDATE things SET number = number + 1 WHERE id = \(second)")
                }
            }
            async let one: Void = change("a", "b")
            async let other: Void = change("b", "a")
            _ = try await (one, other)
            #expect(runs.value == 3)
            let numbers = try await database.read { try $0.rows("SELECT number FROM things").map { try $0.integer(0) } }
            #expect(numbers == [2, 2])
        }
    }

    @Test("Who finds no free connection in time is refused as locked, and nobody after it is")
    func exhaustion() async throws {
        var options = PostgresOptions.small
        options.connections = 2
        options.leaseTimeout = .seconds(1)
        try await TestServer.withDatabase(options) { database async throws in
            let (isHeld, goOn) = (Signal(), Signal())
            async let holder: Int64 = database.read { session in
                isHeld.open()
                goOn.waitOnThread()
                return try session.row("SELECT 5")?.integer(0) ?? 0
            }
            await isHeld.wait()
            let kinds = await withTaskGroup(of: RelationalError.Kind?.self) { group in
                for _ in 0..<20 {
                    group.addTask { await kind { _ = try await database.read { try $0.rows("SELECT 1") } } }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(kinds.count == 20 && kinds.allSatisfy { $0 == .locked })
            // Changes have connections of their own.
            try await database.write { try $0.execute("INSERT INTO things (id) VALUES ('a')") }
            goOn.open()
            #expect(try await holder == 5)
            #expect(try await database.read { try $0.row("SELECT count(*) FROM things")?.integer(0) } == 1)
        }
    }

    @Test("Closing finishes what was accepted and refuses what comes later")
    func closing() async throws {
        try await TestServer.withEmptyDatabase { url async throws in
            let database = try await PostgresDatabase.open(url: url, options: .small)
            let (isInside, goOn) = (Signal(), Signal())
            async let accepted: Int64 = database.read { session in
                isInside.open()
                goOn.waitOnThread()
                return try session.row("SELECT 6")?.integer(0) ?? 0
            }
            await isInside.wait()
            async let closed: Void = database.close()
            goOn.open()
            #expect(try await accepted == 6)
            await closed
            #expect(await kind { _ = try await database.read { try $0.rows("SELECT 1") } } == .unavailable)
            #expect(await kind { try await database.write { try $0.execute("SELECT 1") } } == .unavailable)
            await database.close()
            #expect(try Side.run("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", on: url) == "0")
        }
    }
}
