import Journaling
import Relational
import Rulebook

/// What people do with the journal: read it, see the proof of an entry, take a copy.
struct JournalActions: Sendable {
    let records: Records

    /// Entries on one page.
    static let pageLength = 50
    /// People offered in the filter.
    private static let mostPeople = 200

    /// How a chain stands.
    struct State: Sendable {
        /// How many entries there are.
        let size: Int
        /// The fingerprint of the last of them.
        let head: Fingerprint?
        /// The last signed state.
        let checkpoint: SignedCheckpoint?
        /// Whether one of the keys on record signed it.
        let isConfirmed: Bool
        /// Whether the end of the chain, its tree and the signed state agree.
        let isConsistent: Bool
    }

    /// One page of the journal.
    struct Page: Sendable {
        let agency: AgencyStore.Kept
        let state: State
        let entries: [JournalStore.Stored]
        /// Whether there are older entries.
        let hasOlder: Bool
        let names: JournalNames
        /// The accounts that did something in this chain.
        let people: [String]
    }

    /// The entries of an agency, the newest first.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func list(
        _ agency: AgencyID, _ filter: JournalStore.Filter, by identity: Identity, at now: Timestamp
    ) async throws -> Page {
        try identity.require(.readJournal, on: agency.target, at: now)
        return try await records.read { session in
            guard let kept = try AgencyStore.find(agency, in: session) else { throw PageRefusal.notFound }
            let found = try JournalStore.page(of: agency, filter, most: Self.pageLength + 1, in: session)
            let entries = Array(found.prefix(Self.pageLength))
            let people = try JournalStore.actors(of: agency, most: Self.mostPeople, in: session)
            return Page(
                agency: kept, state: try Self.state(of: agency, in: session), entries: entries,
                hasOlder: found.count > entries.count,
                names: try JournalNames(for: entries, others: people, of: agency, in: session), people: people)
        }
    }

    /// One entry with everything that shows that it is in the chain.
    struct Proven: Sendable {
        let agency: AgencyStore.Kept
        let stored: JournalStore.Stored
        /// The entry, read anew from its text; `nil` when the text is none.
        let entry: JournalEntry?
        let names: JournalNames
        let size: Int
        /// The size and the root of the tree that the path leads to: that of the last checkpoint, or of the chain as
        /// it is now where no checkpoint reaches the entry yet.
        let tree: (size: Int, root: Fingerprint)
        let path: [Fingerprint]
        let checkpoint: SignedCheckpoint?
        let keys: KeyHistory?
        let openings: [Opening]
        /// Whether an earlier reading failed to find nodes that must be there.
        let isComplete: Bool

        /// Whether the text, hashed just now, leads along the path to the root.
        var isIncluded: Bool {
            guard let entry, isComplete, stored.isWhole(entry) else { return false }
            return MerkleProof.includes(
                entry.fingerprint, index: stored.sequence - 1, size: tree.size, path: path, root: tree.root)
        }

        /// Whether a key on record signed the root.
        var isSigned: Bool { checkpoint.map { keys?.confirms($0) ?? false } ?? false }

        /// The proof as a file; `nil` while no checkpoint reaches the entry.
        ///
        /// - Throws: `WritingRefusal`.
        func fileBytes() throws -> [UInt8]? {
            guard let checkpoint, let keys else { return nil }
            return try EntryProof(
                keys: keys, entry: Array(stored.text.utf8), openings: openings, index: stored.sequence - 1, path: path,
                checkpoint: checkpoint
            ).fileBytes()
        }
    }

    /// One entry and its proof, worked out now.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    /// - Complexity: O(256 · levels)
    func entry(_ sequence: Int, of agency: AgencyID, by identity: Identity, at now: Timestamp) async throws -> Proven {
        try identity.require(.seeProof, on: agency.target, at: now)
        return try await records.read { session in
            guard let kept = try AgencyStore.find(agency, in: session),
                let stored = try JournalStore.entry(sequence, of: agency, in: session)
            else { throw PageRefusal.notFound }
            return try Self.proven(stored, kept, in: session)
        }
    }

    /// The proof of an entry as a file.
    ///
    /// - Throws: as ``entry(_:of:by:at:)``; ``PageRefusal/notFound`` also while no checkpoint reaches the entry.
    func proofFile(_ sequence: Int, of agency: AgencyID, by identity: Identity, at now: Timestamp) async throws -> [UInt8] {
        guard let bytes = try await entry(sequence, of: agency, by: identity, at: now).fileBytes() else { throw PageRefusal.notFound }
        return bytes
    }

    /// Makes sure that a person may take a copy of the whole chain, and puts on its record that it was taken; the copy
    /// itself is a ``JournalExport`` and has that fact at its end.
    ///
    /// - Throws: `Refusal` of code `accessDenied`, and of code `keyFileUnusable` while nothing signs;
    ///   ``PageRefusal/notFound``; `RelationalError`.
    func beginExport(
        _ agency: AgencyID, withPersonal: Bool, by identity: Identity, at now: Timestamp
    ) async throws -> AgencyStore.Kept {
        let actor = try identity.require(.exportJournal, on: agency.target, at: now)
        return try await records.change { change in
            guard let kept = try AgencyStore.find(agency, in: change.session) else { throw PageRefusal.notFound }
            guard try JournalStore.keys(in: change.session) != nil else { throw JournalExport.noKey }
            change.record(JournalFact(.journalExported, in: agency, by: actor, ["data_diri": .truth(withPersonal)], at: now))
            return kept
        }
    }

    private static func state(of agency: AgencyID, in session: any ReadSession) throws -> State {
        let tip = try JournalStore.tip(of: agency, in: session)?.chain
        let checkpoint = try JournalStore.lastCheckpoint(of: agency, in: session)
        let keys = try JournalStore.keys(in: session)
        return State(
            size: tip?.size ?? 0, head: tip?.head, checkpoint: checkpoint,
            isConfirmed: checkpoint.map { keys?.confirms($0) ?? false } ?? false,
            isConsistent: try JournalStore.isConsistent(agency, in: session))
    }

    /// - Throws: `RelationalError`.
    static func proven(
        _ stored: JournalStore.Stored, _ agency: AgencyStore.Kept, in session: any ReadSession
    ) throws -> Proven {
        let sequence = stored.sequence
        let tip = try JournalStore.tip(of: agency.id, in: session)?.chain
        let last = try JournalStore.lastCheckpoint(of: agency.id, in: session)
        let checkpoint = last.flatMap { $0.checkpoint.size >= sequence ? $0 : nil }
        let tree =
            checkpoint.map { ($0.checkpoint.size, $0.checkpoint.root) } ?? (tip?.size ?? 0, tip?.frontier.root ?? .ofEmptyTree)
        var path: [Fingerprint] = []
        var isComplete = sequence <= tree.0
        if isComplete {
            do {
                path = try MerkleTree(JournalNodes(agency: agency.id, session: session)).inclusion(
                    index: sequence - 1, size: tree.0)
            } catch is MissingNodes {
                isComplete = false
            }
        }
        return Proven(
            agency: agency, stored: stored, entry: stored.entry,
            names: try JournalNames(for: [stored], of: agency.id, in: session), size: tip?.size ?? 0, tree: tree, path: path,
            checkpoint: checkpoint, keys: try JournalStore.keys(in: session),
            openings: try JournalStore.openings(of: stored, agency.id, in: session), isComplete: isComplete)
    }
}
