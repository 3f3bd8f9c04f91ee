import Relational
import Synchronization

/// A real database that counts what is asked of it, and can be cut off as if its server had gone.
final class WatchedDatabase: Database {
    struct Counts: Hashable {
        /// Readings that have begun.
        var reads = 0
        /// Readings that have not ended yet.
        var open = 0
    }

    private let base: any Database
    private let state = Mutex((counts: Counts(), isCut: false))

    init(_ base: any Database) { self.base = base }

    var counts: Counts { state.withLock { $0.counts } }
    var dialect: Dialect { base.dialect }

    /// From now on, or not any more.
    func cut(_ isCut: Bool) { state.withLock { $0.isCut = isCut } }

    func read<T: Sendable>(_ body: @escaping @Sendable (any ReadSession) throws -> T) async throws -> T {
        let isCut = state.withLock { state in
            state.counts.reads += 1
            state.counts.open += 1
            return state.isCut
        }
        defer { state.withLock { $0.counts.open -= 1 } }
        if isCut { throw RelationalError(.unavailable, "cut off by the test") }
        return try await base.read(body)
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any WriteSession) throws -> T) async throws -> T {
        if state.withLock({ $0.isCut }) { throw RelationalError(.unavailable, "cut off by the test") }
        return try await base.write(body)
    }

    func integrityProblems() async throws -> [String] { try await base.integrityProblems() }
    func close() async { await base.close() }
}
