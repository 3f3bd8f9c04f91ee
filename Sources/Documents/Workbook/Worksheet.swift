/// The cells of one row that hold something.
public struct WorksheetRow: Hashable, Sendable {
    /// 1-based.
    public let number: Int
    /// Sorted by column, at least one.
    public let cells: ArraySlice<Cell>
}

/// One sheet: its cells that hold a value or a formula, in reading order.
public struct Worksheet: Hashable, Sendable {
    /// As the workbook spells it.
    public let name: String
    /// Sorted by row, then by column; no address twice.
    public let cells: [Cell]
    /// The rows that hold something, from the top down.
    public let rows: [WorksheetRow]

    /// A sheet of the given cells, in any order; of two with one address the first stays. O(n) when they are
    /// sorted already, O(n log n) otherwise.
    public init(name: String, cells: [Cell]) {
        var sorted = cells
        if !Self.isStrictlySorted(cells) {
            sorted.removeAll(keepingCapacity: true)
            // A stable order keeps the first of two cells first.
            let order = cells.indices.sorted { (cells[$0].address, $0) < (cells[$1].address, $1) }
            for index in order where sorted.last?.address != cells[index].address {
                sorted.append(cells[index])
            }
        }
        self.init(name: name, sorted: sorted)
    }

    /// A sheet of cells known to be in order.
    init(name: String, sorted: [Cell]) {
        self.name = name
        cells = sorted
        var rows: [WorksheetRow] = []
        var start = 0
        while start < sorted.count {
            let number = sorted[start].address.row
            var end = start + 1
            while end < sorted.count, sorted[end].address.row == number { end += 1 }
            rows.append(WorksheetRow(number: number, cells: sorted[start..<end]))
            start = end
        }
        self.rows = rows
    }

    /// The cell at an address, `nil` when it holds nothing. O(log n).
    public subscript(address: CellAddress) -> Cell? {
        var low = 0
        var high = cells.count
        while low < high {
            let middle = low + (high - low) / 2
            if cells[middle].address < address { low = middle + 1 } else { high = middle }
        }
        guard low < cells.count, cells[low].address == address else { return nil }
        return cells[low]
    }

    /// Whether each address is below or to the right of the one before. O(n).
    static func isStrictlySorted(_ cells: [Cell]) -> Bool {
        for index in cells.indices.dropFirst() where !(cells[index - 1].address < cells[index].address) {
            return false
        }
        return true
    }
}
