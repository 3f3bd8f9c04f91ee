import Journaling
import Relational
import Rulebook

/// Holds the rows of a chain against the texts in them, and the stored tree against the rows. An export shows neither,
/// for it is made of the texts alone.
struct JournalRowCheck {
    /// So many of each kind are named.
    static let most = 100
    /// Entries in one reading.
    private static let width = 256

    private(set) var misfiled: [Int] = []
    private(set) var wrongNodes: [MerkleNode] = []
    private var frontier = MerkleFrontier()
    /// Whether every number was there so far; behind a gap no node can be told.
    private var isGapless = true
    private var lastMisfiled = 0

    /// Reads a chain from its first entry to the one that is the last now.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(entries); memory does not grow with them.
    static func read(_ agency: AgencyID, in database: any Database) async throws -> JournalRowCheck {
        var check = JournalRowCheck()
        let last = try await database.read { try JournalStore.lastSequence(of: agency, in: $0) }
        var after = 0
        while after < last {
            let (start, count) = (after, min(width, last - after))
            let rows = try await database.read { try JournalStore.entries(of: agency, after: start, most: count, in: $0) }
            guard let end = rows.last?.sequence else { break }
            after = end
            let nodes = check.take(rows)
            if nodes.isEmpty { continue }
            let stored = try await database.read { session in
                try nodes.map { node in
                    let places = node.index..<node.index + 1
                    return try JournalNodes(agency: agency, session: session).nodes(level: node.level, places).first
                }
            }
            for (node, stored) in zip(nodes, stored) where node.fingerprint != stored && check.wrongNodes.count < most {
                check.wrongNodes.append(node)
            }
        }
        return check
    }

    /// Takes the next rows; gives the nodes that have become complete by them.
    private mutating func take(_ rows: [JournalStore.Stored]) -> [MerkleNode] {
        var nodes: [MerkleNode] = []
        for stored in rows {
            if stored.entry.map({ stored.isWhole($0) }) != true {
                lastMisfiled = stored.sequence
                if misfiled.count < Self.most { misfiled.append(stored.sequence) }
            }
            isGapless = isGapless && stored.sequence == frontier.size + 1
            guard isGapless, let leaf = Fingerprint(bytes: stored.fingerprint) else {
                isGapless = false
                continue
            }
            frontier.append(leaf) { node in
                // Over a wrong row the node is expected to differ.
                let below = node.index << (8 * node.level)
                if lastMisfiled <= below { nodes.append(node) }
            }
        }
        return nodes
    }
}
