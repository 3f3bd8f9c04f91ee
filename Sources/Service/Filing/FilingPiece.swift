import Markup
import Rulebook

/// Pieces of pages where documents are sent, chosen and listed. Forms with a file are `multipart/form-data` and go to a
/// route added by ``GuardedRoutes/upload(_:_:_:)``.
enum FilingPiece {
    /// The field for a file.
    static func file(largest: Int, isRequired: Bool = true, refusal: Refusal?) -> HTML {
        let name = FilingForm.Field.file
        let problem = refusal?.findings.first { $0.location == name }?.message
        let error: HTML? = problem.map { "<p class=\"err\" id=\"\(name)-e\">\($0)</p>" }
        return """
            <div class="field\(problem == nil ? "" : " bad")"><label class="label" for="\(name)">Berkas</label>
            <p class="hint" id="\(name)-h">\(DocumentMedia.allowedNames), paling besar \(largest >> 20) MB. Jenisnya dikenali dari isinya.</p>\(error)
            <div class="drop"><input type="file" id="\(name)" name="\(name)" accept=".pdf,.png,.jpg,.jpeg,.webp,.xlsx,.docx,.odt,.csv,.txt" \
            aria-describedby="\(name)-h\(problem == nil ? "" : " \(name)-e")"\(Attribute("aria-invalid", problem == nil ? nil : "true"))\(Attribute.flag("required", if: isRequired))></div></div>
            """
    }

    /// All fields of a document. Of a refused form everything comes back but the file, which no page can put there.
    static func fields(kinds: [FilingKind], chosen: DocumentKind?, largest: Int, typed: FormFields?, refusal: Refusal?) -> HTML {
        func value(_ field: String) -> String { typed?.text(field) ?? "" }
        let kind = typed.map { $0.text(FilingForm.Field.kind) } ?? chosen?.text ?? ""
        return """
            \(file(largest: largest, refusal: refusal))
            \(FormPiece.choice(
                .init(name: FilingForm.Field.kind, label: "Jenis dokumen"), options: kinds.map { ($0.kind.text, $0.name) }, chosen: kind,
                refusal: refusal))
            \(FormPiece.render(
                .init(name: FilingForm.Field.title, label: "Judul", hint: "Dikosongkan: memakai nama berkasnya.", isRequired: false),
                value: value(FilingForm.Field.title), refusal: refusal))
            \(FormPiece.render(
                .init(name: FilingForm.Field.reference, label: "Nomor surat atau keputusan", isRequired: false),
                value: value(FilingForm.Field.reference), refusal: refusal))
            \(FormPiece.render(
                .init(name: FilingForm.Field.dated, label: "Tanggal dokumen", type: .date, isRequired: false),
                value: value(FilingForm.Field.dated), refusal: refusal))
            """
    }

    /// A choice of one of the documents that are there; the page where a new one is sent is a link away.
    static func choice(
        _ field: FormPiece.Field, documents: [FilingStore.Kept], chosen: String = "", filing: SitePath? = nil, refusal: Refusal? = nil
    ) -> HTML {
        let none = documents.isEmpty ? "Belum ada dokumen untuk dipilih" : "Pilih dokumen"
        let way: HTML? = filing.map { "<p><a href=\"\($0.address)\">Unggah dokumen baru</a></p>" }
        return """
            \(FormPiece.choice(field, options: [("", none)] + documents.map { ($0.id.text, $0.line) }, chosen: chosen, refusal: refusal))\(way)
            """
    }

    /// A table of documents, each with a link to its page; nothing for none.
    static func table(_ documents: [FilingStore.Kept], kinds: [FilingKind], caption: String) -> HTML? {
        if documents.isEmpty { return nil }
        let rows = HTML.each(documents) { document in
            let mark: HTML? = document.withdrawal.map { _ in " <span class=\"st not\">\(StateMark.unmet.mark)Ditarik</span>" }
            return """
                <tr><th scope="row" class="wrapany"><a href="\(SitePath.document(document.place.agency, document.id).address)">\(document.title.text)</a>\(mark)</th>\
                <td data-l="Jenis" class="text">\(kinds.name(of: document.kind))</td>\
                <td data-l="Nomor dan tanggal" class="text wrapany">\(document.referenceLine)</td>\
                <td data-l="Disimpan" class="text">\(Day(of: document.uploadedAt, in: .wib).journalText)</td>\
                <td data-l="Besar" class="num">\(FileSize.text(document.content.size))</td></tr>
                """
        }
        return """
            <table class="fold"><caption>\(caption)</caption><thead><tr><th scope="col">Dokumen</th><th scope="col">Jenis</th>\
            <th scope="col">Nomor dan tanggal</th><th scope="col">Disimpan</th><th scope="col" class="num">Besar</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }
}

extension FilingStore.Kept {
    /// The number and the day as one line; may be empty.
    var referenceLine: String {
        [reference, dated?.journalText].compactMap { $0 }.joined(separator: ", ")
    }

    /// The document in a list to choose from.
    var line: String { referenceLine.isEmpty ? title.text : "\(title.text) (\(referenceLine))" }
}

extension [FilingKind] {
    /// The name of a kind; the kind's own word where the list does not have it.
    func name(of kind: DocumentKind) -> String { first { $0.kind == kind }?.name ?? kind.text }
}

/// How large a file is, for people.
enum FileSize {
    /// `412 KB`, `3,4 MB`; at least 1 KB.
    static func text(_ bytes: Int) -> String {
        guard bytes >= 1 << 20 else { return "\((bytes + 1_023) >> 10) KB" }
        let tenths = (bytes * 10 + (1 << 19)) >> 20
        return "\(tenths / 10),\(tenths % 10) MB"
    }
}
