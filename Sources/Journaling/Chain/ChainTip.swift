/// All that must be known of a chain to append to it: its size, its last fingerprint and the roots on the right edge
/// of its tree. It does not grow with the chain beyond one fingerprint a doubling.
public struct ChainTip: Hashable, Sendable {
    /// Which chain.
    public let chain: ChainID
    /// The fingerprint of the last entry; ``Word/genesis`` of an empty chain.
    public private(set) var head: Fingerprint
    /// The tree over the entries.
    public private(set) var frontier: MerkleFrontier

    /// A chain without entries.
    public init(_ chain: ChainID) {
        self.init(chain, head: chain.genesis, frontier: MerkleFrontier())
    }

    /// A chain as it was stored.
    public init(_ chain: ChainID, head: Fingerprint, frontier: MerkleFrontier) {
        self.chain = chain
        self.head = head
        self.frontier = frontier
    }

    /// How many entries there are.
    public var size: Int { frontier.size }

    /// Appends a fact. `completed` gets each node that is to be stored for proofs: about one in 256 entries.
    ///
    /// - Throws: `EntryRefusal.otherChain`, `.sequence` or `.tooLong`; the chain is unchanged then.
    /// - Complexity: O(content), and on average one hash.
    public mutating func append(
        _ note: JournalNote, completed: (MerkleNode) -> Void = { _ in }
    ) throws(EntryRefusal) -> JournalEntry {
        guard note.chain == chain else { throw .otherChain }
        let entry = try JournalEntry(note, sequence: size + 1, previous: head)
        head = entry.fingerprint
        frontier.append(entry.fingerprint, completed: completed)
        return entry
    }
}
