import Foundation
import Relational
import Synchronization
import Testing

@testable import RelationalPostgres

/// The server that the environment names. Each test makes a database of its own there.
enum TestServer {
    /// Where the address is expected.
    static let variable = "TEST_POSTGRES"
    static let url = ProcessInfo.processInfo.environment[variable] ?? ""
    static var isGiven: Bool { !url.isEmpty }

    /// Only so many databases at a time, so that the server's connections suffice.
    private static let turnstile = Turnstile(places: 6)

    /// Runs a test on an empty database, which is dropped afterwards.
    static func withEmptyDatabase(_ body: (_ url: String) async throws -> Void) async throws {
        try await turnstile.enter()
        let name = "zona_test_\(UInt64.random(in: 0 ... .max))"
        do {
            try await run("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8'")
            try await body(address(of: name))
        } catch {
            try? await run("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
            turnstile.leave()
            throw error
        }
        try await run("DROP DATABASE \(name) WITH (FORCE)")
        turnstile.leave()
    }

    /// Runs a test on a database with a table `things (id, number, words)`.
    static func withDatabase(
        _ options: PostgresOptions = .small, _ body: (_ database: PostgresDatabase) async throws -> Void
    ) async throws {
        try await withEmptyDatabase { url in
            let database = try await PostgresDatabase.open(url: url, options: options)
            do {
                try await database.write { try $0.script(tables) }
                try await body(database)
            } catch {
                await database.close()
                throw error
            }
            await database.close()
        }
    }

    private static let tables = """
        CREATE TABLE things (id TEXT NOT NULL PRIMARY KEY, number BIGINT CHECK (number <> 13), words TEXT);
        CREATE TABLE facts (place BIGINT NOT NULL PRIMARY KEY, words TEXT NOT NULL);
        """

    /// The address of another database on the same server.
    static func address(of name: String) -> String {
        let end = url.firstIndex(of: "?") ?? url.endIndex
        let start = url[..<end].lastIndex(of: "/") ?? end
        return url[..<start] + "/" + name + url[end...]
    }

    /// Runs a statement outside of any transaction, on a connection of its own.
    static func run(_ statement: String, on url: String = url) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            let isRunning = startThread {
                continuation.resume(
                    with: Result {
                        let connection = try Connection.open(Target(url: url, options: PostgresOptions()), .writer)
                        do throws(Trouble) { _ = try connection.script(statement) } catch { throw error.error }
                    })
            }
            if !isRunning { continuation.resume(throwing: RelationalError(.unavailable, "no thread")) }
        }
    }
}

extension PostgresOptions {
    /// Few connections, so that many tests can run at once.
    static var small: PostgresOptions {
        var options = PostgresOptions()
        options.connections = 4
        return options
    }
}

extension Trait where Self == ConditionTrait {
    /// Skips what needs a server when there is none.
    static var needsServer: Self {
        .enabled(if: TestServer.isGiven, "\(TestServer.variable) names no server; start one with scripts/postgres")
    }
}

/// Lets so many in at a time.
private final class Turnstile: Sendable {
    private let state: Mutex<(free: Int, waiting: [CheckedContinuation<Void, Never>])>

    init(places: Int) {
        state = Mutex((places, []))
    }

    func enter() async throws {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.free > 0 else {
                    state.waiting.append(continuation)
                    return false
                }
                state.free -= 1
                return true
            }
            if isFree { continuation.resume() }
        }
    }

    func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            if state.waiting.isEmpty {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume()
    }
}
