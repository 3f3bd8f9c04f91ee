import Rulebook

/// Reads the cells of one sheet.
final class WorksheetReader: XMLHandler {
    private enum Target { case nothing, value, formula }

    private let sheet: String
    private let strings: [String]
    private let limits: WorkbookLimits

    private var cells: [Cell] = []
    private var isSorted = true
    /// Cells that use a shared formula which no cell above has written.
    private var waiting: [(cell: Int, number: Int)] = []
    private var formulas: SharedFormulas

    private var isInData = false
    private var row = 0
    private var rowIsOpen = false
    private var column = -1
    private var seen = 0
    private var draft: CellDraft
    private var cellIsOpen = false
    private var isInline = false
    private var isInHint = false
    private var target = Target.nothing

    init(sheet: String, strings: [String], limits: WorkbookLimits) {
        self.sheet = sheet
        self.strings = strings
        self.limits = limits
        formulas = SharedFormulas(sheet: sheet, limits: limits)
        draft = CellDraft(limits: limits)
    }

    private(set) var isDone = false

    func start(_ name: XMLText, _ attributes: XMLAttributes, depth: Int) throws(Refusal) {
        switch depth {
        case 4 where rowIsOpen && name.equals("c"):
            try openCell(attributes)
        case 5 where cellIsOpen:
            if name.equals("v") {
                target = .value
                draft.openValue()
            } else if name.equals("f") {
                target = .formula
                draft.openFormula(
                    shared: attributes.value(of: "t")?.equals("shared") == true
                        ? attributes.value(of: "si")?.integer : nil)
            } else if name.equals("is") {
                isInline = true
                draft.openInline()
            }
        case 6... where isInline:
            if name.equals("t") {
                target = isInHint ? .nothing : .value
            } else if name.equals("rPh") {
                isInHint = true
            }
        case 3 where isInData && name.equals("row"):
            try openRow(attributes)
        case 2 where name.equals("sheetData"):
            isInData = true
        default: break
        }
    }

    func end(_ name: XMLText, depth: Int) throws(Refusal) {
        switch depth {
        case 6... where isInline:
            target = .nothing
            if name.equals("rPh") { isInHint = false }
        case 5 where cellIsOpen:
            target = .nothing
            isInline = false
            isInHint = false
        case 4 where cellIsOpen:
            try closeCell()
        case 3: rowIsOpen = false
        case 2: isDone = isInData
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) {
        switch target {
        case .nothing: return
        case .value:
            guard draft.appendValue(bytes) else {
                throw beyond("Isi satu sel lebih dari \(limits.charactersOfOneCell) huruf.")
            }
        case .formula:
            guard draft.appendFormula(bytes) else {
                throw beyond("Rumus satu sel lebih dari \(limits.charactersOfOneFormula) huruf.")
            }
        }
    }

    private func openRow(_ attributes: XMLAttributes) throws(Refusal) {
        // Programs that leave the number out mean the next row.
        if let written = attributes.value(of: "r") {
            guard let number = written.integer else { throw misplaced }
            row = number
        } else {
            row += 1
        }
        guard (1...CellAddress.lastRow).contains(row) else { throw misplaced }
        column = -1
        rowIsOpen = true
    }

    private func openCell(_ attributes: XMLAttributes) throws(Refusal) {
        seen += 1
        guard seen <= limits.cells else {
            throw .beyond(sheet, "Lembar “\(sheet)” memuat lebih dari \(limits.cells) sel.")
        }
        let written = attributes.value(of: "r")
        let place = written.map { CellAddress(ascii: $0.bytes) } ?? CellAddress(row: row, column: column + 1)
        // Two readings of one place would mean two scores for one file.
        guard let place, place.row == row else { throw misplaced }
        column = place.column
        draft.open(place, type: attributes.value(of: "t"))
        cellIsOpen = true
    }

    private func closeCell() throws(Refusal) {
        cellIsOpen = false
        let value = try draft.value(strings: strings, sheet: sheet)
        var formula = draft.formula
        let written = formula != nil
        if let number = draft.sharedFormula {
            if let formula {
                formulas.define(number, formula, at: draft.address)
            } else {
                formula = try formulas.formula(number, at: draft.address)
                if formula == nil { waiting.append((cells.count, number)) }
            }
        }
        if written, let formula { try formulas.count(formula, at: draft.address) }
        if value == .empty, formula == nil, draft.sharedFormula == nil { return }
        if let last = cells.last, !(last.address < draft.address) { isSorted = false }
        cells.append(Cell(address: draft.address, value: value, formula: formula))
    }

    /// The sheet, once the part is read to its end. Throws `brokenArchive`.
    func finish() throws(Refusal) -> Worksheet {
        guard isDone else { throw .broken(sheet, "Lembar “\(sheet)” tidak memuat data sel.") }
        for (index, number) in waiting {
            let cell = cells[index]
            guard let formula = try formulas.formula(number, at: cell.address) else {
                throw .broken("\(sheet)!\(cell.address)", "Rumus sel ini menunjuk rumus bersama yang tidak ada.")
            }
            cells[index] = Cell(address: cell.address, value: cell.value, formula: formula)
        }
        if !isSorted {
            cells.sort { $0.address < $1.address }
            for index in cells.indices.dropFirst() where cells[index - 1].address == cells[index].address {
                throw .broken("\(sheet)!\(cells[index].address)", "Sel ini tersimpan dua kali di dalam berkas.")
            }
        }
        return Worksheet(name: sheet, sorted: cells)
    }

    private var misplaced: Refusal {
        .broken(sheet, "Lembar “\(sheet)” memuat baris atau sel tanpa alamat yang benar, di sekitar baris \(row).")
    }

    private func beyond(_ fault: String) -> Refusal {
        .beyond("\(sheet)!\(draft.address)", fault)
    }
}
