import ExactMath
import Foundation
import Rulebook

@testable import Documents

/// What the form shows for a sheet of answers, worked out from the answers and not from its formulas: the
/// spreadsheet reading of the scorer, and the errors the form shows where there is nothing to divide by.
struct MinistryFormValues {
    enum Shown {
        case number(Ratio)
        case text(String)
        case error(String)

        var cell: CellValue {
            switch self {
            case .number(let number): .number(fifteenDigits(number))
            case .text(let text): .text(text)
            case .error(let code): .error(code)
            }
        }

        var error: String? {
            if case .error(let code) = self { code } else { nil }
        }
    }

    static let blank = "Blm Diisi"

    let scored: ScoredSheet
    /// By question: 0 to 1.
    private(set) var questions: [Shown] = []
    /// By node: points.
    private(set) var nodes: [Shown] = []
    private(set) var total: Shown = .text("")

    init(_ answers: ScoringSheet) throws {
        let instrument = answers.instrument
        scored = try Scorer(instrument).score(answers, reading: .spreadsheet)
        let parts = Set(try FormLayout.shipped().rows.filter { $0.kind == .part }.map(\.code))
        questions = instrument.questions.indices.map { Self.question($0, answers) }
        nodes = scored.nodeScores.map(Shown.number)
        for position in instrument.nodes.indices.reversed() {
            let node = instrument.nodes[position]
            if node.kind == .indicator {
                let blanks = questions[node.questions].count { if case .text = $0 { true } else { false } }
                // Where each question has a weight of its own, one blank is a mean of nothing.
                let isParted = parts.contains(instrument.questions[node.questions.lowerBound].code.text)
                if let code = questions[node.questions].compactMap(\.error).first {
                    nodes[position] = .error(code)
                } else if blanks == node.questions.count || isParted && blanks > 0 {
                    // A mean of nothing; a question multiplied by its weight in one cell says it in other words.
                    let isLeaf = instrument.questions[node.questions.lowerBound].code == node.code
                    nodes[position] = .error(isLeaf ? "#VALUE!" : "#DIV/0!")
                }
            } else if let code = instrument.children(of: position).compactMap({ nodes[$0].error }).first {
                nodes[position] = .error(code)
            }
        }
        let roots = instrument.nodes.indices.filter { instrument.nodes[$0].parent == nil }
        total = roots.compactMap { nodes[$0].error }.first.map(Shown.error) ?? .number(scored.total)
    }

    private static func question(_ position: Int, _ answers: ScoringSheet) -> Shown {
        guard case .ratio(let rule) = answers.instrument.questions[position].kind,
            case .counts(let counts) = answers.answer(at: position)
        else { return answers.value(at: position).map(Shown.number) ?? .text(blank) }
        let divisor = rule.divisors.reduce(0) { $0 + counts[$1] }
        guard divisor == 0 else { return answers.value(at: position).map(Shown.number) ?? .text(blank) }
        // The form only provides for no violations in both years.
        let nothing = !rule.minus.isEmpty && rule.minus.allSatisfy { counts[$0] == 0 }
        return nothing ? .number(.one) : .error("#DIV/0!")
    }

    /// What the cell of a percentage of a node's weight shows.
    func percent(ofNode position: Int) -> Shown {
        guard case .number(let score) = nodes[position] else { return nodes[position] }
        return (try? score / scored.instrument.nodes[position].weight).map(Shown.number) ?? .text("")
    }
}

/// A number as spreadsheet programs store it: fifteen significant digits.
func fifteenDigits(_ number: Ratio) -> String {
    String(format: "%.15g", Double(number.numerator) / Double(number.denominator))
}
