/// A kind of document with its name, for forms to choose from.
public struct FilingKind: Hashable, Sendable {
    /// As programme files and the database have it.
    public let kind: DocumentKind
    /// What people read, in Indonesian.
    public let name: String

    /// Puts a kind and its name together.
    public init(_ kind: DocumentKind, _ name: String) {
        self.kind = kind
        self.name = name
    }

    /// What is filed outside of a stage that asks for kinds of its own.
    public static let general: [FilingKind] = [
        FilingKind("surat-keputusan", "Surat keputusan"),
        FilingKind("surat", "Surat"),
        FilingKind("berita-acara", "Berita acara atau notula"),
        FilingKind("laporan", "Laporan"),
        FilingKind("daftar-hadir", "Daftar hadir"),
        FilingKind("foto", "Foto atau tangkapan layar"),
        FilingKind("lain-lain", "Lain-lain"),
    ]
}
