import Testing

@testable import Journaling

@Suite("Faults of the file, its keys and openings")
struct FileFaultTests {
    private let journal: SampleJournal

    init() throws { journal = try SampleJournal() }

    private func faults(_ lines: [[UInt8]], trust: Trust? = nil) -> [JournalFault] {
        examine(lines, trust: trust ?? journal.trust).faults.map(\.fault)
    }

    @Test("No byte can be changed, left out or put in anywhere without a fault")
    func everyByte() throws {
        let bytes = file(try SampleJournal(entries: 10).lines)
        var generator = SeededGenerator(seed: 5)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
            #expect(!examine(bytes: changed, trust: journal.trust).isSound, "byte \(index) changed")
            if index % 7 == 0 {
                changed = bytes
                changed.remove(at: index)
                // Of two equal bytes it does not matter which is left out; the file is the shorter one all the same.
                #expect(!examine(bytes: changed, trust: journal.trust).isSound, "byte \(index) left out")
                changed = bytes
                changed.insert(UInt8.random(in: 0...255, using: &generator), at: index)
                #expect(!examine(bytes: changed, trust: journal.trust).isSound, "byte put in at \(index)")
            }
        }
    }

    @Test("A file that ends early is named as truncated, wherever it ends")
    func truncated() throws {
        let bytes = file(journal.lines)
        let header = journal.lines[0].count + 1
        for count in stride(from: 0, to: bytes.count, by: 97) {
            let found = examine(bytes: Array(bytes[..<count]), trust: journal.trust).faults.map(\.fault)
            #expect(found.contains(count < header ? .unknownFile : .truncated), "\(count): \(found)")
        }
        #expect(examine(bytes: bytes.dropLast(), trust: journal.trust).faults.map(\.fault).contains(.truncated))
    }

    @Test("Whatever follows the closing line is a fault", arguments: ["x", "x\n", "\n", "{}\n{}\n"])
    func after(text: String) throws {
        let bytes = file(journal.lines) + Array(text.utf8)
        #expect(examine(bytes: bytes, trust: journal.trust).faults == [PlacedFault(line: journal.lines.count + 1, .afterEnd)])
    }

    @Test("A file of something else is named as that", arguments: ["", "\n", "x", "{}", "PK\u{3}\u{4}", "{\"isi\":{}}", "[[[[", "{\"baris\":\"penutup\"}"])
    func unknown(text: String) {
        #expect(examine(bytes: Array(text.utf8)).faults == [PlacedFault(line: 1, .unknownFile)])
        #expect(examine(bytes: Array(text.utf8) + [0x0A]).faults == [PlacedFault(line: 1, .unknownFile)])
    }

    @Test("A header must be complete, and its version known")
    func header() throws {
        var lines = journal.lines
        lines[0] = lines[0].replacing("\"versi\":1", "\"versi\":2")
        #expect(faults(lines) == [.unknownVersion(2)])
        lines[0] = journal.lines[0].replacing("\"berkas\":\"jurnal\"", "\"berkas\":\"lain\"")
        #expect(faults(lines) == [.unknownFile])
        #expect(faults(Array(journal.lines.dropFirst())) == [.unknownFile])
        lines = journal.lines
        lines.insert(lines[0], at: 5)
        #expect(faults(lines) == [.unexpectedLine])
    }

    @Test("Lines have at most 65,536 bytes", arguments: [1, 5_000, 1_000_000])
    func long(pieces: Int) throws {
        var lines = journal.lines
        lines.insert([UInt8](repeating: 0x78, count: 65_537), at: 3)
        let report = examine(lines, trust: journal.trust, pieces: pieces)
        #expect(report.faults.contains(PlacedFault(line: 4, .lineTooLong)))
        lines[3] = [UInt8](repeating: 0x78, count: 65_536)
        #expect(
            examine(lines, trust: journal.trust, pieces: pieces).faults.contains(PlacedFault(line: 4, .notCanonical(CanonicalRefusal(.unexpectedByte, at: 0)))))
        #expect(examine(bytes: [UInt8](repeating: 0x78, count: 200_000), pieces: pieces).faults == [PlacedFault(line: 1, .unknownFile)])
    }

    @Test("Canonical lines that say nothing, and lines in the wrong place, are named")
    func strangeLines() throws {
        for (text, fault) in [
            ("{}", JournalFault.malformedLine), ("[]", .malformedLine), ("{\"baris\":\"lain\"}", .malformedLine), ("{\"baris\":\"penutup\"}", .malformedLine),
            ("{\"baris\":\"jalur\",\"jalur\":[],\"ukuran\":1,\"urutan\":1}", .unexpectedLine),
            ("{\"baris\":\"jalur-lanjutan\",\"jalur\":[],\"ukuran_baru\":1,\"ukuran_lama\":1}", .unexpectedLine),
            ("", .notCanonical(CanonicalRefusal(.unexpectedEnd, at: 0))),
        ] {
            var lines = journal.lines
            lines.insert(Array(text.utf8), at: 3)
            #expect(examine(lines, trust: journal.trust).faults.first == PlacedFault(line: 4, fault), "\(text)")
        }
    }

    @Test("The closing line must count right and state the entries' head and root")
    func closing() throws {
        let last = journal.lines.count - 1
        func closing(_ part: String, _ other: String) -> [JournalFault] {
            var lines = journal.lines
            lines[last] = lines[last].replacing(part, other)
            return faults(lines)
        }
        #expect(closing("\"fakta\":40", "\"fakta\":39") == [.wrongCount])
        #expect(closing("\"fakta\":40", "\"fakta\":43") == [.missingEntries(41...43), .wrongCount].filter { $0 != .wrongCount })
        #expect(closing("\"pembuka\":2", "\"pembuka\":1") == [.wrongCount])
        #expect(closing("\"titik_periksa\":4", "\"titik_periksa\":5") == [.wrongCount])
        #expect(closing("\"ganti_kunci\":1", "\"ganti_kunci\":0") == [.wrongCount])
        let (root, head) = (journal.tips[40].frontier.root.hex, journal.tips[40].head.hex)
        #expect(closing(root, head) == [.wrongClosing])
        #expect(closing(head, root) == [.wrongClosing])
    }

    @Test("Without any checkpoint the last entry is still checked by the closing line")
    func lastEntry() throws {
        var lines = try SampleJournal(entries: 9).lines
        let line = lines.count - 2
        lines[line] = lines[line].replacing("asli", "lain")
        #expect(examine(lines).faults == [PlacedFault(line: line + 1, .changedEntry(9))])
    }

    @Test("An opening must match its commitment and stand right after the entry that has it")
    func openings() throws {
        let line = journal.line(starting: #"{"baris":"pembuka""#)
        func opening(_ part: String, _ other: String) -> [JournalFault] {
            var lines = journal.lines
            lines[line] = lines[line].replacing(part, other)
            return faults(lines)
        }
        #expect(opening("Siti Aminah", "Siti Aminan") == [.openingMismatch(7)])
        #expect(opening("0101", "0102") == [.openingMismatch(7)])
        #expect(opening("\"urutan\":7", "\"urutan\":8") == [.openingWithoutCommitment(8)])
        var lines = journal.lines
        let salt = try #require(Commitment.Salt(bytes: [UInt8](repeating: 9, count: 16)))
        lines[line] = try FileLine.opening(Opening(sequence: 7, commitment: .make(value: "x", salt: salt), value: "x", salt: salt)).value.canonicalBytes()
        #expect(faults(lines) == [.openingWithoutCommitment(7)])
        lines = journal.lines
        lines.swapAt(line + 1, line + 2)
        #expect(faults(lines) == [.openingWithoutCommitment(7)])
    }

    @Test("Openings can be left out: then only the closing line counts otherwise")
    func withoutOpenings() throws {
        var lines = journal.lines.filter { !$0.starts(with: #"{"baris":"pembuka""#.utf8) }
        #expect(faults(lines) == [.wrongCount])
        lines[lines.count - 1] = lines[lines.count - 1].replacing("\"pembuka\":2", "\"pembuka\":0")
        #expect(faults(lines) == [])
    }
}
