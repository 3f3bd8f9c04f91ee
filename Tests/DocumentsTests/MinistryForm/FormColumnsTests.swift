import InstrumentFiles
import Rulebook
import Testing

@testable import Documents

@Suite("Finding the columns of the form")
struct FormColumnsTests {
    private func columns(_ texts: [String: String]) throws -> FormColumns? {
        let cells = texts.compactMap { name, text in CellAddress(name).map { Cell(address: $0, value: .text(text)) } }
        return FormColumns(in: Worksheet(name: "x", cells: cells), headings: try FormLayout.shipped().headings)
    }

    private let headings = ["B2": "Penilaian", "H2": "Bobot", "J2": "Pilihan Jawaban", "K2": "Jawaban", "L2": "Nilai"]

    @Test("The five headings tell where the columns are")
    func found() throws {
        let columns = try #require(try columns(headings))
        #expect(columns.headerRow == 2)
        #expect(
            [columns.assessment, columns.weight, columns.type, columns.answer, columns.score] == [1, 7, 9, 10, 11])
    }

    @Test("Case, blanks and line ends in headings do not matter")
    func spelling() throws {
        let columns = try columns([
            "C9": " PENILAIAN ", "D9": "bobot", "E9": "Pilihan\n jawaban", "F9": "JAWABAN", "G9": "nilai",
        ])
        #expect(columns?.headerRow == 9)
        #expect(columns?.answer == 5)
    }

    @Test("A row without all five is not the heading", arguments: ["B2", "H2", "J2", "K2", "L2"])
    func missing(cell: String) throws {
        var texts = headings
        texts[cell] = nil
        #expect(try columns(texts) == nil)
        texts[cell] = "Catatan"
        #expect(try columns(texts) == nil)
    }

    @Test("The weight stands to the right of the texts, and the heading within the first hundred rows")
    func bounds() throws {
        #expect(try columns(["H2": "Penilaian", "B2": "Bobot", "J2": "Pilihan Jawaban", "K2": "Jawaban", "L2": "Nilai"]) == nil)
        var far: [String: String] = [:]
        for row in 1...100 { far["A\(row)"] = "isi" }
        for (name, text) in headings { far[name.replacing("2", with: "101")] = text }
        #expect(try columns(far) == nil)
    }

    @Test("A form without its heading row is refused, saying which heading to restore")
    func refused() throws {
        var form = try MinistryFormFixture.complete()
        form["K2"] = nil
        let refusal = #expect(throws: Refusal.self) { try form.read() }
        #expect(refusal?.findings.map(\.code) == [.headerMissing])
        #expect(refusal?.findings.first?.location == "LKE ZI")
        #expect(refusal?.findings.first?.message.contains("Pilihan Jawaban") == true)
    }
}
