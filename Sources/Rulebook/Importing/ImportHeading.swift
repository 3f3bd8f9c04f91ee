/// A column that an import knows.
public protocol ImportColumn: CaseIterable, Hashable, Sendable {
    /// What the column is called, in lower case.
    var title: String { get }
    /// What else it may be called, in lower case and without marks.
    var synonyms: Set<String> { get }
    /// Whether the table must have it.
    var isRequired: Bool { get }
}

/// Which column of a table is which, in whatever order they come.
public struct ImportHeading<Field: ImportColumn>: Sendable {
    private let table: PlainTable
    private let columns: [Field: Int]

    /// Looks at the heading row. A required column that is missing and one that comes twice are errors, an unknown one is a warning.
    ///
    /// - Complexity: O(columns · fields)
    public init(_ table: PlainTable, into findings: inout [Finding]) {
        self.table = table
        var columns: [Field: Int] = [:]
        var unknown: [Int] = []
        for (column, title) in table.titles.enumerated() {
            let key = Self.key(title)
            if key.isEmpty { continue }
            guard let field = Field.allCases.first(where: { $0.title == key || $0.synonyms.contains(key) }) else {
                unknown.append(column)
                continue
            }
            if let earlier = columns[field] {
                findings.append(
                    .error(
                        .importColumnMissing, at: table.place(line: table.headingLine, column: column),
                        "Kolom “\(field.title)” ada dua kali: “\(table.titles[earlier])” dan “\(title)”. Hapus atau ganti judul salah satunya."))
            } else {
                columns[field] = column
            }
        }
        for field in Field.allCases where field.isRequired && columns[field] == nil {
            findings.append(
                .error(
                    .importColumnMissing, at: table.place(line: table.headingLine),
                    "Kolom “\(field.title)” tidak ada pada baris judul. Tambahkan kolom itu; urutan kolom bebas."))
        }
        for column in unknown.prefix(50) {
            let title = String(table.titles[column].prefix(40))
            findings.append(
                Finding(
                    .importColumnUnknown, .warning, at: table.place(line: table.headingLine, column: column),
                    "Kolom “\(title)” tidak dikenal dan tidak dibaca. Yang dikenal: \(Field.allCases.map(\.title).joined(separator: ", "))."))
        }
        self.columns = columns
    }

    /// Whether the table has a column.
    public func has(_ field: Field) -> Bool { columns[field] != nil }

    /// The cell of a row; an empty one where the table has no such column.
    public func cell(_ field: Field, _ row: PlainTable.Row) -> PlainTable.Cell {
        columns[field].map { row[$0] } ?? PlainTable.Cell("")
    }

    /// Where a cell stands; the row where the table has no such column.
    public func place(_ field: Field, line: Int) -> String {
        columns[field].map { table.place(line: line, column: $0) } ?? table.place(line: line)
    }

    /// The text of a cell; an error in it is told.
    func text(_ field: Field, _ row: PlainTable.Row, into findings: inout [Finding]) -> String {
        let cell = cell(field, row)
        guard cell.kind == .error else { return cell.text }
        findings.append(
            .error(.cellError, at: place(field, line: row.line), "Sel ini berisi galat \(String(cell.text.prefix(20))). Ganti dengan nilai yang dimaksud."))
        return ""
    }

    /// Letters and digits in lower case, words parted by one blank.
    static func key(_ title: String) -> String {
        title.prefix(80).lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
