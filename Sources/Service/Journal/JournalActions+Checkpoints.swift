import Journaling
import Relational
import Rulebook

/// What people take away to hold later states of the journal against.
extension JournalActions {
    /// Checkpoints on one page.
    static let checkpointsLength = 50

    /// One page of the signed states of a chain.
    struct Checkpoints: Sendable {
        let agency: AgencyStore.Kept
        /// The newest of all, also on the pages of older ones.
        let newest: SignedCheckpoint?
        let listed: [SignedCheckpoint]
        let hasOlder: Bool
        let keys: KeyHistory?

        /// Whether a key on record signed it; only such a one can be taken away.
        func isSigned(_ signed: SignedCheckpoint) -> Bool { keys?.confirms(signed) ?? false }
    }

    /// The signed states of a chain, the newest first.
    ///
    /// - Parameter before: only those over fewer entries; `nil` for the first page.
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func listCheckpoints(
        _ agency: AgencyID, before: Int?, by identity: Identity, at now: Timestamp
    ) async throws -> Checkpoints {
        try identity.require(.seeProof, on: agency.target, at: now)
        return try await records.read { session in
            guard let kept = try AgencyStore.find(agency, in: session) else { throw PageRefusal.notFound }
            let found = try JournalStore.checkpoints(
                of: agency, before: before ?? Int.max, most: Self.checkpointsLength + 1, in: session)
            return Checkpoints(
                agency: kept, newest: try JournalStore.lastCheckpoint(of: agency, in: session),
                listed: Array(found.prefix(Self.checkpointsLength)), hasOlder: found.count > Self.checkpointsLength,
                keys: try JournalStore.keys(in: session))
        }
    }

    /// A signed state as a file.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound`` also for a state that no key on record
    ///   signed; `RelationalError`.
    func checkpointFile(_ size: Int, of agency: AgencyID, by identity: Identity, at now: Timestamp) async throws -> [UInt8] {
        try identity.require(.seeProof, on: agency.target, at: now)
        return try await records.read { session in
            let (signed, keys) = try Self.signed(size, of: agency, in: session)
            return try signed.fileBytes(keys: keys)
        }
    }

    /// The proof that the later of two signed states only adds to the earlier one, as a file; the order in which they
    /// are named does not matter. Where the stored tree has holes the path is left out, and the verifier refuses it.
    ///
    /// - Throws: as ``checkpointFile(_:of:by:at:)``.
    /// - Complexity: O(256 · levels)
    func consistencyFile(
        _ sizes: (Int, Int), of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws -> [UInt8] {
        try identity.require(.seeProof, on: agency.target, at: now)
        return try await records.read { try Self.consistencyFile(sizes, of: agency, in: $0) }
    }

    /// The same for whoever needs no leave.
    ///
    /// - Throws: ``PageRefusal/notFound``; `RelationalError`.
    static func consistencyFile(_ sizes: (Int, Int), of agency: AgencyID, in session: any ReadSession) throws -> [UInt8] {
        let (old, new) = (min(sizes.0, sizes.1), max(sizes.0, sizes.1))
        let (before, keys) = try signed(old, of: agency, in: session)
        let (after, _) = try signed(new, of: agency, in: session)
        var path: [Fingerprint] = []
        do {
            path = try MerkleTree(JournalNodes(agency: agency, session: session)).consistency(from: old, to: new)
        } catch is MissingNodes {}
        return try ConsistencyProof(keys: keys, old: before, path: path, new: after).fileBytes()
    }

    /// - Throws: ``PageRefusal/notFound``; `RelationalError`.
    static func signed(
        _ size: Int, of agency: AgencyID, in session: any ReadSession
    ) throws -> (SignedCheckpoint, KeyHistory) {
        guard let signed = try JournalStore.checkpoint(of: agency, size: size, in: session),
            let keys = try JournalStore.keys(in: session), keys.confirms(signed)
        else { throw PageRefusal.notFound }
        return (signed, keys)
    }
}
