/// The statements that one connection has prepared, by their text. Names are never used twice, so that a name whose
/// preparation or removal got lost can do no harm.
struct StatementCache {
    private struct Entry {
        let name: String
        var lastUse: UInt64
    }

    private var entries: [String: Entry] = [:]
    private var uses: UInt64 = 0
    private var names = 0
    private let limit: Int

    /// - Parameter limit: the most statements kept, at least 8.
    init(limit: Int) {
        self.limit = max(8, limit)
    }

    /// How many are kept.
    var count: Int { entries.count }

    /// The name under which a text was prepared, `nil` if it was not.
    mutating func name(for text: String) -> String? {
        uses += 1
        guard let index = entries.index(forKey: text) else { return nil }
        entries.values[index].lastUse = uses
        return entries.values[index].name
    }

    /// A new name for a text, and the name of a statement that made room for it and is to be removed.
    ///
    /// - Complexity: O(limit) when another makes room
    mutating func add(_ text: String) -> (name: String, removed: String?) {
        var removed: String?
        if entries.count >= limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            removed = oldest.value.name
            entries[oldest.key] = nil
        }
        names += 1
        uses += 1
        let name = "zona\(names)"
        entries[text] = Entry(name: name, lastUse: uses)
        return (name, removed)
    }

    /// Forgets a preparation that failed.
    mutating func forget(_ text: String, named name: String) {
        if entries[text]?.name == name { entries[text] = nil }
    }

    /// Forgets everything.
    mutating func forgetAll() {
        entries = [:]
    }
}
