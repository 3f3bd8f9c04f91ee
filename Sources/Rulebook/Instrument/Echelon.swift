/// The rank of a unit's head. Raw values stand in the database, the journal and instrument files and never change.
public enum Echelon: String, CaseIterable, Hashable, Sendable {
    /// Echelon I, the highest.
    case first = "I"
    /// Echelon II.
    case second = "II"
    /// Echelon III.
    case third = "III"
    /// Echelon IV.
    case fourth = "IV"
    /// A unit whose head has no echelon, such as a school or a health centre.
    case nonStructural = "non-struktural"

    /// What people read, in Indonesian.
    public var name: String { self == .nonStructural ? "Nonstruktural" : "Eselon \(rawValue)" }
}
