import ExactMath

extension Ratio {
    /// A test's own number; both parts are known to be fine.
    static func of(_ numerator: Int128, _ denominator: Int128) -> Ratio {
        (try? Ratio(numerator, over: denominator)) ?? .zero
    }
}

extension SplitMix64 {
    /// A whole number of up to `bits` bits, of either sign; small ones as likely as large ones.
    mutating func whole(bits: Int) -> Int128 {
        let wide = Int128(next()) << 63 ^ Int128(next() >> 1)
        let kept = Int.random(in: 0...bits, using: &self)
        let magnitude = kept == 0 ? 0 : wide & ((1 << Int128(kept)) - 1)
        return Bool.random(using: &self) ? magnitude : -magnitude
    }

    /// A ratio whose two parts have up to `bits` bits.
    mutating func ratio(bits: Int) -> Ratio {
        .of(whole(bits: bits), max(1, abs(whole(bits: bits))))
    }
}

/// Compares a/b with c/d by continued fractions, as one does with a pencil: whole parts first, then the
/// remainders turned over. Slow, and without any product that could overflow.
func slowlyLess(_ a: Int128, _ b: Int128, _ c: Int128, _ d: Int128) -> Bool {
    func floored(_ n: Int128, _ m: Int128) -> (Int128, Int128) {
        let (quotient, rest) = n.quotientAndRemainder(dividingBy: m)
        return rest < 0 ? (quotient - 1, rest + m) : (quotient, rest)
    }
    let (left, leftRest) = floored(a, b)
    let (right, rightRest) = floored(c, d)
    if left != right { return left < right }
    if rightRest == 0 { return false }
    if leftRest == 0 { return true }
    return slowlyLess(d, rightRest, b, leftRest)
}
