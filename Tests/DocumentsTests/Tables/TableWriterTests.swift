import Rulebook
import Testing

@testable import Documents

@Suite("Tables into files") struct TableWriterTests {
    private static let rows = [
        ["A1", "Satu, \"dua\"\ntiga"], ["=1+1", "+62 811"], ["-", "@siapa"], ["198501012010011001", "é"], ["a;b", "'Aisyiyah"],
    ]

    @Test("What is written as CSV is read back the same, formulas as text")
    func csv() throws {
        let bytes = TableWriter.csv(titles: ["kode", "nama"], rows: Self.rows)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasPrefix("\u{FEFF}kode,nama\r\n") && text.contains("\"'=1+1\"") && text.contains("\"'+62 811\""))
        let table = try TableFile.read(bytes)
        #expect(table.rows.map { $0.cells.map(\.text) } == Self.rows)
    }

    @Test("What is written as a workbook is read back the same, every cell as text")
    func workbook() throws {
        let bytes = try TableWriter.workbook(named: "Data", title: "Daftar", titles: ["kode", "nama"], rows: Self.rows)
        let table = try TableFile.read(bytes)
        #expect(table.titles == ["kode", "nama"])
        #expect(table.rows.map { $0.cells.map(\.text) } == Self.rows)
        #expect(table.rows.allSatisfy { $0.cells.allSatisfy { $0.kind == .text } })
        let sheet = try #require(try Workbook.open(bytes).sheet(named: "Data"))
        #expect(sheet.cells.allSatisfy { $0.formula == nil })
    }

    @Test("Whatever a spreadsheet takes for a formula is guarded", arguments: ["=A1", "+1", "-1", "@x", "\t=A1", " =A1", "＝A1", "\r\n=A1"])
    func formulas(text: String) {
        #expect(TableWriter.isFormula(text))
        #expect(String(decoding: TableWriter.csv(titles: [], rows: [[text]]), as: UTF8.self).contains("\"'"))
    }

    @Test("Other texts stay as they are", arguments: ["A1", "1-2", "a=b", "", "   "])
    func plain(text: String) { #expect(!TableWriter.isFormula(text)) }

    @Test("A text longer than a cell holds is refused, not cut")
    func long() {
        #expect(throws: Refusal.self) {
            try TableWriter.workbook(named: "D", title: "t", titles: ["a"], rows: [[String(repeating: "x", count: 32_768)]])
        }
    }
}
