import Relational
import Testing

/// Kills a program that writes, or the server it writes to, many times, and looks whether everything it acknowledged is
/// there, once and in its order, and nothing is half done. The program is `CrashWriter`, built beside the tests.
public struct CrashTrial: Sendable {
    /// How many changes the program has under way at a time; as many may have been kept and not yet acknowledged.
    private static let lanes = 16

    private let place: String
    private let open: ConformanceCase.Opening

    /// - Parameters:
    ///   - place: what the program is told to open.
    ///   - open: opens the same database here.
    public init(_ place: String, open: @escaping ConformanceCase.Opening) {
        self.place = place
        self.open = open
    }

    /// Writes, kills the program and looks, this many times on one database.
    public func run(rounds: Int) async throws {
        try await prepare()
        var known: Set<Int64> = []
        var acknowledged: Set<Int64> = []
        for round in 0..<rounds {
            let writer = try RunningWriter(place, first: Int64(round) * 1_000_000)
            // Also at once, before or while the program opens the database.
            let wanted = round % 10 == 0 ? 0 : Int.random(in: 1...1_500)
            await writer.reach(wanted)
            let said = await writer.kill()
            #expect(said.count >= wanted)
            acknowledged.formUnion(said)
            known = try await look(acknowledged, known: known, isWhole: true)
            #expect(known.count - acknowledged.count <= Self.lanes * (round + 1))
        }
        #expect(known.count > rounds)
    }

    /// Takes the server away and brings it back, this many times, while one and the same program goes on writing.
    ///
    /// - Parameter outage: ends the server without warning, and returns when it was started again.
    public func endure(rounds: Int, outage: (_ round: Int) async throws -> Void) async throws {
        try await prepare()
        let writer = try RunningWriter(place, first: 0)
        var known: Set<Int64> = []
        for round in 0..<rounds {
            await writer.reach(writer.acknowledged.count + Int.random(in: 1...400))
            do {
                try await outage(round)
            } catch {
                _ = await writer.kill()
                throw error
            }
            // It finds the server again by itself.
            await writer.reach(writer.acknowledged.count + 100)
            #expect(writer.isRunning, "the program did not outlive round \(round)")
            known = try await look(Set(writer.acknowledged), known: known, isWhole: false)
        }
        let said = await writer.kill()
        #expect(said.count == Set(said).count)
        known = try await look(Set(said), known: known, isWhole: true)
        #expect(known.count - said.count <= Self.lanes * (rounds + 1))
    }

    private func prepare() async throws {
        try await use { database in
            let number = database.dialect == .sqlite ? "INTEGER" : "BIGINT"
            // Nothing here forbids to write twice: that is to be found by looking.
            try await database.write {
                try $0.script(
                    """
                    CREATE TABLE crash_rows (number \(number) NOT NULL, half \(number) NOT NULL, words TEXT NOT NULL);
                    CREATE TABLE crash_notes (place \(number) NOT NULL PRIMARY KEY, number \(number) NOT NULL);
                    """)
            }
        }
    }

    /// Looks at what is there; gives the numbers of it.
    private func look(_ acknowledged: Set<Int64>, known: Set<Int64>, isWhole: Bool) async throws -> Set<Int64> {
        try await use { database in
            let (kept, notes) = try await database.read { session in
                var kept: Set<Int64> = []
                try session.forEachRow("SELECT number, count(*), count(DISTINCT half) FROM crash_rows GROUP BY number") { row in
                    let (number, halves, different) = (try row.integer(0), try row.integer(1), try row.integer(2))
                    #expect(halves == 2 && different == 2, "\(number) has \(halves) halves, \(different) of them different")
                    kept.insert(number)
                }
                return (kept, try session.rows("SELECT number FROM crash_notes ORDER BY place").map { try $0.integer(0) })
            }
            #expect(notes.count == kept.count && Set(notes) == kept)
            var last: [Int64: Int64] = [:]
            for number in notes {
                let lane = number % Int64(Self.lanes)
                if let before = last[lane] { #expect(before < number, "out of order") }
                last[lane] = number
            }
            #expect(known.isSubset(of: kept), "changes of former rounds are gone")
            #expect(acknowledged.subtracting(kept) == [], "acknowledged changes are gone")
            if isWhole { #expect(try await database.integrityProblems() == []) }
            return kept
        }
    }

    private func use<T>(_ body: (any Database) async throws -> T) async throws -> T {
        let database = try await open()
        do {
            let result = try await body(database)
            await database.close()
            return result
        } catch {
            await database.close()
            throw error
        }
    }
}
