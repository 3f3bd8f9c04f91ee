import Journaling
import Relational
import Rulebook

/// The stored fingerprints of a chain. A proof at a million entries reads about a thousand of them.
struct JournalNodes: NodeSource {
    let agency: AgencyID
    let session: any ReadSession

    func nodes(level: Int, _ range: Range<Int>) throws -> [Fingerprint] {
        let rows =
            level == 0
            ? try session.rows(
                """
                SELECT fingerprint FROM journal_entries WHERE agency = \(agency.text)
                AND sequence > \(range.lowerBound) AND sequence <= \(range.upperBound) ORDER BY sequence
                """)
            : try session.rows(
                """
                SELECT fingerprint FROM journal_nodes WHERE agency = \(agency.text) AND level = \(level)
                AND position >= \(range.lowerBound) AND position < \(range.upperBound) ORDER BY position
                """)
        return try rows.map { row in
            guard let fingerprint = Fingerprint(bytes: try row.blob(0)) else {
                throw RelationalError(.damaged, "a fingerprint of the journal cannot be read")
            }
            return fingerprint
        }
    }
}

extension JournalStore {
    /// What opens the commitments of an entry, as far as it was not erased.
    ///
    /// - Throws: `RelationalError`.
    static func openings(of stored: Stored, _ agency: AgencyID, in session: any ReadSession) throws -> [Opening] {
        let rows = try openingRows(of: agency, stored.sequence...stored.sequence, in: session)
        return try rows.map { try opening($0.row, sequence: stored.sequence, content: stored.entry?.content) }
    }

    /// The rows of openings, in the order of entries and fields: field, salt and value.
    ///
    /// - Throws: `RelationalError`.
    static func openingRows(
        of agency: AgencyID, _ range: ClosedRange<Int>, in session: any ReadSession
    ) throws -> [(sequence: Int, row: Row)] {
        try session.rows(
            """
            SELECT field, salt, value, sequence FROM journal_openings WHERE agency = \(agency.text)
            AND sequence >= \(range.lowerBound) AND sequence <= \(range.upperBound) ORDER BY sequence, field
            """
        ).map { (Int(try $0.integer(3)), $0) }
    }

    /// An opening of the commitment that stands in the entry, whether or not it fits: finding that is the verifier's
    /// work.
    static func opening(_ row: Row, sequence: Int, content: CanonicalValue?) throws -> Opening {
        guard let salt = Commitment.Salt(bytes: try row.blob(1)) else {
            throw RelationalError(.damaged, "an opening of the journal cannot be read")
        }
        let value = try row.text(2)
        let committed = content?[try row.text(0)].flatMap { Commitment($0) }
        return Opening(
            sequence: sequence, commitment: committed ?? .make(value: value, salt: salt), value: value, salt: salt)
    }

    /// Chains that have grown since their last checkpoint, behind an agency in the order of ids.
    ///
    /// - Throws: `RelationalError`.
    static func grown(after: String, most: Int, in session: any ReadSession) throws -> [AgencyID] {
        try session.rows(
            """
            SELECT h.agency FROM journal_heads h WHERE h.agency > \(after) AND h.size >
            coalesce((SELECT max(c.size) FROM journal_checkpoints c WHERE c.agency = h.agency), 0)
            ORDER BY h.agency LIMIT \(most)
            """
        ).map { AgencyID(try $0.text(0)) }
    }

    /// Whether the end of a chain, its tree and its last checkpoint agree with each other and with the key history.
    /// Finds a head that was replaced and rows that were removed or exchanged near the edge; only reading the whole
    /// chain finds every change.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(256 · levels)
    static func isConsistent(_ agency: AgencyID, in session: any ReadSession) throws -> Bool {
        // A chain that is not there yet has neither entries nor checkpoints.
        let tip = try tip(of: agency, in: session)?.chain ?? ChainTip(ChainID(agency.text))
        // By the size that stands beside it the keeper knows what has grown.
        let size = try session.row("SELECT size FROM journal_heads WHERE agency = \(agency.text)")?.integer(0) ?? 0
        guard Int(size) == tip.size, try lastSequence(of: agency, in: session) == tip.size else { return false }
        let tree = MerkleTree(JournalNodes(agency: agency, session: session))
        do {
            guard try tree.root(size: tip.size) == tip.frontier.root else { return false }
            if let last = try entry(tip.size, of: agency, in: session) {
                guard let entry = last.entry, last.isWhole(entry), entry.fingerprint == tip.head else { return false }
            }
            guard let stated = try lastCheckpoint(of: agency, in: session)?.checkpoint else { return true }
            return try stated.size <= tip.size && tree.root(size: stated.size) == stated.root
        } catch is MissingNodes {
            return false
        }
    }

    /// Whether the entries after the last checkpoint are as their fingerprints say and follow each other.
    ///
    /// - Parameter most: entries looked at; a server that signs every few minutes has fewer.
    /// - Throws: `RelationalError`.
    /// - Complexity: O(entries since the last checkpoint)
    static func areLinked(
        sinceCheckpointOf agency: AgencyID, most: Int = 100_000, in session: any ReadSession
    ) throws -> Bool {
        let stated = try lastCheckpoint(of: agency, in: session)?.checkpoint
        var last = try stated?.head ?? ChainID(agency.text).genesis
        var count = stated?.size ?? 0
        var isWhole = true
        try session.forEachRow(
            """
            SELECT \(columns) FROM journal_entries WHERE agency = \(agency.text) AND sequence > \(count)
            ORDER BY sequence LIMIT \(most)
            """
        ) { row in
            let stored = try stored(row)
            count += 1
            guard isWhole, stored.sequence == count, let entry = stored.entry, stored.isWhole(entry), entry.previous == last else {
                isWhole = false
                return
            }
            last = entry.fingerprint
        }
        return isWhole
    }
}
