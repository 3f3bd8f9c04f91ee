import Documents
import ExactMath
import Rulebook
import Testing

/// Holds what a workbook shows against the exact scores.
struct TemplateComparison {
    let layout: TemplateLayout
    let scores: Worksheet
    let verdicts: Worksheet
    let answers: ScoringSheet

    init(_ workbook: Workbook, _ answers: ScoringSheet) throws {
        layout = TemplateLayout(answers.instrument)
        scores = try #require(try workbook.sheet(named: TemplateLayout.scoreSheet))
        verdicts = try #require(try workbook.sheet(named: TemplateLayout.verdictSheet))
        self.answers = answers
    }

    /// What a cell of the score sheet shows.
    func shown(_ row: TemplateLayout.Row, _ column: TemplateLayout.Column) -> String {
        CellAddress(row.cell(column)).flatMap { scores[$0] }?.value.plainText ?? ""
    }

    /// Compares every value, score, count of answers and condition; numbers within 1e-9.
    func expectRightScores(_ name: String) throws {
        let instrument = layout.instrument
        let scorer = try Scorer(instrument)
        let scored = try scorer.score(answers)
        let unanswered = Set(answers.unanswered)
        expect(shown(layout.totalRow, .score), scored.total, "\(name): total")
        expect(
            shown(layout.totalRow, .answer), Ratio(instrument.questions.count - unanswered.count), "\(name): terisi")
        for position in instrument.nodes.indices {
            expect(
                shown(layout.row(ofNode: position), .score), scored.nodeScores[position],
                "\(name): \(instrument.nodes[position].code)")
        }
        for position in instrument.questions.indices {
            expect(
                shown(layout.row(ofQuestion: position), .score), scored.values[position] ?? .zero,
                "\(name): \(instrument.questions[position].code)")
        }
        for designation in Designation.allCases {
            let verdict = try scorer.verdict(on: scored, for: designation)
            for row in layout.conditionRows where row.designation == designation {
                let outcome = verdict.outcomes[row.condition]
                let place = "\(name): \(designation) \(outcome.condition.id)"
                expect(shown(row.number, 1), outcome.minimum, place)
                expect(shown(row.number, 2), outcome.measured ?? .zero, place)
                expect(shown(row.number, 3), outcome.gap ?? .zero, place)
                #expect(shown(row.number, 4) == (outcome.met ? "Terpenuhi" : "Belum"), "\(place)")
            }
            let heading = shown(try #require(layout.designationRows[designation]), 0)
            #expect(heading.hasPrefix("Semua") == verdict.met, "\(name): \(heading)")
        }
    }

    private func shown(_ row: Int, _ column: Int) -> String {
        CellAddress(row: row, column: column).flatMap { verdicts[$0] }?.value.plainText ?? ""
    }

    private func expect(_ shown: String, _ exact: Ratio, _ place: String) {
        guard let number = Double(shown) else {
            Issue.record("\(place) shows \(shown), not a number")
            return
        }
        let due = Double(exact.numerator) / Double(exact.denominator)
        #expect(abs(number - due) <= 1e-9, "\(place)")
    }
}

extension CellValue {
    /// As a plain text, whatever it is.
    var plainText: String {
        switch self {
        case .empty: ""
        case .text(let text), .number(let text), .error(let text): text
        case .boolean(let value): value ? "TRUE" : "FALSE"
        }
    }
}
