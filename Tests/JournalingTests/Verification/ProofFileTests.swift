import Testing

@testable import Journaling

@Suite("Proof files")
struct ProofFileTests {
    private let journal: SampleJournal
    private let keys: KeyHistory

    init() throws {
        journal = try SampleJournal()
        keys = KeyHistory(first: journal.firstKey.verifying, rotations: [journal.rotation])
    }

    private func entryProof(_ number: Int, at checkpoint: Int) throws -> EntryProof {
        EntryProof(
            keys: keys, entry: journal.entries[number - 1].canonicalBytes, openings: number == SampleJournal.committed ? try SampleJournal.openings() : [],
            index: number - 1, path: try MerkleTree(journal.stored).inclusion(index: number - 1, size: 10 * (checkpoint + 1)),
            checkpoint: journal.checkpoints[checkpoint])
    }

    private func consistencyProof(_ old: Int, _ new: Int) throws -> ConsistencyProof {
        let path = try MerkleTree(journal.stored).consistency(from: 10 * (old + 1), to: 10 * (new + 1))
        return ConsistencyProof(keys: keys, old: journal.checkpoints[old], path: path, new: journal.checkpoints[new])
    }

    private func faults(_ bytes: [UInt8], trust: Trust? = nil) -> [JournalFault] {
        examine(bytes: bytes, trust: trust ?? journal.trust).faults.map(\.fault)
    }

    @Test("An entry's proof holds, before and after the key changed", arguments: [(1, 0), (7, 0), (10, 0), (1, 3), (7, 3), (40, 3), (25, 2)])
    func entry(number: Int, checkpoint: Int) throws {
        let report = examine(bytes: try entryProof(number, at: checkpoint).fileBytes(), trust: journal.trust, pieces: 50)
        #expect(report.isSound)
        #expect(report.kind == .entryProof)
        #expect(report.entry == journal.entries[number - 1])
        #expect(report.checkpoint == journal.checkpoints[checkpoint])
        #expect(report.openings == (number == 7 ? 2 : 0))
        #expect(report.keptHead == KeptHead(journal.checkpoints[checkpoint].checkpoint))
    }

    @Test("A later state is shown to add only", arguments: [(0, 0), (0, 1), (0, 3), (1, 2), (2, 3)])
    func consistency(old: Int, new: Int) throws {
        let report = examine(bytes: try consistencyProof(old, new).fileBytes(), trust: journal.trust, pieces: 50)
        #expect(report.isSound)
        #expect(report.kind == .consistencyProof)
        #expect(report.checkpoint == journal.checkpoints[new])
    }

    @Test("A checkpoint can be kept alone", arguments: 0..<4)
    func checkpoint(number: Int) throws {
        let report = examine(bytes: try journal.checkpoints[number].fileBytes(keys: keys), trust: journal.trust)
        #expect(report.isSound)
        #expect(report.kind == .checkpoint)
        var trust = journal.trust
        trust.kept = [try #require(report.keptHead)]
        #expect(examine(journal.lines, trust: trust).isSound)
        #expect(faults(file(try SampleJournal(changing: 2).lines), trust: trust) == [.rewritten(size: 10 * (number + 1))])
    }

    @Test("No byte of any proof file can be changed without a fault", arguments: 0..<3)
    func everyByte(file number: Int) throws {
        var generator = SeededGenerator(seed: 6)
        let bytes = [try entryProof(7, at: 3).fileBytes(), try consistencyProof(0, 3).fileBytes(), try journal.checkpoints[3].fileBytes(keys: keys)][number]
        #expect(faults(bytes) == [])
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
            #expect(!examine(bytes: changed, trust: journal.trust).isSound, "byte \(index)")
        }
        for count in stride(from: 0, to: bytes.count, by: 31) {
            #expect(!examine(bytes: Array(bytes[..<count]), trust: journal.trust).isSound, "\(count) bytes")
        }
        #expect(faults(bytes + [0x0A]) == [.afterEnd])
    }

    @Test("Another entry, number, path or checkpoint proves nothing")
    func forgedEntry() throws {
        let good = try entryProof(12, at: 3)
        func forged(entry: [UInt8]? = nil, index: Int? = nil, path: [Fingerprint]? = nil, checkpoint: Int = 3) throws -> [JournalFault] {
            faults(
                try EntryProof(
                    keys: keys, entry: entry ?? good.entry, index: index ?? good.index, path: path ?? good.path, checkpoint: journal.checkpoints[checkpoint]
                ).fileBytes())
        }
        #expect(try forged() == [])
        #expect(try forged(entry: SampleJournal(changing: 12).entries[11].canonicalBytes) == [.inclusionFails(12)])
        #expect(try forged(entry: journal.entries[12].canonicalBytes) == [.inclusionFails(13)])
        #expect(try forged(index: 12) == [.inclusionFails(12)])
        #expect(try forged(path: Array(good.path.dropLast())) == [.inclusionFails(12)])
        #expect(try forged(path: good.path + [.ofLeaf([])]) == [.inclusionFails(12)])
        #expect(try forged(path: good.path.reversed()) == [.inclusionFails(12)])
        #expect(try forged(checkpoint: 2) == [.inclusionFails(12)])
    }

    @Test("A state from another past does not follow")
    func forgedConsistency() throws {
        let other = try SampleJournal(changing: 5)
        let good = try consistencyProof(0, 3)
        let otherPath = try MerkleTree(other.stored).consistency(from: 10, to: 40)
        let fails: [JournalFault] = [.consistencyFails(old: 10, new: 40)]
        #expect(faults(try ConsistencyProof(keys: keys, old: good.old, path: good.path, new: other.checkpoints[3]).fileBytes()) == fails)
        #expect(faults(try ConsistencyProof(keys: keys, old: good.old, path: otherPath, new: other.checkpoints[3]).fileBytes()) == fails)
        #expect(faults(try ConsistencyProof(keys: keys, old: good.old, path: [], new: good.new).fileBytes()) == fails)
        #expect(faults(try ConsistencyProof(keys: keys, old: good.old, path: good.path + [.ofLeaf([])], new: good.new).fileBytes()) == fails)
        // Backwards: the later key stands first, so the earlier one is out of use by then.
        let back = faults(try ConsistencyProof(keys: keys, old: good.new, path: good.path, new: good.old).fileBytes())
        #expect(back == [.retiredKey(journal.firstKey.verifying.id), .consistencyFails(old: 40, new: 10)])
    }

    @Test("What the reader kept counts for proofs too")
    func kept() throws {
        let other = try SampleJournal(changing: 5)
        var trust = journal.trust
        trust.kept = [KeptHead(other.checkpoints[3].checkpoint)]
        #expect(faults(try entryProof(12, at: 3).fileBytes(), trust: trust) == [.rewritten(size: 40)])
        #expect(faults(try consistencyProof(0, 3).fileBytes(), trust: trust) == [.rewritten(size: 40)])
        #expect(faults(try entryProof(12, at: 2).fileBytes(), trust: trust) == [])
    }

    @Test("A key the file does not lead to, or the history does not know, is named")
    func wrongKeys() throws {
        let stranger = SigningKey()
        let bytes = try entryProof(12, at: 3).fileBytes()
        #expect(faults(bytes, trust: Trust(key: stranger.verifying)) == [.replacedKey(stranger.verifying.id)])
        let lone = KeyHistory(first: stranger.verifying)
        #expect(throws: WritingRefusal.key(journal.checkpoints[3].checkpoint.key)) { try journal.checkpoints[3].fileBytes(keys: lone) }
        #expect(throws: WritingRefusal.key(journal.checkpoints[0].checkpoint.key)) {
            try ConsistencyProof(keys: lone, old: journal.checkpoints[0], path: [], new: journal.checkpoints[1]).fileBytes()
        }
        #expect(throws: WritingRefusal.entry) {
            try EntryProof(keys: keys, entry: [0x0A], index: 0, path: [], checkpoint: journal.checkpoints[0]).fileBytes()
        }
    }

    @Test("Lines in another order are named")
    func order() throws {
        let lines = try entryProof(5, at: 0).fileBytes().split(separator: 0x0A).map { Array($0) }
        func found(_ order: [Int]) -> [JournalFault] { faults(file(order.map { lines[$0] })) }
        #expect(found([0, 1, 2, 3]) == [])
        #expect(found([0, 2, 1, 3]).contains(.unexpectedLine))
        #expect(found([0, 1, 3, 2]).contains(.unexpectedLine))
        #expect(found([0, 1, 1, 2, 3]) == [.unexpectedLine])
        #expect(found([0, 1, 2, 2, 3]) == [.unexpectedLine])
        #expect(found([0, 1, 2]) == [.truncated])
        #expect(found([0, 1, 3]).contains(.unexpectedLine))
    }

    @Test("A rotation after the entry or the path is in the wrong place")
    func lateRotation() throws {
        for (bytes, place) in [(try entryProof(12, at: 3).fileBytes(), 1), (try consistencyProof(0, 3).fileBytes(), 2)] {
            var lines = bytes.split(separator: 0x0A).map { Array($0) }
            #expect(lines[place].starts(with: #"{"baris":"ganti-kunci""#.utf8))
            lines.swapAt(place, place + 1)
            #expect(faults(file(lines)) == [.unexpectedLine])
        }
    }
}
