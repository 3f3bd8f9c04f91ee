import Foundation
import Relational
import Synchronization
import Testing

@testable import RelationalPostgres

/// A second program on the same database, used from inside of a closure, whose thread may wait for it.
enum Side {
    /// Runs a script and gives the first value of its last answer.
    @discardableResult
    static func run(_ script: String, on url: String) throws -> String {
        let connection = try Connection.open(Target(url: url, options: PostgresOptions()), .writer)
        do throws(Trouble) { return try connection.script(script)?.plainText(0) ?? "" } catch { throw error.error }
    }

    /// Ends a connection of the server and waits until it has ended.
    static func terminate(_ process: Int64, on url: String) throws {
        _ = try run("SELECT pg_terminate_backend(\(process), 20000)", on: url)
    }
}

/// Counts, across threads.
final class Counter: Sendable {
    private let state = Mutex(0)

    var value: Int { state.withLock { $0 } }

    /// Counts one more.
    @discardableResult
    func next() -> Int {
        state.withLock { value in
            value += 1
            return value
        }
    }
}

/// Something that happens once, awaited by threads of the engine and by tasks.
final class Signal: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let state = Mutex<(isOpen: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

    func open() {
        let waiting = state.withLock { state in
            defer { state = (true, []) }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
        semaphore.signal()
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }

    func waitOnThread() {
        semaphore.wait()
        semaphore.signal()
    }
}

extension ReadSession {
    /// The number of the server process that serves this session.
    func process() throws -> Int64 {
        try row("SELECT pg_backend_pid()")?.integer(0) ?? -1
    }
}

/// The kind of trouble that some work ends in, `nil` when it ends well.
func kind(_ work: () async throws -> Void) async -> RelationalError.Kind? {
    do {
        try await work()
    } catch let error as RelationalError {
        return error.kind
    } catch {
        Issue.record(error)
    }
    return nil
}
