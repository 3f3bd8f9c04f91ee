/// How long a unit develops before it may be nominated, and how often its progress is reviewed.
public struct DevelopmentRule: Hashable, Sendable {
    /// Whole months from the decree to the nomination, by designation; no entry asks for none.
    public let leastMonths: [Designation: Int]
    /// Months between two progress reviews.
    public let reviewEveryMonths: Int
    /// Where the regulation says so, or that it leaves it open.
    public let clause: String

    /// Puts the rule together; the ranges are checked with the whole file.
    public init(leastMonths: [Designation: Int], reviewEveryMonths: Int, clause: String) {
        self.leastMonths = leastMonths
        self.reviewEveryMonths = reviewEveryMonths
        self.clause = clause
    }
}
