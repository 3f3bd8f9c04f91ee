import ExactMath
import InstrumentFiles
import Rulebook
import Testing

@testable import Documents

@Suite("Reading Zona's own workbook")
struct ZonaWorkbookTests {
    private let library = InstrumentLibrary()

    private func refusal(_ bytes: [UInt8]) -> [String] {
        do throws(Refusal) {
            _ = try SheetFile.read(bytes, from: library)
            return []
        } catch {
            return error.findings.map { "\($0.code.rawValue) \($0.location)" }
        }
    }

    /// A written workbook to be edited, and where an answer stands in it.
    private func written(_ id: InstrumentID = "permenpanrb-90-2021", seed: UInt64 = 1) throws -> (EditableWorkbook, ScoringSheet) {
        let sheet = try FormAnswers.complete(library.instrument(id), seed: seed)
        return (try EditableWorkbook(TemplateWorkbook.write(sheet.instrument, answers: sheet)), sheet)
    }

    private func cell(_ key: String, _ column: TemplateLayout.Column, of instrument: Instrument) -> String {
        TemplateLayout(instrument).answerRows.first { $0.key == key }?.cell(column) ?? ""
    }

    @Test(
        "What was written is read back, without findings, with the exact total on display",
        arguments: InstrumentLibrary.shipped, [1, 2, 3, 4, 5, 6])
    func roundTrip(id: InstrumentID, seed: Int) throws {
        let instrument = try library.instrument(id)
        for sheet in [
            try FormAnswers.complete(instrument, seed: UInt64(seed)), try AnswerCases.random(instrument, seed: UInt64(seed)),
        ] {
            let reading = try SheetFile.read(TemplateWorkbook.write(instrument, answers: sheet), from: library)
            #expect(reading.format == .zonaWorkbook)
            #expect(reading.sheet.allAnswers == sheet.allAnswers)
            #expect(reading.allFindings.isEmpty)
            let diagnosis = try #require(reading.diagnosis)
            let displayed = try #require(diagnosis.displayed)
            #expect(try (displayed - Scorer(instrument).score(sheet).total).magnitude < Ratio(stored: "1E-9"))
            let layout = TemplateLayout(instrument)
            #expect(diagnosis.displayedCell == "LKE!\(layout.totalRow.cell(.score))")
            let first = try #require(layout.answerRows.first)
            if sheet.answer(at: 0) != nil { #expect(reading.locations[first.key] == "LKE!\(first.cell(.answer))") }
        }
    }

    @Test("An empty workbook is an empty sheet", arguments: InstrumentLibrary.shipped)
    func empty(id: InstrumentID) throws {
        let reading = try SheetFile.read(TemplateWorkbook.write(library.instrument(id)), from: library)
        #expect(reading.sheet.allAnswers.allSatisfy { $0 == nil })
        #expect(reading.allFindings.isEmpty)
        #expect(reading.diagnosis?.displayed == .zero)
    }

    @Test("Rewriting the file by another hand changes nothing")
    func rewritten() throws {
        let (book, sheet) = try written()
        let reading = try SheetFile.read(book.bytes, from: library)
        #expect(reading.sheet.allAnswers == sheet.allAnswers)
        #expect(reading.allFindings.isEmpty)
    }

    @Test("Letters in lower case are noted; wrong answers and errors are refused together at their cells")
    func answers() throws {
        var (book, sheet) = try written()
        let cells = ["A.I.1.i.a", "A.I.1.i.b", "A.I.1.ii.a"].map { cell($0, .answer, of: sheet.instrument) }
        book["LKE", cells[0]] = .init(value: .text(" tidak"))
        #expect(try SheetFile.read(book.bytes, from: library).findings.map(\.location) == ["LKE!\(cells[0])"])
        book["LKE", cells[1]] = .init(value: .error("#REF!"))
        book["LKE", cells[2]] = .init(value: .text("A"))
        #expect(refusal(book.bytes).filter { !$0.hasPrefix("ZI-12") } == ["ZI-1110 LKE!\(cells[1])", "ZI-1103 LKE!\(cells[2])"])
    }

    @Test("Rows that were sorted or moved are found by their codes")
    func moved() throws {
        var (book, sheet) = try written()
        let position = try #require(book.sheets.firstIndex { $0.name == "LKE" })
        var moved: WorkbookBytes.Cells = [:]
        for (address, cell) in book.sheets[position].cells {
            moved[CellAddress(known: address.row + 5, address.column)] = cell
        }
        book.sheets[position].cells = moved
        #expect(try SheetFile.read(book.bytes, from: library).sheet.allAnswers == sheet.allAnswers)
    }

    @Test("A missing row is refused by its code, all of them at once")
    func missing() throws {
        var (book, sheet) = try written()
        for key in ["A.I.1.ii.a", "A.II.1.i.a/jumlah_agen"] { book["LKE", cell(key, .code, of: sheet.instrument)] = nil }
        #expect(refusal(book.bytes) == ["ZI-1111 LKE A.I.1.ii.a", "ZI-1111 LKE A.II.1.i.a/jumlah_agen"])
    }

    @Test("A workbook of another layout, instrument or version says so")
    func stamps() throws {
        var (book, _) = try written()
        book["Zona", "B3"] = .init(value: .number("99"))
        let reading = try SheetFile.read(book.bytes, from: library)
        #expect(reading.findings.map { "\($0.code.rawValue) \($0.location)" } == ["ZI-1202 Zona!B3"])
        book["Zona", "B2"] = .init(value: .text("tidak-ada"))
        #expect(refusal(book.bytes).map { $0.prefix(7) } == ["ZI-1008"])
        book["Zona", "B1"] = .init(value: .number("2"))
        #expect(refusal(book.bytes) == ["ZI-1007 Zona"])
        let (intact, _) = try written()
        let other = #expect(throws: Refusal.self) {
            try SheetFile.read(intact.bytes, from: library, instrument: "permenpanrb-52-2014")
        }
        #expect(other?.findings.map(\.code) == [.unknownInstrument])
    }

    @Test("Without the score sheet it is refused")
    func noScores() throws {
        var (book, _) = try written()
        book.sheets.removeAll { $0.name == "LKE" }
        #expect(refusal(book.bytes).map { $0.prefix(7) } == ["ZI-1006"])
    }
}
