import Journaling
import Logging
import Relational
import Rulebook
import ServiceLifecycle

/// Signs what was added to the journal, every few minutes and once more when the server stops; and forgets sessions
/// and failed sign-ins that nobody needs any more. Of several servers on one database one does it.
struct JournalKeeper: ServiceLifecycle.Service {
    let records: Records
    let keyFile: KeyFile
    /// Between two rounds. The lease lasts a tenth longer.
    let interval: Duration
    /// How long a session may last; those that began this long and a day ago are forgotten.
    let sessionLimit: Duration
    let clock: any WallClock
    let logger: Logger
    private let lease: Lease

    /// What one round did.
    struct Round: Hashable, Sendable {
        /// Whether this server held the lease.
        var isHolder = false
        /// How the key file stands to the database.
        var standing = JournalKeys.Standing.unregistered
        /// Checkpoints signed.
        var signed = 0
        /// Chains whose entries do not agree with what was signed or kept of them; nothing is signed for these.
        var differing: [AgencyID] = []
    }

    init(
        records: Records, keyFile: KeyFile, interval: Duration = .seconds(600),
        sessionLimit: Duration = .seconds(12 * 3_600), clock: any WallClock = SystemClock(), logger: Logger
    ) {
        self.records = records
        self.keyFile = keyFile
        self.interval = interval
        self.sessionLimit = sessionLimit
        self.clock = clock
        self.logger = logger
        lease = Lease(name: Lease.journal, holder: NewID.make(at: clock.timestamp.milliseconds))
    }

    /// Works until the surrounding service group asks to stop.
    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            await attempt()
            try? await cancelWhenGracefulShutdown { [interval] in try await Task.sleep(for: interval) }
        }
        await attempt()
        do {
            try await records.change { [lease] in try lease.release(in: $0.session) }
        } catch {
            logger.warning("journal lease not released", metadata: ["error": .string("\(error)")])
        }
    }

    /// A round whose failure is told in the log only: the next one tries again.
    private func attempt() async {
        do {
            let round = try await round()
            if case .other(let newest) = round.standing {
                logger.error("journal is not signed: the key file is not the key in use", metadata: ["newest": .string(newest.text)])
            }
            for agency in round.differing {
                logger.critical("journal differs from what was signed", metadata: ["chain": .string(agency.text)])
            }
        } catch {
            logger.error("journal is not signed", metadata: ["error": .string("\(error)")])
        }
    }

    /// Signs what has grown and forgets what is old, if this server may.
    ///
    /// - Throws: `Refusal` of code `keyFileUnusable`; `RelationalError`.
    func round() async throws -> Round {
        var round = Round()
        let now = clock.timestamp
        // Read anew each time: the key may have been changed from the command line.
        let (keys, standing) = try await JournalKeys.open(keyFile, in: records.database, at: now.milliseconds)
        round.standing = standing
        // A server that cannot sign leaves the lease to one that can.
        guard standing == .current else { return round }
        let time = Self.milliseconds(interval) / 10 * 11
        round.isHolder = try await records.change { [lease] in try lease.take(for: time, at: now, in: $0.session) }
        guard round.isHolder else { return round }
        try await sign(with: keys, time, &round)
        try await forget(now)
        try await forgetImports(now)
        return round
    }

    private func sign(with keys: JournalKeys, _ time: Int64, _ round: inout Round) async throws {
        var after = ""
        while true {
            let (from, now) = (after, clock.timestamp)
            let found = try await records.read { session in
                try JournalStore.grown(after: from, most: 20, in: session).map { agency in
                    (agency, try Self.checkpoint(of: agency, keys.signing, at: now, in: session))
                }
            }
            guard let last = found.last else { return }
            after = last.0.text
            round.differing += found.filter { $0.1 == nil }.map(\.0)
            let signed = found.compactMap { agency, signed in signed.map { (agency, $0) } }
            if signed.isEmpty { continue }
            let isKept = try await records.change { [lease] change in
                // Held to the end of the transaction: neither the key nor the one who signs changes meanwhile.
                guard try lease.take(for: time, at: now, in: change.session),
                    try JournalKeys.standing(of: keys.verifying, in: change.session) == .current
                else { return false }
                for (agency, signed) in signed { try JournalStore.insert(signed, of: agency, in: change.session) }
                return true
            }
            guard isKept else { return }
            round.signed += signed.count
        }
    }

    /// The chain as it is, signed; `nil` when its parts do not agree, and a signature would cover that up.
    private static func checkpoint(
        of agency: AgencyID, _ key: SigningKey, at now: Timestamp, in session: any ReadSession
    ) throws -> SignedCheckpoint? {
        guard try JournalStore.isConsistent(agency, in: session),
            try JournalStore.areLinked(sinceCheckpointOf: agency, in: session), let tip = try JournalStore.tip(of: agency, in: session)
        else { return nil }
        return try tip.chain.checkpoint(at: max(now.milliseconds, tip.at), by: key)
    }

    /// Forgets in pieces, so that nobody waits long behind one.
    private func forget(_ now: Timestamp) async throws {
        let day: Int64 = 86_400
        let begun = now.adding(seconds: -(Self.milliseconds(sessionLimit) / 1_000 + day))
        // What is left over waits for the next round.
        for _ in 0..<100 {
            let count = try await records.change { try SessionStore.forget(before: begun, in: $0.session) }
            if count == 0 { break }
        }
        let limit = now.adding(seconds: -day)
        for _ in 0..<100 {
            let oldest = try await records.read { session in
                try session.row("SELECT at FROM sign_in_failures ORDER BY at LIMIT 1")?.integer(0)
            }
            guard let oldest, oldest < limit.milliseconds else { break }
            let end = min(limit, Timestamp(milliseconds: oldest).adding(seconds: 600))
            try await records.change { try FailureStore.forget(before: end, in: $0.session) }
        }
    }

    /// Files whose time to be carried out is over, and links that nobody took; both are sealed personal data.
    private func forgetImports(_ now: Timestamp) async throws {
        guard try await records.read({ try ImportStore.hasOld(at: now, in: $0) }) else { return }
        try await records.change { try ImportStore.forget(before: now, in: $0.session) }
    }

    private static func milliseconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        return seconds * 1_000 + attoseconds / 1_000_000_000_000_000
    }
}
