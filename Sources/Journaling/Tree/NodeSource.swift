/// How the tree is cut into levels for storing.
public enum MerkleLevel {
    /// How many doublings there are from one stored level to the next: 256 nodes below become one above.
    public static let step = 8

    /// How many leaves stand below one node of `level`: 1, 256, 65,536, …
    public static func leaves(of level: Int) -> Int { 1 << (step * level) }
}

/// Where the fingerprints of a tree are kept: those of the leaves (level 0) and the roots over 256, 65,536, … of them.
public protocol NodeSource {
    /// The fingerprints of a level in a range of its indexes, in order, exactly as many as asked for. Only nodes are
    /// asked for whose leaves all exist; a range never crosses a multiple of 256.
    ///
    /// - Throws: whatever reading throws.
    func nodes(level: Int, _ range: Range<Int>) throws -> [Fingerprint]
}

/// The source has not what a tree of that size must have.
public struct MissingNodes: Error, Hashable, Sendable {
    /// The level, 0 for leaves.
    public let level: Int
    /// The indexes asked for.
    public let range: Range<Int>

    /// Nodes of a level.
    public init(level: Int, range: Range<Int>) {
        self.level = level
        self.range = range
    }
}

/// What is asked is not within the tree.
public enum MerkleRefusal: Error, Hashable, Sendable {
    /// The index is not below the size, or the size is negative.
    case index
    /// The older size is greater than the newer, or negative.
    case size
}

/// Reads whole blocks of up to 256 nodes and keeps them, so that a proof asks for each block once.
struct NodeReader<Source: NodeSource> {
    private struct Place: Hashable {
        let level: Int
        let block: Int
    }

    private let source: Source
    private let size: Int
    private var blocks: [Place: [Fingerprint]] = [:]

    init(_ source: Source, size: Int) {
        self.source = source
        self.size = size
    }

    /// `range` must lie within one block and hold at least one node.
    private mutating func nodes(level: Int, _ range: Range<Int>) throws -> ArraySlice<Fingerprint> {
        let width = 1 << MerkleLevel.step
        let block = range.lowerBound >> MerkleLevel.step
        let start = block * width
        let place = Place(level: level, block: block)
        if blocks[place] == nil {
            let whole = start..<min(start + width, size >> (MerkleLevel.step * level))
            let nodes = try source.nodes(level: level, whole)
            guard nodes.count == whole.count else { throw MissingNodes(level: level, range: whole) }
            blocks[place] = nodes
        }
        guard let nodes = blocks[place], range.upperBound - start <= nodes.count else {
            throw MissingNodes(level: level, range: range)
        }
        return nodes[(range.lowerBound - start)..<(range.upperBound - start)]
    }

    /// The roots of the complete subtrees that `leaves` falls into, from the largest to the smallest. `leaves` must
    /// start at a multiple of a power of two that is not below its count, as all subtrees of RFC 6962 do.
    ///
    /// - Complexity: O(256 · levels)
    mutating func peaks(_ leaves: Range<Int>) throws -> [Fingerprint] {
        var peaks: [(height: Int, node: Fingerprint)] = []
        var start = leaves.lowerBound
        guard !leaves.isEmpty else { return [] }
        for level in stride(from: (Int.bitWidth - 1 - leaves.count.leadingZeroBitCount) / MerkleLevel.step, through: 0, by: -1) {
            let height = MerkleLevel.step * level
            let range = (start >> height)..<(leaves.upperBound >> height)
            guard !range.isEmpty else { continue }
            for node in try nodes(level: level, range) {
                var (height, node) = (height, node)
                while let left = peaks.last, left.height == height {
                    peaks.removeLast()
                    node = .ofNode(left.node, node)
                    height += 1
                }
                peaks.append((height, node))
            }
            start = range.upperBound << height
        }
        return peaks.map(\.node)
    }

    /// The root of the subtree over `leaves`, with the same demand.
    mutating func root(_ leaves: Range<Int>) throws -> Fingerprint {
        let peaks = try peaks(leaves)
        guard var root = peaks.last else { return .ofEmptyTree }
        for peak in peaks.dropLast().reversed() { root = .ofNode(peak, root) }
        return root
    }
}
