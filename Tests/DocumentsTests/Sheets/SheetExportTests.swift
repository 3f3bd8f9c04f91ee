import InstrumentFiles
import Rulebook
import Testing

@testable import Documents

@Suite("Writing sheets to other files")
struct SheetExportTests {
    @Test("Every answer has its row, in the order of the sheet; blanks are empty", arguments: InstrumentLibrary.shipped)
    func rows(id: InstrumentID) throws {
        let instrument = try InstrumentLibrary().instrument(id)
        let sheet = try AnswerCases.random(instrument, seed: 8)
        let rows = SheetExport.rows(of: sheet)
        let expected = instrument.questions.flatMap { question in
            question.inputs.isEmpty ? [question.code.text] : question.inputs.map { "\(question.code)/\($0.id)" }
        }
        #expect(rows.map(\.code) == expected)
        let blank = SheetExport.rows(of: ScoringSheet(instrument))
        #expect(blank.allSatisfy { $0.text == nil })
        #expect(SheetExport.csv(ScoringSheet(instrument)).contains("\(expected[0]),\n"))
    }

    @Test("CSV, JSON and workbook hold the same sheet", arguments: InstrumentLibrary.shipped)
    func same(id: InstrumentID) throws {
        let library = InstrumentLibrary()
        let sheet = try AnswerCases.random(library.instrument(id), seed: 12)
        let csv = try SheetFile.read(Array(SheetExport.csv(sheet).utf8), from: library).sheet
        let json = try SheetFile.read(Array(SheetExport.json(csv).utf8), from: library).sheet
        let workbook = try SheetFile.read(TemplateWorkbook.write(json.instrument, answers: json), from: library).sheet
        #expect(workbook.allAnswers == sheet.allAnswers)
        #expect(SheetExport.csv(workbook) == SheetExport.csv(sheet))
    }
}
