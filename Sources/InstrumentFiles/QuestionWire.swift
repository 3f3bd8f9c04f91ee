/// A question as it is written: exactly one of `scale`, `ratio` and `number` says how it is answered.
struct QuestionWire: StrictlyKeyed {
    let code: String
    let text: String
    let guidance: String
    let scale: String?
    let choices: [String: String]?
    let ratio: Strict<RatioWire>?
    let number: Strict<NumberWire>?
    let respondent: String?
    let effort: [Whole]?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case code, text, guidance, scale, choices, ratio, number, respondent, effort
    }
}

struct RatioWire: StrictlyKeyed {
    struct InputWire: StrictlyKeyed {
        let id: String
        let label: String

        enum CodingKeys: String, CodingKey, CaseIterable { case id, label }
    }

    struct EmptyDivisorWire: StrictlyKeyed {
        let whenDividendZero: Figure
        let otherwise: Figure

        enum CodingKeys: String, CodingKey, CaseIterable { case whenDividendZero, otherwise }
    }

    let inputs: [Strict<InputWire>]
    let plus: [String]
    let minus: [String]?
    let divisors: [String]
    let emptyDivisor: Strict<EmptyDivisorWire>?
    let lever: String?

    enum CodingKeys: String, CodingKey, CaseIterable { case inputs, plus, minus, divisors, emptyDivisor, lever }
}

struct NumberWire: StrictlyKeyed {
    let maximum: Figure
    let unit: String

    enum CodingKeys: String, CodingKey, CaseIterable { case maximum, unit }
}
