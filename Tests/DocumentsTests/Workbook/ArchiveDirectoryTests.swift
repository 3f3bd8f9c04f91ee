import Documents
import Rulebook
import Testing

struct ArchiveDirectoryTests {
    private let sample = SampleWorkbook(rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")

    @Test("entries that share bytes are refused")
    func overlap() {
        // Nothing ever reads the first entry, whose packed bytes reach into the second.
        var entries = [TinyArchive.Entry("docProps/app.xml", "<a/>")] + sample.entries
        #expect(SampleWorkbook.refusal(TinyArchive(entries: entries).bytes) == nil)
        entries[0].packedSize = 5
        #expect(SampleWorkbook.refusal(TinyArchive(entries: entries).bytes) == .brokenArchive)
    }

    @Test("two table lines that point at one entry are refused")
    func pointingTwice() {
        var entries = sample.entries
        entries.append(TinyArchive.Entry("xl/copy.xml", ""))
        let size = TinyArchive(entries: [entries[3]]).entries[0].content.count + entries[3].name.utf8.count + 30
        entries[4].shift = -size
        #expect(SampleWorkbook.refusal(TinyArchive(entries: entries).bytes) == .brokenArchive)
    }

    @Test("an entry stored twice is refused")
    func duplicate() {
        let entries = sample.entries + sample.entries.suffix(1)
        #expect(SampleWorkbook.refusal(TinyArchive(entries: entries).bytes) == .brokenArchive)
    }

    @Test("headers that disagree on the name are refused")
    func disagreement() {
        var entries = sample.entries
        entries[3].localName = "xl/worksheets/sheet2.xml"
        #expect(SampleWorkbook.refusal(TinyArchive(entries: entries).bytes) == .brokenArchive)
    }

    @Test("encrypted entries are refused", arguments: [1, 0x40, 0x2000])
    func encrypted(flag: Int) {
        var entries = sample.entries
        entries[3].flags = flag
        #expect(SampleWorkbook.refusal(TinyArchive(entries: entries).bytes) == .brokenArchive)
    }

    @Test("more entries than allowed are refused before any is read")
    func entries() {
        let extra = (0..<600).map { TinyArchive.Entry("x\($0)", "") }
        #expect(SampleWorkbook.refusal(TinyArchive(entries: sample.entries + extra).bytes) == .beyondLimits)
        #expect(SampleWorkbook.refusal(TinyArchive(entries: sample.entries + extra.prefix(508)).bytes) == nil)
    }

    @Test("a wrong checksum, a wrong size and an unknown packing are refused")
    func wrongHeaders() {
        var entries = sample.entries
        entries[3].checksum = 1
        #expect(SampleWorkbook.refusal(TinyArchive(entries: entries).bytes) == .brokenArchive)
        entries = sample.entries
        entries[3].method = 12
        #expect(SampleWorkbook.refusal(TinyArchive(entries: entries).bytes) == .brokenArchive)
        entries = sample.entries
        entries[3].method = 8
        #expect(SampleWorkbook.refusal(TinyArchive(entries: entries).bytes) == .brokenArchive)
        entries = sample.entries
        entries[3].packedSize = 0x7FFF_FFFF
        #expect(SampleWorkbook.refusal(TinyArchive(entries: entries).bytes) == .brokenArchive)
        entries = sample.entries
        entries[3].packedSize = 0xFFFF_FFFF
        #expect(SampleWorkbook.refusal(TinyArchive(entries: entries).bytes) == .brokenArchive)
    }

    @Test("an archive deflated by libzip is read")
    func deflated() throws {
        let bytes = try #require(TinyArchive.deflated(sample.entries))
        #expect(try SampleWorkbook.sheet(in: bytes).cell("A1")?.value == .number("1"))
    }

    @Test("a comment behind the archive is read past")
    func comment() {
        var bytes = sample.bytes
        bytes[bytes.count - 2] = 3
        #expect(SampleWorkbook.refusal(bytes + Array("abc".utf8)) == nil)
        #expect(SampleWorkbook.refusal(bytes + Array("abcd".utf8)) == .brokenArchive)
    }
}
