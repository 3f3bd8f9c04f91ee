public import ExactMath

/// What was answered to one question.
public enum Answer: Hashable, Sendable {
    /// A position on the question's scale, 0 the best.
    case choice(Int)
    /// All counts of a ratio question, in the order of the form; each 0 to ``ScoringSheet/largestCount``.
    case counts([Int])
    /// A number from 0 to the question's maximum.
    case number(Ratio)
}

/// Why an answer cannot stand.
public enum AnswerRefusal: Error, Hashable, Sendable {
    /// The instrument has no such question.
    case unknownQuestion
    /// The answer is of another kind than the question.
    case wrongKind
    /// Not a letter of the question's scale.
    case offScale
    /// Not a number at all.
    case notANumber(NumberRefusal)
    /// A number below 0 or above the maximum.
    case outOfRange
    /// Not a whole number of 0 or more.
    case notACount
    /// More than ``ScoringSheet/largestCount``.
    case countTooLarge
    /// Some counts are given and these are not.
    case countsMissing([InputID])
}
