import ExactMath
import Rulebook

/// Small instruments made in code.
enum Small {
    static let source: SourceID = "uji"

    static let yesNo = Scale(
        name: "yaTidak", label: "Ya/Tidak", choices: [.init(letter: "Ya", value: .one), .init(letter: "Tidak", value: .zero)])
    static let abcd = Scale(
        name: "abcd", label: "A/B/C/D",
        choices: zip(["A", "B", "C", "D"], ["1", "0.67", "0.33", "0"]).map { .init(letter: $0, value: .of($1)) })

    static func choice(_ code: ItemCode, _ scale: Scale = abcd, by respondent: Question.Respondent = .unit, effort: [Int] = [1]) -> Question {
        Question(
            code: code, text: "Apa?", guidance: "Bukti.", kind: .choice(scale, statements: scale.choices.map(\.letter)),
            respondent: respondent, effort: effort)
    }

    static func number(_ code: ItemCode, maximum: Ratio = Ratio(4), by respondent: Question.Respondent = .outsider) -> Question {
        Question(
            code: code, text: "Berapa?", guidance: "Bukti.", kind: .number(maximum: maximum, unit: .index),
            respondent: respondent, effort: [1])
    }

    static func ratio(_ code: ItemCode, _ rule: RatioRule = done(), by respondent: Question.Respondent = .unit, effort: [Int] = [1]) -> Question {
        Question(
            code: code, text: "Berapa?", guidance: "Bukti.", kind: .ratio(rule), respondent: respondent, effort: effort)
    }

    /// done / due, with `done` to be raised.
    static func done(empty: RatioRule.EmptyDivisor = .unanswered, lever: Int? = 1) -> RatioRule {
        RatioRule(
            inputs: [.init(id: "harus", label: "yang harus"), .init(id: "selesai", label: "yang selesai")], plus: [1],
            minus: [], divisors: [0], emptyDivisor: empty, lever: lever)
    }

    static func node(_ kind: Node.Kind, _ code: ItemCode, _ weight: Ratio, above parent: Int?, _ questions: Range<Int>) -> Node {
        Node(kind: kind, code: code, name: code.text, weight: weight, parent: parent, questions: questions, source: source)
    }

    static func condition(_ id: ConditionID, _ nodes: [Int], _ minimum: Ratio) -> Condition {
        Condition(
            id: id, name: id.text, measure: .nodes(nodes), minimum: minimum, unit: .points, basis: "", clause: "Pasal 1", level: 0)
    }

    /// The parts around a sheet; the same conditions for both designations.
    static func parts(_ nodes: [Node], _ questions: [Question], _ conditions: [Condition], ratioStep: Ratio = .of("0.25")) -> Instrument.Parts {
        Instrument.Parts(
            id: "uji", version: 1, regulation: .init(number: "Uji", title: "Uji", amendment: ""), scales: [yesNo, abcd],
            nodes: nodes, questions: questions, changeAreas: [],
            conditions: Dictionary(uniqueKeysWithValues: Designation.allCases.map { ($0, conditions) }), facts: [],
            prerequisites: [:],
            policies: Policies(areaMinimum: .combined, decimals: 2, thinMargin: .of("0.025"), awardedBy: [:]),
            effort: EffortRule(step: 1, ratioStep: ratioStep), remarks: [], sources: [source: "Uji"])
    }

    /// One component of 100 points with one indicator of these questions, and one condition on it.
    static func plain(_ questions: [Question], minimum: Ratio = Ratio(50)) -> Instrument.Parts {
        parts(
            [
                node(.component, "A", Ratio(100), above: nil, 0..<questions.count),
                node(.indicator, "A.1", Ratio(100), above: 0, 0..<questions.count),
            ], questions, [condition("total", [0], minimum)])
    }
}
