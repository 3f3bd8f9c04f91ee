import Documents
import Rulebook
import Testing

/// Files broken by accident: cut off, or with bytes changed.
struct DamagedWorkbookTests {
    private static let sample = SampleWorkbook(
        rows: """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*$C$1</f><v>1</v></c></row>\
            <row r="2"><c r="A2" t="inlineStr"><is><t>Ya</t></is></c><c r="B2"><f t="shared" si="0"/><v>2</v></c>\
            <c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#N/A</v></c></row>
            """, texts: "<si><r><t>a</t></r><r><t>b</t></r></si>")

    @Test("a workbook cut off anywhere is refused as broken")
    func truncation() throws {
        for bytes in [Self.sample.bytes, try #require(TinyArchive.deflated(Self.sample.entries))] {
            #expect(SampleWorkbook.refusal(bytes) == nil)
            for length in 0..<bytes.count {
                #expect(SampleWorkbook.refusal(Array(bytes.prefix(length))) == .brokenArchive, "\(length)")
            }
        }
    }

    @Test("a part cut off anywhere inside an intact archive is refused, or was read to the last cell")
    func truncatedPart() throws {
        let whole = try Self.sample.sheet()
        let entries = Self.sample.entries
        for length in 0..<entries[3].content.count {
            var cut = entries
            cut[3].content = Array(entries[3].content.prefix(length))
            do throws(Refusal) {
                #expect(try SampleWorkbook.sheet(in: TinyArchive(entries: cut).bytes) == whole)
            } catch {
                #expect(error.findings.first?.code == .brokenArchive)
            }
        }
    }

    @Test("bytes changed at random end in a sheet or in a refusal, never otherwise")
    func mutation() throws {
        var random = SmallGenerator(state: 20_211_231)
        let originals = [Self.sample.bytes, try #require(TinyArchive.deflated(Self.sample.entries))]
        for round in 0..<2_000 {
            var bytes = originals[round % 2]
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
            }
            _ = SampleWorkbook.refusal(bytes)
        }
    }

    @Test("parts changed at random under a right checksum end in a sheet or in a refusal")
    func mutatedParts() {
        var random = SmallGenerator(state: 90)
        for _ in 0..<2_000 {
            var entries = Self.sample.entries
            let part = Int.random(in: entries.indices, using: &random)
            for _ in 0...Int.random(in: 0..<3, using: &random) {
                let at = Int.random(in: entries[part].content.indices, using: &random)
                entries[part].content[at] = UInt8.random(in: 32...126, using: &random)
            }
            _ = SampleWorkbook.refusal(TinyArchive(entries: entries).bytes)
        }
    }

    @Test("text that is not UTF-8 or no XML is refused")
    func wrongText() {
        var entries = Self.sample.entries
        for content: [UInt8] in [[0xFF, 0xFE, 0xFF], [0x3C, 0xC3, 0x28], [], Array("<worksheet>".utf8), [0, 0, 0, 0]] {
            entries[3].content = content
            #expect(SampleWorkbook.refusal(TinyArchive(entries: entries).bytes) == .brokenArchive)
        }
    }
}
