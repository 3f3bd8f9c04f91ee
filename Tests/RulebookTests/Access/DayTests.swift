import Rulebook
import Testing

@Suite("Days")
struct DayTests {
    @Test(
        "A day has one number and one spelling",
        arguments: [
            ("0001-01-01", -719_162), ("1582-10-15", -141_427), ("1900-02-28", -25_509), ("1900-03-01", -25_508), ("1969-12-31", -1), ("1970-01-01", 0),
            ("2000-02-29", 11_016), ("2026-11-24", 20_781), ("9999-12-31", 2_932_896),
        ])
    func spelling(text: String, number: Int) throws {
        let day = try #require(Day(text))
        #expect(day.number == number)
        #expect(day.description == text)
        #expect(Day(number: number) == day)
    }

    @Test("Every day of 800 years follows the one before, there and back")
    func everyDay() throws {
        var (year, month, day) = (1600, 1, 1)
        var expected = try #require(Day(year: year, month: month, day: day))
        while year < 2400 {
            #expect(expected.date == (year, month, day))
            #expect(Day(year: year, month: month, day: day) == expected)
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
            #expect(Day(year: year, month: month, day: length + 1) == nil)
            if day < length { day += 1 } else { (month, day) = (month == 12 ? 1 : month + 1, 1) }
            if month == 1, day == 1 { year += 1 }
            expected = expected.adding(days: 1)
        }
    }

    @Test(
        "What is no day is refused",
        arguments: [
            "", "2026-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-32", "0000-01-01", "2026-1-1", "2026/01/01", " 2026-01-01", "2026-01-01 ",
            "2026-01-01T00", "20260101", "-026-01-01", "+026-01-01", "٢٠٢٦-01-01", "2026-01-0\u{0661}", "2026–01–01", "99999-01-01", "2026-01-0a",
            String(repeating: "9", count: 100_000),
        ])
    func hostile(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("The range has an end on either side")
    func ends() {
        #expect(Day(number: Day.first.number - 1) == nil && Day(number: Day.first.number) == .first)
        #expect(Day(number: Day.last.number + 1) == nil && Day(number: Day.last.number) == .last)
        #expect(Day.last.adding(days: 1) == .last && Day.first.adding(days: -1) == .first)
        #expect(Day.last.adding(days: .max) == .last && Day.first.adding(days: .min) == .first)
        #expect(Day(year: .max, month: 1, day: 1) == nil && Day(year: 1, month: .min, day: 1) == nil && Day(year: 1, month: 1, day: .max) == nil)
    }

    @Test(
        "Midnight comes first in the east",
        arguments: [
            (IndonesianZone.wib, 16 * 3_600 + 3_599, 17 * 3_600), (.wita, 15 * 3_600 + 3_599, 16 * 3_600), (.wit, 14 * 3_600 + 3_599, 15 * 3_600),
        ])
    func zones(zone: IndonesianZone, before: Int, midnight: Int) throws {
        let start = try #require(Day("2026-11-24"))
        let base = Int64(start.number) * 86_400_000
        #expect(Day(of: Timestamp(milliseconds: base + Int64(before) * 1_000 + 999), in: zone) == start)
        #expect(Day(of: Timestamp(milliseconds: base + Int64(midnight) * 1_000), in: zone) == start.adding(days: 1))
    }

    @Test("Moments before 1970 and beyond the range have a day too")
    func extremes() {
        #expect(Day(of: Timestamp(milliseconds: -1), offsetMinutes: 0).description == "1969-12-31")
        #expect(Day(of: Timestamp(milliseconds: 0), offsetMinutes: -1).description == "1969-12-31")
        #expect(Day(of: Timestamp(milliseconds: .max), offsetMinutes: .max) == .last)
        #expect(Day(of: Timestamp(milliseconds: .min), offsetMinutes: .min) == .first)
    }
}
