/// What a row speaks of, as it will be.
public protocol ImportItem: Hashable, Sendable {
    /// All of it in one line, always alike for the same thing.
    var wording: String { get }
}

/// What an import will do, row by row, before anything is done.
public struct ImportPlan<Item: ImportItem>: Sendable {
    /// What becomes of what a row speaks of.
    public enum Verdict: Hashable, Sendable {
        case new
        case changed([ImportChange])
        case unchanged
    }

    /// One row of the file.
    public struct Entry: Hashable, Sendable {
        /// Where the row stands in the file.
        public let line: Int
        /// What it speaks of.
        public let item: Item
        /// What becomes of it.
        public let verdict: Verdict
        /// How people know it.
        public let name: String
    }

    /// In the order in which they are carried out.
    public let entries: [Entry]

    /// Takes the entries in the order in which they are to be carried out.
    public init(_ entries: [Entry]) { self.entries = entries }

    /// How many things are new.
    public var newCount: Int { entries.count { $0.verdict == .new } }

    /// How many change.
    public var changedCount: Int { entries.count { if case .changed = $0.verdict { true } else { false } } }

    /// How many stay as they are.
    public var unchangedCount: Int { entries.count - newCount - changedCount }

    /// Whether carrying it out would do nothing.
    public var isIdle: Bool { entries.allSatisfy { $0.verdict == .unchanged } }

    /// Tells all that will be done, always in the same words, so that two plans can be compared by a digest.
    ///
    /// - Complexity: O(entries)
    public func describe(_ body: (String) -> Void) {
        for entry in entries {
            switch entry.verdict {
            case .new: body("\(entry.line)\tbaru\t\(entry.name)\n")
            case .unchanged: body("\(entry.line)\ttetap\n")
            case .changed(let changes):
                body("\(entry.line)\tubah\t\(entry.name)\n")
                for change in changes { body("\t\(change.field)\t\(change.from)\t\(change.to)\n") }
            }
            body("\t\(entry.item.wording)\n")
        }
    }
}

/// One thing that changes.
public struct ImportChange: Hashable, Sendable {
    /// What changes, in Indonesian.
    public let field: String
    /// What stood there; empty for nothing.
    public let from: String
    /// What will stand there; empty for nothing.
    public let to: String

    /// Puts a change together.
    public init(_ field: String, from: String, to: String) {
        self.field = field
        self.from = from
        self.to = to
    }
}
