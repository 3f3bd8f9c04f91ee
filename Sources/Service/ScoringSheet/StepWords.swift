import ExactMath
import Markup
import Rulebook

/// A step of the advice in words.
enum StepWords {
    /// The answer as it is now.
    static func current(_ position: Int, _ result: CheckedSheet, _ figures: Figures) -> String {
        let sheet = result.examination.sheet
        if let text = sheet.answerText(at: position) { return text.replacing(".", with: ",") }
        return sheet.value(at: position).map { percent($0, figures) } ?? "kosong"
    }

    /// The answer to come.
    static func target(_ step: Advice.Step, _ question: Question, _ figures: Figures) -> String {
        switch (step.target, question.kind) {
        case (.choice(let choice), .choice(let scale, _)) where scale.choices.indices.contains(choice):
            scale.choices[choice].letter
        case (.ratio(let least, _), _): "paling sedikit " + percent(least, figures)
        default: "lebih baik"
        }
    }

    /// What the answer to come says, or the count that brings it about.
    static func meaning(_ step: Advice.Step, _ question: Question) -> HTML? {
        switch (step.target, question.kind) {
        case (.choice(let choice), .choice(_, let statements)) where statements.indices.contains(choice):
            let statement = statements[choice]
            return ": \(statement.hasSuffix(".") ? String(statement.dropLast()) : statement)"
        case (.ratio(_, let count?), .ratio(let rule)):
            guard let lever = rule.lever else { return nil }
            return ": \(rule.inputs[lever].label) menjadi \(count)"
        default: return nil
        }
    }

    /// `75%`, `83,33%`.
    private static func percent(_ value: Ratio, _ figures: Figures) -> String {
        func short(_ percent: Ratio) -> String { percent.isWhole ? figures.short(percent) : figures.plain(percent) }
        return ((try? value * Ratio(100)).map(short) ?? "–") + "%"
    }
}
