/// One reference in a formula: a cell (`$B4`), or half of a range of whole columns (`B`) or rows (`4`).
struct RelativeReference {
    private var row: Int?
    private var column: Int?
    private var keepsRow = false
    private var keepsColumn = false

    /// Reads `A1`, `$A1`, `A$1`, `$A$1`, `A`, `$A`, `1` or `$1`; `nil` for any other word.
    init?(_ word: ArraySlice<UInt8>) {
        var rest = word
        var dollar = Self.takeDollar(&rest)
        let letters = rest.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0 & 0xDF) }
        guard letters.count <= 3 else { return nil }
        rest = rest.dropFirst(letters.count)
        if !letters.isEmpty {
            column = letters.reduce(0) { $0 * 26 + Int($1 & 0xDF) - 64 } - 1
            keepsColumn = dollar
            dollar = Self.takeDollar(&rest)
        }
        if rest.isEmpty {
            guard !letters.isEmpty, !dollar else { return nil }
        } else {
            guard rest.first != UInt8(ascii: "0"), let number = wholeNumber(rest) else { return nil }
            row = number
            keepsRow = dollar
        }
        guard (row ?? 1) <= CellAddress.lastRow, (column ?? 0) <= CellAddress.lastColumn else { return nil }
    }

    private static func takeDollar(_ rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.first == UInt8(ascii: "$") else { return false }
        rest.removeFirst()
        return true
    }

    /// Whether it is half of a range of whole rows or columns.
    var isWhole: Bool { row == nil || column == nil }

    func isSameKind(as other: RelativeReference) -> Bool {
        (row == nil) == (other.row == nil) && (column == nil) == (other.column == nil)
    }

    /// The reference that far away; `nil` when it leaves the sheet.
    func moved(rows: Int, columns: Int) -> RelativeReference? {
        var result = self
        if let column, !keepsColumn {
            guard (0...CellAddress.lastColumn).contains(column + columns) else { return nil }
            result.column = column + columns
        }
        if let row, !keepsRow {
            guard (1...CellAddress.lastRow).contains(row + rows) else { return nil }
            result.row = row + rows
        }
        return result
    }

    /// Writes it as formulas do. No `String` in between: a sheet may hold a million of them.
    func append(to text: inout [UInt8]) {
        if let column {
            if keepsColumn { text.append(UInt8(ascii: "$")) }
            Self.append(column + 1, base: 26, first: UInt8(ascii: "A") - 1, to: &text)
        }
        if let row {
            if keepsRow { text.append(UInt8(ascii: "$")) }
            Self.append(row, base: 10, first: UInt8(ascii: "0"), to: &text)
        }
    }

    /// Digits for base 10; for base 26 letters, which have no zero: after Z comes AA.
    private static func append(_ number: Int, base: Int, first: UInt8, to text: inout [UInt8]) {
        let start = text.count
        var rest = number
        while rest > 0 {
            let digit = base == 26 ? (rest - 1) % base + 1 : rest % base
            text.append(first + UInt8(truncatingIfNeeded: digit))
            rest = (rest - digit) / base
        }
        text[start...].reverse()
    }
}
