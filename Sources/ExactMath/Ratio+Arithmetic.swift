/// Exact arithmetic. Each operation reduces before it multiplies, so that it goes as far as its room allows.
extension Ratio {
    /// - Throws: ``Overflow``
    @inlinable
    public static func + (left: Ratio, right: Ratio) throws(Overflow) -> Ratio {
        if left.denominator == right.denominator {
            let (sum, lost) = left.numerator.addingReportingOverflow(right.numerator)
            if lost { throw Overflow() }
            // The smallest integer has no opposite; `reduce` refuses it too.
            if sum == .min { throw Overflow() }
            if left.denominator == 1 { return Ratio(reduced: sum, 1) }
            return try reduce(sum, left.denominator)
        }
        let shared = Int128(greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude))
        let leftScale = right.denominator / shared
        let rightScale = left.denominator / shared
        let a = try product(left.numerator, leftScale)
        let b = try product(right.numerator, rightScale)
        let (sum, lost) = a.addingReportingOverflow(b)
        if lost { throw Overflow() }
        return try reduce(sum, product(left.denominator, leftScale))
    }

    /// - Throws: ``Overflow``
    @inlinable
    public static func - (left: Ratio, right: Ratio) throws(Overflow) -> Ratio {
        try left + Ratio(reduced: -right.numerator, right.denominator)
    }

    /// - Throws: ``Overflow``
    @inlinable
    public static func * (left: Ratio, right: Ratio) throws(Overflow) -> Ratio {
        let crossA = Int128(greatestCommonDivisor(left.numerator.magnitude, right.denominator.magnitude))
        let crossB = Int128(greatestCommonDivisor(right.numerator.magnitude, left.denominator.magnitude))
        guard crossA != 0, crossB != 0 else { return .zero }
        return Ratio(
            reduced: try product(left.numerator / crossA, right.numerator / crossB),
            try product(left.denominator / crossB, right.denominator / crossA))
    }

    /// - Returns: `nil` when `right` is zero.
    /// - Throws: ``Overflow``
    @inlinable
    public static func / (left: Ratio, right: Ratio) throws(Overflow) -> Ratio? {
        guard right.numerator != 0 else { return nil }
        let sign: Int128 = right.numerator < 0 ? -1 : 1
        return try left * Ratio(reduced: sign * right.denominator, sign * right.numerator)
    }

    /// - Throws: ``Overflow``
    @inlinable
    public static func += (left: inout Ratio, right: Ratio) throws(Overflow) {
        left = try left + right
    }

    /// The sum of all numbers in `parts`; zero for none.
    ///
    /// - Throws: ``Overflow``
    /// - Complexity: O(n)
    public static func sum(_ parts: some Sequence<Ratio>) throws(Overflow) -> Ratio {
        var total = Ratio.zero
        for part in parts { try total += part }
        return total
    }

    /// The number without its sign.
    @inlinable
    public var magnitude: Ratio { numerator < 0 ? Ratio(reduced: -numerator, denominator) : self }

    @inlinable
    static func product(_ a: Int128, _ b: Int128) throws(Overflow) -> Int128 {
        let (value, lost) = a.multipliedReportingOverflow(by: b)
        if lost || value == .min { throw Overflow() }
        return value
    }

    @inlinable
    static func reduce(_ numerator: Int128, _ denominator: Int128) throws(Overflow) -> Ratio {
        guard numerator != .min else { throw Overflow() }
        let divisor = Int128(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
        return divisor == 1
            ? Ratio(reduced: numerator, denominator)
            : Ratio(reduced: numerator / divisor, denominator / divisor)
    }
}
