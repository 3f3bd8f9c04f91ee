import Rulebook

/// What was typed about the event; `parse()` is the only way out.
struct DeclarationForm: Sendable {
    enum Field {
        static let day = "hari-acara"
        static let place = "tempat"
        static let publication = "pengumuman"
        static let witness = "saksi"
    }

    let fields: FormFields

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse() throws(Refusal) -> Declaration {
        var findings: [Finding] = []
        let day = DayField.read(fields, Field.day, isRequired: true, .declarationMalformed, into: &findings)
        let place = NoteField.read(fields, Field.place, shortest: 3, longest: Declaration.longestText, .declarationMalformed, into: &findings)
        var publication = ""
        if !fields.text(Field.publication).isEmpty {
            publication =
                NoteField.read(fields, Field.publication, shortest: 3, longest: Declaration.longestText, .declarationMalformed, into: &findings) ?? ""
        }
        var witnesses: Set<Declaration.Witness> = []
        for word in fields.all(Field.witness) {
            if let witness = Declaration.Witness(rawValue: word) {
                witnesses.insert(witness)
            } else if !findings.contains(where: { $0.location == Field.witness }) {
                findings.append(.error(.declarationMalformed, at: Field.witness, "Ada saksi yang tidak dikenal. Muat ulang halaman, lalu pilih lagi."))
            }
        }
        guard findings.isEmpty, let day, let place else { throw Refusal(findings) }
        return Declaration(heldOn: day, place: place, publication: publication, witnesses: witnesses)
    }
}

/// A day as the browser's calendar sends it.
enum DayField {
    static func read(
        _ fields: FormFields, _ field: String, isRequired: Bool, _ code: FindingCode, into findings: inout [Finding]
    ) -> Day? {
        let text = fields.text(field)
        if text.isEmpty {
            if isRequired { findings.append(.error(code, at: field, "Hari belum diisi. Pilih dari kalender atau tulis tahun-bulan-tanggal.")) }
            return nil
        }
        guard let day = Day(text), day >= Self.earliest else {
            findings.append(.error(code, at: field, "Hari tidak terbaca. Tulis sebagai tahun-bulan-tanggal, misalnya 2026-11-24."))
            return nil
        }
        return day
    }

    /// Before this no programme of integrity zones was; an earlier day is a slip of typing.
    private static let earliest = Day(year: 1_950, month: 1, day: 1) ?? .first
}

/// A text that explains something.
enum NoteField {
    static func read(
        _ fields: FormFields, _ field: String, shortest: Int = 1, longest: Int, _ code: FindingCode, into findings: inout [Finding]
    ) -> String? {
        do throws(NoteText.Problem) {
            return try NoteText.read(fields.text(field), shortest: shortest, longest: longest)
        } catch {
            findings.append(.error(code, at: field, error.message))
            return nil
        }
    }
}
