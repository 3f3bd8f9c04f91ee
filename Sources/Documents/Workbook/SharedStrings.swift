import Rulebook
import Synchronization

/// The texts shared by all sheets of one workbook, read when the first sheet needs them and kept.
final class SharedStrings: Sendable {
    struct Table: Sendable {
        let strings: [String]
        /// Unpacked bytes it cost; counted again for each sheet, so that the bound holds for what is in memory.
        let cost: Int
    }

    private let part: String?
    private let known = Mutex<Table?>(nil)

    init(part: String?) {
        self.part = part
    }

    /// The texts; empty when the workbook has none. Throws `brokenArchive` or `beyondLimits`.
    func table(from archive: borrowing Archive, budget: inout UnpackBudget) throws(Refusal) -> [String] {
        guard let part else { return [] }
        if let table = known.withLock({ $0 }) {
            try budget.spend(table.cost)
            return table.strings
        }
        // Read outside the lock: two callers at once read it twice, which harms nobody.
        let before = budget.spent
        let reader = SharedStringsReader(part: part, limits: archive.limits)
        try archive.parse(part, budget: &budget, reader)
        let table = Table(strings: reader.strings, cost: budget.spent - before)
        known.withLock { $0 = table }
        return table.strings
    }
}
