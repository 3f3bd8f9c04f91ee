import ExactMath
import Rulebook
import Testing

extension ScoringSheet {
    /// Every question at its best.
    static func best(_ instrument: Instrument) throws -> ScoringSheet {
        var sheet = ScoringSheet(instrument)
        for position in instrument.questions.indices { try sheet.improve(position, to: .one) }
        return sheet
    }

    /// How large a random sheet's counts are.
    enum Size {
        case ordinary
        /// Counts of seven digits and numbers of twelve decimals: exact sums hardly ever fit.
        case huge
        /// Counts of seven digits whose ratios reduce to small ones: only reduced sums fit.
        case reducible
    }

    /// A random sheet; one question in `blanks` stays blank (none for 0).
    static func random(
        _ instrument: Instrument, blanks: Int, _ size: Size = .ordinary, using random: inout SplitMix64
    ) throws -> ScoringSheet {
        var sheet = ScoringSheet(instrument)
        for (position, question) in instrument.questions.enumerated() {
            if blanks > 0, Int.random(in: 0..<blanks, using: &random) == 0 { continue }
            switch question.kind {
            case .choice(let scale, _):
                // The better of two throws, so that sheets lie around the minimums.
                let range = scale.choices.indices
                try sheet.record(.choice(min(Int.random(in: range, using: &random), Int.random(in: range, using: &random))), at: position)
            case .ratio(let rule):
                let range = size == .huge ? (ScoringSheet.largestCount - 5_000)...ScoringSheet.largestCount : 0...12
                let unit = size == .reducible ? Int.random(in: 700_000...800_000, using: &random) : 1
                try sheet.record(.counts(rule.inputs.map { _ in unit * Int.random(in: range, using: &random) }), at: position)
            case .number(let maximum, _):
                let scale = size == .huge ? 1_000_000_000_000 : 100
                let number = Int.random(in: 0...(Int(maximum.numerator) * scale), using: &random)
                try sheet.record(.number(#require(try Ratio(Int128(number), over: Int128(scale)))), at: position)
            }
        }
        return sheet
    }

    /// Gives one question the value asked for, or for letters the least that is at least as good.
    mutating func improve(_ position: Int, to value: Ratio) throws {
        switch instrument.questions[position].kind {
        case .choice(let scale, _):
            let choice = try #require(scale.choices.lastIndex { $0.value >= value })
            try record(.choice(choice), at: position)
        case .ratio(let rule):
            var counts = [Int](repeating: 0, count: rule.inputs.count)
            counts[rule.divisors[0]] = Int(value.denominator)
            if let up = rule.plus.first(where: { $0 != rule.divisors[0] }) { counts[up] = Int(value.numerator) }
            try record(.counts(counts), at: position)
        case .number(let maximum, _):
            try record(.number(value * maximum), at: position)
        }
    }

    /// The sheet after the steps of an advice, and with what outsiders would have to answer.
    func taking(_ advice: Advice) throws -> ScoringSheet {
        var sheet = self
        for step in advice.steps { try sheet.take(step.target, at: step.question) }
        for need in advice.outsideNeeds { try sheet.record(.number(need.needed), at: need.question) }
        return sheet
    }

    mutating func take(_ target: Advice.Target, at position: Int) throws {
        switch (target, instrument.questions[position].kind) {
        case (.choice(let choice), _): try record(.choice(choice), at: position)
        case (.ratio(_, let count?), .ratio(let rule)):
            guard case .counts(var counts) = answer(at: position), let lever = rule.lever else { return }
            counts[lever] = count
            try record(.counts(counts), at: position)
        case (.ratio(let mark, nil), _): try improve(position, to: mark)
        default: Issue.record("a step of the wrong kind at \(position)")
        }
    }

    /// The sheet with the answers of a file of `code: text`.
    static func reading(_ answers: [String: String], for instrument: Instrument) throws -> ScoringSheet {
        let entries = answers.sorted { $0.key < $1.key }.map { SheetEntry(code: $0.key, text: $0.value, location: $0.key) }
        return try SheetAssembly.assemble(entries, for: instrument).sheet
    }
}

extension Verdict {
    func outcome(_ id: ConditionID) throws -> Outcome { try #require(outcomes.first { $0.condition.id == id }) }
}
