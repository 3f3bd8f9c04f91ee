/// Where the columns of the ministry's form stand in a file, read off its heading row.
struct FormColumns {
    let headerRow: Int
    /// The first of the columns that hold numbering and texts.
    let assessment: Int
    let weight: Int
    let type: Int
    let answer: Int
    let score: Int

    /// Looks for the row that holds all five headings.
    ///
    /// - Returns: `nil` when no row among the first hundred has them.
    init?(in sheet: Worksheet, headings: FormLayout.Headings) {
        for row in sheet.rows.prefix(100) {
            var found: [String: Int] = [:]
            for cell in row.cells {
                guard case .text(let text) = cell.value else { continue }
                let heading = plain(text)
                if found[heading] == nil { found[heading] = cell.address.column }
            }
            if let assessment = found[plain(headings.assessment)], let weight = found[plain(headings.weight)],
                let type = found[plain(headings.type)], let answer = found[plain(headings.answer)],
                let score = found[plain(headings.score)], assessment < weight
            {
                headerRow = row.number
                self.assessment = assessment
                self.weight = weight
                self.type = type
                self.answer = answer
                self.score = score
                return
            }
        }
        return nil
    }
}

/// A text as it is compared: lower case, blanks folded to one.
func plain(_ text: String) -> String {
    // Labels are mostly a letter or two; the general way is slow for them.
    if text.utf8.count <= 8, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !(0x41...0x5A).contains($0) }) { return text }
    return text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

extension CellValue {
    /// What a person sees in the cell; empty for nothing.
    var shown: String {
        switch self {
        case .empty: ""
        case .text(let text), .number(let text), .error(let text): text
        case .boolean(let value): value ? "TRUE" : "FALSE"
        }
    }
}
