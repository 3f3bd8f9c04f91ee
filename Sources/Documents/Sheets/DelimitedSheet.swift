import Rulebook

/// Reads `kode,jawaban` rows, separated by comma, semicolon or tab.
enum DelimitedSheet {
    static func read(
        _ bytes: [UInt8], from source: some InstrumentSource, instrument id: InstrumentID?
    ) throws(Refusal) -> SheetReading {
        let records = try DelimitedText.parse(bytes)
        guard let first = records.first else {
            throw Refusal(.unknownFormat, at: "", "Berkas tidak berisi jawaban. Isi baris kode,jawaban.")
        }
        var code = 0
        var answer = 1
        var rows = records[...]
        var notes: [Finding] = []
        let headings = first.fields.map { AnswerText.trim($0).lowercased() }
        if let found = headings.firstIndex(of: "kode") {
            guard let answers = headings.firstIndex(of: "jawaban") else {
                throw Refusal(.headerMissing, at: "baris \(first.line)", "Kolom “jawaban” tidak ada. Baris judul harus memuat kode dan jawaban.")
            }
            (code, answer) = (found, answers)
            rows = rows.dropFirst()
            let others = headings.indices.filter { $0 != found && $0 != answers && !headings[$0].isEmpty }
            if !others.isEmpty {
                let names = others.prefix(6).map { "“\(headings[$0].prefix(30))”" }.joined(separator: ", ")
                notes.append(Finding(.contentIgnored, .info, at: "baris \(first.line)", "Kolom \(names) tidak dibaca."))
            }
        }
        let entries = rows.map { record in
            SheetEntry(
                code: record.fields.indices.contains(code) ? record.fields[code] : "",
                text: record.fields.indices.contains(answer) ? record.fields[answer] : "",
                location: "baris \(record.line)")
        }
        let instrument: Instrument
        if let id {
            instrument = try source.instrument(id)
        } else {
            instrument = try SheetFile.recognise(entries.map(\.code), from: source)
        }
        return try SheetFile.assemble(entries, format: .csv, instrument: instrument, notes: notes)
    }

    /// The sheet as `kode,jawaban` rows, every question of the instrument in order, blanks empty.
    static func write(_ sheet: ScoringSheet) -> String {
        var text = "kode,jawaban\n"
        for entry in SheetExport.rows(of: sheet) { text += "\(entry.code),\(entry.text ?? "")\n" }
        return text
    }
}
