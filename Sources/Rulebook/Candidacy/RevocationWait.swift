/// What stands in the way of a unit whose designation was taken away.
public struct RevocationWait: Hashable, Sendable {
    /// What was taken away.
    public let revoked: Set<Designation>
    /// What the unit may not be proposed for.
    public let proposed: Designation
    /// For so many years from the day of the revocation; `nil` for ever.
    public let years: Int?
    /// Where the regulation says so.
    public let clause: String

    /// Puts the rule together; it is checked with the whole file.
    public init(revoked: Set<Designation>, proposed: Designation, years: Int?, clause: String) {
        self.revoked = revoked
        self.proposed = proposed
        self.years = years
        self.clause = clause
    }
}
