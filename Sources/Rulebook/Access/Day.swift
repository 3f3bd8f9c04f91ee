/// A day of the Gregorian calendar without a time of day or a place, from 0001-01-01 to 9999-12-31.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01; negative before it.
    public let number: Int

    /// The first day there is: 0001-01-01.
    public static let first = Day(unchecked: -719_162)
    /// The last day there is: 9999-12-31.
    public static let last = Day(unchecked: 2_932_896)

    private init(unchecked number: Int) { self.number = number }

    /// The day this many days after 1970-01-01; `nil` outside ``first``…``last``.
    public init?(number: Int) {
        guard number >= Self.first.number, number <= Self.last.number else { return nil }
        self.number = number
    }

    /// The day of a date; `nil` when there is no such date, such as 30 February.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9_999).contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= Self.length(ofMonth: month, year: year) else { return nil }
        number = Self.count(year: year, month: month, day: day)
    }

    /// Reads `2026-11-24`: ten ASCII characters, nothing around them; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8.prefix(11))
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        guard let year = Self.digits(bytes[0..<4]), let month = Self.digits(bytes[5..<7]), let day = Self.digits(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day it is at a moment, where clocks are this many minutes ahead of UTC (at most a day either way). Moments beyond the range give its first or last day.
    public init(of moment: Timestamp, offsetMinutes: Int) {
        let local = moment.adding(seconds: Int64(Swift.min(Swift.max(offsetMinutes, -1_440), 1_440)) * 60)
        let (whole, rest) = local.seconds.quotientAndRemainder(dividingBy: 86_400)
        let days = Int(clamping: rest < 0 ? whole - 1 : whole)
        number = Swift.min(Swift.max(days, Self.first.number), Self.last.number)
    }

    /// The day it is at a moment in one of Indonesia's time zones.
    public init(of moment: Timestamp, in zone: IndonesianZone) {
        self.init(of: moment, offsetMinutes: zone.offsetMinutes)
    }

    /// The earlier day is the lesser one.
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// This many days later, or earlier when negative; stops at the first and the last day.
    public func adding(days: Int) -> Day {
        let (sum, beyond) = number.addingReportingOverflow(days)
        if beyond { return days < 0 ? .first : .last }
        return Day(unchecked: Swift.min(Swift.max(sum, Self.first.number), Self.last.number))
    }

    /// Year, month from 1 and day of the month from 1.
    public var date: (year: Int, month: Int, day: Int) {
        // Years begin in March here, so that the leap day is the last of its year; eras of 400 years have equal length.
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// `2026-11-24`, as files and the database have it; sorts like the days.
    public var description: String {
        let (year, month, day) = date
        return "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
    }

    private static func count(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted % 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }

    private static func padded(_ value: Int, to width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}

/// One of Indonesia's three time zones. None has summer time.
public enum IndonesianZone: String, CaseIterable, Sendable {
    /// West: Sumatra, Java, western and central Kalimantan.
    case wib
    /// Central: Bali, Nusa Tenggara, Sulawesi, the rest of Kalimantan.
    case wita
    /// East: Maluku and Papua.
    case wit

    /// Minutes ahead of UTC.
    public var offsetMinutes: Int {
        switch self {
        case .wib: 7 * 60
        case .wita: 8 * 60
        case .wit: 9 * 60
        }
    }
}
