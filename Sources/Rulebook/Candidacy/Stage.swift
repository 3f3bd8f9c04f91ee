/// A stage of the programme, in the order in which a unit passes through them.
///
/// Clause: PermenPANRB 52/2014 Lampiran Bab II and III; PermenPANRB 90/2021 Lampiran I Bab II, Lampiran II Bab II and III.
public enum Stage: String, CaseIterable, Hashable, Comparable, Sendable {
    /// Pencanangan: the unit's people declare themselves and sign the integrity pact.
    case declaration = "pencanangan"
    /// Pemilihan: the agency chooses the unit.
    case selection = "pemilihan"
    /// Pembangunan: the unit carries out its action plan.
    case development = "pembangunan"
    /// Penilaian: the inspectorate (TPI) assesses the unit.
    case assessment = "penilaian"
    /// Pengusulan: the head of the agency proposes the unit.
    case nomination = "pengusulan"
    /// Reviu: the national team (TPN) reviews.
    case nationalReview = "reviu"
    /// Penetapan: the designation is awarded, kept and perhaps revoked.
    case award = "penetapan"

    /// What people read, in Indonesian.
    public var name: String {
        switch self {
        case .declaration: "Pencanangan"
        case .selection: "Pemilihan"
        case .development: "Pembangunan"
        case .assessment: "Penilaian TPI"
        case .nomination: "Pengusulan"
        case .nationalReview: "Reviu TPN"
        case .award: "Penetapan"
        }
    }

    /// The earlier stage is the lesser one.
    public static func < (left: Stage, right: Stage) -> Bool { left.position < right.position }

    /// 0 for the first stage.
    public var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
