import Testing

@testable import Journaling

@Suite("Sound journals")
struct SoundJournalTests {
    @Test("A sound journal has no faults, in pieces of any size", arguments: [1, 2, 3, 7, 64, 1_000, 1_000_000])
    func sound(pieces: Int) throws {
        let journal = try SampleJournal()
        let report = examine(journal.lines, trust: journal.trust, pieces: pieces)
        #expect(report.faults.isEmpty)
        #expect(report.isSound)
        #expect(report.remarks.isEmpty)
        #expect(report.kind == .journal)
        #expect(report.chain == journal.chain)
        #expect((report.entries, report.openings, report.checkpoints, report.covered) == (40, 2, 4, 40))
        #expect(report.lines == journal.lines.count)
        #expect(report.keys == [journal.firstKey.verifying, journal.secondKey.verifying])
        #expect(report.checkpoint == journal.checkpoints.last)
        #expect((report.firstTime, report.lastTime) == (1_000, 40_000))
        #expect(report.keptHead == KeptHead(chain: journal.chain, size: 40, root: journal.tips[40].frontier.root))
    }

    @Test("Any of the keys may be the one the reader knows")
    func keys() throws {
        let journal = try SampleJournal()
        for key in [journal.firstKey, journal.secondKey] { #expect(examine(journal.lines, trust: Trust(key: key.verifying)).isSound) }
        #expect(examine(journal.lines).remarks == [.noPinnedKey])
    }

    @Test("Every state that was kept is found again", arguments: [0, 1, 2, 7, 10, 39, 40])
    func kept(size: Int) throws {
        let journal = try SampleJournal()
        var trust = journal.trust
        trust.kept = [KeptHead(chain: journal.chain, size: size, root: journal.tips[size].frontier.root)]
        #expect(examine(journal.lines, trust: trust).isSound)
    }

    @Test("Entries after the last checkpoint are named as not yet signed")
    func uncovered() throws {
        let journal = try SampleJournal(entries: 43)
        let report = examine(journal.lines, trust: journal.trust)
        #expect(report.isSound)
        #expect(report.remarks == [.uncovered(41...43)])
        #expect(report.covered == 40)
    }

    @Test("A clock that goes back is a remark")
    func time() throws {
        let chain = ChainID.national
        var tip = ChainTip(chain)
        var lines: [[UInt8]] = []
        let key = SigningKey()
        var writer = try JournalWriter(chain: chain, firstKey: key.verifying) { lines.append($0) }
        for time in [5, 4, 4, 9, 8] as [Int64] {
            try writer.entry(try tip.append(try JournalNote(chain: chain, time: time, actor: .system, kind: try EntryKind("x"))).canonicalBytes)
        }
        try writer.checkpoint(try tip.checkpoint(at: 9, by: key))
        try writer.finish()
        let report = examine(bytes: lines.flatMap { $0 }, trust: Trust(key: key.verifying))
        #expect(report.isSound)
        #expect(report.remarks == [.timeWentBack(first: 2, count: 2)])
    }

    @Test("A journal without entries is sound, with and without a checkpoint", arguments: [true, false])
    func empty(isSigned: Bool) throws {
        let key = SigningKey()
        var bytes: [[UInt8]] = []
        var writer = try JournalWriter(chain: .national, firstKey: key.verifying) { bytes.append($0) }
        if isSigned { try writer.checkpoint(try ChainTip(.national).checkpoint(at: 1, by: key)) }
        try writer.finish()
        let report = examine(bytes: bytes.flatMap { $0 }, trust: Trust(key: key.verifying))
        #expect(report.isSound)
        #expect(report.remarks.isEmpty)
        #expect(report.root == .ofEmptyTree)
    }

    @Test("A line stands in the file exactly as it is hashed")
    func lines() throws {
        let journal = try SampleJournal()
        for entry in journal.entries {
            let line = try #require(journal.lines.first { $0 == entry.canonicalBytes })
            #expect(Fingerprint.plain([0] + line) == entry.fingerprint)
        }
    }

    @Test("An entry that would break the lines is not written")
    func writing() throws {
        var writer = try JournalWriter(chain: .national, firstKey: SigningKey().verifying) { _ in }
        for bytes in [[], [0x0A], Array("{}\n".utf8), [UInt8](repeating: 0x20, count: 65_537)] {
            #expect(throws: WritingRefusal.entry) { try writer.entry(bytes) }
        }
        #expect(writer.size == 0)
        let salt = try #require(Commitment.Salt(bytes: [UInt8](repeating: 0, count: 16)))
        let value = String(repeating: "x", count: 65_536)
        #expect(throws: WritingRefusal.line(CanonicalRefusal(.tooLong))) {
            try writer.opening(Opening(sequence: 1, commitment: .make(value: value, salt: salt), value: value, salt: salt))
        }
    }
}
