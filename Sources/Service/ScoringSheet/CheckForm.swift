import Documents
import Rulebook

/// What was sent with the form; `parse()` is the only way out.
struct CheckForm: Sendable {
    /// The names of the fields.
    enum Field {
        static let file = "berkas"
        static let instrument = "instrumen"
        static let designation = "tuju"
        /// The answers of the sheet that was just checked, so that nothing needs to be stored.
        static let answers = "jawaban"
        /// What the file was called, carried along with the answers.
        static let name = "nama"
    }

    /// What can be chosen, and is kept when a file is refused.
    struct Choices: Hashable, Sendable {
        /// `nil` to recognise it from the file.
        var instrument: InstrumentID?
        var designation: Designation = .wbk
    }

    /// The typed input.
    struct Parsed: Sendable {
        /// The file, or the answers that a verdict page carried along.
        let bytes: [UInt8]
        /// Whether these are carried answers rather than a file.
        let isCarried: Bool
        let choices: Choices
        /// As the browser called it, shortened; empty when it did not say. Only ever shown.
        let fileName: String
    }

    private let form: MultipartForm
    private let instruments: [InstrumentID]

    /// - Parameters:
    ///   - form: as it was sent.
    ///   - instruments: the ids that may be chosen.
    init(_ form: MultipartForm, instruments: [InstrumentID]) {
        self.form = form
        self.instruments = instruments
    }

    /// What can be read of the choices, for showing the form again; never fails.
    var choices: Choices {
        var choices = Choices()
        if let text = try? form.part(Field.instrument)?.text, instruments.contains(InstrumentID(text)) {
            choices.instrument = InstrumentID(text)
        }
        if let text = try? form.part(Field.designation)?.text, let designation = Designation(rawValue: text) {
            choices.designation = designation
        }
        return choices
    }

    /// - Throws: `Refusal` naming the field.
    func parse() throws(Refusal) -> Parsed {
        if let text = try text(Field.instrument), !text.isEmpty, !instruments.contains(InstrumentID(text)) {
            throw Refusal(
                .unknownInstrument, at: Field.instrument,
                "Instrumen yang dipilih tidak ada. Pilih dari daftar, atau biarkan dikenali dari berkas.")
        }
        if let text = try text(Field.designation), Designation(rawValue: text) == nil {
            throw Refusal(.malformedUpload, at: Field.designation, "Predikat yang dituju hanya WBK atau WBBM.")
        }
        if let answers = try form.part(Field.answers) {
            return Parsed(
                bytes: Array(answers.content), isCarried: true, choices: choices,
                fileName: Self.shown(try text(Field.name) ?? ""))
        }
        guard let file = try form.part(Field.file), !file.content.isEmpty else {
            throw Refusal(.noFileSent, at: Field.file, "Pilih berkas LKE lebih dahulu, lalu tekan Periksa lembar.")
        }
        guard file.content.count <= SheetFile.largestFile else {
            throw Refusal(
                .fileTooLarge, at: Field.file,
                "Berkas lebih besar dari \(SheetFile.largestFile >> 20) MB. Hapus lembar dan gambar yang tidak perlu.")
        }
        return Parsed(
            bytes: Array(file.content), isCarried: false, choices: choices,
            fileName: Self.shown(file.fileName ?? ""))
    }

    private func text(_ name: String) throws(Refusal) -> String? {
        guard let part = try form.part(name) else { return nil }
        guard let text = part.text else { throw MultipartForm.malformed(name, "isinya bukan teks") }
        return text
    }

    /// The last step of a path (some browsers send all of it), without control and direction characters, which
    /// could make a name look like another, and at most 80 characters.
    private static func shown(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
        let visible = last.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
        let text = String(String.UnicodeScalarView(visible))
        return text.count > 80 ? text.prefix(60) + "…" + text.suffix(19) : text
    }
}
