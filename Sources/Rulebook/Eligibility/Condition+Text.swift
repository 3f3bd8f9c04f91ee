public import ExactMath

extension Condition.Unit {
    /// A number of this unit as people read it: a grade by its name, `Ya` or `Tidak`, else as short as exact allows.
    public func text(_ number: Ratio) -> String {
        switch self {
        case .points, .number: return Figures(places: 2).short(number)
        case .yesNo: return number == .zero ? "Tidak" : "Ya"
        case .grade(let scale):
            guard number.isWhole, let position = Int(exactly: number.numerator), scale.grades.indices.contains(position) else {
                return Figures(places: 2).short(number)
            }
            return scale.grades[position]
        }
    }

    /// How far a measured number lies from a minimum, as people read it: `−1 tingkat`, `−2,5`, `+5`. Empty for yes and no,
    /// which have no distance.
    public func gapText(_ gap: Ratio) -> String {
        let sign = gap > .zero ? "+" : ""
        switch self {
        case .points, .number: return sign + Figures(places: 2).short(gap)
        case .yesNo: return ""
        case .grade: return sign + Figures(places: 2).short(gap) + " tingkat"
        }
    }
}
