import ExactMath
import Rulebook

/// Finds out which of the known workbooks this is, and reads it.
enum WorkbookSheet {
    static func read(
        _ workbook: Workbook, from source: some InstrumentSource, instrument id: InstrumentID?
    ) throws(Refusal) -> SheetReading {
        if let reading = try ZonaWorkbook.read(workbook, from: source, instrument: id) { return reading }
        let layout = try FormLayout.shipped()
        if let form = try ministryForm(in: workbook, layout) {
            let instrument = try check(id, against: InstrumentID(layout.instrument), layout.title, source)
            return try SheetFile.assemble(form.entries(for: instrument), format: .ministryForm, instrument: instrument) {
                result throws(Refusal) in try diagnose(form, result.sheet)
            }
        }
        if let reading = try PortalRBSheet.read(workbook, from: source, instrument: id) { return reading }
        let names = workbook.sheetNames.prefix(6).map { "“\($0)”" }.joined(separator: ", ")
        throw Refusal(
            .sheetMissing, at: "",
            "Buku kerja ini tidak dikenal. Lembar yang ada: \(names). Yang dapat dibaca: formulir kementerian (lembar “\(layout.sheet)” dengan baris judul Penilaian, Bobot, Pilihan Jawaban, Jawaban, Nilai), lembar “Jawaban” PortalRB, dan lembar Zona."
        )
    }

    /// The ministry's sheet by its name, else any sheet with its heading row.
    private static func ministryForm(in workbook: Workbook, _ layout: FormLayout) throws(Refusal) -> MinistryForm? {
        if let sheet = try workbook.sheet(named: layout.sheet) {
            if let form = MinistryForm(layout, in: sheet) { return form }
            throw Refusal(
                .headerMissing, at: sheet.name,
                "Baris judul (Penilaian, Bobot, Pilihan Jawaban, Jawaban, Nilai) tidak ditemukan. Kembalikan baris judul dari formulir asli.")
        }
        for name in workbook.sheetNames.prefix(8) {
            if let sheet = try workbook.sheet(named: name), let form = MinistryForm(layout, in: sheet) { return form }
        }
        return nil
    }

    /// The instrument a form belongs to.
    ///
    /// - Throws: `Refusal` when another was asked for.
    static func check(
        _ id: InstrumentID?, against own: InstrumentID, _ title: String, _ source: some InstrumentSource
    ) throws(Refusal) -> Instrument {
        if let id, id != own {
            throw Refusal(.unknownInstrument, at: id.text, "\(title) hanya dapat dibaca dengan instrumen \(own).")
        }
        return try source.instrument(own)
    }

    private static func diagnose(_ form: MinistryForm, _ sheet: ScoringSheet) throws(Refusal) -> Diagnosis? {
        let scorer = try Scorer(sheet.instrument)
        guard let scored = try? scorer.score(sheet, reading: .spreadsheet), let floor = try? scorer.score(sheet).total
        else { return nil }
        return FormDoctor(form, scored: scored, floor: floor).diagnose()
    }
}
