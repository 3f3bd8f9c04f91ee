/// Until when nominations of a year are taken.
public struct DeadlineRule: Hashable, Sendable {
    /// Another day that was announced for a year.
    public struct Announced: Hashable, Sendable {
        /// The year of nomination.
        public let year: Int
        /// The last day.
        public let day: Day
        /// Where it was announced.
        public let source: String

        /// Puts the announcement together; nothing is checked.
        public init(year: Int, day: Day, source: String) {
            self.year = year
            self.day = day
            self.source = source
        }
    }

    /// The month of the last day, from 1.
    public let month: Int
    /// The last day of the month on which a nomination is taken.
    public let day: Int
    /// Years with another day.
    public let announced: [Announced]
    /// Where the regulation says so.
    public let clause: String

    /// Puts the rule together; the ranges are checked with the whole file.
    public init(month: Int, day: Int, announced: [Announced], clause: String) {
        self.month = month
        self.day = day
        self.announced = announced
        self.clause = clause
    }
}
