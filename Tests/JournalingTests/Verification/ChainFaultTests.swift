import Testing

@testable import Journaling

@Suite("Faults of the chain")
struct ChainFaultTests {
    private let journal: SampleJournal

    init() throws { journal = try SampleJournal() }

    private func faults(_ lines: [[UInt8]]) -> [JournalFault] {
        examine(lines, trust: journal.trust).faults.map(\.fault)
    }

    /// The first checkpoint that speaks of this entry.
    private func checkpoint(of number: Int) -> Int { (number + 9) / 10 * 10 }

    @Test("A changed byte is found at its entry", arguments: 1...40)
    func changed(number: Int) throws {
        var lines = journal.lines
        let line = journal.line(of: number)
        lines[line] = lines[line].replacing("jawaban-dicatat", "jawaban-dicabut")
        let report = examine(lines, trust: journal.trust)
        let named = PlacedFault(line: line + 1, .changedEntry(number))
        #expect(report.faults.contains(named), "\(report.faults)")
        // The last entry before a checkpoint is set right by it, so nothing else is wrong.
        let end = checkpoint(of: number)
        let others = number == end ? [] : [JournalFault.checkpointMismatch(size: end, since: end - 10)]
        #expect(report.faults.map(\.fault).filter { $0 != named.fault } == others)
    }

    @Test("An entry whose link was changed is found too", arguments: [1, 2, 5, 10, 11, 39, 40])
    func link(number: Int) throws {
        var lines = journal.lines
        let line = journal.line(of: number)
        let previous = journal.entries[number - 1].previous.hex
        lines[line] = lines[line].replacing(previous, String(previous.reversed()))
        let found = faults(lines)
        #expect(found.contains(.changedEntry(number)) || found.contains(.brokenLink(number)), "\(found)")
        if ![10, 40].contains(number) { #expect(found.contains(.changedEntry(number))) }
    }

    @Test("A removed entry is named", arguments: 1...40)
    func removed(number: Int) throws {
        var lines = journal.lines
        lines.remove(at: journal.line(of: number))
        let found = faults(lines)
        #expect(found.first { if case .missingEntries = $0 { true } else { false } } == .missingEntries(number...number), "\(found)")
        #expect(!found.contains { if case .changedEntry = $0 { true } else { false } })
    }

    @Test("Several removed entries are named together", arguments: [(1, 3), (5, 6), (12, 19), (31, 40)])
    func removedMany(first: Int, last: Int) throws {
        let gone = Set((first...last).map { journal.line(of: $0) })
        let found = faults(journal.lines.enumerated().filter { !gone.contains($0.offset) }.map(\.element))
        #expect(found.contains(.missingEntries(first...last)), "\(found)")
    }

    @Test("An inserted entry is named, and by its line even if it links to the one before it", arguments: [1, 2, 9, 10, 25, 40], [true, false])
    func added(number: Int, links: Bool) throws {
        var lines = journal.lines
        let note = try SampleJournal.note(journal.chain, 99, word: "sisipan")
        let entry = try JournalEntry(note, sequence: number, previous: links ? journal.entries[number - 1].previous : .ofLeaf([1]))
        let line = journal.line(of: number)
        lines.insert(entry.canonicalBytes, at: line)
        let found = examine(lines, trust: journal.trust).faults
        #expect(found.contains { $0.fault == .addedEntry(number) || $0.fault == .changedEntry(number) || $0.fault == .brokenLink(number) }, "\(found)")
        if ![10, 40].contains(number) { #expect(found.contains(PlacedFault(line: line + 1, .addedEntry(number))), "\(found)") }
        #expect(found.contains { if case .checkpointMismatch = $0.fault { true } else { false } })
    }

    @Test("A doubled line is an inserted entry", arguments: [1, 8, 40])
    func doubled(number: Int) throws {
        var lines = journal.lines
        let line = journal.line(of: number)
        lines.insert(lines[line], at: line)
        #expect(examine(lines, trust: journal.trust).faults.contains(PlacedFault(line: line + 2, .addedEntry(number))))
    }

    @Test("Two neighbours in the wrong order are one fault of order", arguments: [1, 2, 15, 24, 38])
    func swapped(number: Int) throws {
        var lines = journal.lines
        lines.swapAt(journal.line(of: number), journal.line(of: number + 1))
        let found = faults(lines)
        #expect(found.filter { if case .reorderedEntry = $0 { true } else { false } } == [.reorderedEntry(number + 1)], "\(found)")
        #expect(!found.contains { if case .missingEntries = $0 { true } else { false } })
    }

    @Test("Entries far apart in each other's places are both named", arguments: [(2, 6), (12, 18), (33, 39)])
    func exchanged(first: Int, second: Int) throws {
        var lines = journal.lines
        lines.swapAt(journal.line(of: first), journal.line(of: second))
        let found = faults(lines)
        let reordered = found.filter { if case .reorderedEntry = $0 { true } else { false } }
        #expect(Set(reordered) == [.reorderedEntry(first), .reorderedEntry(second)], "\(found)")
        #expect(!found.contains { if case .missingEntries = $0 { true } else { false } }, "\(found)")
    }

    @Test("A block moved behind others is named entry by entry")
    func block() throws {
        var lines = journal.lines
        let (start, end) = (journal.line(of: 12), journal.line(of: 18))
        let block = lines[start..<(start + 3)]
        lines.removeSubrange(start..<(start + 3))
        lines.insert(contentsOf: block, at: end - 2)
        let found = faults(lines)
        #expect(found.filter { if case .reorderedEntry = $0 { true } else { false } } == [12, 13, 14].map { .reorderedEntry($0) }, "\(found)")
        #expect(!found.contains { if case .missingEntries = $0 { true } else { false } })
    }

    @Test("A wrong number in the right place is named", arguments: [(3, 4), (5, 1), (8, 17), (14, 999), (40, 39)])
    func numbered(number: Int, other: Int) throws {
        var lines = journal.lines
        let line = journal.line(of: number)
        lines[line] = lines[line].replacing("\"urutan\":\(number),", "\"urutan\":\(other),")
        let found = examine(lines, trust: journal.trust).faults
        #expect(found.contains(PlacedFault(line: line + 1, .wrongSequence(expected: number, found: other))), "\(found)")
        #expect(!found.contains { if case .missingEntries = $0.fault { true } else { false } })
    }

    @Test("A line that is no longer canonical is named with its place, and its entry is not missed besides", arguments: [1, 9, 20, 21, 40])
    func damaged(number: Int) throws {
        var lines = journal.lines
        let line = journal.line(of: number)
        lines[line].insert(0x20, at: 7)
        let found = examine(lines, trust: journal.trust).faults
        #expect(found.contains(PlacedFault(line: line + 1, .notCanonical(CanonicalRefusal(.unexpectedByte, at: 7)))), "\(found)")
        #expect(!found.contains { if case .missingEntries = $0.fault { true } else { false } }, "\(found)")
        #expect(!found.contains { if case .changedEntry = $0.fault { true } else { false } }, "\(found)")
    }

    @Test("An entry of another chain is named", arguments: [1, 13, 40])
    func otherChain(number: Int) throws {
        var lines = journal.lines
        lines[journal.line(of: number)] = try SampleJournal(chain: "instansi-2").entries[number - 1].canonicalBytes
        #expect(faults(lines).contains(.otherChain(found: try ChainID("instansi-2"))))
    }

    @Test("A chain worked out anew from a changed entry on fails at the next signature", arguments: [1, 10, 11, 25, 40])
    func rewritten(number: Int) throws {
        let other = try SampleJournal(changing: number)
        var lines = other.lines
        for (index, line) in lines.enumerated() where line.starts(with: #"{"baris":"titik-periksa""#.utf8) {
            lines[index] = journal.lines[index]
        }
        let end = checkpoint(of: number)
        let found = faults(lines)
        // If only the last entry before the signature differs, it is named itself.
        let named: JournalFault = number == end ? .changedEntry(number) : .checkpointMismatch(size: end, since: end - 10)
        #expect(found.contains(named), "\(found)")
    }

    @Test("A ruined file gives a hundred faults and the count of the others")
    func ruined() throws {
        let lines = [journal.lines[0]] + Array(repeating: Array("x".utf8), count: 500)
        let report = examine(lines, trust: journal.trust)
        #expect(report.faults.count == 100)
        #expect(report.faultCount >= 501)
        #expect(!report.isSound)
    }
}
