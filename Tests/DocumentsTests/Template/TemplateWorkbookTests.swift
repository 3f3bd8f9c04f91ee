import ExactMath
import InstrumentFiles
import Rulebook
import Testing

@testable import Documents

@Suite("Buku kerja Zona") struct TemplateWorkbookTests {
    @Test("The file is an intact workbook with the four sheets", arguments: InstrumentLibrary.shipped)
    func sheets(id: InstrumentID) throws {
        let bytes = try TemplateWorkbook.write(InstrumentLibrary().instrument(id))
        #expect(Workbook.looksLikeArchive(bytes))
        let names = try Workbook.open(bytes).sheetNames
        #expect(names == ["Petunjuk", "LKE", "Putusan", "Zona"])
    }

    @Test("The stamp names the layout, the instrument and its version", arguments: InstrumentLibrary.shipped)
    func stamp(id: InstrumentID) throws {
        let instrument = try InstrumentLibrary().instrument(id)
        let workbook = try Workbook.open(TemplateWorkbook.write(instrument))
        let sheet = try #require(try workbook.sheet(named: TemplateLayout.stampSheet))
        let values = sheet.cells.map { "\($0.address) \($0.value.plainText)" }
        #expect(
            values == [
                "A1 zona-lke", "B1 1", "A2 instrumen", "B2 \(id)", "A3 versi", "B3 \(instrument.parts.version)",
            ])
    }

    @Test("Every formula is stored with its exact value, and answers stand in their cells", arguments: InstrumentLibrary.shipped)
    func storedValues(id: InstrumentID) throws {
        let instrument = try InstrumentLibrary().instrument(id)
        let answers = try AnswerCases.random(instrument, seed: 7)
        let workbook = try Workbook.open(TemplateWorkbook.write(instrument, answers: answers))
        try TemplateComparison(workbook, answers).expectRightScores("tersimpan")
        let layout = TemplateLayout(instrument)
        let sheet = try #require(try workbook.sheet(named: TemplateLayout.scoreSheet))
        let entries = layout.answerRows.map { row in
            SheetEntry(
                code: row.key, text: CellAddress(row.cell(.answer)).flatMap { sheet[$0] }?.value.plainText ?? "",
                location: row.cell(.answer))
        }
        let read = try SheetAssembly.assemble(entries, for: instrument).sheet
        for position in instrument.questions.indices {
            #expect(read.answer(at: position) == answers.answer(at: position))
        }
    }

    @Test("Every answer cell is blank, unless there are answers", arguments: InstrumentLibrary.shipped)
    func blank(id: InstrumentID) throws {
        let instrument = try InstrumentLibrary().instrument(id)
        let workbook = try Workbook.open(TemplateWorkbook.write(instrument))
        let sheet = try #require(try workbook.sheet(named: TemplateLayout.scoreSheet))
        for row in TemplateLayout(instrument).answerRows {
            let address = try #require(CellAddress(row.cell(.answer)))
            #expect(sheet[address] == nil, "\(row.key)")
        }
    }

    @Test("Answers of another instrument are refused")
    func otherInstrument() throws {
        let library = InstrumentLibrary()
        let other = ScoringSheet(try library.instrument("permenpanrb-52-2014"))
        let refusal = #expect(throws: Refusal.self) {
            try TemplateWorkbook.write(library.instrument("permenpanrb-90-2021"), answers: other)
        }
        #expect(refusal?.findings.map(\.code) == [.unknownInstrument])
    }

    @Test("Wrapped text is given as many lines as it needs")
    func lines() {
        #expect(RowHeight.lines(of: "", room: 10) == 1)
        #expect(RowHeight.lines(of: "satu dua tiga", room: 13) == 1)
        #expect(RowHeight.lines(of: "satu dua tiga", room: 12) == 2)
        #expect(RowHeight.lines(of: "A: ya\nB: tidak", room: 40) == 2)
        #expect(RowHeight.lines(of: "abcdefghijkl", room: 5) == 3)
    }

    @Test("A temporary file is private to the account and gone afterwards")
    func temporaryFile() throws {
        let path = try temporaryPath()
        #expect(!path.isEmpty)
        #expect(FileProbe.mode(of: path) == nil)
    }

    private func temporaryPath() throws -> String {
        let file = try TemporaryFile(suffix: ".xlsx")
        #expect(FileProbe.mode(of: file.path) == 0o600)
        #expect(try file.contents().isEmpty)
        return file.path
    }
}
