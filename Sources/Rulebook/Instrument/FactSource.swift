public import ExactMath

/// Where the value of a fact comes from; part of the instrument, so that no rule about a certain fact stands in code.
public enum FactSource: Hashable, Sendable {
    /// What a unit's own way through the programme tells.
    public enum CandidacyMeasure: String, CaseIterable, Sendable {
        /// For how long the unit has been developing towards the designation, in years.
        case yearsOfDevelopment
        /// Whether the unit holds WBK.
        case holdsWBK
    }

    /// Somebody states it with a document, under this name: two regulations may call one thing differently. Yearly ones are
    /// about a financial year each, others about the day of their document.
    case stated(as: FactID, isYearly: Bool)
    /// How many financial years before the proposal, without a gap, another fact reached a value, as conditions compare it.
    case consecutiveYears(of: FactID, atLeast: Ratio)
    /// Whether the agency is of one of these kinds.
    case agencyKind(Set<AgencyKind>)
    /// Whether the unit is of one of these echelons.
    case echelon(Set<Echelon>)
    /// Told by the candidacy.
    case candidacy(CandidacyMeasure)

    /// Whether it is stated for financial years.
    public var isYearly: Bool {
        if case .stated(_, isYearly: true) = self { true } else { false }
    }

    /// The name it is stated under; `nil` where nobody states it.
    public var standing: FactID? {
        if case .stated(let name, _) = self { name } else { nil }
    }
}
