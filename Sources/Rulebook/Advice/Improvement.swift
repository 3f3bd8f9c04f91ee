import ExactMath

/// Better answers a unit could give to one question, cheapest first. What a step costs is data
/// (``Question/effort``, ``EffortRule``).
struct Improvement {
    struct Option {
        let target: Advice.Target
        let effort: Int
        /// The value the answer then has, 0 to 1.
        let value: Ratio
    }

    let question: Int
    /// The value it has now, 0 to 1; a blank is 0.
    let now: Ratio
    let options: [Option]

    /// - Throws: `Overflow`
    init(of position: Int, on sheet: ScoringSheet) throws(Overflow) {
        question = position
        now = sheet.value(at: position) ?? .zero
        let question = sheet.instrument.questions[position]
        switch question.kind {
        case .choice(let scale, _):
            options = Self.letters(scale, from: sheet.answer(at: position), effort: question.effort)
        case .ratio(let rule):
            options = try Self.marks(rule, from: now, counts: sheet.knownCounts(at: position), question, sheet)
        case .number:
            options = []
        }
    }

    private static func letters(_ scale: Scale, from answer: Answer?, effort: [Int]) -> [Option] {
        let lowest = scale.choices.count - 1
        var position = lowest
        if case .choice(let chosen) = answer { position = chosen }
        var options: [Option] = []
        var spent = 0
        while position > 0 {
            spent += effort[min(lowest - position, effort.count - 1)]
            position -= 1
            options.append(
                Option(target: .choice(position), effort: spent, value: scale.choices[position].value))
        }
        return options
    }

    /// A ratio climbs from mark to mark; reaching a mark means raising the lever's count far enough.
    private static func marks(
        _ rule: RatioRule, from now: Ratio, counts: [Int]?, _ question: Question, _ sheet: ScoringSheet
    ) throws(Overflow) -> [Option] {
        guard let lever = rule.lever else { return [] }
        let step = sheet.instrument.parts.effort.ratioStep
        var options: [Option] = []
        var spent = 0
        var mark = Ratio.zero
        var level = 0
        while mark < .one {
            mark = min(try mark + step, .one)
            defer { level += 1 }
            guard mark > now else { continue }
            spent += question.effort[min(level, question.effort.count - 1)]
            if let counts, let (count, value) = try rule.raising(lever, of: counts, to: mark) {
                guard count <= ScoringSheet.largestCount else { break }
                options.append(Option(target: .ratio(atLeast: mark, count: count), effort: spent, value: value))
            } else {
                options.append(Option(target: .ratio(atLeast: mark, count: nil), effort: spent, value: mark))
            }
        }
        return options
    }
}

extension RatioRule {
    /// The least count at which the value reaches `mark`, and the value then.
    ///
    /// - Returns: `nil` when the counts leave nothing to divide by, or the lever is also a divisor.
    func raising(_ lever: Int, of counts: [Int], to mark: Ratio) throws(Overflow) -> (count: Int, value: Ratio)? {
        let divisor = divisors.reduce(0) { $0 + counts[$1] }
        guard divisor > 0, !divisors.contains(lever), plus.contains(lever) else { return nil }
        let others = plus.filter { $0 != lever }.reduce(0) { $0 + counts[$1] } - minus.reduce(0) { $0 + counts[$1] }
        let due = try mark * Ratio(divisor) - Ratio(others)
        let whole = due.numerator / due.denominator
        let count = max(counts[lever], Int(whole) + (due.isWhole ? 0 : 1))
        let reached = try Ratio(Int128(others + count), over: Int128(divisor)) ?? .zero
        return (count, reached.clamped(from: .zero, to: .one))
    }
}

extension ScoringSheet {
    /// The counts of an answered ratio question, whether or not they leave something to divide by.
    func knownCounts(at position: Int) -> [Int]? {
        guard case .counts(let counts) = answer(at: position) else { return nil }
        return counts
    }
}
