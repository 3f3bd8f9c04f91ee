import Testing

@testable import Journaling

@Suite("Forged signatures, replaced keys, rolled-back chains")
struct KeyFaultTests {
    private let journal: SampleJournal

    init() throws { journal = try SampleJournal() }

    private func faults(_ lines: [[UInt8]], trust: Trust? = nil) -> [JournalFault] {
        examine(lines, trust: trust ?? journal.trust).faults.map(\.fault)
    }

    private func line(_ fileLine: FileLine) throws -> [UInt8] { try fileLine.value.canonicalBytes() }

    @Test("A checkpoint with a changed field or signature has a bad signature", arguments: 0..<4)
    func signature(number: Int) throws {
        let index = journal.line(starting: #"{"baris":"titik-periksa""#, skipping: number)
        let size = 10 * (number + 1)
        for (part, shift) in [("\"waktu\":", 8), ("\"tanda\":\"", 9), ("\"akar\":\"", 8)] {
            var lines = journal.lines
            let text = Array(part.utf8)
            let start = try #require(lines[index].indices.first { lines[index][$0...].starts(with: text) })
            // Another digit, but never a zero in front of a number.
            let digit = start + shift
            lines[index][digit] = lines[index][digit] == 0x31 ? 0x32 : 0x31
            #expect(faults(lines) == [.badSignature(size: size)], "\(part)")
        }
    }

    @Test("A checkpoint of other entries under a good signature does not match")
    func mismatch() throws {
        let other = try SampleJournal(changing: 13)
        var lines = journal.lines
        let index = journal.line(starting: #"{"baris":"titik-periksa""#, skipping: 1)
        lines[index] = other.lines[index]
        #expect(faults(lines) == [.checkpointMismatch(size: 20, since: 10)])
    }

    @Test("A checkpoint in another place is named")
    func misplaced() throws {
        var lines = journal.lines
        let index = journal.line(starting: #"{"baris":"titik-periksa""#)
        lines.swapAt(index, index + 1)
        #expect(faults(lines) == [.misplacedCheckpoint(size: 10)])
    }

    @Test("Checkpoints of a key that nothing leads to are named, once a key")
    func unknownKey() throws {
        let stranger = SigningKey()
        var lines = journal.lines
        for (number, tip) in [(0, 10), (1, 20)] {
            lines[journal.line(starting: #"{"baris":"titik-periksa""#, skipping: number)] = try line(
                .checkpoint(try journal.tips[tip].checkpoint(at: 1, by: stranger)))
        }
        #expect(faults(lines) == [.unknownKey(stranger.verifying.id), .badSignature(size: 20)])
    }

    @Test("A key that was replaced signs no more")
    func retiredKey() throws {
        var lines = journal.lines
        lines[journal.line(starting: #"{"baris":"titik-periksa""#, skipping: 2)] = try line(
            .checkpoint(try journal.tips[30].checkpoint(at: 30, by: journal.firstKey)))
        #expect(faults(lines) == [.retiredKey(journal.firstKey.verifying.id)])
    }

    @Test("A journal signed anew by somebody else is found by who knows the key")
    func replacedKey() throws {
        let forger = SigningKey()
        var bytes: [[UInt8]] = []
        var writer = try JournalWriter(chain: journal.chain, firstKey: forger.verifying) { bytes.append($0) }
        for entry in try SampleJournal(changing: 3).entries { try writer.entry(entry.canonicalBytes) }
        try writer.checkpoint(try SampleJournal(changing: 3).tips[40].checkpoint(at: 1, by: forger))
        try writer.finish()
        let file = bytes.flatMap { $0 }
        #expect(examine(bytes: file).isSound)
        #expect(examine(bytes: file, trust: journal.trust).faults == [PlacedFault(line: 1, .replacedKey(journal.firstKey.verifying.id))])
    }

    @Test("The known key in the header of a journal that nobody signed is not enough")
    func unsigned() throws {
        var lines = try SampleJournal(changing: 3, entries: 9).lines
        #expect(faults(lines) == [.unsigned])
        #expect(examine(lines).remarks == [.noPinnedKey, .uncovered(1...9)])
        lines = journal.lines.filter { !$0.starts(with: #"{"baris":"titik-periksa""#.utf8) }
        #expect(faults(lines).contains(.unsigned))
    }

    @Test("A rotation must start from the key in use and be signed by both")
    func rotations() throws {
        let stranger = SigningKey()
        let index = journal.line(starting: #"{"baris":"ganti-kunci""#)
        let (old, new) = (journal.firstKey, journal.secondKey)
        let (good, fromStranger, toStranger) = (
            journal.rotation, try KeyRotation(from: stranger, to: new, at: 21), try KeyRotation(from: old, to: stranger, at: 21)
        )
        func replaced(_ rotation: KeyRotation) throws -> [JournalFault] {
            var lines = journal.lines
            lines[index] = try line(.rotation(rotation))
            return faults(lines).filter { if case .badSignature = $0 { false } else { true } }
        }
        let after: JournalFault = .unknownKey(new.verifying.id)
        #expect(try replaced(fromStranger) == [.rotationFromOtherKey(stranger.verifying.id), after])
        let unsigned = try KeyRotation(
            old: old.verifying, new: new.verifying, time: 21, oldSignature: fromStranger.oldSignature, newSignature: good.newSignature)
        #expect(try replaced(unsigned) == [.rotationNotSignedByOld(old.verifying.id), after])
        let forced = try KeyRotation(old: old.verifying, new: new.verifying, time: 21, oldSignature: good.oldSignature, newSignature: toStranger.newSignature)
        #expect(try replaced(forced) == [.rotationNotSignedByNew(new.verifying.id), after])
        var lines = journal.lines
        lines.remove(at: index)
        #expect(faults(lines).first == after)
        lines = journal.lines
        lines.insert(lines[index], at: index)
        #expect(faults(lines).first == .rotationFromOtherKey(old.verifying.id))
    }

    @Test("A thousand rotations are followed, one more is refused")
    func manyRotations() throws {
        var (lines, key) = ([journal.lines[0]], journal.firstKey)
        let next = try (1...2).map { try #require(SigningKey(seed: [UInt8](repeating: UInt8($0), count: 32))) }
        for number in 1...1_001 {
            let other = next[number % 2]
            lines.append(try line(.rotation(try KeyRotation(from: key, to: other, at: Int64(number)))))
            key = other
        }
        let report = examine(lines, trust: journal.trust)
        #expect(report.faults == [PlacedFault(line: 1_002, .unexpectedLine), PlacedFault(line: 1_002, .truncated)])
    }

    @Test("A chain shorter than the state that was kept was rolled back", arguments: [40, 39, 35])
    func rolledBack(size: Int) throws {
        let short = try SampleJournal(entries: 31)
        var trust = journal.trust
        trust.kept = [KeptHead(chain: journal.chain, size: size, root: journal.tips[size].frontier.root)]
        #expect(faults(short.lines, trust: trust) == [.rolledBack(kept: size, found: 31)])
        trust.kept = [KeptHead(chain: journal.chain, size: 31, root: journal.tips[31].frontier.root)]
        #expect(faults(short.lines, trust: trust) == [])
    }

    @Test("A chain that goes on from another past is named, even when the key's owner signed it", arguments: [(1, 1), (5, 10), (30, 30), (40, 40)])
    func rewritten(changed: Int, size: Int) throws {
        let other = try SampleJournal(changing: changed)
        var trust = journal.trust
        trust.kept = [KeptHead(journal.checkpoints[3].checkpoint), KeptHead(chain: journal.chain, size: size, root: journal.tips[size].frontier.root)]
        let found = faults(other.lines, trust: trust)
        #expect(found.first == .rewritten(size: size))
        #expect(Set(found) == [.rewritten(size: size), .rewritten(size: 40)])
    }

    @Test("A file of another chain than was asked for is named")
    func otherChain() throws {
        for trust in [
            Trust(chain: .national, key: journal.firstKey.verifying),
            Trust(key: journal.firstKey.verifying, kept: [KeptHead(chain: .national, size: 1, root: .ofEmptyTree)]),
        ] {
            #expect(faults(journal.lines, trust: trust) == [.otherChain(found: journal.chain)])
        }
        var lines = journal.lines
        let other = try SampleJournal(chain: "instansi-2")
        let index = journal.line(starting: #"{"baris":"titik-periksa""#)
        lines[index] = other.lines[index]
        #expect(faults(lines) == [.otherChain(found: other.chain)])
    }
}
