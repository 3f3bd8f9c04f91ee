import Testing

@testable import Journaling

@Suite("Forged proofs")
struct MerkleProofTests {
    private static let stored = (1...70).map { StoredTree(count: $0).leaves }

    @Test("A changed byte, a shorter or longer path, another index, size, leaf or root proves nothing", arguments: [1, 2, 3, 7, 8, 13, 64, 70])
    func inclusion(size: Int) throws {
        let leaves = Self.stored[size - 1]
        let root = PlainTree.root(leaves[...])
        for index in Set([0, size - 1, size / 2, size / 3]) {
            let path = PlainTree.path(index, leaves[...])
            func holds(_ path: [Fingerprint], leaf: Fingerprint? = nil, index other: Int? = nil, size otherSize: Int? = nil, root otherRoot: Fingerprint? = nil)
                -> Bool
            {
                MerkleProof.includes(leaf ?? leaves[index], index: other ?? index, size: otherSize ?? size, path: path, root: otherRoot ?? root)
            }
            #expect(holds(path))
            for forged in Self.forgeries(of: path) { #expect(!holds(forged), "\(index) of \(size)") }
            #expect(!holds(path, leaf: .ofLeaf([1])))
            #expect(!holds(path, root: .ofLeaf([1])))
            for other in -1...size where other != index { #expect(!holds(path, index: other), "\(index) as \(other) of \(size)") }
            #expect(!holds(path, index: .max))
            #expect(!holds(path, size: 0))
            #expect(!holds(path, size: -1))
            #expect(!holds(path, size: size * 2))
        }
    }

    @Test("The same for the proof that a tree only grew", arguments: [(1, 2), (1, 70), (2, 3), (4, 8), (6, 7), (6, 8), (7, 70), (33, 64), (64, 70), (69, 70)])
    func consistency(old: Int, new: Int) throws {
        let leaves = Self.stored[new - 1]
        let (oldRoot, newRoot) = (PlainTree.root(leaves[..<old]), PlainTree.root(leaves[...]))
        let path = PlainTree.proof(old, leaves[...])
        func holds(_ path: [Fingerprint], old otherOld: Int? = nil, new otherNew: Int? = nil, _ before: Fingerprint? = nil, _ after: Fingerprint? = nil) -> Bool
        {
            MerkleProof.extends(old: otherOld ?? old, oldRoot: before ?? oldRoot, new: otherNew ?? new, newRoot: after ?? newRoot, path: path)
        }
        #expect(holds(path))
        for forged in Self.forgeries(of: path) { #expect(!holds(forged), "\(old) to \(new)") }
        #expect(!holds([]))
        #expect(!holds(path, .ofLeaf([1])))
        #expect(!holds(path, nil, .ofLeaf([1])))
        #expect(!holds(path, oldRoot, oldRoot))
        #expect(!holds(path, old: new))
        #expect(!holds(path, old: 0))
        #expect(!holds(path, old: -1))
        #expect(!holds(path, old: new + 1))
        #expect(!holds(path, new: old - 1))
    }

    @Test("Equal sizes need equal roots and no path; an empty tree is the beginning of every other")
    func edges() {
        let (root, other) = (Fingerprint.ofLeaf([1]), Fingerprint.ofLeaf([2]))
        #expect(MerkleProof.extends(old: 5, oldRoot: root, new: 5, newRoot: root, path: []))
        #expect(!MerkleProof.extends(old: 5, oldRoot: root, new: 5, newRoot: other, path: []))
        #expect(!MerkleProof.extends(old: 5, oldRoot: root, new: 5, newRoot: root, path: [root]))
        #expect(MerkleProof.extends(old: 0, oldRoot: .ofEmptyTree, new: 5, newRoot: root, path: []))
        #expect(!MerkleProof.extends(old: 0, oldRoot: root, new: 5, newRoot: root, path: []))
        #expect(!MerkleProof.extends(old: 0, oldRoot: .ofEmptyTree, new: 5, newRoot: root, path: [root]))
        #expect(MerkleProof.extends(old: 0, oldRoot: .ofEmptyTree, new: 0, newRoot: .ofEmptyTree, path: []))
        #expect(!MerkleProof.extends(old: 0, oldRoot: root, new: 0, newRoot: root, path: []))
    }

    private static func forgeries(of path: [Fingerprint]) -> [[Fingerprint]] {
        var forged = [path + [.ofLeaf([9])], [.ofLeaf([9])] + path, path + path.suffix(1)].filter { $0 != path }
        if !path.isEmpty { forged += [Array(path.dropLast()), Array(path.dropFirst())] }
        if path.count > 1, path[0] != path[1] { forged.append([path[1], path[0]] + path[2...]) }
        for index in path.indices {
            for byte in 0..<Fingerprint.byteCount {
                var bytes = path[index].bytes
                bytes[byte] ^= 1 << UInt8(byte % 8)
                var changed = path
                if let node = Fingerprint(bytes: bytes) { changed[index] = node }
                forged.append(changed)
            }
        }
        return forged
    }
}
