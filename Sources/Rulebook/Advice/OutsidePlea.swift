import ExactMath

/// What outsiders' answers would have to be where own steps are not enough. Never part of the steps.
struct OutsidePlea {
    let scorer: Scorer
    let sheet: ScoringSheet
    let tree: ConditionTree
    /// Questions whose answers must stay as they are.
    let kept: Set<ItemCode>

    /// The least that outsiders would have to give, with every own answer at its best. Where several could
    /// help, the one with the most room is asked first, so that as few as possible must change.
    ///
    /// - Throws: `Overflow`
    func needs(given best: Verdict) throws(Overflow) -> [Advice.OutsideNeed] {
        let questions = scorer.instrument.questions
        var raised: [Int: Ratio] = [:]
        for branch in tree.branches {
            let outcome = best.outcomes[branch.condition]
            var short = try outcome.minimum - (outcome.measured ?? .zero)
            for (question, extra) in raised where branch.questions.contains(question) { short = try short - extra }
            guard short > .zero else { continue }
            let outsiders = branch.questions.filter {
                questions[$0].respondent == .outsider && !kept.contains(questions[$0].code)
            }
            var rooms: [(question: Int, room: Ratio)] = []
            for question in outsiders.sorted() {
                rooms.append((question, try room(of: question) - (raised[question] ?? .zero)))
            }
            for (question, room) in rooms.sorted(by: { ($1.room, $0.question) < ($0.room, $1.question) }) {
                guard short > .zero, room > .zero else { continue }
                let before = raised[question] ?? .zero
                let extra = try whole(before + min(short, room), for: question) - before
                raised[question] = try before + extra
                short = try short - extra
            }
        }
        var result: [Advice.OutsideNeed] = []
        for (question, extra) in raised.sorted(by: { $0.key < $1.key }) {
            let now = try number(of: question)
            result.append(.init(question: question, now: now, needed: try now + numbers(for: extra, of: question)))
        }
        return result
    }

    /// What the needed answer is worth, 0 to 1.
    func value(of need: Advice.OutsideNeed) throws(Overflow) -> Ratio {
        try (need.needed / maximum(of: need.question)) ?? .zero
    }

    private func maximum(of question: Int) -> Ratio {
        if case .number(let maximum, _) = scorer.instrument.questions[question].kind { maximum } else { .one }
    }

    private func number(of question: Int) throws(Overflow) -> Ratio {
        try (sheet.value(at: question) ?? .zero) * maximum(of: question)
    }

    /// Points still to be had.
    private func room(of question: Int) throws(Overflow) -> Ratio {
        try (.one - (sheet.value(at: question) ?? .zero)) * scorer.table.shares[question]
    }

    /// Points as the question's own number.
    private func numbers(for points: Ratio, of question: Int) throws(Overflow) -> Ratio {
        try (points * maximum(of: question) / scorer.table.shares[question]) ?? .zero
    }

    /// The points rounded up so that the number asked for has two decimals, as surveys report it.
    private func whole(_ points: Ratio, for question: Int) throws(Overflow) -> Ratio {
        let now = try number(of: question)
        let target = try (now + numbers(for: points, of: question)) * Ratio(100)
        let up = target.isWhole ? target.numerator : target.numerator / target.denominator + 1
        guard let rounded = try Ratio(up, over: 100) else { return points }
        let capped = min(rounded, maximum(of: question))
        return try ((capped - now) / maximum(of: question) ?? .zero) * scorer.table.shares[question]
    }
}
