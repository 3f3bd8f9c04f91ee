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
        let entries = layout.rows.compactMap { row -> SheetEntry? in
            guard let address = CellAddress("\(layout.answerColumn)\(row.row)") else { return nil }
            return SheetEntry(sheet[address], code: row.code, location: "\(sheet.name)!\(address)")
        }
        return try SheetFile.assemble(entries, format: .portalRB, instrument: instrument)
    }
}
