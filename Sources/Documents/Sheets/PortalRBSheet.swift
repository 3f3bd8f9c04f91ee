import Rulebook

/// Reads PortalRB's answer sheet of 2026: one fixed row for each question or count.
enum PortalRBSheet {
    private struct Layout: Decodable {
        struct Row: Decodable {
            let row: Int
            let code: String
            let questionID: Int
        }

        let form: String
        let instrument: String
        let title: String
        let source: String
        let sheet: String
        let answerColumn: String
        let rows: [Row]
    }

    /// - Returns: `nil` when the workbook has no such sheet.
    static func read(
        _ workbook: Workbook, from source: some InstrumentSource, instrument id: InstrumentID?
    ) throws(Refusal) -> SheetReading? {
        let layout: Layout = try embeddedJSON("forms/portalrb-2026.json")
        guard let sheet = try workbook.sheet(named: layout.sheet) else { return nil }
        let instrument = try WorkbookSheet.check(id, against: InstrumentID(layout.instrument), layout.title, source)
        var entries: [SheetEntry] = []
        var problems: [Finding] = []
        for row in layout.rows {
            guard let address = CellAddress("\(layout.answerColumn)\(row.row)"), let cell = sheet[address] else { continue }
            let location = "\(sheet.name)!\(address)"
            switch cell.value {
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
        return try SheetFile.assemble(entries, format: .portalRB, instrument: instrument)
    }
}
