/// Numbers for people. This is the only place where a score is rounded, and only on its way out.
extension Ratio {
    /// Which mark stands between whole and fraction.
    public enum DecimalMark: String, Sendable {
        /// Indonesian pages and messages: `74,75`.
        case comma = ","
        /// Data that another program reads: `74.75`.
        case point = "."
    }

    /// The number rounded half up (away from zero) to `places` decimals, with all of them written out.
    ///
    /// - Parameters:
    ///   - places: 0 to 18 decimals; values outside are brought inside.
    ///   - mark: the decimal mark. There is never a thousands mark.
    /// - Complexity: O(digits)
    public func rounded(places: Int = 2, mark: DecimalMark = .point) -> String {
        let places = min(max(places, 0), 18)
        var scale: UInt128 = 1
        for _ in 0..<places { scale *= 10 }
        let divisor = denominator.magnitude
        let (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
        // rest < divisor < 2^127, so the wide product divided by the divisor is below `scale` and fits.
        var (fraction, left) = divisor.dividingFullWidth(rest.multipliedFullWidth(by: scale))
        if left >= divisor - left { fraction += 1 }
        var units = whole
        if fraction == scale {
            units += 1
            fraction = 0
        }
        let sign = numerator < 0 && (units != 0 || fraction != 0) ? "-" : ""
        guard places > 0 else { return sign + String(units) }
        let digits = String(fraction)
        return sign + String(units) + mark.rawValue + String(repeating: "0", count: places - digits.count) + digits
    }

    /// The exact number as `p/q`, or `p` when it is whole.
    public var exact: String {
        denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)"
    }

    /// The exact number as a finite decimal without trailing zeros, or `nil` when its decimals never end or
    /// there are more than 18.
    ///
    /// - Complexity: O(digits)
    public func finiteDecimal(mark: DecimalMark = .point) -> String? {
        var rest = denominator
        var twos = 0
        var fives = 0
        while rest.isMultiple(of: 2) { (rest, twos) = (rest / 2, twos + 1) }
        while rest.isMultiple(of: 5) { (rest, fives) = (rest / 5, fives + 1) }
        let places = max(twos, fives)
        return rest == 1 && places <= 18 ? rounded(places: places, mark: mark) : nil
    }
}

extension Ratio: CustomStringConvertible {
    /// The same as ``exact``; never rounded.
    ///
    /// - Complexity: O(digits)
    public var description: String { exact }
}
