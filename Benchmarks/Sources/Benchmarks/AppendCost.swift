import Relational
import Rulebook

/// What a fact costs on chains of different length.
enum AppendCost {
    private static let width = 64

    /// Fills a chain step by step and measures at each length.
    static func report(_ engine: Engine) async throws {
        heading("Appending to the journal on \(engine.name), one fact of \(width) in a transaction, without its commit")
        let agency = Renaming.agency(1)
        for length in [1_000, 100_000] {
            try await JournalCache.fill(engine.database, agency, upTo: length, keys: nil)
            try await measure(engine.database, agency).report("chain of \(length) facts")
        }
    }

    /// Appends again and again in one transaction, which is taken back at its end.
    static func measure(_ database: any Relational.Database, _ agency: AgencyID) async throws -> Measurement {
        struct TakenBack: Error { let seconds: [Double] }
        let width = width
        do {
            try await database.write { session in
                let clock = ContinuousClock()
                var seconds: [Double] = []
                for round in 0..<110 {
                    let facts = (0..<width).map { JournalCache.fact(2_000_000 + round * width + $0, agency) }
                    let start = clock.now
                    // PostgreSQL is asked later; the end of a savepoint waits for it.
                    try session.savepoint { try JournalStore.append(facts, in: session) }
                    seconds.append((clock.now - start) / .seconds(1) / Double(width))
                }
                throw TakenBack(seconds: Array(seconds.dropFirst(10)))
            }
        } catch let error as TakenBack {
            return Measurement(seconds: error.seconds)
        }
        return Measurement(seconds: [])
    }
}
