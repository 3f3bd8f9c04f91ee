import ExactMath

/// The search itself: frontiers of effort against gain, joined upwards through the tree of conditions.
struct PlanSearch {
    private let scorer: Scorer
    private let tree: ConditionTree
    private let improvements: [Improvement]
    /// By improvement and option: points won.
    private let gains: [[Ratio]]
    /// The same in `unit` parts of a point.
    private let parts: [[Int128]]
    /// By branch of the tree: what is still missing, in parts; negative when there is more than enough.
    private let needs: [Int128]

    /// - Throws: `Overflow` when gains and needs have no common unit that fits.
    init(scorer: Scorer, tree: ConditionTree, improvements: [Improvement], base: Verdict) throws(Overflow) {
        self.scorer = scorer
        self.tree = tree
        self.improvements = improvements
        var gains: [[Ratio]] = []
        for improvement in improvements {
            var row: [Ratio] = []
            for option in improvement.options {
                row.append(try (option.value - improvement.now) * scorer.table.shares[improvement.question])
            }
            gains.append(row)
        }
        self.gains = gains
        var missing: [Ratio] = []
        for branch in tree.branches {
            let outcome = base.outcomes[branch.condition]
            missing.append(try outcome.minimum - (outcome.measured ?? .zero))
        }
        var unit: Int128 = 1
        for number in gains.joined() { unit = try Self.commonMultiple(unit, number.denominator) }
        for number in missing { unit = try Self.commonMultiple(unit, number.denominator) }
        parts = try Self.inParts(gains, unit)
        needs = try Self.inParts([missing], unit)[0]
    }

    /// The cheapest steps; the caller has made sure that there are some.
    func cheapest() throws(Overflow) -> [Advice.Step] {
        var trail = Trail()
        var frontiers: [Frontier] = []
        let byQuestion = Dictionary(uniqueKeysWithValues: improvements.enumerated().map { ($1.question, $0) })
        for (position, branch) in tree.branches.enumerated() {
            var frontier = Frontier(start: Trail.start)
            for below in branch.below { frontier = trail.join(frontier, frontiers[below]) }
            for question in branch.own {
                guard let index = byQuestion[question] else { continue }
                frontier = trail.join(frontier, options(of: index, &trail))
            }
            frontier.require(needs[position])
            frontiers.append(frontier)
        }
        var whole = Frontier(start: Trail.start)
        for root in tree.roots { whole = trail.join(whole, frontiers[root]) }
        guard let first = whole.points.first else { return [] }
        return trail.choices(from: first.trail).sorted { $0.key < $1.key }.map { index, option in
            let chosen = improvements[index].options[option]
            return Advice.Step(
                question: improvements[index].question, target: chosen.target, effort: chosen.effort,
                gain: gains[index][option])
        }
    }

    /// The value an answer has after a step, 0 to 1.
    func value(of step: Advice.Step) -> Ratio? {
        improvements.first { $0.question == step.question }?.options.first { $0.target == step.target }?.value
    }

    private func options(of index: Int, _ trail: inout Trail) -> Frontier {
        var points = [Frontier.Point(effort: 0, gain: 0, trail: Trail.start)]
        for (option, choice) in improvements[index].options.enumerated() {
            points.append(
                .init(effort: choice.effort, gain: parts[index][option], trail: trail.choose(option, of: index)))
        }
        return Frontier(pruning: points)
    }

    private static func commonMultiple(_ a: Int128, _ b: Int128) throws(Overflow) -> Int128 {
        try a.exactly(times: b / Int128(greatestCommonDivisor(a.magnitude, b.magnitude)))
    }

    private static func inParts(_ rows: [[Ratio]], _ unit: Int128) throws(Overflow) -> [[Int128]] {
        // Points never exceed 100, so a unit below 2^110 leaves room for every sum of them.
        guard unit < 1 << 110 else { throw Overflow() }
        var result: [[Int128]] = []
        for row in rows {
            var parts: [Int128] = []
            for number in row { parts.append(try number.numerator.exactly(times: unit / number.denominator)) }
            result.append(parts)
        }
        return result
    }
}
