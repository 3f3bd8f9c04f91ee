/// Kinds of units that may be proposed although a check is not met yet.
public struct AffirmationRule: Hashable, Sendable {
    /// The kinds.
    public let kinds: [NamedChoice]
    /// The designation for which it counts.
    public let designation: Designation
    /// The checks that do not stand in the way of the nomination.
    public let waives: [Check]
    /// The rule in words.
    public let text: String
    /// Where the regulation says so.
    public let clause: String

    /// Puts the rule together; it is checked with the whole file.
    public init(kinds: [NamedChoice], designation: Designation, waives: [Check], text: String, clause: String) {
        self.kinds = kinds
        self.designation = designation
        self.waives = waives
        self.text = text
        self.clause = clause
    }
}
