import Relational
import Testing

@testable import RelationalPostgres

@Suite("Reading", .needsServer)
struct ReadingTests {
    @Test("All statements of a read see the state of the first, whatever others commit meanwhile")
    func oneState() async throws {
        try await TestServer.withEmptyDatabase { url async throws in
            try await TestServer.run("CREATE TABLE things (id BIGINT)", on: url)
            let database = try await PostgresDatabase.open(url: url, options: .small)
            let counts = try await database.read { session in
                var counts: [Int64] = []
                for index in 0..<3 {
                    counts.append(try session.row("SELECT count(*) FROM things")?.integer(0) ?? -1)
                    // Another statement each time, so that one is prepared and one is new.
                    counts.append(try session.row(SQL(text: "SELECT count(*) + \(index) - \(index) FROM things"))?.integer(0) ?? -1)
                    try Side.run("INSERT INTO things VALUES (\(index))", on: url)
                }
                try session.forEachRow("SELECT id FROM things") { _ in counts.append(99) }
                return counts
            }
            #expect(counts == [0, 0, 0, 0, 0, 0])
            #expect(try await database.read { try $0.row("SELECT count(*) FROM things")?.integer(0) } == 3)
            await database.close()
        }
    }

    @Test("A read runs at REPEATABLE READ and can change nothing, a change at READ COMMITTED")
    func isolation() async throws {
        try await TestServer.withDatabase { database async throws in
            let settings: SQL = "SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only')"
            let reading = try await database.read { try $0.row(settings)?.values }
            let writing = try await database.write { try $0.row(settings)?.values }
            #expect(reading == [.text("repeatable read"), .text("on")])
            #expect(writing == [.text("read committed"), .text("off")])
            let name = try await database.read { try $0.row("SELECT current_setting('application_name')")?.text(0) }
            #expect(name == "zona")
        }
    }

    @Test("After a failed statement a read goes no further")
    func failed() async throws {
        try await TestServer.withDatabase { database async throws in
            let ending = await kind {
                try await database.read { session in
                    _ = try session.rows("SELECT 1")
                    _ = try? session.rows("SELECT 1 / (SELECT count(*) FROM things)")
                    _ = try? session.rows("SELECT 1")
                }
            }
            #expect(ending == .check)
            #expect(try await database.read { try $0.row("SELECT 1")?.integer(0) } == 1)
        }
    }

    @Test("A body that throws ends the rows, and the same session goes on", arguments: [10, 200_000])
    func bodyThrows(rows: Int) async throws {
        struct Enough: Error {}
        try await TestServer.withDatabase { database async throws in
            let after = try await database.read { session in
                var seen = 0
                do {
                    try session.forEachRow("SELECT g FROM generate_series(1, CAST(\(rows) AS INTEGER)) g") { _ in
                        seen += 1
                        if seen == 5 { throw Enough() }
                    }
                } catch is Enough {}
                return [Int64(seen), try session.row("SELECT 7")?.integer(0) ?? 0]
            }
            #expect(after == [5, 7])
            await #expect(throws: Enough.self) {
                try await database.read { session in
                    try session.forEachRow("SELECT g FROM generate_series(1, CAST(\(rows) AS INTEGER)) g") { _ in throw Enough() }
                }
            }
            for _ in 0..<8 { #expect(try await database.read { try $0.row("SELECT 8")?.integer(0) } == 8) }
            try await database.write { session in
                try session.execute("INSERT INTO things (id) VALUES ('a')")
                try? session.forEachRow("SELECT g FROM generate_series(1, CAST(\(rows) AS INTEGER)) g") { _ in throw Enough() }
                try session.execute("INSERT INTO things (id) VALUES ('b')")
                // Nothing comes behind these rows but the commit.
                try? session.forEachRow("SELECT g FROM generate_series(1, CAST(\(rows) AS INTEGER)) g") { _ in throw Enough() }
            }
            #expect(try await database.read { try $0.row("SELECT count(*) FROM things")?.integer(0) } == 2)
        }
    }

    @Test("Statements may be asked between rows, also for rows of their own")
    func nested() async throws {
        try await TestServer.withDatabase { database async throws in
            let sums = try await database.read { session in
                var sums: [Int64] = []
                try session.forEachRow("SELECT g FROM generate_series(1, 4) g") { outer in
                    let number = try outer.integer(0)
                    var sum = try session.row("SELECT CAST(\(number) AS BIGINT) * 100")?.integer(0) ?? 0
                    try session.forEachRow("SELECT g FROM generate_series(1, CAST(\(number) AS BIGINT)) g") { sum += try $0.integer(0) }
                    sums.append(sum)
                }
                return sums
            }
            #expect(sums == [101, 203, 306, 410])
        }
    }

    @Test("An error in the middle of rows comes after the rows before it")
    func errorAmongRows() async throws {
        try await TestServer.withDatabase { database async throws in
            let seen = Counter()
            let ending = await kind {
                try await database.read { session in
                    try session.forEachRow("SELECT 1 / (5000 - g) FROM generate_series(1, 10000) g") { _ in seen.next() }
                }
            }
            #expect(ending == .check)
            #expect(seen.value == 4_999)
            #expect(try await database.read { try $0.row("SELECT 1")?.integer(0) } == 1)
        }
    }

    @Test("A million rows pass one by one")
    func many() async throws {
        try await TestServer.withDatabase { database async throws in
            let sum = try await database.read { session in
                var sum: Int64 = 0
                try session.forEachRow("SELECT g, CAST(g AS TEXT) FROM generate_series(1, 1000000) g") { sum += try $0.integer(0) }
                return sum
            }
            #expect(sum == 500_000_500_000)
        }
    }

    @Test("Each type of the server is read as one of the four kinds, or refused")
    func types() async throws {
        try await TestServer.withDatabase { database async throws in
            let row = try await database.read {
                try $0.row(
                    """
                    SELECT CAST(-3 AS SMALLINT), CAST(70000 AS INTEGER), true, false, CAST('ab' AS VARCHAR(9)), CAST('ab' AS CHAR(3)),
                        CAST('n' AS NAME), CAST('c' AS "char"), 'literal', CAST(NULL AS DATE), pg_sleep(0), sum(x), sum(-x), CAST(0 AS NUMERIC),
                        CAST(120000 AS NUMERIC(12, 2)), CAST(10000 AS NUMERIC)
                    FROM (VALUES (9223372036854775806), (1)) AS v (x)
                    """
                )?.values
            }
            #expect(
                row == [
                    .integer(-3), .integer(70_000), .integer(1), .integer(0), .text("ab"), .text("ab "), .text("n"), .text("c"), .text("literal"),
                    .null, .null, .integer(.max), .integer(-.max), .integer(0), .integer(120_000), .integer(10_000),
                ])
            let unreadable = [
                "CAST(1.5 AS NUMERIC)", "CAST(9223372036854775808 AS NUMERIC)", "CAST('NaN' AS NUMERIC)", "CAST(1 AS REAL)", "current_date", "ARRAY[1]",
                "CAST(0.00001 AS NUMERIC)", "CAST('Infinity' AS NUMERIC)",
            ]
            for expression in unreadable {
                let ending = await kind { _ = try await database.read { try $0.rows(SQL(text: "SELECT \(expression)")) } }
                #expect(ending == .misread, "\(expression)")
            }
            #expect(try await database.read { try $0.row("SELECT CAST(-9223372036854775808 AS NUMERIC)")?.integer(0) } == .min)
        }
    }
}
