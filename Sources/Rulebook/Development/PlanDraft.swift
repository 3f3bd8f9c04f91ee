public import ExactMath

/// Actions that suggest themselves from a scored sheet: the adviser's steps, and weak points beside them. Nothing is proposed that the plan
/// works on already, and no question twice.
public struct PlanDraft: Sendable {
    /// Why an action is proposed.
    public enum Reason: Sendable {
        /// The adviser takes it on the cheapest way to the designation.
        case step(Advice.Step)
        /// It belongs to an area below its minimum by so many points.
        case weakArea(short: Ratio)
        /// It is among the lowest indicators of the sheet.
        case lowIndicator
    }

    /// One proposed action.
    public struct Proposal: Sendable {
        /// What it works on: positions in ``Instrument/questions``, at least one, all of one indicator.
        public let questions: [Int]
        /// The indicator, as a position in ``Instrument/nodes``.
        public let indicator: Int
        /// The area.
        public let area: PlanArea
        /// Why.
        public let reason: Reason
        /// What the indicator has, in points.
        public let score: Ratio
        /// What it could have, in points.
        public let weight: Ratio

        /// The items of the action.
        public func items(in instrument: Instrument) -> [ItemCode] { questions.map { instrument.questions[$0].code } }
    }

    /// Steps first, then the weak points by area, then the lowest indicators.
    public let proposals: [Proposal]

    /// Proposes what is not in the plan yet.
    ///
    /// - Parameters:
    ///   - advice: for a designation; `nil` when there is none, as when numbers are too fine.
    ///   - scored: the sheet with the points that the verdict uses.
    ///   - verdict: what the sheet reached.
    ///   - existing: the actions of the plan; those given up do not count.
    ///   - perArea: indicators proposed for each area below its minimum.
    ///   - lowest: indicators proposed beside.
    /// - Throws: `Overflow`
    /// - Complexity: O(questions × areas + existing × items)
    public static func from(
        advice: Advice?, on scored: ScoredSheet, verdict: Verdict, existing: [PlannedAction], perArea: Int = 3, lowest: Int = 5
    ) throws(Overflow) -> PlanDraft {
        var draft = Draft(scored, existing)
        for step in advice?.steps ?? [] { draft.propose([step.question], .step(step)) }
        let ranked = try draft.ranked()
        for outcome in verdict.unmet {
            guard case .nodes(let nodes) = outcome.condition.measure, draft.isAnArea(nodes), let gap = outcome.gap else { continue }
            let short = try Ratio.zero - gap
            let weak = ranked.filter { indicator in
                nodes.contains { scored.instrument.nodes[$0].questions.contains(scored.instrument.nodes[indicator].questions.lowerBound) }
            }
            var count = 0
            for indicator in weak where count < perArea {
                if draft.propose(draft.open(indicator), .weakArea(short: short)) { count += 1 }
            }
        }
        var count = 0
        for indicator in ranked where count < lowest {
            if draft.propose(draft.open(indicator), .lowIndicator) { count += 1 }
        }
        return PlanDraft(proposals: draft.proposals)
    }

    /// A draft in the making.
    private struct Draft {
        let scored: ScoredSheet
        let instrument: Instrument
        var covered: Set<Int> = []
        var proposals: [Proposal] = []

        init(_ scored: ScoredSheet, _ existing: [PlannedAction]) {
            self.scored = scored
            instrument = scored.instrument
            for action in existing {
                if case .dropped = action.state { continue }
                for item in action.content.items { covered.formUnion(PlanArea.questions(of: item, in: instrument) ?? 0..<0) }
            }
        }

        /// Whether nodes are those of an area of change or lie in it.
        func isAnArea(_ nodes: [Int]) -> Bool {
            instrument.parts.changeAreas.contains { area in nodes.allSatisfy { area.nodes.contains($0) } }
        }

        /// What the unit itself can still answer better in an indicator.
        func open(_ indicator: Int) -> [Int] {
            instrument.nodes[indicator].questions.filter { question in
                instrument.questions[question].respondent == .unit && (scored.values[question] ?? .zero) < .one
            }
        }

        /// The indicators by the part of their points they have, the lowest first; of two alike the one with more to win.
        func ranked() throws(Overflow) -> [Int] {
            var entries: [(share: Ratio, loss: Ratio, indicator: Int)] = []
            for (position, node) in instrument.nodes.enumerated() where node.kind == .indicator {
                guard let share = try scored.nodeScores[position] / node.weight else { continue }
                entries.append((share, try node.weight - scored.nodeScores[position], position))
            }
            return entries.sorted {
                if $0.share != $1.share { return $0.share < $1.share }
                return $0.loss != $1.loss ? $1.loss < $0.loss : $0.indicator < $1.indicator
            }.map(\.indicator)
        }

        /// Proposes an action on those of the questions that nothing works on yet; tells whether there were any.
        @discardableResult
        mutating func propose(_ questions: [Int], _ reason: Reason) -> Bool {
            let fresh = questions.filter { !covered.contains($0) }.prefix(PlannedAction.Content.mostItems)
            guard let first = fresh.first else { return false }
            covered.formUnion(fresh)
            let indicator = instrument.indicatorOfQuestion[first]
            proposals.append(
                Proposal(
                    questions: Array(fresh), indicator: indicator, area: PlanArea.area(ofQuestion: first, in: instrument), reason: reason,
                    score: scored.nodeScores[indicator], weight: instrument.nodes[indicator].weight))
            return true
        }
    }
}
