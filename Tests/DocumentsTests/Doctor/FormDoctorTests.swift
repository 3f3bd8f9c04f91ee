import ExactMath
import InstrumentFiles
import Rulebook
import Testing

@testable import Documents

@Suite("The sheet doctor on the ministry's form")
struct FormDoctorTests {
    private let instrument: Instrument

    init() throws {
        instrument = try InstrumentLibrary().instrument(MinistryFormFixture.instrumentID)
    }

    private func evaluated(_ form: MinistryFormFixture) -> FormulaEvaluator {
        let sheet = form.worksheet
        return FormulaEvaluator(sheet, formulas: SheetFormulas(sheet))
    }

    @Test("An intact form has no faults, and its own formulas come to the exact score", arguments: 1...20)
    func intact(seed: Int) throws {
        let form = try MinistryFormFixture(FormAnswers.complete(instrument, seed: UInt64(seed)))
        let diagnosis = try #require(try form.read().diagnosis)
        #expect(diagnosis.faults.map(\.finding).isEmpty)
        #expect(diagnosis.displayedCell == "LKE ZI!L208")
        let total = try Scorer(instrument).score(form.answers).total
        let displayed = try #require(diagnosis.displayed)
        #expect(try (displayed - total).magnitude < Ratio(stored: "1E-12"))
        let evaluator = evaluated(form)
        #expect(evaluator.value(of: form.grandTotal) == .number(total))
        for (address, cell) in form.cells where cell.formula != nil {
            guard case .number(let number) = evaluator.value(of: address) else {
                #expect(evaluator.value(of: address) == cell.value.spreadsheetValue, "\(address)")
                continue
            }
            #expect(.number(fifteenDigits(number)) == cell.value, "\(address)")
        }
    }

    @Test("A half-filled form is told only that blanks are skipped, and what that does", arguments: 1...10)
    func half(seed: Int) throws {
        let form = try MinistryFormFixture(FormAnswers.half(instrument, seed: UInt64(seed), sparing: true))
        let diagnosis = try #require(try form.read().diagnosis)
        #expect(diagnosis.faults.map(\.finding.code) == [.blanksSkipped])
        let scorer = try Scorer(instrument)
        let shown = try scorer.score(form.answers, reading: .spreadsheet).total
        let floor = try scorer.score(form.answers).total
        #expect(try diagnosis.faults.first?.effect == floor - shown)
        #expect(evaluated(form).value(of: form.grandTotal) == .number(shown))
        #expect(try (try #require(diagnosis.displayed) - shown).magnitude < Ratio(stored: "1E-12"))
    }

    @Test("Errors that the form itself shows for blank indicators are no faults", arguments: 1...10)
    func blankIndicators(seed: Int) throws {
        let form = try MinistryFormFixture(FormAnswers.half(instrument, seed: UInt64(seed), sparing: false))
        let diagnosis = try #require(try form.read().diagnosis)
        #expect(diagnosis.faults.map(\.finding.code) == [.blanksSkipped])
        #expect(diagnosis.displayed == nil)
        let evaluator = evaluated(form)
        for (address, cell) in form.cells where cell.formula != nil {
            if case .error = cell.value { #expect(evaluator.value(of: address).failure != nil, "\(address)") }
        }
    }

    @Test("An empty form is told only that blanks are skipped")
    func empty() throws {
        let diagnosis = try #require(try MinistryFormFixture(ScoringSheet(instrument)).read().diagnosis)
        #expect(diagnosis.faults.map(\.finding.code) == [.blanksSkipped])
        #expect(diagnosis.faults.first?.finding.message.contains("\(instrument.questions.count) pertanyaan") == true)
    }

    @Test("A total that was not computed again is found where it stands; mending it gives the exact total")
    func staleTotal() throws {
        var form = try MinistryFormFixture.complete()
        form.pretend("L208", .number("80"))
        let diagnosis = try #require(try form.read().diagnosis)
        #expect(diagnosis.displayed == Ratio(80))
        #expect(diagnosis.faults.map(\.finding.code) == [.staleValue])
        #expect(diagnosis.faults.first?.finding.location == "LKE ZI!L208")
        #expect(try diagnosis.faults.first?.effect == Scorer(instrument).score(form.answers).total - Ratio(80))
    }

    @Test("Answers changed without computing again are one fault, at the first cell that is out of date")
    func staleAnswer() throws {
        let answers = try FormAnswers.complete(instrument, seed: 2).with(.choice(1), "A.I.1.i.b")
        var form = try MinistryFormFixture(answers)
        let before = try Scorer(instrument).score(answers).total
        form.overtype("K9", .text("A"))
        let diagnosis = try #require(try form.read().diagnosis)
        #expect(diagnosis.faults.map(\.finding.code) == [.staleValue])
        #expect(diagnosis.faults.first?.finding.location == "LKE ZI!L9")
        let after = try Scorer(instrument).score(answers.with(.choice(0), "A.I.1.i.b")).total
        let displayed = try #require(diagnosis.displayed)
        #expect(try (displayed - before).magnitude < Ratio(stored: "1E-12"))
        #expect(try diagnosis.faults.first?.effect == after - displayed)
    }

    @Test("A number kept where the formula now comes to a text or an error is out of date, too")
    func staleWithoutNumber() throws {
        var form = try MinistryFormFixture(FormAnswers.complete(instrument, seed: 2))
        form["K8"] = nil
        form["K9"] = nil
        let diagnosis = try #require(try form.read().diagnosis)
        #expect(diagnosis.displayed != nil)
        #expect(diagnosis.faults.map(\.finding.code) == [.staleValue, .blanksSkipped])
        #expect(diagnosis.faults.first?.finding.location == "LKE ZI!L8")
    }

    @Test("Values a program left out when saving are no faults")
    func noCache() throws {
        var form = try MinistryFormFixture.complete()
        for (address, cell) in form.cells where cell.formula != nil { form.cells[address]?.value = .empty }
        let diagnosis = try #require(try form.read().diagnosis)
        #expect(diagnosis.faults.map(\.finding).isEmpty)
        #expect(diagnosis.displayed == nil)
    }

    /// J8 overtyped, a subtotal and a percentage frozen, two weights, three wrong formulas.
    private func damaged(_ answers: ScoringSheet) throws -> MinistryFormFixture {
        var form = try MinistryFormFixture(answers)
        form.overtype("J8", .text("Ya"))
        form.overtype("K185", .number("31"))
        form.overtype("K128", .number("0.9"))
        form.overtype("H10", .number("2"))
        form.overtype("H151", .number("1"))
        form.rewrite("L175", "AVERAGE(L176:L179)*H175")
        form.rewrite("L5", "SUM(L6,L23,L36,L61,L75)")
        form.rewrite("L36", "SUM(L37,L41,L45,L45,L52,L57,L59)")
        form.recalculate()
        return form
    }

    @Test("Effects of several faults add up exactly to the exact score", arguments: 1...10)
    func together(seed: Int) throws {
        let answers = try FormAnswers.complete(instrument, seed: UInt64(seed))
        let form = try damaged(answers)
        let diagnosis = try #require(try form.read().diagnosis)
        #expect(
            diagnosis.faults.map { "\($0.finding.code.rawValue) \($0.finding.location)" } == [
                "ZI-1303 LKE ZI!L5", "ZI-1301 LKE ZI!J8", "ZI-1305 LKE ZI!H10", "ZI-1303 LKE ZI!L36", "ZI-1302 LKE ZI!K128",
                "ZI-1305 LKE ZI!H151", "ZI-1303 LKE ZI!L175", "ZI-1302 LKE ZI!K185",
            ])
        let exact = try Scorer(instrument).score(answers).total
        let effects = try Ratio.sum(diagnosis.faults.compactMap(\.effect))
        #expect(diagnosis.faults.allSatisfy { $0.effect != nil })
        guard case .number(let own) = evaluated(form).value(of: form.grandTotal) else {
            Issue.record("The damaged form has no total")
            return
        }
        #expect(try own + effects == exact)
        #expect(try (try #require(diagnosis.displayed) + effects - exact).magnitude < Ratio(stored: "1E-12"))
    }

    @Test("With a stale total on top, the effects start from the displayed number, without a rest")
    func togetherStale() throws {
        let answers = try FormAnswers.complete(instrument, seed: 21)
        var form = try damaged(answers)
        form.pretend("L208", .number("12.5"))
        let diagnosis = try #require(try form.read().diagnosis)
        #expect(diagnosis.faults.count == 9)
        #expect(diagnosis.faults.first?.finding.code == .staleValue)
        let exact = try Scorer(instrument).score(answers).total
        #expect(try Ratio(stored: "12.5") + Ratio.sum(diagnosis.faults.compactMap(\.effect)) == exact)
    }

    @Test("On a half-filled form with faults the effects lead down to what is decided on")
    func togetherHalf() throws {
        let answers = try FormAnswers.half(instrument, seed: 5, sparing: true)
        var form = try MinistryFormFixture(answers)
        form.overtype("H10", .number("2"))
        form.rewrite("L5", "SUM(L6,L23,L36,L61,L75)")
        form.recalculate()
        let diagnosis = try #require(try form.read().diagnosis)
        #expect(diagnosis.faults.map(\.finding.code) == [.formulaReadsWrongCells, .weightChanged, .blanksSkipped])
        guard case .number(let own) = evaluated(form).value(of: form.grandTotal) else {
            Issue.record("The damaged form has no total")
            return
        }
        let floor = try Scorer(instrument).score(answers).total
        #expect(try own + Ratio.sum(diagnosis.faults.compactMap(\.effect)) == floor)
    }

    @Test("Faults are found at their cells wherever rows and columns have moved")
    func moved() throws {
        var form = try damaged(FormAnswers.complete(instrument, seed: 3))
        form.sheetName = "Lembar Kerja"
        form.shiftRows(by: 7)
        form.moveColumns(by: 2)
        let cells = try #require(try form.read().diagnosis).faults.map(\.finding.location)
        #expect(
            cells == ["N12", "L15", "J17", "N43", "M135", "J158", "N182", "M192"].map { "Lembar Kerja!\($0)" })
    }
}
