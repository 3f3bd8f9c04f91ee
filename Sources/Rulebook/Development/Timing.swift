/// How a thing stands with its due day, exact on days: due today is in time, the day after is late.
public enum Timing: Hashable, Sendable {
    /// Days left, at least 1.
    case ahead(days: Int)
    case dueToday
    /// Days since the due day, at least 1.
    case late(days: Int)
    /// Done, but so many days after the due day.
    case doneLate(days: Int)
    /// Nothing is waited for any more.
    case settled

    /// How it stands with something that is still to be done.
    public init(due: Day, on day: Day) {
        let left = due.number - day.number
        self = left > 0 ? .ahead(days: left) : left == 0 ? .dueToday : .late(days: -left)
    }

    /// Whether it is waited for longer than was agreed.
    public var isLate: Bool { if case .late = self { true } else { false } }
}
