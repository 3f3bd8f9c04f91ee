import ExactMath

extension Ratio {
    /// For programs: exact, and as short as it gets: a decimal where it ends, else a fraction.
    var data: String { finiteDecimal() ?? exact }
}
