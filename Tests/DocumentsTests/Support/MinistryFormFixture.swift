import InstrumentFiles
import Rulebook

@testable import Documents

/// The ministry's 90/2021 form as a workbook in memory: rows, columns and formulas where the form has them, our
/// own short texts, and the numbers it would show. Tests damage it cell by cell.
struct MinistryFormFixture {
    /// One cell of the form.
    struct FormCell {
        var value: CellValue
        var formula: String?
    }

    static let instrumentID: InstrumentID = "permenpanrb-90-2021"
    /// The row of the headings in an untouched form.
    static let headerRow = 2

    /// Below this heading the form has a row with a formula and nothing else.
    static let beforeSpareRow = "A.I.5.iv"

    /// The columns of an untouched form.
    enum Column: String {
        case assessment = "B"
        case weight = "H"
        case note = "I"
        case type = "J"
        case answer = "K"
        case score = "L"
        case percent = "M"
        case remark = "O"
    }

    let answers: ScoringSheet
    let layout: FormLayout
    var sheetName = "LKE ZI"
    var cells: [CellAddress: FormCell] = [:]
    /// By position in the layout's rows; where they stand now.
    private(set) var rowNumbers: [Int] = []
    /// How far the columns were moved to the right.
    private(set) var columnShift = 0

    var instrument: Instrument { answers.instrument }

    /// An untouched form with these answers.
    init(_ answers: ScoringSheet) throws {
        self.answers = answers
        layout = try FormLayout.shipped()
        var row = Self.headerRow + 2
        for position in layout.rows.indices {
            rowNumbers.append(row)
            // The form leaves a row empty after the total of a component.
            row += layout.rows[position].kind == .total || layout.rows[position].code == Self.beforeSpareRow ? 2 : 1
        }
        let values = try MinistryFormValues(answers)
        MinistryFormContent(layout: layout, instrument: answers.instrument, rows: rowNumbers, values: values)
            .write(to: &cells)
    }

    /// The form filled in with random answers to every question; see ``FormAnswers``.
    static func complete(seed: UInt64 = 1) throws -> MinistryFormFixture {
        try MinistryFormFixture(FormAnswers.complete(try InstrumentLibrary().instrument(instrumentID), seed: seed))
    }

    // MARK: Finding cells

    /// The row of an item; the first of the kind when none is given.
    func row(_ code: String, _ kind: FormLayout.Row.Kind? = nil) -> Int {
        let position = layout.rows.firstIndex { $0.code == code && (kind == nil || $0.kind == kind) }
        return position.map { rowNumbers[$0] } ?? 0
    }

    /// A cell such as `J8`, the columns counted as in the untouched form.
    func address(_ column: Column, _ row: Int) -> CellAddress {
        let untouched = CellAddress("\(column.rawValue)1")?.column ?? 0
        return CellAddress(known: row, untouched + columnShift)
    }

    /// The cell of an item in a column, as people find it: `J8`.
    func name(_ column: Column, _ code: String, _ kind: FormLayout.Row.Kind? = nil) -> String {
        address(column, row(code, kind)).description
    }

    /// Where a cell is, as findings say it.
    func place(_ cell: String) -> String { "\(sheetName)!\(cell)" }

    var grandTotal: CellAddress { address(.score, row("", .grand)) }

    subscript(cell: String) -> FormCell? {
        get { CellAddress(cell).flatMap { cells[$0] } }
        set { if let address = CellAddress(cell) { cells[address] = newValue } }
    }

    // MARK: Damage

    /// Types a value over whatever a cell holds; a formula there is gone.
    mutating func overtype(_ cell: String, _ value: CellValue) {
        self[cell] = FormCell(value: value)
    }

    /// Changes a cell's formula, not what it shows.
    mutating func rewrite(_ cell: String, _ formula: String) {
        self[cell] = FormCell(value: self[cell]?.value ?? .empty, formula: formula)
    }

    /// Changes only what a cell shows.
    mutating func pretend(_ cell: String, _ value: CellValue) {
        self[cell] = FormCell(value: value, formula: self[cell]?.formula)
    }

    /// Inserts empty rows above one; formulas follow as a spreadsheet program makes them follow.
    mutating func insertRows(_ count: Int, above row: Int) {
        move { address in
            CellAddress(known: address.row + (address.row >= row ? count : 0), address.column)
        }
        rowNumbers = rowNumbers.map { $0 + ($0 >= row ? count : 0) }
    }

    /// Moves everything down.
    mutating func shiftRows(by count: Int) { insertRows(count, above: 1) }

    /// Moves everything to the right.
    mutating func moveColumns(by count: Int) {
        move { CellAddress(known: $0.row, $0.column + count) }
        columnShift += count
    }

    /// Takes a row out; what stands below moves up, formulas included.
    mutating func deleteRow(_ row: Int) {
        cells = cells.filter { $0.key.row != row }
        move { CellAddress(known: $0.row - ($0.row > row ? 1 : 0), $0.column) }
        rowNumbers = rowNumbers.map { $0 - ($0 > row ? 1 : 0) }
    }

    private mutating func move(_ place: (CellAddress) -> CellAddress) {
        var moved: [CellAddress: FormCell] = [:]
        for (address, cell) in cells {
            let formula = cell.formula.map { FormulaText.mapping($0, place) }
            moved[place(address)] = FormCell(value: cell.value, formula: formula)
        }
        cells = moved
    }

    /// Stores in every formula's cell what the formula comes to, as saving in a spreadsheet program does.
    mutating func recalculate() {
        let sheet = worksheet
        let evaluator = FormulaEvaluator(sheet, formulas: SheetFormulas(sheet))
        for (address, cell) in cells where cell.formula != nil {
            cells[address]?.value =
                switch evaluator.value(of: address) {
                case .blank, .unknown: .empty
                case .number(let number): .number(fifteenDigits(number))
                case .text(let text): .text(text)
                case .boolean(let value): .boolean(value)
                case .error(let code): .error(code)
                }
        }
    }

    // MARK: Reading

    /// The sheet as a reader of workbooks would hand it out.
    var worksheet: Worksheet {
        Worksheet(
            name: sheetName,
            cells: cells.map { Cell(address: $0.key, value: $0.value.value, formula: $0.value.formula) })
    }

    /// The workbook as a file.
    var bytes: [UInt8] { WorkbookBytes.file(visible: sheetName, cells: cells, hidden: ["Utama", "Catatan"]) }

    /// The file as Zona reads it.
    func read() throws(Refusal) -> SheetReading { try SheetFile.read(bytes, from: InstrumentLibrary()) }
}
