import ExactMath
import Markup
import Rulebook

/// One indicator: the value of each answer, their mean, times the weight.
struct IndicatorTrace {
    private let result: CheckedSheet
    private let figures: Figures
    private let position: Int
    private let node: Node

    init(_ result: CheckedSheet, _ position: Int) {
        self.result = result
        self.position = position
        figures = result.figures
        node = result.instrument.nodes[position]
    }

    func render() -> HTML {
        let scored = result.examination.floor
        let values = node.questions.map { scored.values[$0] ?? .zero }
        let sum = (try? Ratio.sum(values)) ?? .zero
        let mean = ((try? sum / Ratio(values.count)) ?? nil) ?? .zero
        let score = figures.fine(scored.nodeScores[position])
        let rows = node.questions.enumerated().map { index, question in row(question, isFirst: index == 0) }
        let isSingle = values.count == 1
        let sumRow: HTML? =
            isSingle
            ? nil
            : "<tr class=\"sum\"><td class=\"op\">=</td><th scope=\"row\">Jumlah</th><td></td><td class=\"num\">\(figures.fine(sum))</td></tr>"
        let division: HTML? =
            isSingle ? nil : "\(figures.fine(sum)) ÷ \(values.count) = \(figures.fine(mean))<br>"
        return """
            <table class="calc"><caption class="vh">Nilai jawaban \(node.code.text)</caption><thead class="vh"><tr><td></td><th scope="col">Pertanyaan</th><th scope="col">Jawaban</th><th scope="col">Nilai</th></tr></thead><tbody>\(rows)\(sumRow)</tbody></table><p class="eq">\(division)\(figures.fine(mean)) × \(figures.short(node.weight)) = <b>\(score)</b></p>
            """
    }

    private func row(_ position: Int, isFirst: Bool) -> HTML {
        let question = result.instrument.questions[position]
        let value = result.examination.floor.values[position] ?? .zero
        return
            "<tr id=\"q-\(question.code.text)\"><td class=\"op\">\(isFirst ? "" : "+")</td><th scope=\"row\">\(question.code.text) <span class=\"dim\">\(question.text)\(counts(position, question))</span></th><td>\(answer(position, question))</td><td class=\"num\">\(figures.fine(value))</td></tr>"
    }

    /// The answer as the arithmetic takes it: a letter, or the division that gives the value.
    private func answer(_ position: Int, _ question: Question) -> HTML {
        let sheet = result.examination.sheet
        guard let answer = sheet.answer(at: position) else { return "kosong" }
        switch (answer, question.kind) {
        case (.choice(let choice), .choice(let scale, _)): return "\(scale.choices[choice].letter)"
        case (.number(let number), .number(let maximum, _)):
            return "\(figures.short(number)) ÷ \(figures.short(maximum))"
        case (.counts(let counts), .ratio(let rule)):
            let division = Self.division(counts, rule, figures)
            return sheet.value(at: position) == nil ? "\(division), kosong" : "\(division)"
        default: return "–"
        }
    }

    /// `(2 + 10 − 1) ÷ 12`.
    private static func division(_ counts: [Int], _ rule: RatioRule, _ figures: Figures) -> String {
        func group(_ plus: [Int], _ minus: [Int]) -> String {
            var text = plus.map { figures.count(counts[$0]) }.joined(separator: " + ")
            for position in minus { text += " − " + figures.count(counts[position]) }
            return plus.count + minus.count > 1 ? "(\(text))" : text
        }
        return group(rule.plus, rule.minus) + " ÷ " + group(rule.divisors, [])
    }

    private func counts(_ position: Int, _ question: Question) -> HTML? {
        guard case .counts(let counts) = result.examination.sheet.answer(at: position) else { return nil }
        let texts = zip(question.inputs, counts).map { "\($0.label): \(figures.count($1))" }
        return "<br>\(texts.joined(separator: "; "))"
    }
}
