public import ExactMath

/// One question of a scoring sheet, with our wording of it.
public struct Question: Sendable {
    /// Who is able to change the answer.
    public enum Respondent: String, Sendable {
        /// The unit itself, by working on what the question asks about.
        case unit
        /// Only others: people who answer a survey, auditors. Never proposed as a step by the adviser.
        case outsider
        /// The unit's past. It stands as it is until the next period.
        case record
    }

    /// How the question is answered.
    public enum Kind: Sendable {
        /// One letter of a scale; `statements` says what each letter means, in the scale's order.
        case choice(Scale, statements: [String])
        /// Whole counts from which a ratio follows.
        case ratio(RatioRule)
        /// A number from 0 to `maximum` (an index on 0–4, a percentage on 0–100).
        case number(maximum: Ratio, unit: NumberUnit)
    }

    /// What a number question's number is.
    public enum NumberUnit: String, Sendable {
        /// A survey index.
        case index
        /// A percentage.
        case percent
    }

    /// Names the question in files and messages; no other question of the instrument has it.
    public let code: ItemCode
    /// The question, a sentence.
    public let text: String
    /// What good evidence looks like, a sentence.
    public let guidance: String
    /// How it is answered, with the scale, the rule or the maximum that belongs to it.
    public let kind: Kind
    /// Who can change the answer; the adviser proposes steps only where that is the unit.
    public let respondent: Respondent
    /// The effort of each step up the scale, from the lowest: at least one number, each 1 to 100. A ratio
    /// question climbs by the instrument's ``EffortRule/ratioStep``.
    public let effort: [Int]

    /// Puts a question together; scale, rule and efforts are checked by ``Instrument/init(_:)``.
    public init(
        code: ItemCode, text: String, guidance: String, kind: Kind,
        respondent: Respondent, effort: [Int]
    ) {
        self.code = code
        self.text = text
        self.guidance = guidance
        self.kind = kind
        self.respondent = respondent
        self.effort = effort
    }

    /// The counts asked for; empty unless this is a ratio question.
    public var inputs: [RatioRule.Input] {
        if case .ratio(let rule) = kind { rule.inputs } else { [] }
    }

    /// The answers in short, such as `A/B/C`, `%` or `0–4`; what forms print beside the question.
    public var answerLabel: String {
        switch kind {
        case .choice(let scale, _): scale.label
        case .ratio: "%"
        case .number(let maximum, _): "0–" + maximum.rounded(places: 0)
        }
    }
}
