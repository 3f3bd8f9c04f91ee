public import Rulebook

/// Reads a filled-in sheet from a file of any kind Zona knows.
public enum SheetFile {
    /// Most bytes a file may have.
    public static let largestFile = 10 << 20

    /// Reads a file, recognising what it is by its content.
    ///
    /// - Parameters:
    ///   - bytes: the file as it is.
    ///   - source: where instruments come from.
    ///   - id: the instrument to read it with; recognised from the file when `nil`.
    /// - Throws: `Refusal` with every problem, each with its cell or line.
    /// - Complexity: O(size of the file)
    public static func read(
        _ bytes: [UInt8], from source: some InstrumentSource, instrument id: InstrumentID? = nil
    ) throws(Refusal) -> SheetReading {
        guard !bytes.isEmpty else {
            throw Refusal(.unknownFormat, at: "", "Berkas kosong. Pilih berkas LKE yang sudah diisi.")
        }
        guard bytes.count <= largestFile else {
            throw Refusal(.fileTooLarge, at: "", "Berkas lebih besar dari 10 MB. Hapus gambar dan lembar lain, lalu simpan lagi.")
        }
        if Workbook.looksLikeArchive(bytes) {
            return try WorkbookSheet.read(try Workbook.open(bytes), from: source, instrument: id)
        }
        if isOldWorkbook(bytes) {
            throw Refusal(.unknownFormat, at: "", "Ini buku kerja Excel lama (.xls). Simpan sebagai .xlsx, lalu coba lagi.")
        }
        guard looksLikeText(bytes) else {
            throw Refusal(
                .unknownFormat, at: "",
                "Isi berkas tidak dikenali. Yang dapat dibaca: buku kerja .xlsx (formulir kementerian, PortalRB, atau lembar Zona), CSV kode,jawaban, dan JSON."
            )
        }
        let first = bytes.first { $0 > 0x20 && $0 < 0x80 }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
            ? try JSONSheet.read(bytes, from: source, instrument: id)
            : try DelimitedSheet.read(bytes, from: source, instrument: id)
    }

    /// The compound file of Excel 97–2003.
    private static func isOldWorkbook(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }

    private static func looksLikeText(_ bytes: [UInt8]) -> Bool {
        !bytes.prefix(4_096).contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    }

    /// Puts entries together and makes a reading of them.
    ///
    /// - Parameter problems: what is wrong with the file besides its answers; told together with theirs.
    static func assemble(
        _ entries: [SheetEntry], format: SheetReading.Format, instrument: Instrument, notes: [Finding] = [],
        problems: [Finding] = [], facts: [FactID: FactValue] = [:],
        diagnose: (SheetAssembly.Result) throws(Refusal) -> Diagnosis? = { _ throws(Refusal) in nil }
    ) throws(Refusal) -> SheetReading {
        let result: SheetAssembly.Result
        do throws(Refusal) {
            result = try SheetAssembly.assemble(entries, for: instrument)
        } catch {
            throw Refusal(error.findings + problems)
        }
        guard problems.isEmpty else { throw Refusal(problems) }
        return SheetReading(
            format: format, sheet: result.sheet, findings: notes + result.findings, locations: result.locations,
            diagnosis: try diagnose(result), facts: facts)
    }

    /// The instrument whose codes these are.
    ///
    /// - Throws: `Refusal` when none or several fit.
    static func recognise(
        _ codes: [String], from source: some InstrumentSource
    ) throws(Refusal) -> Instrument {
        let questions = codes.map { ItemCode(String(AnswerText.trim($0).prefix { $0 != "/" })) }
        var best: [(instrument: Instrument, known: Int)] = []
        for id in source.ids {
            let instrument = try source.instrument(id)
            let known = questions.count { instrument.question($0) != nil }
            if known == questions.count, known > 0 { return instrument }
            best.append((instrument, known))
        }
        best.sort { $0.known > $1.known }
        // A misspelt code must not hide which instrument was meant: nine of ten known codes are enough.
        if let first = best.first, first.known * 10 >= questions.count * 9, first.known > 0 { return first.instrument }
        if let first = best.first, first.known > 0, best.count < 2 || best[1].known == 0 { return first.instrument }
        throw Refusal(
            .undecidedInstrument, at: "",
            "Instrumen tidak dapat dikenali dari kode butir. Sebutkan instrumennya: \(source.ids.map(\.text).joined(separator: ", ")).")
    }
}
