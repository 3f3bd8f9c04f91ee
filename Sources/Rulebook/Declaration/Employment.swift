/// The days on which somebody works in a unit.
public struct Employment: Hashable, Sendable {
    /// The first day; `nil` for somebody who was there when the roll was begun.
    public let from: Day?
    /// The last day, itself included; `nil` for somebody who is still there.
    public let until: Day?

    /// There from the beginning and still.
    public static let throughout = Employment(unchecked: nil, nil)

    private init(unchecked from: Day?, _ until: Day?) {
        self.from = from
        self.until = until
    }

    /// Puts the days together; `nil` when the last lies before the first.
    public init?(from: Day?, until: Day?) {
        if let from, let until, until < from { return nil }
        self.init(unchecked: from, until)
    }

    /// Whether somebody works there on a day.
    public func covers(_ day: Day) -> Bool {
        if let from, day < from { return false }
        if let until, until < day { return false }
        return true
    }

    /// Whether somebody came after a day, and so cannot have been there on it.
    public func began(after day: Day) -> Bool {
        if let from { day < from } else { false }
    }
}
