import ExactMath
import Rulebook

/// Sheets filled in by rule, the same on every run.
enum AnswerCases {
    /// A small generator with a fixed seed.
    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// About one question in six is left blank; one count in four is zero.
    static func random(_ instrument: Instrument, seed: UInt64) throws -> ScoringSheet {
        var generator = Generator(state: seed)
        var sheet = ScoringSheet(instrument)
        for (position, question) in instrument.questions.enumerated() {
            guard Int.random(in: 0..<6, using: &generator) > 0 else { continue }
            switch question.kind {
            case .choice(let scale, _):
                try sheet.record(.choice(Int.random(in: scale.choices.indices, using: &generator)), at: position)
            case .ratio(let rule):
                let most = [9, 100, ScoringSheet.largestCount].randomElement(using: &generator) ?? 9
                let counts = rule.inputs.map { _ in
                    Int.random(in: 0..<4, using: &generator) == 0 ? 0 : Int.random(in: 0...most, using: &generator)
                }
                try sheet.record(.counts(counts), at: position)
            case .number(let maximum, _):
                let thousandths = Int128(Int.random(in: 0...1000, using: &generator))
                let part = try Ratio(thousandths, over: 1000) ?? .zero
                try sheet.record(.number(maximum * part), at: position)
            }
        }
        return sheet
    }

    /// Everything at its best or worst.
    static func uniform(_ instrument: Instrument, best: Bool) throws -> ScoringSheet {
        var sheet = ScoringSheet(instrument)
        for (position, question) in instrument.questions.enumerated() {
            switch question.kind {
            case .choice(let scale, _): try sheet.record(.choice(best ? 0 : scale.choices.count - 1), at: position)
            case .ratio(let rule):
                let counts = rule.inputs.indices.map { input in
                    rule.divisors.contains(input) ? 5 : (rule.plus.contains(input) == best ? 90 : 0)
                }
                try sheet.record(.counts(counts), at: position)
            case .number(let maximum, _): try sheet.record(.number(best ? maximum : .zero), at: position)
            }
        }
        return sheet
    }

    /// Every ratio question with nothing to divide by.
    static func emptyDivisors(_ instrument: Instrument, others: Int) throws -> ScoringSheet {
        var sheet = ScoringSheet(instrument)
        for (position, question) in instrument.questions.enumerated() {
            guard case .ratio(let rule) = question.kind else { continue }
            try sheet.record(
                .counts(rule.inputs.indices.map { rule.divisors.contains($0) ? 0 : others }), at: position)
        }
        return sheet
    }

    static func all(_ instrument: Instrument) throws -> [(name: String, sheet: ScoringSheet)] {
        var cases = [
            ("kosong", ScoringSheet(instrument)),
            ("terbaik", try uniform(instrument, best: true)),
            ("terburuk", try uniform(instrument, best: false)),
            ("penyebut nol", try emptyDivisors(instrument, others: 0)),
            ("penyebut nol, pembilang ada", try emptyDivisors(instrument, others: 3)),
        ]
        for seed in UInt64(1)...6 { cases.append(("acak \(seed)", try random(instrument, seed: seed))) }
        return cases
    }
}
