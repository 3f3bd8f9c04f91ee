public import ExactMath

/// How a ratio question turns counts into a value from 0 to 1.
///
/// value = (sum of `plus` − sum of `minus`) / sum of `divisors`, clamped to 0…1.
/// Clause: PermenPANRB 90/2021 Lampiran III, column Penjelasan; the clamp and the zero cases are policies.
public struct RatioRule: Sendable {
    /// One count that is asked for.
    public struct Input: Sendable {
        /// Names the count among those of its question; in files it follows the slash: `A.II.1.i.a/jumlah_agen`.
        public let id: InputID
        /// What is counted, a noun phrase.
        public let label: String

        /// Puts a count together; that no id repeats within the rule is not checked here.
        public init(id: InputID, label: String) {
            self.id = id
            self.label = label
        }
    }

    /// What the value is when there is nothing to divide by.
    public enum EmptyDivisor: Hashable, Sendable {
        /// The question counts as not answered.
        case unanswered
        /// A fixed value: one for a dividend of zero, another for any other dividend.
        case value(whenDividendZero: Ratio, otherwise: Ratio)
    }

    /// All counts, in the order of the form.
    public let inputs: [Input]
    /// Positions in `inputs`.
    public let plus: [Int]
    /// Positions in `inputs` of the counts taken off the dividend; often none.
    public let minus: [Int]
    /// Positions in `inputs` of the counts that add up to the divisor; at least one.
    public let divisors: [Int]
    /// What holds when the divisor is 0.
    public let emptyDivisor: EmptyDivisor
    /// The count that the unit can raise to do better; `nil` when none can be.
    public let lever: Int?

    /// Puts a rule together. Every position must lie within `inputs`, which is not checked; ``Instrument/init(_:)``
    /// refuses a rule without `plus` or without `divisors`.
    public init(
        inputs: [Input], plus: [Int], minus: [Int], divisors: [Int],
        emptyDivisor: EmptyDivisor, lever: Int?
    ) {
        self.inputs = inputs
        self.plus = plus
        self.minus = minus
        self.divisors = divisors
        self.emptyDivisor = emptyDivisor
        self.lever = lever
    }

    /// A value as it comes from the counts, not yet reduced.
    struct Value {
        /// 0 to `divisor`.
        var dividend: Int64
        /// At least 1.
        var divisor: Int64
    }

    /// The value of complete counts, or `nil` when the question counts as not answered.
    ///
    /// Counts are at most ``ScoringSheet/largestCount``, so the sums here cannot overflow.
    func value(of counts: ArraySlice<Int64>) -> Value? {
        let first = counts.startIndex
        var dividend: Int64 = 0
        for position in plus { dividend += counts[first + position] }
        for position in minus { dividend -= counts[first + position] }
        var divisor: Int64 = 0
        for position in divisors { divisor += counts[first + position] }
        if divisor == 0 {
            switch emptyDivisor {
            case .unanswered: return nil
            case .value(let whenZero, let otherwise):
                let fixed = dividend == 0 ? whenZero : otherwise
                return Value(dividend: Int64(fixed.numerator), divisor: Int64(fixed.denominator))
            }
        }
        return Value(dividend: min(max(dividend, 0), divisor), divisor: divisor)
    }
}
