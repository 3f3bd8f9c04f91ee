/// For whom a task is.
public enum TaskHolder: Hashable, Sendable {
    /// For the person by name.
    case person
    /// For whoever has this role there.
    case role(Role)
}

/// Something that waits for a person. Tasks are derived from what they are about and stored nowhere, so that they are never out of date.
public struct DeskTask<Place: Sendable>: Sendable {
    /// What to do, in Indonesian: a verb and its object.
    public let what: String
    /// Where it is done.
    public let place: Place
    /// The last day on which it is in time; `nil` for what waits without one.
    public let due: Day?
    /// Why it waits for this person, in Indonesian.
    public let reason: String
    /// For whom.
    public let holder: TaskHolder

    /// Puts a task together.
    public init(what: String, place: Place, due: Day?, reason: String, holder: TaskHolder) {
        self.what = what
        self.place = place
        self.due = due
        self.reason = reason
        self.holder = holder
    }

    /// The same task at another kind of place.
    public func at<Other: Sendable>(_ place: Other) -> DeskTask<Other> {
        DeskTask<Other>(what: what, place: place, due: due, reason: reason, holder: holder)
    }
}

/// A part of what waits for a person.
public struct DeskTaskPage<Place: Sendable>: Sendable {
    /// By due day, the earliest first; what has no day stands last. Those due on the same day keep the order of their features.
    public let tasks: [DeskTask<Place>]
    /// Whether there are more behind these.
    public let hasMore: Bool

    /// Takes a part out of what several features found. Each list must be in order of due days and must reach at least one task beyond the
    /// part, if there is one.
    ///
    /// - Parameters:
    ///   - lists: what each feature found.
    ///   - skip: tasks on the pages before.
    ///   - most: tasks on a page.
    /// - Complexity: O(n log n)
    public init(_ lists: [[DeskTask<Place>]], skip: Int, most: Int) {
        let all = lists.count == 1 ? lists[0] : Self.merged(lists)
        tasks = Array(all.dropFirst(skip).prefix(most))
        hasMore = all.count > skip + most
    }

    private static func merged(_ lists: [[DeskTask<Place>]]) -> [DeskTask<Place>] {
        // Sorting is stable only by luck; the position makes it so.
        lists.joined().enumerated().sorted { left, right in
            let (one, other) = (left.element.due ?? .last, right.element.due ?? .last)
            return one != other ? one < other : left.offset < right.offset
        }.map(\.element)
    }
}
