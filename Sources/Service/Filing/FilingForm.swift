import Rulebook

/// A document as it was sent; `parse(kinds:today:)` is the only way out.
struct FilingForm: Sendable {
    /// The names of the fields.
    enum Field {
        static let file = "berkas"
        static let kind = "jenis-dokumen"
        static let title = "judul-dokumen"
        static let reference = "nomor-dokumen"
        static let dated = "tanggal-dokumen"
    }

    /// The typed input. What the bytes are shows only when they are looked at.
    struct Parsed: Sendable {
        let kind: DocumentKind
        let title: DocumentTitle
        let particulars: DocumentParticulars
        let bytes: ArraySlice<UInt8>
        /// Whether the file's name ends in `.csv`.
        let isNamedTable: Bool
    }

    let fields: FormFields
    let files: MultipartForm
    /// Bytes of the largest file that is kept.
    let largest: Int

    /// - Parameters:
    ///   - kinds: those that may be chosen.
    ///   - today: no document is dated later.
    /// - Throws: `Refusal` with every problem, each at its field.
    func parse(kinds: [FilingKind], today: Day) throws(Refusal) -> Parsed {
        var findings: [Finding] = []
        let file = try files.part(Field.file)
        let bytes = file?.content ?? []
        if bytes.isEmpty {
            findings.append(.error(.noFileSent, at: Field.file, "Pilih berkas yang berisi, lalu kirim lagi."))
        } else if bytes.count > largest {
            findings.append(
                .error(
                    .documentTooLarge, at: Field.file,
                    "Berkas lebih besar dari \(largest >> 20) MB. Perkecil gambar di dalamnya, atau bagi menjadi beberapa berkas."))
        }
        let kind = kinds.first { $0.kind.text == fields.text(Field.kind) }
        if kind == nil { findings.append(.error(.documentFieldMalformed, at: Field.kind, "Pilih jenis dokumen dari daftar.")) }
        let typed = fields.text(Field.title)
        let title = typed.isEmpty ? DocumentTitle(fileName: file?.fileName ?? "") ?? kind.flatMap { DocumentTitle($0.name) } : DocumentTitle(typed)
        if title == nil, kind != nil || !typed.isEmpty {
            findings.append(
                .error(
                    .documentFieldMalformed, at: Field.title,
                    "Isi judul dengan paling banyak \(DocumentTitle.longest) huruf tanpa tanda yang tidak tampak, atau kosongkan."))
        }
        var particulars: DocumentParticulars?
        do throws(Refusal) {
            particulars = try DocumentParticulars(
                reference: fields.text(Field.reference), at: Field.reference, dated: fields.text(Field.dated), at: Field.dated, today: today)
        } catch { findings += error.findings }
        guard findings.isEmpty, let kind, let title, let particulars else { throw Refusal(findings) }
        return Parsed(
            kind: kind.kind, title: title, particulars: particulars, bytes: bytes,
            isNamedTable: file?.fileName?.lowercased().hasSuffix(".csv") ?? false)
    }
}
