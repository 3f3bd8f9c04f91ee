/// A seat on the team that assesses a unit for its agency (TPI). Raw values stand in the database and the journal.
public enum TeamSeat: String, CaseIterable, Hashable, Sendable {
    /// Leads the assessment and signs its result.
    case lead = "ketua"
    /// Controls its technical quality.
    case controller = "pengendali-teknis"
    /// Assesses.
    case member = "anggota"

    /// What people read, in Indonesian.
    public var name: String {
        switch self {
        case .lead: "Ketua"
        case .controller: "Pengendali teknis"
        case .member: "Anggota"
        }
    }

    /// The role that whoever takes the seat must have for the unit.
    public var role: Role {
        switch self {
        case .lead: .assessorLead
        case .controller: .assessorController
        case .member: .assessorMember
        }
    }
}

/// What a team must be before it may assess. Data of the programme, never of the code.
public struct TeamRule: Hashable, Sendable {
    /// The least number of people by seat; a seat that is not named may stay empty.
    public let least: [TeamSeat: Int]
    /// For how many days after leaving a unit somebody still counts as its own; 0 for not at all.
    public let belongingDays: Int

    /// Puts a rule together; negative numbers count as 0.
    public init(least: [TeamSeat: Int], belongingDays: Int) {
        self.least = least
        self.belongingDays = max(belongingDays, 0)
    }
}
