import Documents
import Rulebook
import Testing

struct WorksheetReaderTests {
    private func cell(_ xml: String, texts: String = "") throws -> Cell? {
        try SampleWorkbook(rows: "<row r=\"8\">\(xml)</row>", texts: texts).sheet().cell("J8")
    }

    @Test("every kind of cell is read as what it is")
    func kinds() throws {
        #expect(try cell("<c r=\"J8\"><v>0.67</v></c>")?.value == .number("0.67"))
        #expect(try cell("<c r=\"J8\" t=\"n\" s=\"3\"><v> 1E-3 </v></c>")?.value == .number("1E-3"))
        #expect(try cell("<c r=\"J8\" t=\"s\"><v>1</v></c>", texts: "<si><t>a</t></si><si><t>b</t></si>")?.value == .text("b"))
        #expect(try cell("<c r=\"J8\" t=\"inlineStr\"><is><t>Ya</t></is></c>")?.value == .text("Ya"))
        #expect(try cell("<c r=\"J8\" t=\"str\"><f>A1</f><v>Blm Diisi</v></c>")?.value == .text("Blm Diisi"))
        #expect(try cell("<c r=\"J8\" t=\"b\"><v>1</v></c>")?.value == .boolean(true))
        #expect(try cell("<c r=\"J8\" t=\"b\"><v>0</v></c>")?.value == .boolean(false))
        #expect(try cell("<c r=\"J8\" t=\"e\"><v>#DIV/0!</v></c>")?.value == .error("#DIV/0!"))
        #expect(try cell("<c r=\"J8\" t=\"d\"><v>2021-01-31</v></c>")?.value == .text("2021-01-31"))
        #expect(try cell("<c r=\"J8\"><f>SUM(A1:A2)</f></c>").map { [$0.value] } == [.empty])
    }

    @Test("a cell with neither value nor formula is left out")
    func empty() throws {
        #expect(try cell("<c r=\"J8\" s=\"9\"/>") == nil)
        #expect(try cell("<c r=\"J8\"><v></v></c>") == nil)
    }

    @Test("rich text is joined, phonetic hints are left out, blanks stay")
    func richText() throws {
        let rich = "<r><rPr><b/></rPr><t xml:space=\"preserve\"> Ya</t></r><r><t>&amp; é</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh>"
        #expect(try cell("<c r=\"J8\" t=\"s\"><v>0</v></c>", texts: "<si>\(rich)</si>")?.value == .text(" Ya& é"))
        #expect(try cell("<c r=\"J8\" t=\"inlineStr\"><is>\(rich)</is></c>")?.value == .text(" Ya& é"))
        #expect(try cell("<c r=\"J8\" t=\"s\"><v>0</v></c>", texts: "<si/>")?.value == .text(""))
    }

    @Test("rows and cells without an address follow the one before")
    func withoutAddress() throws {
        let sheet = try SampleWorkbook(
            rows: "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"C5\"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>"
        ).sheet()
        #expect(sheet.cells.map(\.address.description) == ["A1", "B1", "C5", "D5", "A6"])
    }

    @Test("rows out of order are put in order")
    func unsorted() throws {
        let sheet = try SampleWorkbook(
            rows: "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"A3\"><v>2</v></c></row><row r=\"1\"><c r=\"A1\"><v>3</v></c></row>"
        ).sheet()
        #expect(sheet.cells.map(\.address.description) == ["A1", "A3", "B3"])
    }

    @Test(
        "a file open to two readings is refused",
        arguments: [
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
            "<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>",
            "<row r=\"0\"/>", "<row r=\"x\"/>", "<row r=\"1048577\"/>", "<row r=\"1\"><c r=\"XFE1\"/></row>",
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
            "<row r=\"1\"><c r=\"A1\" t=\"b\"><v>2</v></c></row>",
            "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"4\"/><v>2</v></c></row>",
        ])
    func ambiguous(rows: String) {
        #expect(SampleWorkbook(rows: rows).refusal() == .brokenArchive)
    }

    @Test("a shared formula is written out for each cell, also where the first cell comes last")
    func sharedFormulas() throws {
        let sheet = try SampleWorkbook(
            rows: """
                <row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$C$1</f><v>1</v></c>\
                <c r="E1"><f t="shared" si="1"/><v>1</v></c></row>\
                <row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>\
                <row r="3"><c r="B3"><f t="shared" si="0"></f></c><c r="E3"><f t="shared" ref="E1:E3" si="1">D3&amp;"D3"</f></c></row>
                """
        ).sheet()
        #expect(["B1", "B2", "B3"].map { sheet.cell($0)?.formula } == ["A1*$C$1", "A2*$C$1", "A3*$C$1"])
        #expect(sheet.cell("E1")?.formula == "D1&\"D3\"")
    }

    @Test("an array formula stands on its first cell")
    func arrayFormulas() throws {
        let sheet = try SampleWorkbook(
            rows: "<row r=\"1\"><c r=\"A1\"><f t=\"array\" ref=\"A1:A2\">B1:B2*2</f><v>2</v></c></row><row r=\"2\"><c r=\"A2\"><v>4</v></c></row>"
        ).sheet()
        #expect(sheet.cell("A1")?.formula == "B1:B2*2")
        #expect(sheet.cell("A2")?.formula == nil)
    }

    @Test("elements of other vocabularies inside a cell do not count")
    func extensions() throws {
        #expect(try cell("<c r=\"J8\"><v>1</v><extLst><ext><v>2</v></ext></extLst></c>")?.value == .number("1"))
        #expect(try cell("<x><c r=\"J8\"><v>1</v></c></x>") == nil)
    }
}
