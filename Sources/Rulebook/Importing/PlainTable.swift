/// A table as a file has it: one heading row and the rows below, each cell with the place at which people find it.
public struct PlainTable: Hashable, Sendable {
    /// One cell.
    public struct Cell: Hashable, Sendable {
        /// How a spreadsheet keeps it; cells of plain text are always text.
        public enum Kind: Hashable, Sendable {
            case text
            /// A number as the file writes it, such as `45658` for a day.
            case number
            /// An error such as `#N/A`.
            case error
        }

        /// Without blanks around it, and without the mark that keeps a spreadsheet from taking a text for a formula.
        public let text: String
        /// How a spreadsheet keeps it.
        public let kind: Kind

        /// A cell of the text as it stands in the file.
        public init(_ text: String, _ kind: Kind = .text) {
            let tidy = AnswerText.trim(text)
            let isGuarded = tidy.first == "'" && tidy.dropFirst().first.map { "=+-@".contains($0) } == true
            self.text = isGuarded ? String(tidy.dropFirst()) : tidy
            self.kind = kind
        }
    }

    /// One row below the heading.
    public struct Row: Hashable, Sendable {
        /// The line of the file or the row of the sheet, 1-based.
        public let line: Int
        /// By column; rows may be shorter or longer than the heading.
        public let cells: [Cell]

        /// Puts a row together.
        public init(line: Int, cells: [Cell]) {
            self.line = line
            self.cells = cells
        }

        /// The cell of a column; an empty one where the row is too short.
        public subscript(column: Int) -> Cell { cells.indices.contains(column) ? cells[column] : Cell("") }
    }

    /// The titles of the columns as written.
    public let titles: [String]
    /// The line of the heading row.
    public let headingLine: Int
    /// The rows that hold anything, from the top down.
    public let rows: [Row]
    /// The letters of the columns where the table is a sheet; `nil` for text.
    private let letters: [String]?

    /// Puts a table together.
    ///
    /// - Parameter letters: by column, for a sheet; `nil` for text.
    public init(titles: [String], headingLine: Int, rows: [Row], letters: [String]? = nil) {
        self.titles = titles
        self.headingLine = headingLine
        self.rows = rows
        self.letters = letters
    }

    /// Where a cell stands: `C7` on a sheet, `baris 7, kolom “nip”` in text.
    public func place(line: Int, column: Int) -> String {
        if let letters { return letters.indices.contains(column) ? "\(letters[column])\(line)" : "baris \(line)" }
        guard titles.indices.contains(column), !titles[column].isEmpty else { return "baris \(line), kolom \(column + 1)" }
        return "baris \(line), kolom “\(String(titles[column].prefix(40)))”"
    }

    /// Where a row stands.
    public func place(line: Int) -> String { "baris \(line)" }
}
