/// A question as it is written: exactly one of `scale`, `ratio` and `number` says how it is answered.
struct QuestionWire: Decodable {
    struct RatioWire: Decodable {
        struct InputWire: Decodable {
            let id: String
            let label: String
        }

        struct EmptyDivisorWire: Decodable {
            let whenDividendZero: Figure
            let otherwise: Figure
        }

        let inputs: [InputWire]
        let plus: [String]
        let minus: [String]?
        let divisors: [String]
        let emptyDivisor: EmptyDivisorWire?
        let lever: String?
    }

    struct NumberWire: Decodable {
        let maximum: Figure
        let unit: String
    }

    let code: String
    let text: String
    let guidance: String
    let scale: String?
    let choices: [String: String]?
    let ratio: RatioWire?
    let number: NumberWire?
    let respondent: String?
    let effort: [Int]?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case code, text, guidance, scale, choices, ratio, number, respondent, effort
    }

    init(from decoder: any Decoder) throws {
        try decoder.refuseUnknownKeys(CodingKeys.self)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        text = try container.decode(String.self, forKey: .text)
        guidance = try container.decode(String.self, forKey: .guidance)
        scale = try container.decodeIfPresent(String.self, forKey: .scale)
        choices = try container.decodeIfPresent([String: String].self, forKey: .choices)
        ratio = try container.decodeIfPresent(RatioWire.self, forKey: .ratio)
        number = try container.decodeIfPresent(NumberWire.self, forKey: .number)
        respondent = try container.decodeIfPresent(String.self, forKey: .respondent)
        effort = try container.decodeIfPresent([Int].self, forKey: .effort)
    }
}
