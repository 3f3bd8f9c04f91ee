import Glibc
import Rulebook

/// Tells what time it is. Pages get it from here, so that tests can stop it.
protocol WallClock: Sendable {
    /// To the millisecond, as the database and the journal have it.
    var timestamp: Timestamp { get }
}

extension WallClock {
    /// To the second, as people read it.
    var now: Moment { Moment(timestamp) }
}

/// The machine's clock.
struct SystemClock: WallClock {
    var timestamp: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }
}

/// A point in time, to the second.
struct Moment: Hashable, Sendable {
    /// Since 1970-01-01T00:00:00Z.
    let seconds: Int64

    /// Western Indonesian time has no summer time: always seven hours ahead.
    private static let jakarta: Int64 = 7 * 3_600
    static let months = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
        "November", "Desember",
    ]

    init(seconds: Int64) {
        self.seconds = seconds
    }

    init(_ timestamp: Timestamp) {
        seconds = timestamp.seconds
    }

    /// `23 November 2026 pukul 16.40 WIB`.
    var text: String {
        let parts = Self.parts(seconds + Self.jakarta)
        return
            "\(parts.day) \(Self.months[parts.month - 1]) \(parts.year) pukul \(Self.two(parts.hour)).\(Self.two(parts.minute)) WIB"
    }

    /// `2026-11-23T09:40:00.000Z`, for logs.
    func timestamp(milliseconds: Int) -> String {
        let parts = Self.parts(seconds)
        let thousandth = String(milliseconds + 1_000).dropFirst()
        return
            "\(parts.year)-\(Self.two(parts.month))-\(Self.two(parts.day))T\(Self.two(parts.hour)):\(Self.two(parts.minute)):\(Self.two(parts.second)).\(thousandth)Z"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The Gregorian calendar, counted in eras of 400 years from 1 March of year 0.
    private static func parts(
        _ seconds: Int64
    ) -> (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        let clock = Int(((seconds % 86_400) + 86_400) % 86_400)
        let days = Int((seconds - Int64(clock)) / 86_400) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1,
            clock / 3_600, clock % 3_600 / 60, clock % 60
        )
    }
}
