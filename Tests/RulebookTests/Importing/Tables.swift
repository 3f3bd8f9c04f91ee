import Rulebook

/// A table as it would stand in a file of text: the heading on line 1.
func table(_ lines: String...) -> PlainTable {
    let rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    return PlainTable(
        titles: rows[0], headingLine: 1,
        rows: rows.dropFirst().enumerated().map { PlainTable.Row(line: $0.offset + 2, cells: $0.element.map { PlainTable.Cell($0) }) })
}

extension [Finding] {
    /// Codes with places, sorted, for comparing.
    var marks: [String] { map { "\($0.code.rawValue) \($0.location)" } }
}
