public import Rulebook

/// Reads a plain table from a file: the first sheet of a workbook, or text parted by comma, semicolon or tab. What it is, is seen from its content.
public enum TableFile {
    /// Rows below the heading.
    public static let mostRows = 50_000
    /// Columns of the heading.
    public static let mostColumns = 64
    /// Bytes of the file.
    public static let largestFile = DelimitedText.largestFile

    private static let advice = "Bagi tabelnya menjadi beberapa berkas, lalu kirim satu per satu."

    /// Reads a file. The first row that holds anything is the heading.
    ///
    /// - Throws: `Refusal`: `importEmpty` without a row below the heading, `unknownFormat`, `fileTooLarge`, `beyondLimits`, `malformedText` and
    ///   `brokenArchive`, with the place where there is one.
    /// - Complexity: O(size of the file)
    public static func read(_ bytes: [UInt8]) throws(Refusal) -> PlainTable {
        guard bytes.count <= largestFile else {
            throw Refusal(.fileTooLarge, at: "", "Berkas ini lebih dari \(largestFile >> 20) MiB. \(advice)")
        }
        let table: PlainTable? =
            if Workbook.looksLikeArchive(bytes) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
                try sheet(bytes)
            } else if looksLikeText(bytes) {
                try text(bytes)
            } else {
                throw Refusal(.unknownFormat, at: "", "Isi berkas tidak dikenali. Kirim tabel sebagai CSV (UTF-8) atau buku kerja .xlsx.")
            }
        guard let table, !table.rows.isEmpty else {
            throw Refusal(
                .importEmpty, at: "",
                "Tidak ada baris di bawah baris judul. Isi tabel di lembar pertama: baris judul paling atas, satu baris untuk tiap isian.")
        }
        return table
    }

    private static func looksLikeText(_ bytes: [UInt8]) -> Bool {
        !bytes.prefix(4_096).contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    }

    private static func text(_ bytes: [UInt8]) throws(Refusal) -> PlainTable? {
        let records = try DelimitedText.parse(bytes, most: mostRows + 1, advice: advice)
        guard let heading = records.first else { return nil }
        var rows: [PlainTable.Row] = []
        rows.reserveCapacity(records.count)
        for record in records.dropFirst() {
            let cells = record.fields.map { PlainTable.Cell($0) }
            guard cells.contains(where: { !$0.text.isEmpty }) else { continue }
            rows.append(PlainTable.Row(line: record.line, cells: cells))
        }
        return PlainTable(titles: heading.fields.map { AnswerText.trim($0) }, headingLine: heading.line, rows: rows)
    }

    private static func sheet(_ bytes: [UInt8]) throws(Refusal) -> PlainTable? {
        var limits = WorkbookLimits.standard
        limits.cells = 400_000
        let book = try Workbook.open(bytes, limits: limits)
        for name in book.sheetNames.prefix(8) {
            guard let sheet = try book.sheet(named: name) else { continue }
            let shown = sheet.rows.filter { $0.cells.contains { $0.value != .empty } }
            guard let heading = shown.first, let last = heading.cells.last?.address.column else { continue }
            guard last < mostColumns else {
                throw Refusal(
                    .beyondLimits, at: "baris \(heading.number)", "Baris judul memuat lebih dari \(mostColumns) kolom. Hapus kolom yang tidak diperlukan.")
            }
            guard shown.count <= mostRows + 1 else {
                throw Refusal(.beyondLimits, at: "", "Tabel ini lebih dari \(mostRows) baris. \(advice)")
            }
            let rows = shown.dropFirst().map { row in PlainTable.Row(line: row.number, cells: cells(row, upTo: last)) }
            return PlainTable(
                titles: cells(heading, upTo: last).map(\.text), headingLine: heading.number,
                rows: rows.filter { $0.cells.contains { !$0.text.isEmpty } }, letters: (0...last).map { CellAddress.letters(ofColumn: $0) })
        }
        return nil
    }

    private static func cells(_ row: WorksheetRow, upTo last: Int) -> [PlainTable.Cell] {
        var cells = [PlainTable.Cell](repeating: PlainTable.Cell(""), count: last + 1)
        for cell in row.cells where cell.address.column <= last {
            cells[cell.address.column] =
                switch cell.value {
                case .empty: PlainTable.Cell("")
                case .text(let text): PlainTable.Cell(text)
                case .number(let number): PlainTable.Cell(number, .number)
                case .boolean(let value): PlainTable.Cell(value ? "TRUE" : "FALSE")
                case .error(let error): PlainTable.Cell(error, .error)
                }
        }
        return cells
    }
}
