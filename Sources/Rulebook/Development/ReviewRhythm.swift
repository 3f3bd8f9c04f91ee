/// How often progress is reviewed: a period of so many months after another, from the day the unit was appointed.
///
/// A candidacy begins with the rhythm of its programme's file and may set its own, which is shown as such. Each period is reviewed once. Its review is due on
/// its last day, which is the day so many months after the start; it may be held earlier, and held later it is late.
///
/// Clause: PermenPANRB 52/2014 Lampiran Bab II.B; PermenPANRB 90/2021 Lampiran I Bab II (that there is monitoring, and that it is followed up).
public struct ReviewRhythm: Hashable, Sendable {
    /// The rhythms that may be chosen, in months.
    public static let choices = [1, 2, 3, 4, 6, 12]
    /// The rhythms there are, in months.
    public static let range = 1...12
    /// No more periods than this are looked at; at the shortest rhythm they are ten years.
    public static let mostPeriods = 120

    /// The day from which periods are counted.
    public let start: Day
    /// The length of a period.
    public let months: Int

    /// A rhythm; `nil` for one out of ``range``.
    public init?(start: Day, months: Int) {
        guard Self.range.contains(months) else { return nil }
        self.start = start
        self.months = months
    }

    /// The day on which the review of a period is due; periods count from 1.
    public func due(_ period: Int) -> Day {
        CalendarSpan.day(months * min(max(period, 1), Self.mostPeriods), monthsAfter: start)
    }

    /// The period in which a day lies; the first for days before the start.
    ///
    /// - Complexity: O(log periods)
    public func period(of day: Day) -> Int {
        var (low, high) = (1, Self.mostPeriods)
        while low < high {
            let middle = (low + high) / 2
            if due(middle) >= day { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The first period that was not reviewed.
    ///
    /// - Complexity: O(reviewed)
    public func next(after reviewed: Set<Int>) -> Int {
        var period = 1
        while reviewed.contains(period) { period += 1 }
        return period
    }

    /// The periods whose review should have been held by now and was not, in order.
    ///
    /// - Complexity: O(periods)
    public func overdue(on day: Day, reviewed: Set<Int>) -> [Int] {
        (1...period(of: day)).filter { !reviewed.contains($0) && due($0) < day }
    }

    /// Makes sure that a review of a period may be recorded.
    ///
    /// - Throws: ``PlanRefusal/periodNotBegun``, ``PlanRefusal/periodReviewed``.
    public func check(_ period: Int, heldOn day: Day, reviewed: Set<Int>) throws(PlanRefusal) {
        guard period >= 1, period <= self.period(of: day) else { throw .periodNotBegun }
        guard !reviewed.contains(period) else { throw .periodReviewed }
    }
}
