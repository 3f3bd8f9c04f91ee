/// What a unit and its agency bring along from beside the candidacy.
public struct UnitStanding: Hashable, Sendable {
    /// A designation that was taken away.
    public struct Revocation: Hashable, Sendable {
        /// What was taken away.
        public let designation: Designation
        /// On which day.
        public let day: Day

        /// Puts it together.
        public init(_ designation: Designation, on day: Day) {
            self.designation = designation
            self.day = day
        }
    }

    /// The designations in force on the day of the step.
    public let awards: Set<Designation>
    /// The designations that were ever taken away.
    public let revocations: [Revocation]
    /// What the unit is on its way to in other candidacies.
    public let onItsWay: Set<Designation>
    /// Whether the unit was closed.
    public let isClosed: Bool
    /// Whether every proposal of the agency is void in the year of nomination.
    public let isKnockedOut: Bool

    /// Puts the standing together; nothing is checked.
    public init(
        awards: Set<Designation> = [], revocations: [Revocation] = [], onItsWay: Set<Designation> = [], isClosed: Bool = false,
        isKnockedOut: Bool = false
    ) {
        self.awards = awards
        self.revocations = revocations
        self.onItsWay = onItsWay
        self.isClosed = isClosed
        self.isKnockedOut = isKnockedOut
    }
}
