import ExactMath
import Rulebook

/// Reads back the workbook that Zona writes.
enum ZonaWorkbook {
    /// - Returns: `nil` when the workbook does not bear Zona's stamp.
    static func read(
        _ workbook: Workbook, from source: some InstrumentSource, instrument id: InstrumentID?
    ) throws(Refusal) -> SheetReading? {
        guard let stamp = try workbook.sheet(named: TemplateLayout.stampSheet), text("A1", in: stamp) == TemplateLayout.mark
        else { return nil }
        guard text("B1", in: stamp) == String(TemplateLayout.version) else {
            throw Refusal(
                .headerMissing, at: TemplateLayout.stampSheet,
                "Lembar ini dibuat untuk versi Zona yang lain. Buat lembar baru dengan `zona sheet new`, lalu salin jawabannya.")
        }
        let own = InstrumentID(text("B2", in: stamp))
        let instrument = try WorkbookSheet.check(id, against: own, "Lembar ini", source)
        guard let sheet = try workbook.sheet(named: TemplateLayout.scoreSheet) else {
            throw Refusal(.sheetMissing, at: "", "Lembar “\(TemplateLayout.scoreSheet)” tidak ada. Kembalikan dari berkas asli.")
        }
        var notes: [Finding] = []
        if text("B3", in: stamp) != String(instrument.parts.version) {
            notes.append(
                Finding(
                    .contentIgnored, .info, at: "\(TemplateLayout.stampSheet)!B3",
                    "Lembar dibuat dari instrumen versi \(text("B3", in: stamp)); dihitung dengan versi \(instrument.parts.version)."))
        }
        let layout = TemplateLayout(instrument)
        let entries = entries(in: sheet, layout)
        return try SheetFile.assemble(entries, format: .zonaWorkbook, instrument: instrument, notes: notes) {
            result throws(Refusal) in try diagnose(sheet, layout, result.sheet)
        }
    }

    /// The answers by the codes in the first column, so that a sorted or shifted sheet is still read right.
    private static func entries(in sheet: Worksheet, _ layout: TemplateLayout) -> [SheetEntry] {
        var rowOfCode: [String: Int] = [:]
        for row in sheet.rows {
            for cell in row.cells where cell.address.column == TemplateLayout.Column.code.rawValue {
                rowOfCode[AnswerText.trim(cell.value.shown)] = row.number
            }
        }
        // An indicator may bear the code of its only question: the answer stands in the row the layout says.
        return layout.answerRows.compactMap { row -> SheetEntry? in
            let here = sheet[CellAddress(known: row.number, TemplateLayout.Column.code.rawValue)]?.value.shown
            guard let number = here == row.key ? row.number : rowOfCode[row.key] else {
                return .missingRow(row.key, in: sheet.name)
            }
            let address = CellAddress(known: number, TemplateLayout.Column.answer.rawValue)
            return SheetEntry(sheet[address], code: row.key, location: "\(sheet.name)!\(address)")
        }
    }

    private static func diagnose(
        _ sheet: Worksheet, _ layout: TemplateLayout, _ answers: ScoringSheet
    ) throws(Refusal) -> Diagnosis? {
        let scorer = try Scorer(layout.instrument)
        guard let scored = try? scorer.score(answers, reading: .floor) else { return nil }
        return TemplateDoctor(sheet, layout, scored).diagnose()
    }

    private static func text(_ address: String, in sheet: Worksheet) -> String {
        CellAddress(address).flatMap { sheet[$0]?.value.shown } ?? ""
    }
}
