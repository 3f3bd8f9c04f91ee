import Documents
import ExactMath
import Rulebook

/// Reads a sheet, scores it and looks for the way up. Pure computing: nothing is stored.
struct CheckActions: Sendable {
    let instruments: PreparedInstruments

    /// Checks what was sent with the form.
    ///
    /// - Throws: `Refusal` with every problem of the file.
    func check(_ form: CheckForm.Parsed, at moment: Moment) throws(Refusal) -> CheckedSheet {
        let reading = try SheetFile.read(form.bytes, from: instruments, instrument: form.choices.instrument)
        let source: CheckedSheet.Source =
            form.isCarried ? .answers(name: form.fileName) : .file(name: form.fileName)
        return try result(reading, source, form.choices.designation, moment)
    }

    /// An empty workbook to fill in.
    ///
    /// - Throws: `Refusal` when it cannot be written.
    func workbook(of instrument: Instrument) throws(Refusal) -> [UInt8] {
        try TemplateWorkbook.write(instrument, answers: nil)
    }

    /// A workbook with the answers that were sent.
    ///
    /// - Throws: `Refusal` with every problem of the answers.
    func workbook(of form: CheckForm.Parsed) throws(Refusal) -> [UInt8] {
        let reading = try SheetFile.read(form.bytes, from: instruments, instrument: form.choices.instrument)
        return try TemplateWorkbook.write(reading.sheet.instrument, answers: reading.sheet)
    }

    /// Checks the sample sheet that travels with the program.
    ///
    /// - Throws: `Refusal` when the sample does not fit the instrument.
    func checkSample(for designation: Designation, at moment: Moment) throws(Refusal) -> CheckedSheet {
        let reading = try SheetFile.read(
            Embedded.bytes("contoh-lke.csv"), from: instruments, instrument: instruments.ids.first)
        return try result(reading, .sample, designation, moment)
    }

    private func result(
        _ reading: SheetReading, _ source: CheckedSheet.Source, _ designation: Designation, _ moment: Moment
    ) throws(Refusal) -> CheckedSheet {
        let prepared = try instruments.prepared(reading.sheet.instrument.id)
        let examination: Examination
        do throws(Overflow) {
            examination = try prepared.scorer.examine(reading.sheet, for: designation)
        } catch {
            throw Refusal(
                .numbersTooFine, at: "",
                "Jumlah pada pertanyaan rasio terlalu besar dan terlalu berbeda untuk dihitung tepat. Periksa jumlah yang diisikan.")
        }
        let known = reading.facts
        return CheckedSheet(
            examination: examination,
            // The verdict stands without advice; only the way up is then missing.
            advice: try? prepared.adviser.advise(on: reading.sheet, for: designation),
            reading: reading, source: source,
            prerequisites: known.isEmpty
                ? nil : Eligibility.judge(known, against: prepared.instrument, for: designation),
            moment: moment)
    }
}
