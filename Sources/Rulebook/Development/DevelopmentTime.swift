public import ExactMath

/// How long a unit has been developing, counted from the day it was appointed.
///
/// Clause: PermenPANRB 90/2021 Lampiran II Bab II Tabel 5, since 2024 PermenPANRB 5/2024 Lampiran II Bab II.A, Tabel 5. How long is enough is
/// data of the instrument: its prerequisite on ``fact``. PermenPANRB 52/2014 has none.
public struct DevelopmentTime: Hashable, Sendable {
    /// The fact that instruments ask for, in years.
    public static let fact: FactID = "masa-pembangunan"

    /// The day of the appointment.
    public let since: Day

    /// Counts from this day on.
    public init(since: Day) { self.since = since }

    /// The time that has gone by in years, by whole months; 0 before the appointment.
    public func years(on day: Day) -> Ratio {
        let months = CalendarSpan.wholeMonths(from: since, to: day)
        return ((try? Ratio(Int128(months), over: 12)) ?? nil) ?? .zero
    }

    /// The first day on which so many whole months have gone by.
    public func reached(months: Int) -> Day { CalendarSpan.completion(of: months, since: since) }

    /// The first day on which so many years have gone by; a part of a month counts as a whole one.
    public func reached(_ years: Ratio) -> Day {
        guard let months = try? years * Ratio(12) else { return .last }
        let (whole, rest) = months.numerator.quotientAndRemainder(dividingBy: months.denominator)
        return CalendarSpan.completion(of: Int(clamping: rest > 0 ? whole + 1 : max(whole, 0)), since: since)
    }

    /// Whether so many years have gone by on a day.
    public func hasReached(_ years: Ratio, on day: Day) -> Bool { day >= reached(years) }

    /// The condition of an instrument on this time; `nil` where the regulation has none.
    ///
    /// - Complexity: O(prerequisites)
    public static func condition(of instrument: Instrument, for designation: Designation) -> Condition? {
        instrument.prerequisites(for: designation).first { $0.measure == .fact(fact) }
    }
}
