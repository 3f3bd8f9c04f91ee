import Glibc
import Relational
import Synchronization

/// What all connections know about the server: whether it is there, and when it is worth knocking again. While it is
/// away one attempt is made at a time, at growing distances of at most two seconds, each shortened at random so that
/// several programs do not knock together.
final class Reachability: Sendable {
    private struct State {
        var failures = 0
        var downSince: ContinuousClock.Instant?
        var nextAttempt: ContinuousClock.Instant?
        var lastError = RelationalError(.unavailable, "the server cannot be reached")
        var isClosed = false
        var schemaChanges = 0
    }

    private enum Step {
        case attempt
        case wait(until: ContinuousClock.Instant)
        case refuse(RelationalError)
    }

    private let patience: Duration
    private let state = Mutex(State())

    /// - Parameter patience: how long a unit of work waits for the server.
    init(patience: Duration) {
        self.patience = patience
    }

    /// How often somebody noticed that the schema has changed.
    var schemaChanges: Int { state.withLock { $0.schemaChanges } }

    /// The schema has changed: prepared statements of all connections may no longer fit.
    func noteSchemaChange() {
        state.withLock { $0.schemaChanges += 1 }
    }

    /// No more attempts are made.
    func close() {
        state.withLock { $0.isClosed = true }
    }

    /// Connects, trying again while patience lasts. Blocks the thread.
    ///
    /// - Throws: the error of the last attempt; one that another attempt would not heal at once.
    func connect<Opened>(_ open: () throws(RelationalError) -> Opened) throws(RelationalError) -> Opened {
        let start = ContinuousClock.now
        while true {
            switch step(start) {
            case .refuse(let error): throw error
            case .wait(let instant): rest(until: instant)
            case .attempt:
                do {
                    let opened = try open()
                    state.withLock {
                        $0.failures = 0
                        $0.downSince = nil
                        $0.nextAttempt = nil
                    }
                    return opened
                } catch {
                    guard error.kind == .unavailable else { throw error }
                    noteFailure(error)
                }
            }
        }
    }

    private func step(_ start: ContinuousClock.Instant) -> Step {
        let now = ContinuousClock.now
        return state.withLock { state in
            if state.isClosed { return .refuse(RelationalError(.unavailable, "the program is stopping")) }
            guard let downSince = state.downSince, let next = state.nextAttempt else { return .attempt }
            if now >= next {
                // Nobody else tries while this attempt lasts.
                state.nextAttempt = now + distance(state.failures)
                return .attempt
            }
            if now >= start + patience || now >= downSince + patience { return .refuse(state.lastError) }
            return .wait(until: min(next, start + patience))
        }
    }

    private func noteFailure(_ error: RelationalError) {
        let now = ContinuousClock.now
        state.withLock { state in
            state.failures += 1
            state.downSince = state.downSince ?? now
            state.nextAttempt = now + distance(state.failures)
            state.lastError = error
        }
    }

    private func distance(_ failures: Int) -> Duration {
        let longest = min(2_000, 25 << min(failures, 10))
        return .milliseconds(Int.random(in: longest / 2...longest))
    }

    /// Short enough rests that a stop of the program is noticed.
    private func rest(until instant: ContinuousClock.Instant) {
        let left = (instant - ContinuousClock.now).milliseconds
        usleep(UInt32(clamping: min(max(left, 1), 100) * 1_000))
    }
}
