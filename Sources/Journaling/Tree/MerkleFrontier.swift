/// A node of the tree that is stored, because proofs start from it.
public struct MerkleNode: Hashable, Sendable {
    /// How high: 1 stands over 256 leaves, 2 over 65,536, and so on.
    public let level: Int
    /// Which of its level, from 0.
    public let index: Int
    /// The root of the leaves below it.
    public let fingerprint: Fingerprint

    /// A node at a place.
    public init(level: Int, index: Int, fingerprint: Fingerprint) {
        self.level = level
        self.index = index
        self.fingerprint = fingerprint
    }
}

/// The right edge of a tree (RFC 6962, 2.1): the roots of the complete subtrees that its leaves fall into. Enough to
/// append and to know the root; a tree of a million leaves has seven.
public struct MerkleFrontier: Hashable, Sendable {
    /// How many leaves there are.
    public private(set) var size: Int
    /// One root for each bit of `size`, from the largest subtree to the smallest.
    private var peaks: [Fingerprint]

    /// The empty tree.
    public init() {
        size = 0
        peaks = []
    }

    /// `peaks` must be as many as `size` has bits.
    init(size: Int, peaks: [Fingerprint]) {
        self.size = size
        self.peaks = peaks
    }

    /// Reads what ``bytes`` gave; `nil` when it cannot be a frontier.
    public init?(bytes: [UInt8]) {
        guard bytes.count >= 8 else { return nil }
        let size = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let count = size.nonzeroBitCount
        guard size <= UInt64(CanonicalValue.maximumInteger), bytes.count == 8 + count * Fingerprint.byteCount else { return nil }
        var peaks: [Fingerprint] = []
        for index in 0..<count {
            let start = 8 + index * Fingerprint.byteCount
            guard let peak = Fingerprint(bytes: Array(bytes[start..<start + Fingerprint.byteCount])) else { return nil }
            peaks.append(peak)
        }
        self.init(size: Int(size), peaks: peaks)
    }

    /// The whole state for storing: the size as eight bytes, high byte first, then the roots.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        withUnsafeBytes(of: UInt64(size).bigEndian) { bytes.append(contentsOf: $0) }
        for peak in peaks { peak.append(to: &bytes) }
        return bytes
    }

    /// Appends a leaf. `completed` gets the nodes over 256, 65,536, … leaves that have become complete by it.
    ///
    /// - Complexity: one hash on average, O(log size) at worst.
    public mutating func append(_ leaf: Fingerprint, completed: (MerkleNode) -> Void = { _ in }) {
        var node = leaf
        var height = 0
        // Like adding one to a number: a carry joins two subtrees of equal size.
        while (size >> height) & 1 == 1, let left = peaks.popLast() {
            node = .ofNode(left, node)
            height += 1
            if height % MerkleLevel.step == 0 {
                completed(MerkleNode(level: height / MerkleLevel.step, index: size >> height, fingerprint: node))
            }
        }
        peaks.append(node)
        size += 1
    }

    /// The root of the whole tree. O(log size)
    public var root: Fingerprint {
        guard var root = peaks.last else { return .ofEmptyTree }
        for peak in peaks.dropLast().reversed() { root = .ofNode(peak, root) }
        return root
    }
}
