/// Finds the rows of the form in a file whose rows have moved: rows inserted, removed, or damaged.
///
/// The two sequences are aligned as a whole (Needleman and Wunsch), so that one row with a spoiled label or
/// answer type is still recognised by its neighbours.
struct FormAlignment {
    /// By position in ``FormLayout/rows``: the row number in the file, or `nil` when it is not there.
    let rowNumbers: [Int?]

    /// What a row of the file looks like; equal to what the layout says of it when nothing was touched.
    private struct Shape {
        let number: Int
        let level: Int
        let label: String
        let type: String
        let hasWeight: Bool
    }

    /// - Complexity: O(layout rows × file rows)
    init(_ layout: FormLayout, in sheet: Worksheet, columns: FormColumns) {
        let shapes = sheet.rows.filter { $0.number > columns.headerRow }.prefix(2_000).compactMap {
            Self.shape(of: $0, columns)
        }
        let expected = layout.rows.map { row in
            (row: row, label: normal(row.label ?? ""), type: plain(row.type ?? ""))
        }
        let width = shapes.count + 1
        var best = [Int32](repeating: 0, count: (expected.count + 1) * width)
        for row in 1...max(expected.count, 1) where row <= expected.count { best[row * width] = Int32(row) * Self.missing }
        for column in 1..<max(width, 1) { best[column] = 0 }
        for row in 1...max(expected.count, 1) where row <= expected.count {
            let wanted = expected[row - 1]
            for column in 1..<max(width, 1) {
                let match =
                    best[(row - 1) * width + column - 1]
                    + Self.likeness(wanted.row, wanted.label, wanted.type, shapes[column - 1])
                let skipped = best[row * width + column - 1] + Self.stray
                let missing = best[(row - 1) * width + column] + Self.missing
                best[row * width + column] = max(match, skipped, missing)
            }
        }
        var numbers = [Int?](repeating: nil, count: expected.count)
        var (row, column) = (expected.count, shapes.count)
        while row > 0, column > 0 {
            let wanted = expected[row - 1]
            let likeness = Self.likeness(wanted.row, wanted.label, wanted.type, shapes[column - 1])
            let here = best[row * width + column]
            if here == best[(row - 1) * width + column - 1] + likeness {
                numbers[row - 1] = shapes[column - 1].number
                (row, column) = (row - 1, column - 1)
            } else if here == best[row * width + column - 1] + Self.stray {
                column -= 1
            } else {
                row -= 1
            }
        }
        rowNumbers = numbers
    }

    private static let missing: Int32 = -4
    private static let stray: Int32 = -1

    private static func likeness(_ row: FormLayout.Row, _ label: String, _ type: String, _ shape: Shape) -> Int32 {
        var likeness: Int32 = shape.level == row.level ? 3 : -6
        if !label.isEmpty || shape.label.count <= 4 { likeness += shape.label == label ? 2 : -1 }
        if type.isEmpty {
            likeness += shape.type.isEmpty || row.kind == .node || row.kind == .part ? 1 : -3
        } else {
            likeness += shape.type == type ? 3 : -1
        }
        let weighs = row.kind == .node || row.kind == .leaf || row.kind == .part
        return likeness + (weighs == shape.hasWeight ? 1 : -2)
    }

    private static func shape(of row: WorksheetRow, _ columns: FormColumns) -> Shape? {
        var level: Int?
        var label = ""
        var type = ""
        var hasWeight = false
        for cell in row.cells {
            let column = cell.address.column
            if column >= columns.assessment, column < columns.weight, level == nil {
                let text = cell.value.shown
                guard text.contains(where: { !$0.isWhitespace }) else { continue }
                level = column - columns.assessment
                label = normal(text)
            } else if column == columns.weight {
                if case .number = cell.value { hasWeight = true }
            } else if column == columns.type {
                type = plain(cell.value.shown)
            }
        }
        guard let level else { return nil }
        return Shape(number: row.number, level: level, label: label, type: type, hasWeight: hasWeight)
    }
}

/// A label as it is compared: lower case, without the stop after it.
private func normal(_ text: String) -> String {
    var label = plain(text)
    while label.count > 1, label.hasSuffix(".") { label.removeLast() }
    return label
}
