import ExactMath

extension Ratio {
    /// For people: two decimals, decimal comma.
    var shown: String { rounded(places: 2, mark: .comma).replacing("-", with: "−") }
    /// For people, with its sign.
    var signed: String { self < .zero ? shown : "+" + shown }
    /// Exact, and as short as it gets: a decimal where it ends, else a fraction.
    var data: String { finiteDecimal() ?? exact }
}
