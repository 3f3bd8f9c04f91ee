import Rulebook
import Testing

@Suite("A table with places") struct PlainTableTests {
    @Test("A place is a cell on a sheet, and a line with the column's title in text")
    func places() {
        let text = PlainTable(titles: ["Nama", ""], headingLine: 1, rows: [])
        #expect(text.place(line: 3, column: 0) == "baris 3, kolom “Nama”")
        #expect(text.place(line: 3, column: 1) == "baris 3, kolom 2")
        let sheet = PlainTable(titles: ["Nama"], headingLine: 1, rows: [], letters: ["C"])
        #expect(sheet.place(line: 7, column: 0) == "C7")
        #expect(sheet.place(line: 7, column: 9) == "baris 7")
    }

    @Test("A mark against formulas is taken away again, an apostrophe that belongs to a name is not")
    func guarded() {
        #expect(PlainTable.Cell("'=1+1").text == "=1+1")
        #expect(PlainTable.Cell("'Aisyiyah").text == "'Aisyiyah")
        #expect(PlainTable.Cell("  x ").text == "x")
    }

    @Test("A row that is too short has empty cells")
    func short() { #expect(PlainTable.Row(line: 1, cells: [PlainTable.Cell("a")])[5].text.isEmpty) }
}
