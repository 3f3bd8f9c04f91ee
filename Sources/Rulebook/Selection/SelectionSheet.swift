public import ExactMath

/// What a working group found about one candidate.
public struct SelectionSheet: Hashable, Sendable {
    /// A score with the reason for it.
    public struct Entry: Hashable, Sendable {
        /// On the scale.
        public let score: Int
        /// Why, in the group's words.
        public let reason: String

        /// Puts an entry together; whether the score is on the scale is not checked here.
        public init(score: Int, reason: String) {
            self.score = score
            self.reason = reason
        }
    }

    /// The fewest characters of a reason; below that nobody can follow it.
    public static let shortestReason = 20
    /// The most characters of a reason.
    public static let longestReason = 2_000

    /// By criterion.
    public let entries: [CriterionID: Entry]

    /// Takes what was found so far.
    public init(_ entries: [CriterionID: Entry]) {
        self.entries = entries
    }

    /// What was found about a criterion, as far as it lies on the scale.
    public func entry(_ criterion: SelectionCriterion, on scale: SelectionScale) -> Entry? {
        entries[CriterionID(criterion.id)].flatMap { scale.level($0.score) == nil ? nil : $0 }
    }

    /// The criteria that have no score yet, in the order given.
    ///
    /// - Complexity: O(criteria)
    public func missing(of criteria: [SelectionCriterion], on scale: SelectionScale) -> [SelectionCriterion] {
        criteria.filter { entry($0, on: scale) == nil }
    }

    /// The mean of all scores, exact; `nil` while one is missing. No regulation weighs one criterion over another.
    ///
    /// - Complexity: O(criteria)
    public func mean(of criteria: [SelectionCriterion], on scale: SelectionScale) -> Ratio? {
        var total = Ratio.zero
        do throws(Overflow) {
            for criterion in criteria {
                guard let entry = entry(criterion, on: scale) else { return nil }
                try total += Ratio(entry.score)
            }
            return try total / Ratio(criteria.count)
        } catch { return nil }
    }
}
