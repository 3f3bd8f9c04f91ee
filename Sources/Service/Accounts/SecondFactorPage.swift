import Markup
import Rulebook

/// Asks for the second factor at sign-in.
struct SecondFactorPage {
    /// The page to show afterwards.
    var wanted: Address?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: refusal == nil ? "Kode faktor kedua" : "Salah: Kode faktor kedua", current: .signIn, for: visitor,
            main: """
                <div class="gate">\(FormPiece.summary(refusal, title: "Kode belum diterima"))
                <h1>Kode faktor kedua</h1><p class="lead">Kata sandi Anda benar. Satu langkah lagi.</p>
                <form class="sec" action="\(SitePath.secondFactor.address)" method="post">\(FormPiece.key(visitor))\(SecondFactorForm.hidden(wanted: wanted))
                \(FormPiece.render(Self.field, refusal: refusal))
                <p class="field"><button class="btn" type="submit">Lanjutkan</button></p></form>
                <div class="sec stack"><h2>Ponsel tidak ada?</h2>
                <p>Pakai salah satu kode pemulihan yang Anda simpan; setiap kode berlaku satu kali. Bila kode itu pun hilang, mintalah tautan atur ulang faktor kedua kepada admin instansi.</p></div></div>
                """)
    }

    private static let field = FormPiece.Field(
        name: SecondFactorForm.code, label: "Kode", hint: "Enam angka dari aplikasi autentikator, atau satu kode pemulihan.",
        autocomplete: "one-time-code")
}

/// Shows a new key to put into an app, as a picture and as text, and asks for the first code.
struct EnrolmentPage {
    let offer: SecondFactorActions.Offer
    /// Where the form is sent.
    let path: SitePath
    var wanted: Address?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let name = visitor.identity?.name ?? ""
        let address = offer.key.address(issuer: "Zona", account: name.isEmpty ? "akun" : name)
        return frame.render(
            title: refusal == nil ? "Pasang faktor kedua" : "Salah: Pasang faktor kedua", for: visitor,
            main: """
                <div class="narrow">\(FormPiece.summary(refusal, title: "Faktor kedua belum terpasang"))
                <h1>Pasang faktor kedua</h1>
                <p class="lead">\(lead(visitor))</p>
                <section class="sec stack" aria-labelledby="l1"><h2 id="l1">1. Pindai gambar ini</h2>
                <p>Buka aplikasi autentikator di ponsel, pilih tambah akun, lalu arahkan kamera ke gambar.</p>
                \(QRPicture.render(address, title: "Kode QR untuk aplikasi autentikator; kunci yang sama tertulis di bawahnya"))
                <p>Tanpa kamera, ketik kunci ini di aplikasi (jenis: berdasarkan waktu):</p>
                <p class="eq" id="kunci-tertulis">\(Self.groups(offer.key.base32))</p></section>
                <section class="sec" aria-labelledby="l2"><h2 id="l2">2. Tulis kode yang tampil</h2>
                <form action="\(path.address)" method="post">\(FormPiece.key(visitor))\(SecondFactorForm.hidden(wanted: wanted))
                <input type="hidden" name="\(SecondFactorForm.offer)" value="\(offer.sealed)">
                \(FormPiece.render(Self.field, refusal: refusal))
                \(asksPassword(visitor) ? PasswordFields.current(Self.reason, refusal) : nil)
                <p class="field"><button class="btn" type="submit">Pasang</button></p></form></section></div>
                """)
    }

    /// A session that has to enrol began with the password a moment ago.
    private func asksPassword(_ visitor: Visitor) -> Bool { visitor.identity?.pending == nil }

    private static let reason =
        "Diminta sekali lagi supaya orang yang menemukan sesi Anda terbuka tidak dapat memasang ponselnya sendiri."

    private func lead(_ visitor: Visitor) -> HTML {
        guard let identity = visitor.identity, identity.pending == nil else {
            return "Peran Anda mewajibkan kode dari ponsel selain kata sandi. Pasang sekarang untuk melanjutkan."
        }
        return identity.hasSecondFactor
            ? "Yang lama tetap berlaku sampai yang baru terpasang. Kode pemulihan yang lama ikut diganti."
            : "Dengan faktor kedua, orang yang mengetahui kata sandi Anda tetap tidak dapat masuk."
    }

    /// In groups of four, as people copy it.
    static func groups(_ text: String) -> String {
        let letters = Array(text)
        return stride(from: 0, to: letters.count, by: 4)
            .map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: " ")
    }

    private static let field = FormPiece.Field(
        name: SecondFactorForm.code, label: "Kode dari aplikasi", hint: "Enam angka; berganti setiap 30 detik.", type: .code,
        autocomplete: "one-time-code")
}

/// Shows new recovery codes, once.
struct RecoveryCodesPage {
    let codes: [RecoveryCode]
    /// Where to go on.
    let next: Address

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "Kode pemulihan", for: visitor,
            main: """
                <div class="narrow"><h1>Kode pemulihan</h1>
                <p class="lead">Cetak atau salin sekarang: kode ini hanya ditampilkan satu kali.</p>
                <p class="note risk">Simpan di tempat yang terpisah dari ponsel dan laptop. Setiap kode menggantikan ponsel satu kali. Kode pemulihan yang lama tidak berlaku lagi.</p>
                <ol class="list recovery">\(HTML.each(codes) { "<li class=\"mono\">\($0.text)</li>" })</ol>
                <p class="small dim noprint">Untuk mencetak, pakai perintah cetak peramban (Ctrl+P).</p>
                <p class="field noprint"><a class="btn" href="\(next)">Sudah saya simpan</a></p></div>
                """)
    }
}
