/// Faults as they are found. The first ones are kept, the others counted: a ruined file must not fill the memory.
struct FaultList {
    /// How many are kept.
    static let capacity = 100

    private var kept: [PlacedFault] = []
    private(set) var count = 0

    /// In the order of lines.
    var sorted: [PlacedFault] {
        kept.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
    }

    /// Adds a fault; gives its place in the list if it was kept.
    @discardableResult
    mutating func add(_ fault: JournalFault, line: Int) -> Int? {
        count += 1
        guard kept.count < Self.capacity else { return nil }
        kept.append(PlacedFault(line: line, fault))
        return kept.count - 1
    }

    /// Says it better, now that more is known.
    mutating func replace(_ place: Int, _ fault: JournalFault, line: Int) {
        kept[place] = PlacedFault(line: line, fault)
    }

    func line(_ place: Int) -> Int { kept[place].line }
}
