import ExactMath
import InstrumentFiles
import Rulebook
import Testing

@testable import Documents

@Suite("Each fault of the ministry's form alone")
struct FormDoctorFaultsTests {
    private let instrument: Instrument
    /// K8 Ya, K9 C; three of four agents; 20 of 29 reports; 24 of 25.
    private let answers: ScoringSheet

    init() throws {
        instrument = try InstrumentLibrary().instrument(MinistryFormFixture.instrumentID)
        answers = try FormAnswers.complete(instrument, seed: 9).with(.choice(0), "A.I.1.i.a")
            .with(.choice(2), "A.I.1.i.b").with(.choice(1), "A.I.6.i.a").with(.counts([4, 3]), "A.II.1.i.a")
            .with(.counts([1, 4, 20, 24]), "A.II.5.iii.a").with(.counts([3, 6, 20, 20]), "A.II.5.iii.b")
    }

    private func quotient(_ dividend: Int128, _ divisor: Int128) throws -> Ratio {
        let ratio: Ratio? = try Ratio(dividend, over: divisor)
        return try #require(ratio)
    }

    private func ratio(_ text: String) throws -> Ratio { try Ratio(stored: text) }

    /// The faults of a form that was damaged and computed again.
    private func faults(
        recalculated: Bool = true, _ answers: ScoringSheet? = nil, _ damage: (inout MinistryFormFixture) -> Void
    ) throws -> [Diagnosis.Fault] {
        var form = try MinistryFormFixture(answers ?? self.answers)
        damage(&form)
        if recalculated { form.recalculate() }
        return try #require(try form.read().diagnosis).faults
    }

    private func expect(
        _ faults: [Diagnosis.Fault], _ code: FindingCode, _ cell: String, effect: Ratio?,
        _ place: SourceLocation = #_sourceLocation
    ) {
        #expect(faults.map(\.finding.code) == [code], sourceLocation: place)
        #expect(faults.first?.finding.location == "LKE ZI!\(cell)", sourceLocation: place)
        #expect(faults.first?.finding.severity == .warning, sourceLocation: place)
        #expect(faults.first?.effect == effect, sourceLocation: place)
    }

    @Test("An overtyped answer type takes its answer out of the mean")
    func answerType() throws {
        let found = try faults { $0.overtype("J8", .text("Ya")) }
        expect(found, .answerTypeOvertyped, "J8", effect: try ratio("0.25"))
        #expect(found.first?.finding.message.contains("K8") == true)
        // C of three letters is worth 0, of four 0,33: half of it × 0,5.
        expect(try faults { $0.overtype("J9", .text("A/B/C/D")) }, .answerTypeOvertyped, "J9", effect: try ratio("-0.0825"))
        expect(try faults { $0["J8"] = nil }, .answerTypeOvertyped, "J8", effect: try ratio("0.25"))
    }

    @Test("Case and blanks in an answer type do no harm")
    func spelling() throws {
        #expect(try faults { $0.overtype("J8", .text("YA/TIDAK")) }.isEmpty)
        #expect(try faults { $0.overtype("J202", .text("Nilai (0-4)")) }.isEmpty)
    }

    @Test("A percentage that was replaced by a number no longer follows its counts")
    func percentage() throws {
        let found = try faults { $0.overtype("K128", .number("0.5")) }
        expect(found, .formulaReplaced, "K128", effect: try ratio("0.25"))
        #expect(found.first?.finding.message.contains("K129, K130") == true)
        expect(try faults { $0.overtype("K128", .number("0.75")) }, .formulaReplaced, "K128", effect: .zero)
    }

    @Test("A subtotal that was replaced by a number is found with what it does to the percentage")
    func subtotal() throws {
        let due = try quotient(20, 29)
        let shown = try quotient(20, 31)
        let found = try faults { $0.overtype("K185", .number("31")) }
        expect(found, .formulaReplaced, "K185", effect: try due - shown)
        #expect(found.first?.finding.message.contains("K186, K187, K188") == true)
    }

    @Test("A mean of the wrong rows is found with what is missing and what counts twice")
    func wrongMean() throws {
        let first = try quotient(24, 25)
        let second = try quotient(20, 29)
        let found = try faults { $0.rewrite("L175", "AVERAGE(L176:L179)*H175") }
        expect(found, .formulaReadsWrongCells, "L175", effect: try second - first)
        let message = try #require(found.first?.finding.message)
        #expect(message.contains("A.II.5.iii.b tidak ikut dihitung"))
        #expect(message.contains("A.II.5.iii.a dihitung lebih dari sekali"))
    }

    @Test("A sum that skips an area, and one that skips a block, lose its points")
    func skipped() throws {
        let scored = try Scorer(instrument).score(answers)
        let area = try #require(instrument.node("A.I.6"))
        expect(
            try faults { $0.rewrite("L5", "SUM(L6,L23,L36,L61,L75)") }, .formulaReadsWrongCells, "L5",
            effect: scored.nodeScores[area])
        let block = try #require(instrument.node("A.I"))
        expect(
            try faults { $0.rewrite("L198", "SUM(L125)") }, .formulaReadsWrongCells, "L198", effect: scored.nodeScores[block])
        let results = try #require(instrument.node("B"))
        expect(
            try faults { $0.rewrite("L208", "L198") }, .formulaReadsWrongCells, "L208", effect: scored.nodeScores[results])
    }

    @Test("A sum that counts an area twice, by itself or by its parts, gains its points")
    func twice() throws {
        let scored = try Scorer(instrument).score(answers)
        let area = try #require(instrument.node("A.I.1"))
        let lost = try Ratio.zero - scored.nodeScores[area]
        let found = try faults { $0.rewrite("L5", "SUM(L6,L6,L23,L36,L61,L75,L100)") }
        expect(found, .formulaReadsWrongCells, "L5", effect: lost)
        let parts = try faults { $0.rewrite("L5", "SUM(L6,L7,L10,L14,L18,L23,L36,L61,L75,L100)") }
        expect(parts, .formulaReadsWrongCells, "L5", effect: lost)
        #expect(parts.first?.finding.message.contains("lebih dari sekali") == true)
    }

    @Test("A sum that counts twice is found also while the area has no points")
    func twiceNothing() throws {
        let worst = try AnswerCases.uniform(instrument, best: false)
        expect(
            try faults(worst) { $0.rewrite("L5", "SUM(L6,L6,L23,L36,L61,L75,L100)") }, .formulaReadsWrongCells, "L5",
            effect: .zero)
    }

    @Test("A changed weight is found at its cell; one that no formula reads changes nothing")
    func weight() throws {
        // The mean is one half; 0,5 due, 1 shown.
        expect(try faults { $0.overtype("H7", .number("1")) }, .weightChanged, "H7", effect: try ratio("-0.25"))
        expect(try faults { $0.overtype("H5", .number("31")) }, .weightChanged, "H5", effect: .zero)
        expect(try faults { $0["H4"] = nil }, .weightChanged, "H4", effect: .zero)
        expect(try faults { $0.overtype("H183", .number("2")) }, .weightChanged, "H183", effect: try quotient(-20, 29))
        expect(try faults { $0.overtype("H7", .text("0,5")) }, .weightChanged, "H7", effect: nil)
    }

    @Test("A letter's value changed inside the formula is found where it bites")
    func letterValue() throws {
        let damage = { (form: inout MinistryFormFixture) in
            form.rewrite("L9", MinistryFormContent.letters(9).replacing("K9=\"C\",0,", with: "K9=\"C\",0.1,"))
        }
        expect(try faults(nil, damage), .formulaReadsWrongCells, "L9", effect: try ratio("-0.025"))
    }

    @Test("A score typed over or deleted is found with the cells it should read")
    func score() throws {
        expect(try faults { $0.overtype("L9", .number("1")) }, .formulaReplaced, "L9", effect: try ratio("-0.25"))
        expect(try faults { $0.overtype("L7", .number("0.25")) }, .formulaReplaced, "L7", effect: .zero)
        let deleted = try faults { $0["L8"] = nil }
        expect(deleted, .formulaReplaced, "L8", effect: try ratio("0.25"))
        #expect(deleted.first?.finding.message.contains("terhapus") == true)
    }

    @Test("A formula that reads another row's answer is found")
    func otherRow() throws {
        let found = try faults { $0.rewrite("L9", MinistryFormContent.letters(8)) }
        #expect(found.map(\.finding.code) == [.formulaReadsWrongCells])
        #expect(found.first?.finding.location == "LKE ZI!L9")
        expect(
            try faults { $0.rewrite("K184", "IF(OR(K178=\"\",K189=\"\"),\"Blm Diisi\",IF(K189/K178>1,1,K189/K178))") },
            .formulaReadsWrongCells, "K184",
            effect: try quotient(20, 29) - quotient(20, 25))
    }

    @Test("A formula in a form that is not understood is said not to have been checked")
    func unknown() throws {
        let found = try faults(recalculated: false) { $0.rewrite("L7", "AVERAGE(#REF!)*H7") }
        expect(found, .formulaNotChecked, "L7", effect: nil)
        #expect(try faults(recalculated: false) { $0.rewrite("L7", "Utama!A1") }.map(\.finding.code) == [.formulaNotChecked])
    }

    @Test(
        "Formulas written in another way that come to the same are no faults",
        arguments: [
            ("L7", "AVERAGE(L8,L9)*H7"), ("L7", "(L8+L9)/2*H7"), ("L7", "H7*AVERAGE($L$8:$L$9)"), ("L5", "L6+L23+L36+L61+L75+L100"),
            ("L4", "SUM(L198)"), ("L208", "L198+L206"), ("K178", "SUM(K179:K181)"), ("L175", "L176+L183"),
            ("L7", "ROUND(AVERAGE(L8:L9)*H7,6)"), ("K128", "MIN(1,K130/K129)"),
        ])
    func otherWays(cell: String, formula: String) throws {
        let found = try faults { $0.rewrite(cell, formula) }
        #expect(found.map(\.finding).isEmpty)
    }

    @Test("Nothing to divide by: the form's error is explained at its cell where a value is due")
    func zeroDivisors() throws {
        let complaints = try answers.with(.counts([0, 0, 0]), "A.II.5.ii.a")
        expect(try faults(recalculated: false, complaints) { _ in }, .formulaError, "K171", effect: nil)
        let first = try answers.with(.counts([0, 3, 1]), "A.II.3.iii.a")
        expect(try faults(recalculated: false, first) { _ in }, .formulaError, "K154", effect: nil)
        let none = try answers.with(.counts([0, 0, 0]), "A.II.3.iii.a")
        #expect(try faults(recalculated: false, none) { _ in }.map(\.finding).isEmpty)
    }

    @Test("Nothing to divide by where that counts as not answered: the error in the total is explained, too")
    func zeroDivisorUnanswered() throws {
        let agents = try answers.with(.counts([0, 2]), "A.II.1.i.a")
        let found = try faults(recalculated: false, agents) { _ in }
        #expect(found.map(\.finding.code) == [.formulaError, .blanksSkipped])
        #expect(found.first?.finding.location == "LKE ZI!K128")
    }
}
