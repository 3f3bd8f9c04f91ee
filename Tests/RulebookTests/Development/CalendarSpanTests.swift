import Rulebook
import Testing

@Suite("Months and years by the calendar") struct CalendarSpanTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test(
        "The same date some months later, or the last day of a shorter month",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-01-31", 3, "2026-04-30"), ("2026-11-30", 3, "2027-02-28"),
            ("2026-03-03", 12, "2027-03-03"), ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2026-01-15", -1, "2025-12-15"),
            ("2026-03-31", -1, "2026-02-28"), ("2026-06-15", 0, "2026-06-15"), ("2026-12-31", 1, "2027-01-31"), ("0001-01-15", -1, "0001-01-01"),
            ("9999-12-15", 1, "9999-12-31"), ("2026-01-01", .max, "9999-12-31"), ("2026-01-01", .min, "0001-01-01"),
        ])
    func later(start: String, months: Int, end: String) throws {
        #expect(try CalendarSpan.day(months, monthsAfter: day(start)) == day(end))
    }

    @Test(
        "So many months have gone by on the same date, never before it",
        arguments: [
            ("2025-03-03", 12, "2026-03-03"), ("2024-02-29", 12, "2025-03-01"), ("2024-02-29", 48, "2028-02-29"), ("2026-01-31", 1, "2026-03-01"),
            ("2026-08-31", 1, "2026-10-01"), ("2026-05-05", 0, "2026-05-05"),
        ])
    func completion(start: String, months: Int, end: String) throws {
        #expect(try CalendarSpan.completion(of: months, since: day(start)) == day(end))
        #expect(try CalendarSpan.wholeMonths(from: day(start), to: day(end)) == months)
        #expect(try CalendarSpan.wholeMonths(from: day(start), to: day(end).adding(days: -1)) == max(months - 1, 0))
    }

    @Test("Counting months and reaching them agree on any two days")
    func agreement() throws {
        var random = SplitMix64(seed: 2_501)
        for _ in 0..<2_000 {
            let start = try #require(Day(number: Int.random(in: 18_000...22_000, using: &random)))
            let end = start.adding(days: Int.random(in: 0...1_500, using: &random))
            let months = CalendarSpan.wholeMonths(from: start, to: end)
            #expect(CalendarSpan.completion(of: months, since: start) <= end, "\(start) \(end)")
            #expect(CalendarSpan.completion(of: months + 1, since: start) > end, "\(start) \(end)")
        }
    }

    @Test("Nothing has gone by before the start")
    func before() throws {
        #expect(try CalendarSpan.wholeMonths(from: day("2026-03-03"), to: day("2025-03-03")) == 0)
        #expect(try CalendarSpan.wholeMonths(from: day("2026-03-03"), to: day("2026-03-03")) == 0)
    }
}
