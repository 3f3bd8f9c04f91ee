public import ExactMath

/// Finds the cheapest set of better answers that meets every condition of a designation.
///
/// Exact, not greedy: total, component, area and sub-minimums are met together at the least effort; among
/// plans of equal effort the one with the most points is taken. Questions that only outsiders answer are never
/// proposed.
public struct Adviser: Sendable {
    /// Scores sheets before and after the steps; only sheets of its instrument can be advised on.
    public let scorer: Scorer
    private let trees: [Designation: ConditionTree]

    /// - Throws: ``Refusal`` when the instrument's conditions cross each other.
    public init(_ scorer: Scorer) throws(Refusal) {
        self.scorer = scorer
        var trees: [Designation: ConditionTree] = [:]
        for designation in Designation.allCases {
            trees[designation] = try ConditionTree(
                scorer.instrument.conditions(for: designation), of: scorer.instrument)
        }
        self.trees = trees
    }

    /// The cheapest plan for a sheet.
    ///
    /// - Parameter keeping: questions whose answers must stay as they are, outsiders' included.
    /// - Throws: `Overflow` when the sheet's ratios have no common unit that fits.
    /// - Complexity: O(questions × efforts + conditions × efforts²)
    public func advise(
        on sheet: ScoringSheet, for designation: Designation, keeping kept: Set<ItemCode> = []
    ) throws(Overflow) -> Advice {
        let scored = try scorer.score(sheet)
        let verdict = try scorer.verdict(on: scored, for: designation)
        guard !verdict.met, let tree = trees[designation] else {
            return Advice(
                designation: designation, answer: .alreadyMet, steps: [], outsideNeeds: [], obstacles: [],
                verdict: verdict)
        }
        var improvements: [Improvement] = []
        for (position, question) in scorer.instrument.questions.enumerated()
        where question.respondent == .unit && !kept.contains(question.code) {
            let improvement = try Improvement(of: position, on: sheet)
            if !improvement.options.isEmpty { improvements.append(improvement) }
        }
        var values = scored.values
        let best = try bestVerdict(values, improvements, sheet, designation)
        let obstacles = best.unmet.map { Advice.Obstacle(condition: $0.condition, best: $0.measured ?? .zero) }
        var needs: [Advice.OutsideNeed] = []
        if !obstacles.isEmpty {
            let plea = OutsidePlea(scorer: scorer, sheet: sheet, tree: tree, kept: kept)
            needs = try plea.needs(given: best)
            for need in needs { values[need.question] = try plea.value(of: need) }
            guard try bestVerdict(values, improvements, sheet, designation).met else {
                return Advice(
                    designation: designation, answer: .unreachable, steps: [], outsideNeeds: needs,
                    obstacles: obstacles, verdict: best)
            }
        }
        let search = try PlanSearch(
            scorer: scorer, tree: tree, improvements: improvements,
            base: scorer.verdict(on: scorer.score(sheet, values: values, reading: .floor), for: designation))
        let steps = try search.cheapest()
        for step in steps { values[step.question] = search.value(of: step) }
        let after = try scorer.verdict(on: scorer.score(sheet, values: values, reading: .floor), for: designation)
        return Advice(
            designation: designation, answer: obstacles.isEmpty ? .reachable : .dependsOnOutsiders, steps: steps,
            outsideNeeds: needs, obstacles: obstacles, verdict: after)
    }

    /// The verdict with every own answer at its best. Gains never hurt, so a condition that fails here fails
    /// with any own answers.
    private func bestVerdict(
        _ values: [Ratio?], _ improvements: [Improvement], _ sheet: ScoringSheet, _ designation: Designation
    ) throws(Overflow) -> Verdict {
        var values = values
        for improvement in improvements {
            values[improvement.question] = improvement.options.map(\.value).max() ?? improvement.now
        }
        return try scorer.verdict(on: scorer.score(sheet, values: values, reading: .floor), for: designation)
    }
}
