import Testing

@testable import Journaling

@Suite("The tree of RFC 6962")
struct MerkleTreeTests {
    /// The test leaves and roots of the reference implementation of Certificate Transparency.
    static let knownLeaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    static let knownRoots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test("Known leaves give the known roots")
    func known() throws {
        var frontier = MerkleFrontier()
        #expect(frontier.root.hex == Self.knownRoots[0])
        for (leaf, root) in zip(Self.knownLeaves, Self.knownRoots.dropFirst()) {
            frontier.append(.ofLeaf(hex(leaf)))
            #expect(frontier.root.hex == root)
        }
    }

    @Test("Roots, edges and both proofs agree with the plain tree at every size to 600")
    func everySize() throws {
        let stored = StoredTree(count: 600)
        let tree = MerkleTree(stored)
        var frontier = MerkleFrontier()
        var generator = SeededGenerator(seed: 1)
        for size in 0...600 {
            let leaves = stored.leaves[..<size]
            let root = PlainTree.root(leaves)
            #expect(frontier.root == root, "size \(size)")
            #expect(try tree.root(size: size) == root, "size \(size)")
            #expect(try tree.frontier(size: size) == frontier, "size \(size)")
            if size > 0 {
                let some = Int.random(in: 0..<size, using: &generator)
                // The plain tree is slow; small sizes are tried more thoroughly.
                for index in size < 70 ? [0, size - 1, size / 2, some] : [some] {
                    let path = try tree.inclusion(index: index, size: size)
                    #expect(path == PlainTree.path(index, leaves), "\(index) of \(size)")
                    #expect(MerkleProof.includes(leaves[index], index: index, size: size, path: path, root: root), "\(index) of \(size)")
                }
                for old in size < 70 ? [1, size, (size + 1) / 2, some + 1] : [some + 1] {
                    let path = try tree.consistency(from: old, to: size)
                    #expect(path == PlainTree.proof(old, leaves), "\(old) to \(size)")
                    let oldRoot = PlainTree.root(leaves[..<old])
                    #expect(MerkleProof.extends(old: old, oldRoot: oldRoot, new: size, newRoot: root, path: path), "\(old) to \(size)")
                }
            }
            if size < 600 { frontier.append(stored.leaves[size]) }
        }
    }

    @Test("Bigger trees agree too, and few nodes are read")
    func bigger() throws {
        let stored = StoredTree(count: 66_000)
        let tree = MerkleTree(stored)
        #expect(stored.levels.map(\.count) == [66_000, 257, 1, 0])
        var generator = SeededGenerator(seed: 2)
        for size in [65_535, 65_536, 65_537, 66_000] + (0..<2).map({ _ in Int.random(in: 1...66_000, using: &generator) }) {
            let leaves = stored.leaves[..<size]
            let root = PlainTree.root(leaves)
            stored.readCount = 0
            #expect(try tree.root(size: size) == root, "size \(size)")
            #expect(stored.readCount <= 3 * 256)
            let index = Int.random(in: 0..<size, using: &generator)
            stored.readCount = 0
            #expect(try tree.inclusion(index: index, size: size) == PlainTree.path(index, leaves), "\(index) of \(size)")
            #expect(stored.readCount <= 5 * 256)
            let old = Int.random(in: 1...size, using: &generator)
            stored.readCount = 0
            #expect(try tree.consistency(from: old, to: size) == PlainTree.proof(old, leaves), "\(old) to \(size)")
            #expect(stored.readCount <= 5 * 256)
        }
    }

    @Test("Nodes to store are those that have become complete", arguments: [(0, 255), (0, 256), (255, 1), (255, 257), (65_535, 1), (65_000, 1_000), (300, 0)])
    func completed(size: Int, count: Int) throws {
        let stored = StoredTree(count: size + count)
        let nodes = try MerkleTree(stored).completedNodes(appending: Array(stored.leaves[size...]), at: size)
        var expected: Set<MerkleNode> = []
        for level in 1...2 {
            let leaves = MerkleLevel.leaves(of: level)
            for index in (size / leaves)..<((size + count) / leaves) {
                let fingerprint = PlainTree.root(stored.leaves[(index * leaves)..<((index + 1) * leaves)])
                expected.insert(MerkleNode(level: level, index: index, fingerprint: fingerprint))
            }
        }
        #expect(Set(nodes) == expected)
        #expect(nodes.count == expected.count)
    }

    @Test("An edge is stored and read back; anything else is refused", arguments: [0, 1, 2, 3, 255, 256, 300])
    func storing(size: Int) throws {
        let frontier = StoredTree(count: size).frontier
        #expect(MerkleFrontier(bytes: frontier.bytes) == frontier)
        #expect(MerkleFrontier(bytes: frontier.bytes + [0]) == nil)
        #expect(MerkleFrontier(bytes: Array(frontier.bytes.dropLast())) == nil)
        #expect(MerkleFrontier(bytes: [255] + frontier.bytes.dropFirst()) == nil)
        #expect(MerkleFrontier(bytes: []) == nil)
    }

    @Test("What is not in the tree is refused, and what the source lacks is named")
    func refused() {
        let stored = StoredTree(count: 300)
        let tree = MerkleTree(stored)
        for index in [-1, 300, 301, .max] { #expect(throws: MerkleRefusal.index) { try tree.inclusion(index: index, size: 300) } }
        #expect(throws: MerkleRefusal.index) { try tree.inclusion(index: 0, size: 0) }
        #expect(throws: MerkleRefusal.size) { try tree.consistency(from: 301, to: 300) }
        #expect(throws: MerkleRefusal.size) { try tree.consistency(from: -1, to: 300) }
        #expect(throws: MerkleRefusal.size) { try tree.root(size: -1) }
        stored.missingLevel = 1
        #expect(throws: MissingNodes(level: 1, range: 0..<1)) { try tree.root(size: 300) }
        stored.missingLevel = 0
        #expect(throws: MissingNodes(level: 0, range: 256..<300)) { try tree.root(size: 300) }
    }
}
