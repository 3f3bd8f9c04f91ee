import Rulebook

/// What a person reads when a workbook is refused.
extension Refusal {
    private static let saveAgain =
        "Buka berkas itu di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu kirim kembali."

    /// The archive or a part of it cannot be read. `fault` is a full sentence.
    static func broken(_ place: String, _ fault: String) -> Refusal {
        Refusal(.brokenArchive, at: place, "\(fault) \(saveAgain)")
    }

    /// More than the limits allow. `fault` is a full sentence.
    static func beyond(_ place: String, _ fault: String) -> Refusal {
        Refusal(
            .beyondLimits, at: place,
            "\(fault) Hapus isi yang tidak diperlukan, atau salin lembar penilaian ke buku kerja baru, lalu kirim kembali.")
    }

    static let notAnArchive = broken("", "Berkas ini bukan buku kerja .xlsx yang utuh.")

    /// An old `.xls` or a workbook locked with a password: both are in Microsoft's older container.
    static let oldContainer = Refusal(
        .unknownFormat, at: "",
        "Berkas ini buku kerja .xls lama atau terkunci sandi. Buka kuncinya dan simpan ulang sebagai .xlsx, lalu kirim kembali.")

    static func missingPart(_ part: String) -> Refusal {
        broken(part, "Bagian \(shown(part)) tidak ada di dalam berkas.")
    }

    static func malformed(_ part: String, line: Int) -> Refusal {
        broken(part, "Bagian \(shown(part)) rusak pada baris \(line).")
    }

    static func documentType(_ part: String) -> Refusal {
        Refusal(
            .beyondLimits, at: part,
            "Bagian \(shown(part)) memuat DOCTYPE, yang tidak pernah ada di buku kerja biasa dan dapat disalahgunakan. \(saveAgain)")
    }

    /// A name out of the file, shortened so that a message stays a message.
    private static func shown(_ name: String) -> String {
        "“" + (name.unicodeScalars.count > 80 ? String(name.unicodeScalars.prefix(80)) + "…" : name) + "”"
    }
}
