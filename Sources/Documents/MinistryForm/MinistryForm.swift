import ExactMath
import Rulebook

/// The ministry's 90/2021 form as it was found in a workbook.
struct MinistryForm {
    let layout: FormLayout
    let sheet: Worksheet
    let columns: FormColumns
    /// By position in the layout's rows.
    let rowNumbers: [Int?]

    /// - Returns: `nil` when the sheet has no such heading row.
    init?(_ layout: FormLayout, in sheet: Worksheet) {
        guard let columns = FormColumns(in: sheet, headings: layout.headings) else { return nil }
        self.layout = layout
        self.sheet = sheet
        self.columns = columns
        rowNumbers = FormAlignment(layout, in: sheet, columns: columns).rowNumbers
    }

    /// The answers as they stand in the answer column; rows that are not there and cells that hold an error
    /// bear their problem.
    func entries(for instrument: Instrument) -> [SheetEntry] {
        layout.rows.enumerated().compactMap { position, row -> SheetEntry? in
            guard row.kind == .question || row.kind == .leaf || row.kind == .input else { return nil }
            // A ratio question is answered by its counts in the rows below.
            if let question = instrument.question(ItemCode(row.code)), !instrument.questions[question].inputs.isEmpty {
                return nil
            }
            guard let number = rowNumbers[position] else { return .missingRow(row.code, in: sheet.name) }
            let address = CellAddress(known: number, columns.answer)
            return SheetEntry(sheet[address], code: row.code, location: place(address))
        }
    }

    /// A cell as people find it: `LKE ZI!K8`.
    func place(_ address: CellAddress) -> String { "\(sheet.name)!\(address)" }
}

extension SheetEntry {
    /// The answer in a cell; `nil` for an empty one. A cell with an error or TRUE/FALSE bears a problem.
    init?(_ cell: Cell?, code: String, location: String) {
        switch cell?.value ?? .empty {
        case .empty: return nil
        case .text(let text): self.init(code: code, text: text, location: location)
        case .number(let stored): self.init(code: code, text: typedNumber(stored), location: location)
        case .boolean, .error:
            let problem = Finding.error(
                .cellError, at: location, "\(code): sel ini berisi galat atau nilai logika. Isi dengan jawaban.")
            self.init(code: code, text: "", location: location, problem: problem)
        }
    }

    /// An answer whose row is not in the sheet.
    static func missingRow(_ code: String, in sheet: String) -> SheetEntry {
        let place = "\(sheet) \(code)"
        let problem = Finding.error(
            .rowMissing, at: place,
            "Baris \(code) tidak ditemukan. Kembalikan baris itu dari berkas asli, lalu isi lagi.")
        return SheetEntry(code: code, text: "", location: place, problem: problem)
    }
}

/// A stored number as a person typed it: spreadsheets keep 3,78 as 3.7800000000000002.
func typedNumber(_ stored: String) -> String {
    guard let number = try? Ratio(stored: stored) else { return stored }
    // Spreadsheets count to fifteen digits; what stands behind the twelfth decimal is their noise.
    return number.rounded(places: 12).trimmedZeros
}

extension String {
    /// Without zeros at the end of the decimals.
    fileprivate var trimmedZeros: String {
        guard contains(".") else { return self }
        var text = Substring(self)
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return String(text)
    }
}
