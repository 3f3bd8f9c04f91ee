import ExactMath

extension PactRule {
    /// How many of so many people have to sign at least; `nil` when not even all would do, or when there is nobody.
    public func needed(of people: Int) -> Int? {
        guard people > 0, let bound = try? share * Ratio(people) else { return nil }
        let (whole, rest) = bound.numerator.quotientAndRemainder(dividingBy: bound.denominator)
        let least = isExclusive || rest != 0 ? whole + 1 : whole
        return least <= Int128(people) ? Int(max(least, 0)) : nil
    }
}
