import Relational
import Testing

@testable import RelationalPostgres

@Suite("Queued statements", .needsServer)
struct QueuedStatementTests {
    @Test("Many queued statements all arrive, around the number that is sent at once", arguments: [1, 510, 511, 512, 513, 5_000])
    func many(count: Int) async throws {
        try await TestServer.withDatabase { database async throws in
            try await database.write { session in
                for index in 0..<count { try session.execute("INSERT INTO facts (place, words) VALUES (\(index), 'kata')") }
            }
            #expect(try await database.read { try $0.row("SELECT count(*) FROM facts")?.integer(0) } == Int64(count))
        }
    }

    @Test("One that fails among many takes everything back and is told as it was", arguments: [0, 1, 300, 700, 999])
    func failure(at place: Int) async throws {
        try await TestServer.withDatabase { database async throws in
            let ending = await kind {
                try await database.write { session in
                    for index in 0..<1_000 {
                        try session.execute("INSERT INTO things (id, number) VALUES (\("\(index)"), \(index == place ? 13 : 0))")
                    }
                }
            }
            #expect(ending == .check)
            #expect(try await database.read { try $0.row("SELECT count(*) FROM things")?.integer(0) } == 0)
        }
    }

    @Test("A failure that the closure keeps to itself still fails the change")
    func swallowed() async throws {
        try await TestServer.withDatabase { database async throws in
            let ending = await kind {
                try await database.write { session in
                    try session.execute("INSERT INTO things (id) VALUES ('a')")
                    _ = try? session.change("INSERT INTO things (id) VALUES ('a')")
                    try? session.execute("INSERT INTO things (id) VALUES ('b')")
                    // A savepoint in a transaction that has failed is neither a way on nor another error.
                    try? session.savepoint { try session.execute("INSERT INTO things (id) VALUES ('c')") }
                }
            }
            #expect(ending == .unique)
            #expect(try await database.read { try $0.row("SELECT count(*) FROM things")?.integer(0) } == 0)
        }
    }

    @Test("A savepoint that holds only queued statements costs one round trip")
    func roundTrips() async throws {
        var options = PostgresOptions.small
        options.connections = 2
        try await TestServer.withDatabase(options) { database async throws in
            try await database.write { try $0.execute("DELETE FROM things") }
            let due = try await database.write { session -> [Int] in
                guard let session = session as? PostgresWriteSession else { return [] }
                var due: [Int] = []
                try session.savepoint {
                    try session.execute("INSERT INTO things (id) VALUES ('a')")
                    try session.execute("INSERT INTO things (id) VALUES ('b')")
                    due.append(session.connection?.due.count ?? -1)
                }
                due.append(session.connection?.due.count ?? -1)
                return due
            }
            // BEGIN, SAVEPOINT and two inserts, each with its preparation as far as it is new; then nothing is due.
            #expect(due.first == 6 && due.last == 0)
        }
    }

    @Test("Any nesting of savepoints, failures and refusals leaves what it should", arguments: 0..<6)
    func model(block: UInt64) async throws {
        try await TestServer.withDatabase { database async throws in
            for seed in block * 25..<(block + 1) * 25 {
                var random = Seeded(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
                let program = Program(&random)
                try await database.write { try $0.execute("DELETE FROM things") }
                let found: Program.Outcome
                do {
                    found = .kept(try await database.write { try program.run($0) })
                } catch {
                    found = .refused
                }
                #expect(found == program.expected(), "seed \(seed), \(program.steps)")
                let numbers = try await database.read { try $0.rows("SELECT number FROM things ORDER BY number").map { try $0.integer(0) } }
                #expect(numbers == program.remaining(), "seed \(seed), \(program.steps)")
            }
        }
    }

    @Test("Values that cannot be sent are refused before anything is queued, and the transaction goes on")
    func unsendable() async throws {
        try await TestServer.withDatabase { database async throws in
            let kinds = try await database.write { session in
                var kinds: [RelationalError.Kind] = []
                for wrong in [
                    SQL(text: "INSERT INTO things (id) VALUES ($1)", arguments: [.text("\u{0}")]), SQL(text: "SELECT '\u{0}'"),
                    SQL(text: "SELECT 1", arguments: Array(repeating: .null, count: 65_536)),
                ] {
                    do { try session.execute(wrong) } catch let error as RelationalError { kinds.append(error.kind) }
                }
                try session.execute("INSERT INTO things (id) VALUES ('a')")
                return kinds
            }
            #expect(kinds == [.check, .other, .other])
            #expect(try await database.read { try $0.row("SELECT count(*) FROM things")?.integer(0) } == 1)
        }
    }

    @Test("A script that ends the transaction by itself is refused")
    func script() async throws {
        try await TestServer.withDatabase { database async throws in
            let ending = await kind { try await database.write { try $0.script("INSERT INTO things (id) VALUES ('a'); COMMIT") } }
            #expect(ending == .other)
            let copy = await kind { try await database.write { try $0.execute("COPY things FROM STDIN") } }
            #expect(copy != nil)
            #expect(try await database.read { try $0.row("SELECT 1")?.integer(0) } == 1)
        }
    }
}
