public import ExactMath

/// What a unit's way through the programme tells about it, for the prerequisites that ask.
public struct CandidacyFacts: Hashable, Sendable {
    /// For how long it has been developing towards the designation; `nil` while that is not known.
    public let yearsOfDevelopment: Ratio?
    /// Whether it holds WBK; `nil` while that is not known.
    public let holdsWBK: Bool?

    /// Takes what is known.
    public init(yearsOfDevelopment: Ratio? = nil, holdsWBK: Bool? = nil) {
        self.yearsOfDevelopment = yearsOfDevelopment
        self.holdsWBK = holdsWBK
    }

    /// The years from one day to another by full months: eleven months are 11/12, and one year is over on the same date a
    /// year later. 29 February counts as 1 March in other years. 0 when the end lies before the start.
    public static func years(from start: Day, to end: Day) -> Ratio {
        guard start <= end else { return .zero }
        let (first, last) = (start.date, end.date)
        let begun = (last.year - first.year) * 12 + last.month - first.month
        let months = last.day < first.day ? begun - 1 : begun
        return (try? Ratio(Int128(max(months, 0)), over: 12)) ?? .zero
    }

    func value(of measure: FactSource.CandidacyMeasure) -> FactValue? {
        switch measure {
        case .yearsOfDevelopment: yearsOfDevelopment.map { .number($0) }
        case .holdsWBK: holdsWBK.map { .yesNo($0) }
        }
    }
}
