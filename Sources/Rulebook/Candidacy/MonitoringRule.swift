/// How a designation that was awarded is looked at again.
public struct MonitoringRule: Hashable, Sendable {
    /// Years from the award, and from one look to the next; `nil` where the regulation names no rhythm.
    public let everyYears: Int?
    /// A unit that is proposed for this one meanwhile needs no look.
    public let exemptWhenProposedFor: Designation?
    /// The rule in words.
    public let text: String
    /// Where the regulation says so.
    public let clause: String

    /// Puts the rule together; it is checked with the whole file.
    public init(everyYears: Int?, exemptWhenProposedFor: Designation?, text: String, clause: String) {
        self.everyYears = everyYears
        self.exemptWhenProposedFor = exemptWhenProposedFor
        self.text = text
        self.clause = clause
    }
}
