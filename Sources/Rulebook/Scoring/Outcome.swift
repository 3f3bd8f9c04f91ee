public import ExactMath

/// How one condition came out. Not an error: a value with what was measured, the minimum and the gap.
public struct Outcome: Sendable {
    /// The condition judged; it says what was measured and in which unit.
    public let condition: Condition
    /// In the condition's unit. For a prerequisite with an exception, the minimum that applies here.
    public let minimum: Ratio
    /// Whether the measured value reaches ``minimum``, compared exactly and unrounded; `false` when nothing is known.
    public let met: Bool
    // Kept unreduced: most outcomes are only asked whether they are met.
    private let dividend: Int128
    /// 0 when nothing is known.
    private let divisor: Int128

    /// Compares dividend / divisor with the condition's minimum, exactly.
    ///
    /// - Throws: `Overflow` when the gap would not fit.
    init(_ condition: Condition, dividend: Int128, divisor: Int128) throws(Overflow) {
        self.condition = condition
        self.dividend = dividend
        self.divisor = divisor
        minimum = condition.minimum
        met = try !(dividend.exactly(times: minimum.denominator) < minimum.numerator.exactly(times: divisor))
        // Numbers of this size leave room for the gap; only larger ones have to be tried.
        let room: Int128 = 1 << 100
        let fits = dividend < room && divisor < room && condition.minimum.denominator < 1 << 20
        if !fits, let measured = try Ratio(dividend, over: divisor) {
            _ = try measured - minimum
        }
    }

    /// Compares a measured fact with a minimum; `nil` when nothing is known, which does not meet it.
    init(_ condition: Condition, measured: Ratio?, minimum: Ratio) {
        self.condition = condition
        self.minimum = minimum
        dividend = measured?.numerator ?? 0
        divisor = measured?.denominator ?? 0
        met = measured.map { $0 >= minimum } ?? false
    }

    /// In the condition's unit; `nil` when nothing is known.
    public var measured: Ratio? { try? Ratio(dividend, over: divisor) }

    /// Measured − minimum, negative when short; `nil` when nothing is known.
    public var gap: Ratio? { measured.flatMap { try? $0 - minimum } }

    /// Whether the condition is met by less than `margin` of its minimum (0,025 is 2,5 %). For display only.
    public func isThin(margin: Ratio) -> Bool {
        guard met, condition.unit == .points, let gap, let edge = try? minimum * margin else { return false }
        return gap < edge
    }
}

/// Every condition of a designation, judged one by one.
public struct Verdict: Sendable {
    /// What the conditions were judged for.
    public let designation: Designation
    /// In the order in which the instrument lists its conditions, or its prerequisites (see ``Eligibility``).
    public let outcomes: [Outcome]

    init(designation: Designation, outcomes: [Outcome]) {
        self.designation = designation
        self.outcomes = outcomes
    }

    /// Whether all conditions are met.
    public var met: Bool { outcomes.allSatisfy(\.met) }
    /// Those that are not.
    public var unmet: [Outcome] { outcomes.filter { !$0.met } }
}
