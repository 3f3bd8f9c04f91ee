import Rulebook

/// What was typed about what a unit is and does; `parse()` is the only way out.
struct UnitProfileForm: Sendable {
    enum Field {
        static let echelon = "eselon"
        static let function = "fungsi"
        static let headCount = "pegawai"
        static let budget = "anggaran"
        static let services = "layanan"
    }

    let fields: FormFields

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse() throws(Refusal) -> UnitProfile {
        var findings: [Finding] = []
        let word = fields.text(Field.echelon)
        let echelon = Echelon(rawValue: word)
        if echelon == nil, !word.isEmpty {
            findings.append(.error(.unitProfileInvalid, at: Field.echelon, "Pilih eselon dari daftar, atau kosongkan bila belum diketahui."))
        }
        let function = Self.tidy(fields.text(Field.function))
        if !Self.isFine(function) {
            findings.append(
                .error(
                    .unitProfileInvalid, at: Field.function,
                    "Tulis fungsi unit paling panjang \(UnitProfile.longestText) huruf, tanpa tanda yang tidak tampak."))
        }
        let headCount = figure(.headCount, Field.headCount, "Isi jumlah pegawai dengan bilangan bulat, paling banyak 1.000.000.", &findings)
        let budget = figure(
            .budget, Field.budget, "Isi anggaran setahun dalam rupiah penuh, misalnya 1.250.000.000; paling banyak seribu triliun.", &findings)
        let services = services(&findings)
        guard findings.isEmpty else { throw Refusal(findings) }
        return UnitProfile(echelon: echelon, function: function, headCount: headCount, budget: budget, services: services)
    }

    private func figure(_ figure: UnitFigure, _ field: String, _ message: String, _ findings: inout [Finding]) -> Int64? {
        let text = fields.text(field)
        if text.isEmpty { return nil }
        let number = figure.read(text)
        if number == nil { findings.append(.error(.unitProfileInvalid, at: field, message)) }
        return number
    }

    private func services(_ findings: inout [Finding]) -> [String] {
        let lines = fields.raw(Field.services).split(whereSeparator: \.isNewline).map { Self.tidy(String($0)) }.filter { !$0.isEmpty }
        if lines.count > UnitProfile.mostServices || !lines.allSatisfy(Self.isFine) {
            findings.append(
                .error(
                    .unitProfileInvalid, at: Field.services,
                    "Tulis satu layanan tiap baris: paling banyak \(UnitProfile.mostServices) layanan, masing-masing paling panjang \(UnitProfile.longestText) huruf."
                ))
        }
        return lines
    }

    private static func tidy(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func isFine(_ text: String) -> Bool {
        text.unicodeScalars.count <= UnitProfile.longestText && NamedThing.isPlain(text)
    }
}
