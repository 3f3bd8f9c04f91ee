/// Roots and proofs as in RFC 6962, worked out from stored fingerprints. Of each level at most two blocks of up to 256
/// fingerprints are read: at a million leaves fewer than 1,040 for a proof and fewer than 530 for a root.
public struct MerkleTree<Source: NodeSource> {
    private let source: Source

    /// A tree over what `source` keeps.
    public init(_ source: Source) {
        self.source = source
    }

    /// The root over the first `size` leaves.
    ///
    /// - Throws: `MerkleRefusal.size`; `MissingNodes`; whatever the source throws.
    /// - Complexity: O(256 · levels)
    public func root(size: Int) throws -> Fingerprint {
        try frontier(size: size).root
    }

    /// The right edge of the first `size` leaves, to append from.
    ///
    /// - Throws: `MerkleRefusal.size`; `MissingNodes`; whatever the source throws.
    /// - Complexity: O(256 · levels)
    public func frontier(size: Int) throws -> MerkleFrontier {
        guard size >= 0 else { throw MerkleRefusal.size }
        var reader = NodeReader(source, size: size)
        return MerkleFrontier(size: size, peaks: try reader.peaks(0..<size))
    }

    /// The nodes to store after `leaves` have been appended to a tree of `size`. Who keeps the ``MerkleFrontier``
    /// gets the same from ``MerkleFrontier/append(_:completed:)`` without reading anything.
    ///
    /// - Throws: `MerkleRefusal.size`; `MissingNodes`; whatever the source throws.
    /// - Complexity: O(256 · levels + leaves)
    public func completedNodes(appending leaves: [Fingerprint], at size: Int) throws -> [MerkleNode] {
        var frontier = try frontier(size: size)
        var nodes: [MerkleNode] = []
        for leaf in leaves { frontier.append(leaf) { nodes.append($0) } }
        return nodes
    }

    /// What proves that the leaf `index` (from 0) is in the tree of the first `size` leaves, from the leaf upwards.
    ///
    /// - Throws: `MerkleRefusal.index`; `MissingNodes`; whatever the source throws.
    /// - Complexity: O(256 · levels)
    public func inclusion(index: Int, size: Int) throws -> [Fingerprint] {
        guard index >= 0, index < size else { throw MerkleRefusal.index }
        var reader = NodeReader(source, size: size)
        var path: [Fingerprint] = []
        var tree = 0..<size
        while tree.count > 1 {
            let middle = tree.lowerBound + Self.leftCount(tree.count)
            if index < middle {
                path.append(try reader.root(middle..<tree.upperBound))
                tree = tree.lowerBound..<middle
            } else {
                path.append(try reader.root(tree.lowerBound..<middle))
                tree = middle..<tree.upperBound
            }
        }
        return path.reversed()
    }

    /// What proves that the tree of the first `new` leaves begins with the tree of the first `old` ones. Empty when
    /// `old` is 0 or equals `new`.
    ///
    /// - Throws: `MerkleRefusal.size`; `MissingNodes`; whatever the source throws.
    /// - Complexity: O(256 · levels)
    public func consistency(from old: Int, to new: Int) throws -> [Fingerprint] {
        guard old >= 0, old <= new else { throw MerkleRefusal.size }
        guard old > 0, old < new else { return [] }
        var reader = NodeReader(source, size: new)
        var path: [Fingerprint] = []
        var tree = 0..<new
        // Whether the part of the old tree that remains is a subtree of its own, whose root the verifier knows.
        var isWhole = true
        while tree.upperBound > old {
            let middle = tree.lowerBound + Self.leftCount(tree.count)
            if old <= middle {
                path.append(try reader.root(middle..<tree.upperBound))
                tree = tree.lowerBound..<middle
            } else {
                path.append(try reader.root(tree.lowerBound..<middle))
                tree = middle..<tree.upperBound
                isWhole = false
            }
        }
        if !isWhole { path.append(try reader.root(tree)) }
        return path.reversed()
    }

    /// The greatest power of two below `count`, which is at least 2.
    private static func leftCount(_ count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }
}
