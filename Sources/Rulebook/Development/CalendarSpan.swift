/// Months and years as the calendar counts them.
public enum CalendarSpan {
    /// The most months that are counted; more than there are between the first and the last day.
    private static let mostMonths = 120_000

    /// The same date this many months later, or earlier when negative; where that month is shorter, its last day. Stops at the first and the
    /// last day there is.
    public static func day(_ months: Int, monthsAfter day: Day) -> Day {
        let date = day.date
        let (year, month) = target(months, date)
        // The longest month has 31 days, so the fourth try is February's 28th at the latest.
        for last in stride(from: date.day, through: max(date.day - 3, 1), by: -1) {
            if let found = Day(year: year, month: month, day: last) { return found }
        }
        return months < 0 ? .first : .last
    }

    /// The first day on which this many months have gone by, 0 or more: the same date, or where that month has no such date the first day of
    /// the next. One year from 3 March 2025 is reached on 3 March 2026, one year from 29 February 2024 on 1 March 2025.
    public static func completion(of months: Int, since day: Day) -> Day {
        let reached = Self.day(months, monthsAfter: day)
        return reached.date.day < day.date.day && reached < .last ? reached.adding(days: 1) : reached
    }

    /// How many whole months have gone by from one day to another; 0 when the other is not later.
    public static func wholeMonths(from start: Day, to day: Day) -> Int {
        guard day > start else { return 0 }
        let (from, to) = (start.date, day.date)
        let months = (to.year - from.year) * 12 + to.month - from.month
        return completion(of: months, since: start) <= day ? months : max(months - 1, 0)
    }

    private static func target(_ months: Int, _ date: (year: Int, month: Int, day: Int)) -> (year: Int, month: Int) {
        let bounded = min(max(months, -mostMonths), mostMonths)
        let count = date.year * 12 + date.month - 1 + bounded
        let (year, month) = count.quotientAndRemainder(dividingBy: 12)
        return month < 0 ? (year - 1, month + 13) : (year, month + 1)
    }
}
