/// What a unit is called and was called.
public struct UnitNames: Hashable, Sendable {
    /// A name it no longer has.
    public struct Past: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The last day on which it was called so.
        public let until: Day

        /// Puts the two together.
        public init(name: String, until: Day) {
            self.name = name
            self.until = until
        }
    }

    /// The name it has now.
    public let current: String
    /// The earlier ones, the oldest first.
    public let past: [Past]

    /// Takes the names; the earlier ones in any order.
    ///
    /// - Complexity: O(n log n) in the earlier names.
    public init(current: String, past: [Past] = []) {
        self.current = current
        self.past = past.sorted { $0.until < $1.until }
    }

    /// What it was called on a day.
    public func name(on day: Day) -> String {
        past.first { day <= $0.until }?.name ?? current
    }

    /// The names after it is called something else. A name that it had for no day at all is left out, as after two changes
    /// from the same day on.
    ///
    /// - Parameters:
    ///   - since: the first day of the new name.
    ///   - today: no name begins later.
    /// - Throws: ``Refusal`` of code `renameDayInvalid` when the day lies ahead, or not after the last change.
    public func renamed(to name: String, since: Day, today: Day) throws(Refusal) -> UnitNames {
        if name == current { return self }
        let until = since.adding(days: -1)
        let isAfterLast = past.last.map { until >= $0.until } ?? true
        guard since <= today, until < since, isAfterLast else {
            throw Refusal(
                .renameDayInvalid, at: Self.field,
                "Nama baru berlaku paling lambat hari ini dan tidak sebelum pergantian nama yang terakhir. Isi tanggal yang lain.")
        }
        if let last = past.last, last.until == until { return UnitNames(current: name, past: past) }
        return UnitNames(current: name, past: past + [Past(name: current, until: until)])
    }

    /// Where the day of a new name is asked for.
    public static let field = "nama-sejak"
}
