import ExactMath
public import Rulebook

/// Random numbers that are the same on every run (SplitMix64).
public struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    /// - Parameter seed: equal seeds, equal numbers.
    public init(_ seed: UInt64) {
        state = seed
    }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Sheets with made-up answers.
public enum RandomSheets {
    /// A sheet of an instrument.
    ///
    /// - Parameter blanks: how many of a hundred questions stay without an answer.
    /// - Complexity: O(questions)
    public static func sheet(
        of instrument: Instrument, blanks: Int = 0, using numbers: inout SeededNumbers
    ) -> ScoringSheet {
        var sheet = ScoringSheet(instrument)
        // How good the unit is on the whole: without it, all sheets would be mediocre.
        let quality = Int.random(in: 0...3, using: &numbers)
        for (position, question) in instrument.questions.enumerated() {
            if blanks > 0, Int.random(in: 0..<100, using: &numbers) < blanks { continue }
            // Every answer here is on its question's scale, so none is refused.
            try? sheet.record(answer(to: question, quality, &numbers), at: position)
        }
        return sheet
    }

    private static func answer(to question: Question, _ quality: Int, _ numbers: inout SeededNumbers) -> Answer {
        switch question.kind {
        case .choice(let scale, _):
            return .choice((0...quality).map { _ in Int.random(in: scale.choices.indices, using: &numbers) }.min() ?? 0)
        case .ratio(let rule):
            return .counts(rule.inputs.map { _ in Int.random(in: 0...200, using: &numbers) })
        case .number(let maximum, _):
            let hundredths = Int128(Int.random(in: 0...100, using: &numbers))
            let part = (try? Ratio(hundredths, over: 100)) ?? .zero
            return .number((try? maximum * part) ?? .zero)
        }
    }
}
