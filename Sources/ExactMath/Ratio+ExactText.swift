extension Ratio {
    /// Reads back what ``exact`` writes: `p/q` or `p`, reduced, nothing around it; `nil` for anything else, and for what does
    /// not fit.
    ///
    /// - Complexity: O(digits)
    public init?(exact text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let numerator = Int128(parts[0]), let denominator = parts.count == 2 ? Int128(parts[1]) : 1, denominator > 0 else { return nil }
        guard let number = try? Ratio(numerator, over: denominator), number.exact == text else { return nil }
        self = number
    }
}
