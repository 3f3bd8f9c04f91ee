import Documents
import Rulebook
import Testing

struct WorkbookTests {
    private let oneCell = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"

    @Test("an archive is known by its first four bytes")
    func recognition() {
        #expect(Workbook.looksLikeArchive(SampleWorkbook().bytes))
        #expect(!Workbook.looksLikeArchive(Array("kode,jawaban".utf8)))
        #expect(!Workbook.looksLikeArchive([0x50, 0x4B]))
        #expect(!Workbook.looksLikeArchive([]))
    }

    @Test("a sheet is found by its name, letter case and blanks around it aside")
    func names() throws {
        let book = try Workbook.open(SampleWorkbook(rows: oneCell).bytes)
        #expect(book.sheetNames == ["LKE ZI"])
        #expect(try book.sheet(named: " lke zi ")?.name == "LKE ZI")
        #expect(try book.sheet(named: "LKE") == nil)
        #expect(try book.sheet(named: "") == nil)
    }

    @Test(
        "relationship targets are followed however they are written",
        arguments: [
            "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "./worksheets/sheet1.xml",
            "../xl/worksheets/sheet1.xml", "Worksheets/Sheet1.xml",
        ])
    func targets(target: String) throws {
        var sample = SampleWorkbook(rows: oneCell)
        sample.sheetTarget = target
        #expect(try sample.sheet().cell("A1")?.value == .number("1"))
    }

    @Test("the main part is found where the archive says it is")
    func mainPart() throws {
        var sample = SampleWorkbook(rows: oneCell)
        var entries = sample.entries
        for index in entries.indices {
            switch entries[index].name {
            case "xl/workbook.xml": entries[index].name = "xl/workbook22.xml"
            case "xl/_rels/workbook.xml.rels": entries[index].name = "xl/_rels/workbook22.xml.rels"
            default: break
            }
        }
        sample.parts = [:]
        let root =
            "<Relationships><Relationship Id=\"a\" Type=\"\(SampleWorkbook.links)/officeDocument\" Target=\"/xl/workbook22.xml\"/></Relationships>"
        entries.append(TinyArchive.Entry("_rels/.rels", root))
        let bytes = TinyArchive(entries: entries).bytes
        #expect(try SampleWorkbook.sheet(in: bytes).cell("A1")?.value == .number("1"))
    }

    @Test("namespace prefixes may be anything")
    func prefixes() throws {
        var sample = SampleWorkbook()
        sample.parts["xl/workbook.xml"] =
            "<x:workbook xmlns:x=\"\(SampleWorkbook.main)\" xmlns:q=\"\(SampleWorkbook.links)\"><x:sheets><x:sheet name=\"LKE ZI\" sheetId=\"1\" q:id=\"rId1\"/></x:sheets></x:workbook>"
        sample.parts["xl/sharedStrings.xml"] = "<x:sst xmlns:x=\"\(SampleWorkbook.main)\"><x:si><x:t>Ya</x:t></x:si></x:sst>"
        sample.parts["xl/worksheets/sheet1.xml"] =
            "<x:worksheet xmlns:x=\"\(SampleWorkbook.main)\"><x:sheetData><x:row r=\"2\"><x:c r=\"B2\" t=\"s\"><x:f>A1</x:f><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>"
        let cell = try sample.sheet().cell("B2")
        #expect(cell?.value == .text("Ya"))
        #expect(cell?.formula == "A1")
    }

    @Test("a chart is no worksheet")
    func charts() throws {
        var sample = SampleWorkbook(rows: oneCell)
        sample.parts["xl/workbook.xml"] =
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Grafik\" r:id=\"c\"/><sheet name=\"LKE ZI\" r:id=\"rId1\"/></sheets></workbook>"
        sample.parts["xl/_rels/workbook.xml.rels"] =
            "<Relationships><Relationship Id=\"c\" Type=\"a/chartsheet\" Target=\"chartsheets/sheet1.xml\"/><Relationship Id=\"rId1\" Type=\"a/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
        #expect(try Workbook.open(sample.bytes).sheetNames == ["LKE ZI"])
        #expect(sample.refusal() == nil)
    }

    @Test("a second sheet that uses the shared texts gets them as the first did")
    func sharedTwice() throws {
        let book = try Workbook.open(
            SampleWorkbook(
                rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", texts: "<si><t>Ya</t></si>"
            ).bytes)
        for _ in 1...2 { #expect(try book.sheet(named: "LKE ZI")?.cell("A1")?.value == .text("Ya")) }
    }

    @Test(
        "a workbook without one of its parts is refused as broken",
        arguments: ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"])
    func missing(part: String) {
        var sample = SampleWorkbook(rows: oneCell)
        sample.parts[part] = .some(nil)
        #expect(sample.refusal() == .brokenArchive)
    }

    @Test("what is no workbook is refused, and an old or locked one by its own name")
    func otherFiles() {
        #expect(SampleWorkbook.refusal([]) == .brokenArchive)
        #expect(SampleWorkbook.refusal(Array("kode,jawaban".utf8)) == .brokenArchive)
        #expect(SampleWorkbook.refusal(TinyArchive(entries: []).bytes) == .brokenArchive)
        #expect(SampleWorkbook.refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .unknownFormat)
        #expect(SampleWorkbook.refusal(TinyArchive(entries: [.init("a.txt", "a")]).bytes) == .brokenArchive)
    }
}
