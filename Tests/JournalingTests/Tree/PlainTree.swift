@testable import Journaling

/// RFC 6962 written down as it stands there, slow and plain, to hold the other one against.
enum PlainTree {
    static func root(_ leaves: ArraySlice<Fingerprint>) -> Fingerprint {
        switch leaves.count {
        case 0: return .ofEmptyTree
        case 1: return leaves[leaves.startIndex]
        default:
            let middle = leaves.startIndex + split(leaves.count)
            return .ofNode(root(leaves[..<middle]), root(leaves[middle...]))
        }
    }

    static func path(_ index: Int, _ leaves: ArraySlice<Fingerprint>) -> [Fingerprint] {
        guard leaves.count > 1 else { return [] }
        let count = split(leaves.count)
        let middle = leaves.startIndex + count
        return index < count
            ? path(index, leaves[..<middle]) + [root(leaves[middle...])]
            : path(index - count, leaves[middle...]) + [root(leaves[..<middle])]
    }

    static func proof(_ old: Int, _ leaves: ArraySlice<Fingerprint>, _ isWhole: Bool = true) -> [Fingerprint] {
        if old == leaves.count { return isWhole ? [] : [root(leaves)] }
        let count = split(leaves.count)
        let middle = leaves.startIndex + count
        return old <= count
            ? proof(old, leaves[..<middle], isWhole) + [root(leaves[middle...])]
            : proof(old - count, leaves[middle...], false) + [root(leaves[..<middle])]
    }

    private static func split(_ count: Int) -> Int {
        var split = 1
        while split * 2 < count { split *= 2 }
        return split
    }
}

/// Keeps a tree in memory and counts what is read of it.
final class StoredTree: NodeSource {
    private(set) var levels: [[Fingerprint]] = [[], [], [], []]
    private(set) var frontier = MerkleFrontier()
    var readCount = 0
    /// Of this level nothing is given.
    var missingLevel: Int?

    init(count: Int) {
        for number in 0..<count { append(.ofLeaf(Array("\(number)".utf8))) }
    }

    var leaves: [Fingerprint] { levels[0] }

    func append(_ leaf: Fingerprint) {
        levels[0].append(leaf)
        frontier.append(leaf) {
            precondition($0.index == levels[$0.level].count)
            levels[$0.level].append($0.fingerprint)
        }
    }

    func nodes(level: Int, _ range: Range<Int>) throws -> [Fingerprint] {
        precondition(range.lowerBound >> 8 == (range.upperBound - 1) >> 8)
        readCount += range.count
        return level == missingLevel ? [] : Array(levels[level][range])
    }
}
