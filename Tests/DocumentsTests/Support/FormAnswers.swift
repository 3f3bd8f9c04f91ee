import ExactMath
import Rulebook

/// Answers to the questions of an instrument, the same on every run.
enum FormAnswers {
    /// Every question answered, and something to divide by in every ratio.
    static func complete(_ instrument: Instrument, seed: UInt64) throws -> ScoringSheet {
        try fill(instrument, seed: seed) { _, _ in true }
    }

    /// About half of the questions answered. Whole indicators are left blank where `sparing` is false.
    static func half(_ instrument: Instrument, seed: UInt64, sparing: Bool) throws -> ScoringSheet {
        try fill(instrument, seed: seed) { position, generator in
            let indicator = instrument.nodes[instrument.indicatorOfQuestion[position]]
            // The first question of each indicator keeps it from being blank altogether; ratios may weigh by themselves.
            if sparing, indicator.questions.lowerBound == position || !instrument.questions[position].inputs.isEmpty {
                return true
            }
            return Bool.random(using: &generator)
        }
    }

    private static func fill(
        _ instrument: Instrument, seed: UInt64, where isAnswered: (Int, inout SmallGenerator) -> Bool
    ) throws -> ScoringSheet {
        var generator = SmallGenerator(state: seed)
        var sheet = ScoringSheet(instrument)
        for (position, question) in instrument.questions.enumerated() {
            let answer: Answer
            switch question.kind {
            case .choice(let scale, _): answer = .choice(Int.random(in: scale.choices.indices, using: &generator))
            case .ratio(let rule):
                answer = .counts(
                    rule.inputs.indices.map {
                        Int.random(in: (rule.divisors.contains($0) ? 1 : 0)...40, using: &generator)
                    })
            case .number(let maximum, _):
                let hundredth = Int(maximum.numerator) * 100
                let number = try Ratio(Int128(Int.random(in: 0...hundredth, using: &generator)), over: 100)
                answer = .number(number ?? .zero)
            }
            if isAnswered(position, &generator) { try sheet.record(answer, at: position) }
        }
        return sheet
    }
}

extension ScoringSheet {
    /// Every answer, by question; two sheets of one instrument are the same when these are.
    var allAnswers: [Answer?] { instrument.questions.indices.map(answer(at:)) }

    /// This sheet with one answer changed.
    func with(_ answer: Answer?, _ code: ItemCode) throws -> ScoringSheet {
        var sheet = self
        try sheet.record(answer, for: code)
        return sheet
    }
}
