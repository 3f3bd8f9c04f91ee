import ExactMath
import Rulebook

/// The arithmetic of a sheet, line by line, as it could be followed with a pencil. Numbers are exact; fractions
/// whose decimals never end stand as fractions.
struct TraceText {
    let lines: [String]

    init(_ scored: ScoredSheet) {
        var lines: [String] = []
        let instrument = scored.instrument
        for (position, node) in instrument.nodes.enumerated() {
            let score = Self.number(scored.nodeScores[position])
            guard node.kind == .indicator else {
                let parts = instrument.children(of: position)
                let sum = parts.map { Self.number(scored.nodeScores[$0]) }.joined(separator: " + ")
                lines.append("\(node.code) \(node.name): \(sum) = \(score)")
                continue
            }
            for question in node.questions {
                let code = instrument.questions[question].code
                let value = scored.values[question].map(Self.number) ?? "dilewati"
                lines.append("  \(code): \(Self.answer(scored.sheet, at: question)) → \(value)")
            }
            let values = node.questions.compactMap { scored.values[$0] }
            let sum = values.map(Self.number).joined(separator: " + ")
            lines.append(
                "\(node.code) \(node.name): (\(sum)) ÷ \(values.count) × \(Self.number(node.weight)) = \(score)")
        }
        let roots = instrument.nodes.indices.filter { instrument.nodes[$0].parent == nil }
        let sum = roots.map { Self.number(scored.nodeScores[$0]) }.joined(separator: " + ")
        lines.append("Nilai total: \(sum) = \(Self.number(scored.total))")
        self.lines = lines
    }

    private static func answer(_ sheet: ScoringSheet, at position: Int) -> String {
        if let text = sheet.answerText(at: position) { return text.replacing(".", with: ",") }
        let question = sheet.instrument.questions[position]
        guard sheet.answer(at: position) != nil else { return "kosong" }
        return question.inputs.indices.map { input in
            "\(question.inputs[input].id) \(sheet.inputText(at: position, input: input) ?? "")"
        }.joined(separator: ", ")
    }

    private static func number(_ ratio: Ratio) -> String {
        ratio.finiteDecimal(mark: .comma) ?? ratio.exact
    }
}
