/// One of the things that a pilot unit is chosen by.
public struct SelectionCriterion: Hashable, Sendable {
    /// Names the criterion in forms and the database.
    public let id: String
    /// What people call it.
    public let name: String
    /// What to look at, in own words.
    public let guidance: String
    /// Where the regulation says so.
    public let clause: String

    /// Puts the criterion together; nothing is checked.
    public init(id: String, name: String, guidance: String, clause: String) {
        self.id = id
        self.name = name
        self.guidance = guidance
        self.clause = clause
    }
}
