/// What a kept file is made of. Raw values stand in the database and are the types that the file is served with.
public enum DocumentMedia: String, CaseIterable, Hashable, Sendable {
    /// A page as it is printed.
    case pdf = "application/pdf"
    /// A picture without loss.
    case png = "image/png"
    /// A photograph.
    case jpeg = "image/jpeg"
    /// A picture of the web.
    case webp = "image/webp"
    /// A workbook of Excel, without macros.
    case workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    /// A text of Word, without macros.
    case wordText = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    /// A text of LibreOffice, without macros.
    case openText = "application/vnd.oasis.opendocument.text"
    /// A table as text.
    case table = "text/csv"
    /// Plain text.
    case text = "text/plain"

    /// What people read, in Indonesian.
    public var name: String {
        switch self {
        case .pdf: "PDF"
        case .png: "gambar PNG"
        case .jpeg: "gambar JPEG"
        case .webp: "gambar WebP"
        case .workbook: "lembar kerja (.xlsx)"
        case .wordText: "dokumen Word (.docx)"
        case .openText: "dokumen OpenDocument (.odt)"
        case .table: "tabel teks (.csv)"
        case .text: "teks biasa (.txt)"
        }
    }

    /// The end of the name that the file is given when it is downloaded, without the point.
    public var ending: String {
        switch self {
        case .pdf: "pdf"
        case .png: "png"
        case .jpeg: "jpg"
        case .webp: "webp"
        case .workbook: "xlsx"
        case .wordText: "docx"
        case .openText: "odt"
        case .table: "csv"
        case .text: "txt"
        }
    }

    /// Whether the file is an archive of others, whose names have to be looked at.
    var isArchive: Bool {
        switch self {
        case .workbook, .wordText, .openText: true
        default: false
        }
    }

    /// All that can be kept, for people.
    public static let allowedNames = "PDF, PNG, JPEG, WebP, .xlsx, .docx, .odt, .csv, atau teks biasa"
}

/// Why a file is not kept.
public enum DocumentMediaRefusal: Error, Hashable, Sendable {
    /// It is something else, in the words of whoever looked at it.
    case other(String)
    /// It calls itself one thing at its beginning and is another, or two at once.
    case ambiguous
    /// It is an archive whose list of contents is damaged, or has more around it.
    case broken
    /// It holds macros: programs that run when it is opened.
    case macros
    /// Text that is not UTF-8 or holds what cannot be seen.
    case unreadableText

    /// What people read, at a field.
    public func refusal(at field: String) -> Refusal {
        let message =
            switch self {
            case .other(let found): "Isi berkas ini dikenali sebagai \(found), yang tidak disimpan di sini. Kirim \(DocumentMedia.allowedNames)."
            case .ambiguous: "Isi berkas ini tidak cocok dengan jenisnya sendiri. Buka di aplikasinya, simpan ulang, lalu kirim lagi."
            case .broken: "Berkas ini rusak atau berisi tambahan di luar jenisnya. Buka di aplikasinya, simpan ulang, lalu kirim lagi."
            case .macros: "Berkas ini berisi makro. Simpan ulang tanpa makro (.xlsx, .docx, atau PDF), lalu kirim lagi."
            case .unreadableText: "Teks berkas ini bukan UTF-8 atau berisi tanda yang tidak tampak. Simpan ulang sebagai UTF-8, lalu kirim lagi."
            }
        return Refusal(.documentMediaRefused, at: field, message)
    }
}
