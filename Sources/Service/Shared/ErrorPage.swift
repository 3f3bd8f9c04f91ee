import Markup
import Rulebook

/// The page for a request that cannot be answered.
enum ErrorPage {
    /// - Parameter visitor: who asked; `nil` for a guest, and where it is not known.
    static func render(_ refusal: Refusal, status: Int, in frame: PageFrame, for visitor: Visitor?) -> HTML {
        let code = refusal.findings.first?.code ?? .incident
        let title = title(of: code)
        let messages = HTML.each(refusal.findings.prefix(20)) { "<p class=\"lead\">\($0.message)</p>" }
        return frame.render(
            title: title, for: visitor,
            main: """
                <div class="narrow"><p class="eyebrow">Tidak dapat dilayani (\(status))</p>
                <h1>\(title)</h1>
                \(messages)
                <dl class="kv sec"><dt>Kode</dt><dd class="mono">\(code.rawValue)</dd>\(incident(refusal, code))</dl>
                <div class="sec stack"><h2>Yang dapat Anda lakukan</h2>
                <ul class="list">\(desk(visitor))<li><a href="\(SitePath.check.address)">Buka halaman Periksa LKE</a></li>
                <li><a href="\(SitePath.sample(nil).address)">Lihat contoh hasil</a></li></ul>
                <p class="small dim">\(outcome(code))</p></div></div>
                """)
    }

    /// The way back for whoever is signed in and owes nothing first.
    private static func desk(_ visitor: Visitor?) -> HTML? {
        guard let identity = visitor?.identity, identity.pending == nil else { return nil }
        return "<li><a href=\"\(SitePath.desk.address)\">Kembali ke beranda</a></li>"
    }

    /// What became of a form that was sent. Behind a fault, or a connection that was lost while a change was being made
    /// durable, nobody can say; then it is there whole, or not at all.
    private static func outcome(_ code: FindingCode) -> HTML {
        switch code {
        case .incident, .storageUnavailable:
            "Bila Anda baru mengirim formulir, lihat dahulu apakah perubahannya sudah tersimpan sebelum mengirim lagi; tersimpan setengah tidak mungkin."
        default: "Tidak ada data yang disimpan atau berubah."
        }
    }

    private static func incident(_ refusal: Refusal, _ code: FindingCode) -> HTML? {
        guard code == .incident, let number = refusal.findings.first?.location else { return nil }
        return "<dt>Nomor kejadian</dt><dd class=\"mono\">\(number)</dd>"
    }

    private static func title(of code: FindingCode) -> String {
        switch code {
        case .pageNotFound: "Halaman tidak ditemukan"
        case .methodNotAllowed: "Cara meminta tidak dikenal"
        case .fileTooLarge: "Kiriman terlalu besar"
        case .malformedUpload: "Kiriman tidak dapat dibaca"
        case .incident: "Terjadi kesalahan"
        case .tooBusy: "Sedang sibuk"
        case .storageUnavailable, .storageFull: "Tidak dapat menyimpan"
        case .accessDenied: "Tidak ada hak akses"
        case .foreignForm: "Formulir kedaluwarsa"
        case .linkInvalid: "Tautan tidak berlaku"
        case .signInThrottled: "Terlalu banyak percobaan"
        default: "Permintaan tidak dapat dipenuhi"
        }
    }
}
