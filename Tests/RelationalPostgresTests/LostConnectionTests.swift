import Relational
import Synchronization
import Testing

@testable import RelationalPostgres

@Suite("Lost connections", .needsServer)
struct LostConnectionTests {
    private func withURL(_ body: (String, PostgresDatabase) async throws -> Void) async throws {
        try await TestServer.withEmptyDatabase { url async throws in
            let database = try await PostgresDatabase.open(url: url, options: .small)
            try await database.write { try $0.script("CREATE TABLE things (id TEXT NOT NULL PRIMARY KEY)") }
            try await body(url, database)
            await database.close()
        }
    }

    @Test("A change whose connection is lost before the commit is made once, on a new connection")
    func beforeCommit() async throws {
        try await withURL { url, database async throws in
            let runs = Counter()
            try await database.write { session in
                try session.execute("INSERT INTO things (id) VALUES ('a')")
                let process = try session.process()
                if runs.next() == 1 { try Side.terminate(process, on: url) }
                try session.execute("INSERT INTO things (id) VALUES ('b')")
            }
            #expect(runs.value == 2)
            #expect(try await database.read { try $0.row("SELECT count(*) FROM things")?.integer(0) } == 2)
        }
    }

    @Test("A change whose connection is lost again and again fails as unavailable and leaves nothing")
    func always() async throws {
        try await withURL { url, database async throws in
            let runs = Counter()
            let ending = await kind {
                try await database.write { session in
                    runs.next()
                    try session.execute("INSERT INTO things (id) VALUES ('a')")
                    try Side.terminate(session.process(), on: url)
                    try session.execute("INSERT INTO things (id) VALUES ('b')")
                }
            }
            #expect(ending == .unavailable)
            #expect(runs.value == 2)
            #expect(try await database.read { try $0.row("SELECT count(*) FROM things")?.integer(0) } == 0)
        }
    }

    @Test("A connection lost during the commit is told as unknown, and the change is not made twice")
    func duringCommit() async throws {
        try await withURL { _, database async throws in
            try await database.write {
                try $0.script(
                    """
                    CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(10); RETURN NULL; END $$;
                    CREATE CONSTRAINT TRIGGER leaving AFTER INSERT ON things DEFERRABLE INITIALLY DEFERRED
                        FOR EACH ROW EXECUTE FUNCTION leave();
                    """)
            }
            let runs = Counter()
            do {
                try await database.write { session in
                    runs.next()
                    try session.execute("INSERT INTO things (id) VALUES ('a')")
                }
                Issue.record("nothing was thrown")
            } catch let error as RelationalError {
                #expect(error.kind == .unavailable)
                #expect(error.detail.contains("unknown"))
            }
            #expect(runs.value == 1)
            #expect(try await database.read { try $0.row("SELECT count(*) FROM things")?.integer(0) } == 0)
        }
    }

    @Test("A read whose connection was lost while it was idle does not notice")
    func idle() async throws {
        try await withURL { url, database async throws in
            for _ in 0..<10 { _ = try await database.read { try $0.rows("SELECT 1") } }
            try Side.run(
                "SELECT pg_terminate_backend(pid, 20000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
                on: url)
            for _ in 0..<10 { #expect(try await database.read { try $0.row("SELECT 1")?.integer(0) } == 1) }
            let rows = try await database.read { session in
                var rows = 0
                try session.forEachRow("SELECT * FROM generate_series(1, 10)") { _ in rows += 1 }
                return rows
            }
            #expect(rows == 10)
        }
    }

    @Test("A read that lost its connection after an answer fails, and does not go on with another state")
    func midRead() async throws {
        try await withURL { url, database async throws in
            let ending = await kind {
                try await database.read { session in
                    try Side.terminate(session.process(), on: url)
                    // Whatever the closure does with the first error, the read has failed.
                    _ = try? session.rows("SELECT 1")
                    _ = try? session.rows("SELECT 1")
                }
            }
            #expect(ending == .unavailable)
            #expect(try await database.read { try $0.row("SELECT 1")?.integer(0) } == 1)
        }
    }

    @Test("A connection lost in the middle of rows ends them with an error")
    func midStream() async throws {
        try await withURL { url, database async throws in
            let seen = Counter()
            let ending = await kind {
                try await database.read { session in
                    let process = try session.process()
                    try session.forEachRow("SELECT g, repeat('x', 1000) FROM generate_series(1, 200000) g") { _ in
                        if seen.next() == 10 { try Side.terminate(process, on: url) }
                    }
                }
            }
            #expect(ending == .unavailable)
            #expect(seen.value >= 10 && seen.value < 200_000)
            #expect(try await database.read { try $0.row("SELECT 1")?.integer(0) } == 1)
        }
    }
}
