public import ExactMath

/// What the adviser answers: the cheapest set of better answers that meets every condition, or why there is
/// none.
public struct Advice: Sendable {
    /// One better answer.
    public struct Step: Sendable {
        /// Position in ``Instrument/questions``.
        public let question: Int
        /// Where to go.
        public let target: Target
        /// Sum of the efforts of the scale steps taken.
        public let effort: Int
        /// Points won on the sheet's total.
        public let gain: Ratio
    }

    /// The answer a step leads to.
    public enum Target: Hashable, Sendable {
        /// A position on the scale, 0 the best.
        case choice(Int)
        /// A ratio of at least this much. `count` is what the lever's count must then be; `nil` while the
        /// other counts are not known.
        case ratio(atLeast: Ratio, count: Int?)
    }

    /// What an answer that only others give would have to be.
    public struct OutsideNeed: Sendable {
        /// Position in ``Instrument/questions``.
        public let question: Int
        /// On the question's own scale (an index of 0–4, a percentage of 0–100).
        public let now: Ratio
        /// The least that would do, on the same scale.
        public let needed: Ratio
    }

    /// Why no set of own steps is enough.
    public struct Obstacle: Sendable {
        /// The condition that stays short.
        public let condition: Condition
        /// Points at most, with every own answer at its best and outsiders as they are.
        public let best: Ratio
    }

    /// Whether there is a plan, and on whom it depends.
    public enum Answer: Sendable {
        /// All conditions are met already.
        case alreadyMet
        /// These steps meet all conditions.
        case reachable
        /// The steps are enough if outsiders' answers become what `outsideNeeds` says.
        case dependsOnOutsiders
        /// Not even the best answers, outsiders' included, meet every condition.
        case unreachable
    }

    /// What was asked for; the plan is measured against its conditions.
    public let designation: Designation
    /// Whether there is a plan; says how the lists below are to be read.
    public let answer: Answer
    /// In the order of the sheet; empty when already met or unreachable.
    public let steps: [Step]
    /// In the order of the sheet; empty unless outsiders must answer better.
    public let outsideNeeds: [OutsideNeed]
    /// The conditions that own steps alone cannot meet; empty when reachable.
    public let obstacles: [Obstacle]
    /// Sum of the efforts of all steps.
    public let effort: Int
    /// The sheet with the steps taken (and outsiders' needs met), scored; what the plan leads to.
    public let verdict: Verdict

    init(
        designation: Designation, answer: Answer, steps: [Step], outsideNeeds: [OutsideNeed],
        obstacles: [Obstacle], verdict: Verdict
    ) {
        self.designation = designation
        self.answer = answer
        self.steps = steps
        self.outsideNeeds = outsideNeeds
        self.obstacles = obstacles
        self.effort = steps.reduce(0) { $0 + $1.effort }
        self.verdict = verdict
    }
}
