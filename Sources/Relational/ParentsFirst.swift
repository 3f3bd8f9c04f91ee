/// Puts the rows of a table that points to itself into an order in which every row stands behind those it points to,
/// because PostgreSQL looks at once. Only rows that came too early are kept in memory.
public struct ParentsFirst {
    private struct Key: Hashable {
        let reference: Int
        let values: [SQLValue]
    }

    private let references: [[TableShape.SelfReference]]
    private var seen: Set<Key> = []
    private var waiting: [Key: [Row]] = [:]

    /// - Parameter references: the foreign keys of the table to itself.
    public init(_ references: [[TableShape.SelfReference]]) {
        self.references = references
    }

    /// Takes a row in.
    ///
    /// - Returns: the rows that can be written now, in order.
    /// - Complexity: O(foreign keys) for each row, amortised.
    public mutating func take(_ row: Row) -> [Row] {
        guard !references.isEmpty else { return [row] }
        var ready: [Row] = []
        var candidates = [row]
        while let candidate = candidates.popLast() {
            if let missing = missing(candidate) {
                waiting[missing, default: []].append(candidate)
                continue
            }
            ready.append(candidate)
            for (index, reference) in references.enumerated() {
                let key = Key(reference: index, values: reference.map { candidate.values[$0.to] })
                seen.insert(key)
                candidates += (waiting.removeValue(forKey: key) ?? []).reversed()
            }
        }
        return ready
    }

    /// The rows whose parent never came or that point in a circle, in no particular order.
    public mutating func rest() -> [Row] {
        defer { waiting = [:] }
        return waiting.values.flatMap { $0 }
    }

    private func missing(_ row: Row) -> Key? {
        for (index, reference) in references.enumerated() {
            let values = reference.map { row.values[$0.from] }
            // A key with nothing in a column points nowhere; a row may point to itself.
            if values.contains(.null) || values == reference.map({ row.values[$0.to] }) { continue }
            let key = Key(reference: index, values: values)
            if !seen.contains(key) { return key }
        }
        return nil
    }
}
