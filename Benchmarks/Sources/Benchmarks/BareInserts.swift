import GRDB
import Synchronization

/// What one gets of SQLite without Zona: rows put into one table through GRDB alone, those that wait together in one
/// durable transaction. Without savepoints, without a journal.
final class BareInserts: Sendable {
    private typealias Waiting = (text: String, done: CheckedContinuation<Void, any Error>)

    private struct State {
        var waiting: [Waiting] = []
        var isRunning = false
        var transactions = 0
    }

    private let pool: DatabasePool
    private let state = Mutex(State())

    init(folder: String) throws {
        pool = try DatabasePool(path: "\(folder)/bare.db")
        try pool.writeWithoutTransaction { connection in
            try connection.execute(sql: "PRAGMA synchronous = FULL")
            try connection.execute(sql: "CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
        }
    }

    /// Durable transactions so far.
    var transactions: Int { state.withLock { $0.transactions } }

    /// Puts a row in; it is durable when this returns.
    func insert(_ text: String) async throws {
        try await withCheckedThrowingContinuation { done in
            let isFirst = state.withLock { state in
                state.waiting.append((text, done))
                defer { state.isRunning = true }
                return !state.isRunning
            }
            if isFirst { Task { await work() } }
        }
    }

    private func work() async {
        while true {
            let batch = state.withLock { state in
                defer { state.waiting = [] }
                state.isRunning = !state.waiting.isEmpty
                state.transactions += 1
                return state.waiting
            }
            if batch.isEmpty { return }
            do {
                try await pool.write { connection in
                    let statement = try connection.cachedStatement(sql: "INSERT INTO bare (text) VALUES (?)")
                    for row in batch { try statement.execute(arguments: [row.text]) }
                }
                for row in batch { row.done.resume() }
            } catch {
                for row in batch { row.done.resume(throwing: error) }
            }
        }
    }

    /// Rows a second in transactions of one size, one after another, with nobody to wait for and nobody to wake.
    func rate(inTransactionsOf size: Int, seconds: Double, _ text: String) throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        var count = 0
        while clock.now - start < .seconds(seconds) {
            try pool.write { connection in
                let statement = try connection.cachedStatement(sql: "INSERT INTO bare (text) VALUES (?)")
                for _ in 0..<size { try statement.execute(arguments: [text]) }
            }
            count += size
        }
        return Double(count) / ((clock.now - start) / .seconds(1))
    }
}
