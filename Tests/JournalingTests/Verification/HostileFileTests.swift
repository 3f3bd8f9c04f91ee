import Testing

@testable import Journaling

@Suite("Hostile files")
struct HostileFileTests {
    @Test("Lines in any order, doubled, cut and mixed never stop the verifier, in any pieces", arguments: 0..<150)
    func shuffled(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let journal = try SampleJournal(entries: 20)
        let others = try SampleJournal(chain: "instansi-2", changing: 4, entries: 20).lines
        var lines = journal.lines
        for _ in 0..<Int.random(in: 1..<12, using: &generator) {
            let place = Int.random(in: 1..<lines.count, using: &generator)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: lines.swapAt(place, Int.random(in: 1..<lines.count, using: &generator))
            case 1: lines.insert(lines[place], at: Int.random(in: 1..<lines.count, using: &generator))
            case 2: if lines.count > 3 { lines.remove(at: place) }
            case 3: lines[place] = Array(lines[place].prefix(Int.random(in: 0..<50, using: &generator)))
            case 4: lines.insert(others[Int.random(in: 0..<others.count, using: &generator)], at: place)
            default:
                if !lines[place].isEmpty {
                    lines[place][Int.random(in: 0..<lines[place].count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
                }
            }
        }
        let whole = examine(lines, trust: journal.trust)
        #expect(whole.isSound == (lines == journal.lines), "seed \(seed)")
        let parts = examine(lines, trust: journal.trust, pieces: Int.random(in: 1..<200, using: &generator))
        #expect(parts.faults == whole.faults, "seed \(seed)")
        #expect(parts.faultCount == whole.faultCount)
    }

    @Test("Numbers at the edge of what is allowed are handled", arguments: [CanonicalValue.maximumInteger, CanonicalValue.maximumInteger - 1])
    func hugeNumbers(number: Int) throws {
        let journal = try SampleJournal(entries: 3)
        let entry = try JournalEntry(try SampleJournal.note(journal.chain, 1, word: "x"), sequence: number, previous: .ofEmptyTree)
        var lines = journal.lines
        lines.insert(contentsOf: [entry.canonicalBytes, entry.canonicalBytes, lines[2]], at: 2)
        let found = examine(lines).faults.map(\.fault)
        #expect(!found.isEmpty)
        lines = journal.lines
        lines[lines.count - 1] = lines[lines.count - 1].replacing("\"fakta\":3", "\"fakta\":\(number)")
        #expect(examine(lines).faults.map(\.fault).first == .missingEntries(4...number))
    }

    @Test("Proofs with huge sizes and long paths are refused, not computed for long")
    func hugeProofs() throws {
        let journal = try SampleJournal(entries: 10)
        let most = CanonicalValue.maximumInteger
        let checkpoint = try journal.firstKey.sign(
            try Checkpoint(chain: journal.chain, size: most, root: .ofEmptyTree, head: .ofEmptyTree, time: 0, key: journal.firstKey.verifying.id))
        let path = [Fingerprint](repeating: .ofEmptyTree, count: 128)
        let keys = KeyHistory(first: journal.firstKey.verifying)
        let entry = journal.entries[0].canonicalBytes
        #expect(
            examine(bytes: try EntryProof(keys: keys, entry: entry, index: 0, path: path, checkpoint: checkpoint).fileBytes()).faults.map(\.fault)
                == [.inclusionFails(1)])
        let longer = try EntryProof(keys: keys, entry: entry, index: 0, path: path + [.ofEmptyTree], checkpoint: checkpoint).fileBytes()
        #expect(examine(bytes: longer).faults.map(\.fault).first == .malformedLine)
        #expect(
            examine(bytes: try ConsistencyProof(keys: keys, old: checkpoint, path: path, new: checkpoint).fileBytes()).faults.map(\.fault)
                == [.consistencyFails(old: most, new: most)])
    }

    @Test("Codes of faults and remarks are different words")
    func codes() throws {
        let words = JournalFault.samples.map(\.code) + JournalRemark.samples.map(\.code)
        #expect(Set(words).count == words.count)
        #expect(words.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") } })
    }
}
