import Documents
import Testing

struct WorksheetTests {
    private func cell(_ address: String, _ text: String) -> [Cell] {
        CellAddress(address).map { [Cell(address: $0, value: .text(text))] } ?? []
    }

    @Test("cells in any order become rows from the top down and cells from left to right")
    func order() {
        let sheet = Worksheet(name: "S", cells: cell("C3", "c") + cell("A1", "a") + cell("B3", "b"))
        #expect(sheet.rows.map(\.number) == [1, 3])
        #expect(sheet.rows.last?.cells.map(\.address.description) == ["B3", "C3"])
    }

    @Test("of two cells with one address the first stays")
    func twice() {
        let sheet = Worksheet(name: "S", cells: cell("B2", "first") + cell("A1", "a") + cell("B2", "second"))
        #expect(sheet.cells.count == 2)
        #expect(sheet.cell("B2")?.value == .text("first"))
    }

    @Test("every cell is found at its address, and nothing elsewhere")
    func search() {
        let sheet = Worksheet(name: "S", cells: ["A1", "C1", "B7", "XFD9"].flatMap { cell($0, $0) })
        for address in ["A1", "C1", "B7", "XFD9"] { #expect(sheet.cell(address)?.value == .text(address)) }
        for address in ["B1", "A2", "A7", "C7", "A10"] { #expect(sheet.cell(address) == nil) }
        #expect(Worksheet(name: "S", cells: []).cell("A1") == nil)
    }
}
