import Journaling
import Rulebook

/// How the journal writes times and fingerprints.
enum JournalText {
    /// A count as people read it: `1.234`.
    static func count(_ number: Int) -> String {
        let digits = String(number)
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(".") }
            text.append(digit)
        }
        return text
    }

    /// The day of a moment in Western Indonesian time.
    static func day(_ time: Int64) -> Day { Day(of: Timestamp(milliseconds: time), in: .wib) }

    /// `16.40 WIB`.
    static func time(_ time: Int64) -> String {
        Moment(Timestamp(milliseconds: time)).text.split(separator: " ").suffix(2).joined(separator: " ")
    }

    /// `7ffa b4ec 792f`: enough to tell entries apart at a glance.
    static func short(_ fingerprint: Fingerprint) -> String { grouped(String(fingerprint.hex.prefix(12)), 4) }

    /// All 64 digits in groups of eight.
    static func full(_ fingerprint: Fingerprint) -> String { grouped(fingerprint.hex, 8) }

    private static func grouped(_ digits: String, _ width: Int) -> String {
        var groups: [Substring] = []
        var rest = digits[...]
        while !rest.isEmpty {
            groups.append(rest.prefix(width))
            rest = rest.dropFirst(width)
        }
        return groups.joined(separator: " ")
    }
}
