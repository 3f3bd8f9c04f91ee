import Documents
import Rulebook

/// What was sent to be imported; `parse(offered:)` is the only way out.
struct ImportForm: Sendable {
    enum Field {
        static let kind = "jenis"
        static let file = "berkas"
        /// The digest of the plan that was shown.
        static let digest = "sidik"
    }

    /// The typed input.
    struct Parsed: Sendable {
        let kind: ImportKind
        let file: ImportedFile
    }

    let form: MultipartForm

    /// The kind that was chosen, for showing the form again; never fails.
    var kind: ImportKind? { (try? form.part(Field.kind)?.text).flatMap { ImportKind(rawValue: $0) } }

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse(offered: [ImportKind]) throws(Refusal) -> Parsed {
        var findings: [Finding] = []
        let kind = try form.part(Field.kind)?.text.flatMap { ImportKind(rawValue: $0) }
        if kind.map(offered.contains) != true {
            findings.append(.error(.malformedUpload, at: Field.kind, "Pilih apa yang diimpor."))
        }
        let part = try form.part(Field.file)
        if part?.content.isEmpty ?? true {
            findings.append(.error(.noFileSent, at: Field.file, "Pilih berkas CSV atau .xlsx lebih dahulu, lalu tekan Periksa berkas."))
        } else if let part, part.content.count > TableFile.largestFile {
            findings.append(
                .error(.fileTooLarge, at: Field.file, "Berkas lebih besar dari \(TableFile.largestFile >> 20) MB. Bagi menjadi beberapa berkas."))
        }
        guard findings.isEmpty, let kind, let part else { throw Refusal(findings) }
        return Parsed(kind: kind, file: ImportedFile(name: Self.shown(part.fileName ?? ""), bytes: Array(part.content)))
    }

    /// The last step of a path, without characters that cannot be seen, at most 80 of them.
    private static func shown(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
        let visible = last.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
        return String(String(String.UnicodeScalarView(visible)).prefix(80))
    }
}

/// A file on its way in, as it is sealed for the time between preview and decision.
struct ImportedFile: Sendable {
    /// As the browser called it, shortened; only ever shown.
    let name: String
    let bytes: [UInt8]

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Reads what ``packed`` gave; `nil` for anything else.
    init?(packed: [UInt8]) {
        guard let length = packed.first.map(Int.init), packed.count > length,
            let name = String(validating: packed[1..<(1 + length)], as: UTF8.self)
        else { return nil }
        self.init(name: name, bytes: Array(packed[(1 + length)...]))
    }

    /// Name and content in one piece.
    var packed: [UInt8] {
        let name = Array(self.name.utf8.count <= 255 ? self.name.utf8 : String(self.name.prefix(60)).utf8)
        guard let length = UInt8(exactly: name.count) else { return [0] + bytes }
        return [length] + name + bytes
    }
}
