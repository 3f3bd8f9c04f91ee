public import Rulebook

/// Writes a table of texts to a file that people open in a spreadsheet program.
public enum TableWriter {
    /// The table as CSV: UTF-8 with the mark by which spreadsheets know it, lines as in RFC 4180. A text that a spreadsheet would take for a
    /// formula gets an apostrophe in front, which ``TableFile`` takes away again.
    ///
    /// - Complexity: O(length)
    public static func csv(titles: [String], rows: some Sequence<[String]>) -> [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        append(titles, to: &bytes)
        for row in rows { append(row, to: &bytes) }
        return bytes
    }

    /// The table as a workbook of one sheet; every cell is text, so that a NIP stays what it is.
    ///
    /// - Parameters:
    ///   - name: of the sheet; at most 31 characters, none of `[]:*?/\`.
    ///   - title: in the properties of the file.
    /// - Throws: `Refusal` with `incident` when no temporary file can be written, `beyondLimits` when a text does not fit in a cell or there are
    ///   more rows than a sheet has.
    /// - Complexity: O(length); memory does not grow with the rows beside the bytes that are given back
    public static func workbook(
        named name: String, title: String, titles: [String], rows: some Sequence<[String]>
    ) throws(Refusal) -> [UInt8] {
        try WorkbookPen.writing(title: title, subject: name, rowByRow: true) { pen in
            guard let sheet = pen.addSheet(name) else { return }
            sheet.widths(titles.map { _ in 28 })
            sheet.freeze(rows: 1, columns: 0)
            for (column, text) in titles.enumerated() { sheet.text(text, 1, column, .heading) }
            var line = 2
            for row in rows {
                for (column, text) in row.enumerated() where !text.isEmpty { sheet.text(text, line, column, .cell) }
                line += 1
            }
        }
    }

    private static func append(_ row: [String], to bytes: inout [UInt8]) {
        for (column, text) in row.enumerated() {
            if column > 0 { bytes.append(UInt8(ascii: ",")) }
            append(text, to: &bytes)
        }
        bytes += [0x0D, 0x0A]
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        let isRisky = isFormula(text)
        guard isRisky || text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x3B || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else {
            bytes += text.utf8
            return
        }
        bytes.append(0x22)
        if isRisky { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    /// Whether a spreadsheet would take a text for a formula; blanks in front do not keep all of them from it.
    static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != " " }) else { return false }
        switch first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
        default: return false
        }
    }
}

extension CellStyle {
    /// Text in a list that is exported.
    static let cell = CellStyle(wrap: false, border: false, numberFormat: "@")
}
