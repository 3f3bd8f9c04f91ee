import Synchronization

/// The one way by which requests change a database. While one transaction is being made durable, further requests
/// gather; the next transaction takes them all, so that many share the cost of one commit. When one of them fails,
/// everything is taken back and done again with a savepoint around each, so that it takes nothing of the others with it;
/// while many fail, savepoints are there from the start.
///
/// `Note` is what a request leaves behind for the end of the transaction, such as a fact for the journal.
public final class WriteDoor<Note: Sendable>: Sendable {
    /// Runs once a transaction, after its requests and before the commit, with the notes of those that succeeded,
    /// in their order. What it throws takes back the whole transaction.
    public typealias Finish = @Sendable (_ notes: [Note], _ session: any WriteSession) throws -> Void

    private struct Job: Sendable {
        let run: @Sendable (any WriteSession) throws -> [Note]
        let done: @Sendable ((any Error)?) -> Void
    }

    private struct State {
        var waiting: [Job] = []
        var isRunning = false
        var isClosed = false
        var caution = Caution()
    }

    private let database: any Database
    private let finish: Finish
    private let width: Int
    private let queue: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - database: where the changes go.
    ///   - width: the most requests in one transaction.
    ///   - queue: the most requests that may wait; more are refused.
    ///   - finish: runs before each commit.
    public init(_ database: any Database, width: Int = 256, queue: Int = 20_000, finish: @escaping Finish) {
        self.database = database
        self.width = width
        self.queue = queue
        self.finish = finish
    }

    /// Changes the database; returns when the change survives a power cut.
    ///
    /// - Parameter body: the change, and the notes it leaves. It may be run again after its first run was taken back.
    /// - Throws: whatever `body` throws, with nothing of it kept; `RelationalError` when the transaction could not be
    ///   made durable, of kind ``RelationalError/Kind/locked`` when too many are waiting.
    public func perform<T: Sendable>(
        _ body: @escaping @Sendable (_ session: any WriteSession, _ notes: inout [Note]) throws -> T
    ) async throws -> T {
        let result = Slot<T>()
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            enqueue(
                Job {
                    var notes: [Note] = []
                    result.put(try body($0, &notes))
                    return notes
                } done: { error in
                    if let error { continuation.resume(throwing: error) } else { continuation.resume() }
                })
        }
        guard let value = result.value else { throw RelationalError(.other, "a finished change without a result") }
        return value
    }

    /// Refuses further changes; those that wait are still carried out.
    public func close() {
        state.withLock { $0.isClosed = true }
    }

    private func enqueue(_ job: Job) {
        let (refusal, start) = state.withLock { state -> (RelationalError?, Bool) in
            if state.isClosed { return (RelationalError(.unavailable, "the program is stopping"), false) }
            if state.waiting.count >= queue { return (RelationalError(.locked, "too many changes are waiting"), false) }
            state.waiting.append(job)
            defer { state.isRunning = true }
            return (nil, !state.isRunning)
        }
        if let refusal { job.done(refusal) }
        if start { Task { await work() } }
    }

    private func work() async {
        while true {
            let batch = state.withLock { state -> [Job] in
                let batch = Array(state.waiting.prefix(width))
                state.waiting.removeFirst(batch.count)
                state.isRunning = !batch.isEmpty
                return batch
            }
            if batch.isEmpty { return }
            await commit(batch)
        }
    }

    private func commit(_ batch: [Job]) async {
        let isCareful = state.withLock { $0.caution.isCalledFor }
        if isCareful, batch.count > 1 { return await commitEach(batch) }
        let finish = finish
        do {
            try await database.write { session in
                var notes: [Note] = []
                for job in batch { notes += try job.run(session) }
                try finish(notes, session)
            }
            note(failure: false)
            for job in batch { job.done(nil) }
        } catch {
            if batch.count == 1 || (error as? RelationalError)?.kind.endsTransaction == true {
                for job in batch { job.done(error) }
                return
            }
            await commitEach(batch)
        }
    }

    private func note(failure: Bool) {
        state.withLock { $0.caution.note(failure: failure) }
    }

    /// With a savepoint around each.
    private func commitEach(_ batch: [Job]) async {
        let finish = finish
        do {
            let errors = try await database.write { session in
                var notes: [Note] = []
                var errors: [(any Error)?] = []
                for job in batch {
                    do {
                        notes += try session.savepoint { try job.run(session) }
                        errors.append(nil)
                    } catch let error as RelationalError where error.kind.endsTransaction {
                        throw error
                    } catch {
                        errors.append(error)
                    }
                }
                try finish(notes, session)
                return errors
            }
            note(failure: errors.contains { $0 != nil })
            for (job, error) in zip(batch, errors) { job.done(error) }
        } catch let error as RelationalError where !error.kind.endsTransaction {
            // Somebody's change only failed at the end: find out whose, at the price of one commit each.
            for job in batch { await commit([job]) }
        } catch {
            for job in batch { job.done(error) }
        }
    }
}

extension RelationalError.Kind {
    /// Whether nothing more can be done in the transaction in which this happened.
    var endsTransaction: Bool {
        switch self {
        case .unavailable, .full, .damaged, .locked: true
        default: false
        }
    }
}

/// Carries a result from the thread of the database to the one that waits.
private final class Slot<T: Sendable>: Sendable {
    private let content = Mutex<T?>(nil)

    var value: T? { content.withLock { $0 } }

    func put(_ value: T) { content.withLock { $0 = value } }
}
