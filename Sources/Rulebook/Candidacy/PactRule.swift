public import ExactMath

/// How many of a unit's people must have signed the integrity pact.
public struct PactRule: Hashable, Sendable {
    /// The part of the unit's people that is compared, 0 to 1.
    public let share: Ratio
    /// Whether more than the part is asked for rather than at least the part.
    public let isExclusive: Bool
    /// The rule in words.
    public let text: String
    /// Where the regulation says so.
    public let clause: String

    /// Puts the rule together; the range is checked with the whole file.
    public init(share: Ratio, isExclusive: Bool, text: String, clause: String) {
        self.share = share
        self.isExclusive = isExclusive
        self.text = text
        self.clause = clause
    }

    /// Whether so many signatures of so many people are enough; of nobody, none are.
    public func isMet(signed: Int, of people: Int) -> Bool {
        guard people > 0, signed >= 0, let coverage = try? Ratio(Int128(signed), over: Int128(people)) else { return false }
        return isExclusive ? coverage > share : coverage >= share
    }
}
