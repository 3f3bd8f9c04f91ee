import Markup
import Rulebook

/// Where a one-time link leads: a form for a password, or for the first account.
struct LinkPage {
    let opened: LinkActions.Opened
    var typed = PersonFields.Typed()
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: refusal == nil ? title : "Salah: \(title)", for: visitor,
            main: """
                <div class="gate">\(FormPiece.summary(refusal, title: "Belum tersimpan"))
                <h1>\(title)</h1><p class="lead">\(lead)</p>
                \(opened.person.map(Self.person))
                <form class="sec" action="\(SitePath.link(opened.token.text).address)" method="post">\(FormPiece.key(visitor))
                \(opened.kind == .setUp ? PersonFields.render(typed, isOwn: true, refusal: refusal) : nil)
                \(PasswordFields.render(refusal))
                <p class="field"><button class="btn" type="submit">\(opened.kind == .setUp ? "Buat akun" : "Simpan kata sandi")</button></p></form>
                <p class="small dim sec">Tautan ini berlaku satu kali. Sesudahnya Anda masuk dengan kata sandi itu.</p></div>
                """)
    }

    private var title: String {
        switch opened.kind {
        case .invitation: "Terima undangan"
        case .setUp: "Siapkan Zona"
        case .passwordReset: "Buat kata sandi baru"
        case .secondFactorReset: "Atur ulang akun"
        }
    }

    private var lead: HTML {
        switch opened.kind {
        case .invitation: "Anda diundang memakai Zona. Periksa data di bawah, lalu buat kata sandi."
        case .setUp: "Akun pertama ini menjadi admin nasional: ia mendaftarkan instansi dan mengundang admin instansi."
        case .passwordReset: "Kata sandi yang lama tidak berlaku lagi, dan semua sesi Anda diakhiri."
        case .secondFactorReset:
            "Kata sandi dan faktor kedua yang lama tidak berlaku lagi, dan semua sesi Anda diakhiri. Faktor kedua dipasang lagi sesudah masuk."
        }
    }

    private static func person(_ person: AccountStore.Person) -> HTML {
        """
        <dl class="kv sec"><dt>Nama</dt><dd>\(person.name)</dd>\(person.nip.map { "<dt>NIP</dt><dd>\($0)</dd>" })\
        \(person.email.map { "<dt>Surel</dt><dd>\($0)</dd>" })</dl>
        """
    }
}
