import ExactMath
import InstrumentFiles
import Rulebook
import Testing

@testable import Documents

/// The formulas are stored with wrong values here, so that right ones can only come from the program.
@Suite("Buku kerja Zona dihitung ulang", .enabled(if: SpreadsheetProgram.isInstalled), .serialized)
struct TemplateRecalculationTests {
    @Test("A spreadsheet program calculates the exact scores and verdicts", arguments: InstrumentLibrary.shipped)
    func sameScores(id: InstrumentID) throws {
        let instrument = try InstrumentLibrary().instrument(id)
        let cases = try AnswerCases.all(instrument)
        let files = try cases.map { try TemplateWorkbook.write(instrument, answers: $0.sheet, trial: .init()) }
        let untouched = try TemplateComparison(Workbook.open(files[0]), cases[0].sheet)
        #expect(untouched.shown(untouched.layout.totalRow, .score) == "777")

        let results = try SpreadsheetProgram().recalculate(files)
        for (file, one) in zip(results, cases) {
            try TemplateComparison(Workbook.open(file), one.sheet).expectRightScores(one.name)
        }
    }

    @Test("Incomplete and impossible answers count 0 and are remarked on; letters may be small")
    func typedAnswers() throws {
        let instrument = try InstrumentLibrary().instrument("permenpanrb-90-2021")
        let ratios = instrument.questions.indices.filter { instrument.questions[$0].inputs.count == 2 }
        let choice = try #require(instrument.questions.firstIndex { $0.answerLabel == "A/B/C" })
        let number = try #require(
            instrument.questions.firstIndex { if case .number = $0.kind { true } else { false } })
        typealias Typed = TemplateWorkbook.Trial.Typed
        let rows: [(Typed?, Typed?, String)] = [
            (.number(4), nil, "Isian belum lengkap"), (.number(4), .text("dua"), "Isian salah"),
            (.number(4), .number(-1), "Isian salah"), (.number(4), .number(1.5), "Isian salah"),
        ]
        try #require(ratios.count >= rows.count)
        var trial = TemplateWorkbook.Trial()
        for (question, row) in zip(ratios, rows) {
            let inputs = instrument.questions[question].inputs
            trial.typed["\(instrument.questions[question].code)/\(inputs[0].id)"] = row.0
            trial.typed["\(instrument.questions[question].code)/\(inputs[1].id)"] = row.1
        }
        trial.typed[instrument.questions[choice].code.text] = .text(" a ")
        trial.typed[instrument.questions[choice + 1].code.text] = .text("Z")
        trial.typed[instrument.questions[number].code.text] = .number(4.5)
        var expected = ScoringSheet(instrument)
        try expected.record(.choice(0), at: choice)

        let file = try TemplateWorkbook.write(instrument, answers: nil, trial: trial)
        let result = try Workbook.open(try #require(try SpreadsheetProgram().recalculate([file]).first))
        let comparison = try TemplateComparison(result, expected)
        let scored = try Scorer(instrument).score(expected)
        let total = try #require(Double(comparison.shown(comparison.layout.totalRow, .score)))
        #expect(abs(total - Double(scored.total.numerator) / Double(scored.total.denominator)) < 1e-9)
        for (question, row) in zip(ratios, rows) {
            #expect(comparison.shown(comparison.layout.row(ofQuestion: question), .answer) == row.2)
            #expect(comparison.shown(comparison.layout.row(ofQuestion: question), .score) == "0")
        }
    }
}
