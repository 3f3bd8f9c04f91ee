import ExactMath
import InstrumentFiles
import Rulebook
import Testing

@testable import Documents

@Suite("The sheet doctor on Zona's own workbook")
struct TemplateDoctorTests {
    private let library = InstrumentLibrary()
    private let sheet: ScoringSheet
    private let layout: TemplateLayout
    private let scored: ScoredSheet

    init() throws {
        sheet = try FormAnswers.complete(library.instrument("permenpanrb-90-2021"), seed: 6).with(.choice(0), "A.I.1.i.a")
            .with(.choice(2), "A.I.1.i.b")
        layout = TemplateLayout(sheet.instrument)
        scored = try Scorer(sheet.instrument).score(sheet)
    }

    private func row(_ node: ItemCode) throws -> TemplateLayout.Row {
        layout.row(ofNode: try #require(sheet.instrument.node(node)))
    }

    private func question(_ code: ItemCode) throws -> TemplateLayout.Row {
        layout.row(ofQuestion: try #require(sheet.instrument.question(code)))
    }

    /// The diagnosis of a workbook whose scores were changed; values are those that its formulas come to.
    private func diagnosis(recalculated: Bool = true, _ damage: (inout EditableWorkbook) throws -> Void) throws -> Diagnosis {
        var book = try EditableWorkbook(TemplateWorkbook.write(sheet.instrument, answers: sheet))
        try damage(&book)
        if recalculated, let position = book.sheets.firstIndex(where: { $0.name == "LKE" }) {
            let cells = book.sheets[position].cells
            let worksheet = Worksheet(
                name: "LKE", cells: cells.map { Cell(address: $0.key, value: $0.value.value, formula: $0.value.formula) })
            let evaluator = FormulaEvaluator(worksheet, formulas: SheetFormulas(worksheet))
            let questions = Set(sheet.instrument.questions.indices.map { layout.row(ofQuestion: $0).cell(.score) })
            for (address, cell) in cells where cell.formula != nil && address.column == TemplateLayout.Column.score.rawValue {
                if questions.contains(address.description), case .number(let shown) = cell.value {
                    evaluator.replace(address, with: .number(try Ratio(stored: shown)))
                }
            }
            for row in layout.rows where !questions.contains(row.cell(.score)) {
                guard let address = CellAddress(row.cell(.score)), cells[address]?.formula != nil,
                    case .number(let number) = evaluator.value(of: address)
                else { continue }
                book.sheets[position].cells[address]?.value = .number(fifteenDigits(number))
            }
        }
        return try #require(try SheetFile.read(book.bytes, from: library).diagnosis)
    }

    private func expect(
        _ diagnosis: Diagnosis, _ code: FindingCode, _ cell: String, effect: Ratio, _ place: SourceLocation = #_sourceLocation
    ) throws {
        #expect(diagnosis.faults.map(\.finding.code) == [code], sourceLocation: place)
        #expect(diagnosis.faults.first?.finding.location == "LKE!\(cell)", sourceLocation: place)
        let found = try #require(diagnosis.faults.first?.effect, sourceLocation: place)
        #expect(try (found - effect).magnitude < Ratio(stored: "1E-12"), sourceLocation: place)
        let displayed = try #require(diagnosis.displayed, sourceLocation: place)
        #expect(try (displayed + found - scored.total).magnitude < Ratio(stored: "1E-9"), sourceLocation: place)
    }

    @Test("A score that was typed over is found with what it does to the total")
    func overtyped() throws {
        let cell = try question("A.I.1.i.b").cell(.score)
        try expect(
            try diagnosis { $0["LKE", cell] = .init(value: .number("1")) }, .formulaReplaced, cell, effect: Ratio(stored: "-0.25"))
        let area = try row("A.I.2").cell(.score)
        let due = scored.nodeScores[try #require(sheet.instrument.node("A.I.2"))]
        try expect(
            try diagnosis { $0["LKE", area] = .init(value: .number("3.5")) }, .formulaReplaced, area, effect: due - Ratio(stored: "3.5"))
    }

    @Test("A deleted score is found")
    func deleted() throws {
        let cell = try row("A.I.1.i").cell(.score)
        try expect(try diagnosis { $0["LKE", cell] = nil }, .formulaReplaced, cell, effect: Ratio(stored: "0.25"))
    }

    @Test("A changed weight is found at its cell")
    func weight() throws {
        let cell = try row("A.I.1.i").cell(.weight)
        try expect(
            try diagnosis { $0["LKE", cell] = .init(value: .number("1")) }, .weightChanged, cell, effect: Ratio(stored: "-0.25"))
    }

    @Test("A changed sum is found at its cell")
    func formula() throws {
        let cell = try row("A.I").cell(.score)
        let parts = try ["A.I.2", "A.I.3", "A.I.4", "A.I.5", "A.I.6"].map { try row(ItemCode($0)).cell(.score) }
        let lost = scored.nodeScores[try #require(sheet.instrument.node("A.I.1"))]
        try expect(
            try diagnosis { $0["LKE", cell]?.formula = "SUM(\(parts.joined(separator: ",")))" }, .formulaReadsWrongCells, cell, effect: lost)
    }

    @Test("Blanks and dollar signs that other programs add are no change")
    func spelling() throws {
        let cell = try row("A.I.1.i").cell(.score)
        let found = try diagnosis { book in
            let formula = book["LKE", cell]?.formula ?? ""
            book["LKE", cell]?.formula = formula.replacing("SUM(", with: "sum( $").replacing(":", with: " : ")
        }
        #expect(found.faults.map(\.finding).isEmpty)
    }

    @Test("A stored number that is not what its formula comes to is found")
    func stale() throws {
        let cell = layout.totalRow.cell(.score)
        let found = try diagnosis(recalculated: false) { $0["LKE", cell]?.value = .number("99") }
        try expect(found, .staleValue, cell, effect: scored.total - Ratio(99))
    }

    @Test("An answer changed without computing again is found at the question")
    func staleAnswer() throws {
        let place = try question("A.I.1.i.b")
        let found = try diagnosis(recalculated: false) { $0["LKE", place.cell(.answer)]?.value = .text("A") }
        #expect(found.faults.map(\.finding.code) == [.staleValue])
        #expect(found.faults.first?.finding.location == "LKE!\(place.cell(.score))")
    }

    @Test("A weight and a formula changed in one indicator are both told")
    func both() throws {
        let place = try row("A.I.1.i")
        let found = try diagnosis {
            $0["LKE", place.cell(.weight)] = .init(value: .number("1"))
            $0["LKE", place.cell(.score)] = .init(value: .number("0.9"))
        }
        #expect(
            Set(found.faults.map { "\($0.finding.code.rawValue) \($0.finding.location)" }) == [
                "ZI-1305 LKE!\(place.cell(.weight))", "ZI-1302 LKE!\(place.cell(.score))",
            ])
        let effects = try Ratio.sum(found.faults.compactMap(\.effect))
        #expect(try (try #require(found.displayed) + effects - scored.total).magnitude < Ratio(stored: "1E-9"))
    }

    @Test("Several changes lead from the displayed to the exact total")
    func several() throws {
        let found = try diagnosis {
            $0["LKE", try question("A.I.1.i.b").cell(.score)] = .init(value: .number("1"))
            $0["LKE", try row("A.I.2.i").cell(.weight)] = .init(value: .number("3"))
            $0["LKE", try row("B").cell(.score)] = .init(value: .number("40"))
        }
        #expect(found.faults.map(\.finding.code) == [.formulaReplaced, .weightChanged, .formulaReplaced])
        let effects = try Ratio.sum(found.faults.compactMap(\.effect))
        #expect(try (try #require(found.displayed) + effects - scored.total).magnitude < Ratio(stored: "1E-9"))
    }
}
