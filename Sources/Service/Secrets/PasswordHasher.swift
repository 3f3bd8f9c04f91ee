import CSodium
import Glibc
import NIOPosix

/// Turns passwords into what is kept of them, with Argon2id, on threads of its own that stand back behind the rest
/// of the server, so that many sign-ins slow nobody's pages.
struct PasswordHasher: Sendable {
    /// What one hash costs.
    struct Cost: Hashable, Sendable {
        /// Passes over the memory.
        var passes: UInt64 = 2
        /// Bytes.
        var memory = 19 << 20
    }

    private let pool: NIOThreadPool
    private let cost: Cost
    /// A hash of nobody's password, so that a name nobody has takes as long as one somebody has.
    private let decoy: String
    private let onWork: @Sendable () -> Void

    /// - Parameters:
    ///   - cost: what one hash costs; for tests a lower one.
    ///   - threads: hashes at the same time; each holds ``Cost/memory``.
    ///   - onWork: called before each computation, whether it makes a hash or compares with one.
    init(cost: Cost = Cost(), threads: Int = 1, onWork: @escaping @Sendable () -> Void = {}) {
        self.cost = cost
        self.onWork = onWork
        pool = NIOThreadPool(numberOfThreads: threads)
        pool.start()
        decoy = Self.hash(Sodium.random(16).map { String($0) }.joined(), cost) ?? ""
    }

    /// What to keep of a password.
    ///
    /// - Throws: ``OutOfMemory``; `CancellationError` when the server stops.
    /// - Complexity: some 20 ms of one core by intent.
    func hash(_ password: String) async throws -> String {
        try await run { [cost] in
            guard let hash = Self.hash(password, cost) else { throw OutOfMemory() }
            return hash
        }
    }

    /// Whether a password is the one that a hash was made of. Takes the same time when there is no hash.
    ///
    /// - Throws: `CancellationError` when the server stops.
    func matches(_ password: String, _ hash: String?) async throws -> Bool {
        try await run { [decoy] in
            let kept = hash ?? decoy
            let matches = crypto_pwhash_str_verify(kept, password, UInt64(password.utf8.count)) == 0
            return matches && hash != nil
        }
    }

    /// Whether a hash was made at a lower cost than new ones are.
    func isOutdated(_ hash: String) -> Bool {
        crypto_pwhash_str_needs_rehash(hash, cost.passes, cost.memory) != 0
    }

    /// There was no memory for a hash.
    struct OutOfMemory: Error {}

    /// Lets go of the threads.
    func stop() async {
        try? await pool.shutdownGracefully()
    }

    private func run<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await pool.runIfActive { [onWork] in
            onWork()
            // On Linux the priority of "this process" is that of this thread.
            setpriority(.init(PRIO_PROCESS.rawValue), 0, 10)
            return try work()
        }
    }

    private static func hash(_ password: String, _ cost: Cost) -> String? {
        precondition(Sodium.isReady, "no source of randomness")
        var kept = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        guard
            crypto_pwhash_str_alg(
                &kept, password, UInt64(password.utf8.count), cost.passes, cost.memory,
                crypto_pwhash_ALG_ARGON2ID13) == 0
        else { return nil }
        return String(decoding: kept.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
