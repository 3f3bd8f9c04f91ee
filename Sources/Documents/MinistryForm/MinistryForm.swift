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

    /// The answers as they stand in the answer column.
    ///
    /// - Throws: `Refusal` naming every row that is not there and every cell that holds an error.
    func entries(for instrument: Instrument) throws(Refusal) -> [SheetEntry] {
        var entries: [SheetEntry] = []
        var problems: [Finding] = []
        for (position, row) in layout.rows.enumerated() {
            guard row.kind == .question || row.kind == .leaf || row.kind == .input else { continue }
            let isRatio = instrument.question(ItemCode(row.code)).map { !instrument.questions[$0].inputs.isEmpty }
            if isRatio == true { continue }
            guard let number = rowNumbers[position] else {
                problems.append(
                    .error(
                        .rowMissing, at: "\(sheet.name) \(row.code)",
                        "Baris \(row.code) tidak ditemukan. Kembalikan baris itu dari formulir asli, lalu isi lagi."))
                continue
            }
            let address = CellAddress(known: number, columns.answer)
            let location = place(address)
            switch sheet[address]?.value ?? .empty {
            case .empty: continue
            case .text(let text): entries.append(SheetEntry(code: row.code, text: text, location: location))
            case .number(let stored):
                entries.append(SheetEntry(code: row.code, text: typedNumber(stored), location: location))
            case .boolean, .error:
                problems.append(
                    .error(.cellError, at: location, "\(row.code): sel ini berisi galat atau nilai logika. Isi dengan jawaban."))
            }
        }
        guard problems.isEmpty else { throw Refusal(problems) }
        return entries
    }

    /// A cell as people find it: `LKE ZI!K8`.
    func place(_ address: CellAddress) -> String { "\(sheet.name)!\(address)" }
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
