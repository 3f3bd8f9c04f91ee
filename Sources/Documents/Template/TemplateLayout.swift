public import Rulebook

/// Where everything stands in the workbook that Zona hands out to be filled in.
///
/// Follows from the instrument alone, so that whoever writes such a workbook and whoever reads it or looks for
/// faults in it cannot disagree.
public struct TemplateLayout: Sendable {
    /// Changes whenever a cell moves; stands in the stamp, so that a reader knows which layout to expect.
    public static let version = 1
    /// Marks a workbook as ours: cell `A1` of ``stampSheet``.
    public static let mark = "zona-lke"
    /// Before the instrument's id: column A of the stamp says what is in column B.
    public static let instrumentLabel = "instrumen"
    /// Before the instrument's version.
    public static let versionLabel = "versi"

    /// How to fill in the others.
    public static let guideSheet = "Petunjuk"
    /// The questions, the answers and their scores.
    public static let scoreSheet = "LKE"
    /// The conditions of both designations.
    public static let verdictSheet = "Putusan"
    /// Hidden. `A1` ``mark``, `B1` ``version``; `B2` the instrument's id; `B3` the instrument's version.
    public static let stampSheet = "Zona"

    /// A column of the score sheet; the raw value is 0-based.
    public enum Column: Int, CaseIterable, Sendable {
        case code, text, weight, choices, answer, score, meanings, guidance

        /// The column's letter, `A` to `H`.
        public var letter: String { CellAddress.letters(ofColumn: rawValue) }
    }

    /// What a row of the score sheet is about. Numbers are positions in the instrument.
    public enum Content: Hashable, Sendable {
        case header
        /// The sum of all components.
        case total
        /// A component, block, area or indicator.
        case node(Int)
        /// A question. Its answer column takes an answer unless it is a ratio question: then it shows a formula.
        case question(Int)
        /// One count of a ratio question.
        case input(question: Int, input: Int)
    }

    /// A row of the score sheet.
    public struct Row: Hashable, Sendable {
        /// 1-based, as people count rows.
        public let number: Int
        /// What the row is about.
        public let content: Content
        /// What stands in column A: a code, `code/input` for a count, otherwise empty or the column's heading.
        public let key: String

        /// The address of this row's cell in a column, such as `E12`.
        public func cell(_ column: Column) -> String { column.letter + String(number) }
    }

    /// Where a condition stands on the verdict sheet.
    public struct ConditionRow: Hashable, Sendable {
        /// 1-based.
        public let number: Int
        /// Whose condition it is.
        public let designation: Designation
        /// A position in the instrument's conditions for the designation.
        public let condition: Int
    }

    /// What the layout follows from.
    public let instrument: Instrument
    /// All rows of the score sheet from the header on, without gaps.
    public let rows: [Row]
    /// The conditions on the verdict sheet, from the top.
    public let conditionRows: [ConditionRow]
    /// The row of the verdict sheet that heads each designation and tells whether all its conditions are met.
    public let designationRows: [Designation: Int]
    private let nodeRows: [Int]
    private let questionRows: [Int]

    /// - Complexity: O(nodes + questions + conditions)
    public init(_ instrument: Instrument) {
        self.instrument = instrument
        var rows: [Row] = []
        func add(_ content: Content, _ key: String) {
            rows.append(Row(number: rows.count + 1, content: content, key: key))
        }
        var nodeRows: [Int] = []
        var questionRows = [Int](repeating: 0, count: instrument.questions.count)
        add(.header, TemplateText.headings[Column.code.rawValue])
        add(.total, "")
        for (position, node) in instrument.nodes.enumerated() {
            nodeRows.append(rows.count)
            add(.node(position), node.code.text)
            guard node.kind == .indicator else { continue }
            for question in node.questions {
                questionRows[question] = rows.count
                let code = instrument.questions[question].code
                add(.question(question), code.text)
                for (input, count) in instrument.questions[question].inputs.enumerated() {
                    add(.input(question: question, input: input), "\(code)/\(count.id)")
                }
            }
        }
        self.rows = rows
        self.nodeRows = nodeRows
        self.questionRows = questionRows
        (conditionRows, designationRows) = Self.verdictRows(of: instrument)
    }

    /// The first row of the verdict sheet below its title and total.
    static let firstVerdictRow = 6

    private static func verdictRows(of instrument: Instrument) -> ([ConditionRow], [Designation: Int]) {
        var number = firstVerdictRow
        var rows: [ConditionRow] = []
        var headings: [Designation: Int] = [:]
        for designation in Designation.allCases {
            headings[designation] = number
            // The heading, then the names of the columns.
            number += 2
            for (position, condition) in instrument.conditions(for: designation).enumerated() {
                guard case .nodes = condition.measure else { continue }
                rows.append(ConditionRow(number: number, designation: designation, condition: position))
                number += 1
            }
            number += 1
        }
        return (rows, headings)
    }
}

extension TemplateLayout {
    /// The row with the total.
    public var totalRow: Row { rows[1] }

    /// The row of a component, block, area or indicator.
    public func row(ofNode position: Int) -> Row { rows[nodeRows[position]] }

    /// The row of a question.
    public func row(ofQuestion position: Int) -> Row { rows[questionRows[position]] }

    /// The rows of a question's counts, in the order of the form; empty unless it is a ratio question.
    public func inputRows(ofQuestion position: Int) -> ArraySlice<Row> {
        let first = questionRows[position] + 1
        return rows[first..<first + instrument.questions[position].inputs.count]
    }

    /// Whether the answer cell of a row is one that people fill in.
    public func takesAnswer(_ row: Row) -> Bool {
        switch row.content {
        case .header, .total, .node: false
        case .question(let position): instrument.questions[position].inputs.isEmpty
        case .input: true
        }
    }

    /// The rows whose answer cell people fill in, from the top; their ``Row/key`` is the code of the entry.
    ///
    /// - Complexity: O(rows)
    public var answerRows: [Row] { rows.filter(takesAnswer) }
}
