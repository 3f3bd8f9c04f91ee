import Dispatch
import Glibc
import Relational
import Synchronization

/// A number of threads, each with a connection of its own, and the units of work that wait for them. Nothing here
/// runs on the threads of Swift's tasks, which must not block.
final class Lane: Sendable {
    /// One unit of work.
    private struct Job: Sendable {
        let deadline: ContinuousClock.Instant
        let run: @Sendable (Seat) -> Void
        let refuse: @Sendable (RelationalError) -> Void
    }

    private struct State {
        var waiting = Queue<Job>()
        var busy = 0
        var threads: Int
        var isClosed = false
        var isWatched = false
        var stopped: [CheckedContinuation<Void, Never>] = []
    }

    private let size: Int
    private let patience: Duration
    private let reachability: Reachability
    private let state: Mutex<State>
    private let bell = DispatchSemaphore(value: 0)

    /// Starts the threads.
    ///
    /// - Parameters:
    ///   - size: how many threads and so, at most, connections.
    ///   - patience: the longest a unit of work waits for a thread.
    init(size: Int, patience: Duration, target: Target, role: Role, reachability: Reachability) throws(RelationalError) {
        self.size = size
        self.patience = patience
        self.reachability = reachability
        state = Mutex(State(threads: size))
        for started in 0..<size {
            let isRunning = startThread { [self] in work(Seat(target: target, role: role, reachability: reachability)) }
            if isRunning { continue }
            state.withLock { $0.threads = started }
            close()
            throw RelationalError(.unavailable, "no more threads can be started")
        }
    }

    /// Hands over a unit of work. Exactly one of the two closures is called, on a thread of this lane or another.
    ///
    /// - Parameters:
    ///   - run: does the work; it may block.
    ///   - refuse: hears that the work will not be done.
    func submit(_ run: @escaping @Sendable (Seat) -> Void, refuse: @escaping @Sendable (RelationalError) -> Void) {
        let job = Job(deadline: .now + patience, run: run, refuse: refuse)
        let (refusal, watch) = state.withLock { state -> (RelationalError?, Bool) in
            if state.isClosed { return (RelationalError(.unavailable, "the program is stopping"), false) }
            if state.waiting.count >= 10_000 { return (RelationalError(.locked, "too much work waits for a connection"), false) }
            state.waiting.append(job)
            guard state.busy + state.waiting.count > size, !state.isWatched else { return (nil, false) }
            state.isWatched = true
            return (nil, true)
        }
        if let refusal { return refuse(refusal) }
        bell.signal()
        if watch { Task { await self.watch() } }
    }

    /// Refuses further work.
    func close() {
        let threads = state.withLock { state -> Int in
            defer { state.isClosed = true }
            return state.isClosed ? 0 : state.threads
        }
        for _ in 0..<threads { bell.signal() }
    }

    /// Waits until the work that was accepted is done and the connections are closed.
    func finish() async {
        close()
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state -> Bool in
                if state.threads > 0 { state.stopped.append(continuation) }
                return state.threads == 0
            }
            if isOver { continuation.resume() }
        }
    }

    private func work(_ seat: Seat) {
        while let job = next() {
            job.run(seat)
            seat.tidy()
            state.withLock { $0.busy -= 1 }
        }
        seat.leave()
        let waiting = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            state.threads -= 1
            return state.threads == 0 ? state.stopped : []
        }
        for continuation in waiting { continuation.resume() }
    }

    /// The next unit of work; `nil` when there will be none.
    private func next() -> Job? {
        while true {
            bell.wait()
            let (job, isOver) = state.withLock { state -> (Job?, Bool) in
                let job = state.waiting.popFirst()
                if job != nil { state.busy += 1 }
                return (job, job == nil && state.isClosed)
            }
            if job != nil || isOver { return job }
        }
    }

    /// Refuses what has waited too long. Runs while anything waits.
    private func watch() async {
        while true {
            let (expired, deadline) = state.withLock { state -> ([Job], ContinuousClock.Instant?) in
                var expired: [Job] = []
                let now = ContinuousClock.now
                while let first = state.waiting.first, first.deadline <= now {
                    expired.append(first)
                    _ = state.waiting.popFirst()
                }
                if state.waiting.isEmpty { state.isWatched = false }
                return (expired, state.waiting.first?.deadline)
            }
            for job in expired { job.refuse(RelationalError(.locked, "no connection became free in time")) }
            guard let deadline else { return }
            // Nothing cancels this task; without sleep it would only look more often.
            try? await Task.sleep(until: deadline, clock: .continuous)
        }
    }
}

/// Starts a thread that ends with its work.
///
/// - Returns: whether there is such a thread now.
func startThread(_ work: @escaping @Sendable () -> Void) -> Bool {
    final class Work {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
    let box = Unmanaged.passRetained(Work(work))
    var thread = pthread_t()
    let outcome = pthread_create(
        &thread, nil,
        { raw in
            if let raw { Unmanaged<Work>.fromOpaque(raw).takeRetainedValue().run() }
            return nil
        }, box.toOpaque())
    guard outcome == 0 else {
        box.release()
        return false
    }
    pthread_detach(thread)
    return true
}
