import Testing

@testable import Journaling

@Suite("Entries of the journal")
struct JournalEntryTests {
    private func note(_ content: CanonicalValue = ["butir": 3], time: Int64 = 1_790_000_000_000) throws -> JournalNote {
        try JournalNote(
            chain: try ChainID("instansi-1"), time: time, actor: try ActorID("akun-7"), role: try RoleWord("anggota-unit"),
            kind: try EntryKind("jawaban-dicatat"), subject: try SubjectID("unit-2"), content: content)
    }

    @Test("An entry has the text that the format says")
    func text() throws {
        let entry = try JournalEntry(try note(), sequence: 1, previous: try ChainID("instansi-1").genesis)
        let genesis = Fingerprint.ofLeaf(Array("zona-jurnal/1/awal/instansi-1".utf8)).hex
        #expect(
            String(decoding: entry.canonicalBytes, as: UTF8.self)
                == #"{"isi":{"butir":3},"jenis":"jawaban-dicatat","pelaku":"akun-7","peran":"anggota-unit","perihal":"unit-2","rantai":"instansi-1","sebelum":""#
                + genesis + #"","urutan":1,"waktu":1790000000000}"#)
        #expect(entry.fingerprint == .ofLeaf(entry.canonicalBytes))
        #expect(entry.content == ["butir": 3])
        #expect(try CanonicalValue(canonical: entry.canonicalBytes)["pelaku"] == "akun-7")
    }

    @Test("What is read is what was written, with and without role and subject")
    func roundTrip() throws {
        let bare = try JournalNote(chain: .national, time: 0, actor: .system, kind: try EntryKind("dipasang"))
        for note in [try note(), bare] {
            let entry = try JournalEntry(note, sequence: 9, previous: .ofEmptyTree)
            let again = try JournalEntry(canonical: entry.canonicalBytes)
            #expect(again == entry)
            #expect((again.role, again.subject) == (note.role, note.subject))
        }
    }

    @Test("A changed byte gives an entry with exactly that text, or a refusal")
    func mutation() throws {
        let bytes = try JournalEntry(try note(["a": "é\n\u{1}", "b": [1, .null]]), sequence: 12, previous: .ofEmptyTree).canonicalBytes
        var generator = SeededGenerator(seed: 3)
        for index in bytes.indices {
            for _ in 0..<20 {
                var changed = bytes
                changed[index] = UInt8.random(in: 0...255, using: &generator)
                guard let entry = try? JournalEntry(canonical: changed) else { continue }
                #expect(try CanonicalValue(canonical: changed).canonicalBytes() == changed, "byte \(index)")
                let note = try JournalNote(
                    chain: entry.chain, time: entry.time, actor: entry.actor, role: entry.role, kind: entry.kind,
                    subject: entry.subject, content: entry.content)
                #expect(try JournalEntry(note, sequence: entry.sequence, previous: entry.previous).canonicalBytes == changed)
            }
            #expect(throws: EntryRefusal.self) { try JournalEntry(canonical: Array(bytes[..<index])) }
            #expect(throws: EntryRefusal.self) { try JournalEntry(canonical: Array(bytes[..<index]) + [0x0A] + Array(bytes[index...])) }
        }
    }

    @Test(
        "Other shapes are refused",
        arguments: [
            ("\"urutan\":1,", "\"urutan\":0,"), ("\"urutan\":1,", "\"urutan\":-1,"), ("\"urutan\":1,", "\"urutan\":01,"),
            ("\"waktu\":5", "\"waktu\":-5"), ("\"waktu\":5", "\"waktu\":5.0"), ("\"pelaku\":\"sistem\"", "\"pelaku\":\"\""),
            ("\"pelaku\":\"sistem\"", "\"pelaku\":\"a b\""), ("\"jenis\":\"dipasang\"", "\"jenis\":\"\""),
            ("\"isi\":{}", "\"isi\":[]"), ("\"isi\":{}", "\"isi\":null"), ("\"isi\":{}", "\"isi\":{ }"), ("}", "},"),
            ("\"rantai\":\"nasional\"", "\"rantai\":\"\""), ("\"perihal\":\"\",", ""), ("e3b0c4", "E3B0C4"), ("e3b0c4", "e3b0c"),
        ])
    func shapes(part: String, other: String) throws {
        let entry = try JournalEntry(
            try JournalNote(chain: .national, time: 5, actor: .system, kind: try EntryKind("dipasang")), sequence: 1, previous: .ofEmptyTree)
        let text = String(decoding: entry.canonicalBytes, as: UTF8.self)
        #expect(text.contains(part))
        #expect(throws: EntryRefusal.self) { try JournalEntry(canonical: Array(text.replacing(part, with: other, maxReplacements: 1).utf8)) }
    }

    @Test("Words have 1 to 64 plain characters")
    func words() throws {
        for text in ["a", "Az09.-_:", String(repeating: "x", count: 63), String(repeating: "x", count: 64)] { #expect(try ActorID(text).text == text) }
        for text in ["", String(repeating: "x", count: 65), "a b", "a\"", "é", "a/b", "a\n", "a@b"] {
            #expect(throws: EntryRefusal.word, "\(text)") { try ActorID(text) }
        }
    }

    @Test("Numbers and times reach from their least to 2^53 - 1")
    func limits() throws {
        let most = CanonicalValue.maximumInteger
        for number in [1, 2, most] { #expect(try JournalEntry(try note(), sequence: number, previous: .ofEmptyTree).sequence == number) }
        for number in [0, -1, most + 1] { #expect(throws: EntryRefusal.sequence) { try JournalEntry(try note(), sequence: number, previous: .ofEmptyTree) } }
        for time in [0, 1, most] { #expect(try note(time: Int64(time)).time == Int64(time)) }
        for time in [-1, most + 1] { #expect(throws: EntryRefusal.time) { try note(time: Int64(time)) } }
    }

    @Test("Content is an object of at most fifteen levels, and the whole entry has at most 65,536 bytes")
    func content() throws {
        for content in [.null, 1, "x", []] as [CanonicalValue] { #expect(throws: EntryRefusal.contentIsNoObject) { try note(content) } }
        #expect(throws: EntryRefusal.content(CanonicalRefusal(.badKey))) { try note(["A": 1]) }
        func nested(_ levels: Int) -> CanonicalValue { (1..<levels).reduce([:]) { value, _ in ["a": value] } }
        let deep = try JournalEntry(try note(nested(15)), sequence: 1, previous: .ofEmptyTree)
        #expect(try JournalEntry(canonical: deep.canonicalBytes).content == nested(15))
        #expect(throws: EntryRefusal.content(CanonicalRefusal(.tooDeep))) { try note(nested(16)) }
        let empty = try JournalEntry(try note(["t": ""]), sequence: 1, previous: .ofEmptyTree).canonicalBytes.count
        func long(_ total: Int) throws -> JournalEntry {
            try JournalEntry(try note(["t": .text(String(repeating: "x", count: total - empty))]), sequence: 1, previous: .ofEmptyTree)
        }
        for total in [65_535, 65_536] { #expect(try JournalEntry(canonical: try long(total).canonicalBytes).canonicalBytes.count == total) }
        #expect(throws: EntryRefusal.tooLong) { try long(65_537) }
        #expect(throws: EntryRefusal.tooLong) { try JournalEntry(canonical: [UInt8](repeating: 0x7B, count: 65_537)) }
    }

    @Test("A chain goes on from where it was stored, and takes only its own facts")
    func tip() throws {
        let chain = try ChainID("instansi-1")
        var tip = ChainTip(chain)
        var previous = chain.genesis
        for number in 1...300 {
            let entry = try tip.append(try note(["n": .integer(number)]))
            #expect(entry.sequence == number)
            #expect(entry.previous == previous)
            previous = entry.fingerprint
            let stored = ChainTip(chain, head: tip.head, frontier: try #require(MerkleFrontier(bytes: tip.frontier.bytes)))
            #expect(stored == tip)
            tip = stored
        }
        let before = tip
        #expect(throws: EntryRefusal.otherChain) {
            try tip.append(try JournalNote(chain: .national, time: 0, actor: .system, kind: try EntryKind("x")))
        }
        #expect(tip == before)
        let key = SigningKey()
        let signed = try tip.checkpoint(at: 1, by: key)
        #expect(signed.isSigned(by: key.verifying))
        #expect((signed.checkpoint.size, signed.checkpoint.head) == (300, previous))
    }
}
