/// Whose scoring sheet it is. Raw values stand in the database, addresses and the journal.
public enum SheetParty: String, CaseIterable, Hashable, Comparable, Sendable {
    /// The unit's own.
    case unit
    /// The agency's assessors'.
    case internalTeam = "tpi"
    /// The national reviewers'. Their result stands where it differs; the others stay visible.
    ///
    /// Clause: PermenPANRB 90/2021 Lampiran II Bab III.
    case nationalTeam = "tpn"

    /// What people read, in Indonesian.
    public var name: String {
        switch self {
        case .unit: "Unit"
        case .internalTeam: "TPI"
        case .nationalTeam: "TPN"
        }
    }

    /// Whose result stands where several are there: the greater party's.
    public static func < (left: Self, right: Self) -> Bool { left.position < right.position }

    private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
