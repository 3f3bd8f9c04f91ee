/// An area of change with what it is for, in own words; shown where a unit plans and works.
public struct AreaGuidance: Hashable, Sendable {
    /// As the instrument numbers it.
    public let number: Int
    /// As the instrument names it.
    public let name: String
    /// What the area is for.
    public let aim: String
    /// What should have come about.
    public let targets: [String]
    /// What shows it.
    public let indicators: [String]
    /// Where the regulation says so.
    public let clause: String

    /// Puts the guidance together; nothing is checked.
    public init(number: Int, name: String, aim: String, targets: [String], indicators: [String], clause: String) {
        self.number = number
        self.name = name
        self.aim = aim
        self.targets = targets
        self.indicators = indicators
        self.clause = clause
    }
}

/// Something the regulation says, in own words.
public struct ProgrammeNote: Hashable, Sendable {
    /// What it is about.
    public let topic: String
    /// What it says.
    public let text: String
    /// Where the regulation says so, or where it was announced.
    public let clause: String

    /// Puts the note together; nothing is checked.
    public init(topic: String, text: String, clause: String) {
        self.topic = topic
        self.text = text
        self.clause = clause
    }
}
