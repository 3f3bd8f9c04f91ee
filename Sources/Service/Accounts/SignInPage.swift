import Markup
import Rulebook

/// The form for signing in. Looks the same whatever went wrong.
struct SignInPage {
    /// What was typed before; the password is never shown again.
    var name = ""
    /// The page to show afterwards, made anew by ``WantedPage``.
    var wanted: Address?
    var message: AccountMessage?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: refusal == nil ? "Masuk" : "Salah: Masuk", current: .signIn, for: visitor,
            main: """
                <div class="gate">\(FormPiece.summary(refusal, title: "Belum dapat masuk"))\(message?.html)
                <h1>Masuk</h1><p class="lead">Untuk pegawai unit, penilai, dan pengelola.</p>
                <form class="sec" action="\(SitePath.signIn(wanted: nil).address)" method="post">\(FormPiece.key(visitor))\(hidden)
                \(FormPiece.render(Self.nameField, value: name, refusal: refusal))
                \(FormPiece.render(Self.passwordField, refusal: refusal))
                <p class="field"><button class="btn" type="submit">Masuk</button></p></form>
                <div class="sec stack"><h2>Tidak bisa masuk?</h2>
                <p>Mintalah admin instansi Anda membuat tautan atur ulang. Zona tidak pernah meminta kata sandi lewat pesan atau telepon.</p>
                <p>Hanya ingin memeriksa lembar? <a href="\(SitePath.check.address)">Periksa LKE</a> tidak memerlukan akun.</p></div></div>
                """)
    }

    private var hidden: HTML? {
        wanted.map { "<input type=\"hidden\" name=\"\(SignInForm.wanted)\" value=\"\($0.text)\">" }
    }

    private static let nameField = FormPiece.Field(
        name: SignInForm.name, label: "NIP atau surel dinas", hint: "NIP 18 angka, atau alamat surel.", autocomplete: "username")
    private static let passwordField = FormPiece.Field(
        name: SignInForm.password, label: "Kata sandi", type: .password, autocomplete: "current-password")
}
