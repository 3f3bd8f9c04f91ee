/// A moment, to the millisecond. There is no clock here: whoever asks a rule brings the time along.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted; as the database stores it.
    public let milliseconds: Int64

    /// Takes any number of milliseconds since 1970 UTC; negative ones lie before it.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The earlier moment is the lesser one.
    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

    /// Whole seconds since 1970 UTC, rounded towards the past.
    public var seconds: Int64 {
        let (whole, rest) = milliseconds.quotientAndRemainder(dividingBy: 1_000)
        return rest < 0 ? whole - 1 : whole
    }

    /// This many seconds later, or earlier when negative. Stops at the ends of the range instead of wrapping round.
    public func adding(seconds: Int64) -> Timestamp {
        let (product, tooMuch) = seconds.multipliedReportingOverflow(by: 1_000)
        let (sum, beyond) = milliseconds.addingReportingOverflow(product)
        if tooMuch || beyond { return Timestamp(milliseconds: seconds < 0 ? .min : .max) }
        return Timestamp(milliseconds: sum)
    }

    /// Milliseconds from the other moment to this one; negative when this one is earlier. Stops at the ends of the range.
    public func milliseconds(since other: Timestamp) -> Int64 {
        let (difference, beyond) = milliseconds.subtractingReportingOverflow(other.milliseconds)
        return beyond ? (self < other ? .min : .max) : difference
    }
}
