/// Aligned columns of text.
struct TextTable {
    enum Alignment {
        case left, right
    }

    private let alignments: [Alignment]
    private var rows: [[String]] = []
    private var styles: [Terminal.Style?] = []

    init(_ alignments: [Alignment]) {
        self.alignments = alignments
    }

    mutating func add(_ cells: [String], style: Terminal.Style? = nil) {
        rows.append(cells)
        styles.append(style)
    }

    /// The rows, each indented by two blanks; the last column is not padded.
    var text: String {
        let widths = alignments.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        var text = ""
        for (row, style) in zip(rows, styles) {
            var line = ""
            for (column, cell) in row.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                let last = column == row.count - 1
                line += alignments[column] == .right ? padding + cell : (last ? cell : cell + padding)
                if !last { line += "  " }
            }
            text += "  " + (style.map { Terminal.styled(line, $0) } ?? line) + "\n"
        }
        return text
    }
}
