/// A designation that can be had only on top of another.
public struct Presupposition: Hashable, Sendable {
    /// The one on top.
    public let designation: Designation
    /// The one that must be in force.
    public let presupposes: Designation
    /// Where the regulation says so.
    public let clause: String

    /// Puts the rule together; nothing is checked.
    public init(designation: Designation, presupposes: Designation, clause: String) {
        self.designation = designation
        self.presupposes = presupposes
        self.clause = clause
    }
}
