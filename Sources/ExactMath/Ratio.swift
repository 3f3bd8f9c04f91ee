/// An exact rational number, always in lowest terms with a positive denominator.
///
/// Every score, weight and minimum in Zona is a `Ratio`; nothing is rounded until a person reads it
/// (see `Ratio+Text.swift`). Two ratios are equal exactly when they are the same number.
///
/// Operators throw ``Overflow`` instead of losing a digit. Comparison never throws: it is carried out in
/// double width.
public struct Ratio: Hashable, Sendable {
    /// The numerator; carries the sign.
    public let numerator: Int128
    /// The denominator; at least 1 and coprime to the numerator.
    public let denominator: Int128

    /// The number 0, kept as 0/1.
    public static let zero = Ratio(reduced: 0, 1)
    /// The number 1; for the value of an answer, the best there is.
    public static let one = Ratio(reduced: 1, 1)

    @inlinable
    init(reduced numerator: Int128, _ denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// A whole number.
    @inlinable
    public init(_ whole: Int) {
        self.init(reduced: Int128(whole), 1)
    }

    /// The quotient of two whole numbers, reduced.
    ///
    /// - Returns: `nil` when `denominator` is zero.
    /// - Throws: ``Overflow`` when a sign change of the smallest integer does not fit.
    /// - Complexity: O(log n) in the smaller of the two.
    @inlinable
    public init?(_ numerator: Int128, over denominator: Int128) throws(Overflow) {
        guard denominator != 0 else { return nil }
        guard numerator != .min, denominator != .min else { throw Overflow() }
        let divisor = Int128(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.init(reduced: sign * (numerator / divisor), sign * (denominator / divisor))
    }

    /// Whether the number is a whole one.
    @inlinable
    public var isWhole: Bool { denominator == 1 }

    /// The number clamped to the closed range from `low` to `high`.
    @inlinable
    public func clamped(from low: Ratio, to high: Ratio) -> Ratio {
        self < low ? low : (high < self ? high : self)
    }
}

extension Ratio: Comparable {
    /// Compares exactly. A product that does not fit is formed in double width, so this never throws.
    @inlinable
    public static func < (left: Ratio, right: Ratio) -> Bool {
        if left.denominator == right.denominator { return left.numerator < right.numerator }
        let (a, lostA) = left.numerator.multipliedReportingOverflow(by: right.denominator)
        let (b, lostB) = right.numerator.multipliedReportingOverflow(by: left.denominator)
        if !lostA, !lostB { return a < b }
        let wideA = left.numerator.multipliedFullWidth(by: right.denominator)
        let wideB = right.numerator.multipliedFullWidth(by: left.denominator)
        return (wideA.high, wideA.low) < (wideB.high, wideB.low)
    }
}

/// The greatest common divisor; `greatestCommonDivisor(0, n) == n`.
///
/// - Complexity: O(bits of the larger argument).
@inlinable
public func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    if a <= UInt128(UInt64.max), b <= UInt128(UInt64.max) {
        return UInt128(binaryGCD(UInt64(truncatingIfNeeded: a), UInt64(truncatingIfNeeded: b)))
    }
    return binaryGCD(a, b)
}

@inlinable
func binaryGCD<T: FixedWidthInteger & UnsignedInteger>(_ a: T, _ b: T) -> T {
    guard a != 0 else { return b }
    guard b != 0 else { return a }
    let shift = min(a.trailingZeroBitCount, b.trailingZeroBitCount)
    var x = a &>> T(a.trailingZeroBitCount)
    var y = b
    repeat {
        y &>>= T(y.trailingZeroBitCount)
        if x > y { swap(&x, &y) }
        y &-= x
    } while y != 0
    return x &<< T(shift)
}
