import Markup
import Rulebook

/// Replaces the password by one's own hand.
struct ChangePasswordPage {
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: refusal == nil ? "Ganti kata sandi" : "Salah: Ganti kata sandi", current: .account, for: visitor,
            main: """
                <div class="gate">\(FormPiece.summary(refusal, title: "Kata sandi belum diganti"))
                <h1>Ganti kata sandi</h1><p class="lead">Sesi Anda di perangkat lain diakhiri.</p>
                <form class="sec" action="\(SitePath.accountAction(.password).address)" method="post">\(FormPiece.key(visitor))
                \(FormPiece.render(.init(name: PasswordForm.Field.current, label: "Kata sandi yang sekarang", type: .password, autocomplete: "current-password"), refusal: refusal))
                \(PasswordFields.render(refusal))
                <p class="field"><button class="btn" type="submit">Ganti kata sandi</button></p></form></div>
                """)
    }
}

/// Corrects one's own personal data.
struct CorrectionPage {
    let typed: PersonFields.Typed
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: refusal == nil ? "Perbaiki data diri" : "Salah: Perbaiki data diri", current: .account, for: visitor,
            main: """
                <div class="gate">\(FormPiece.summary(refusal, title: "Data diri belum tersimpan"))
                <h1>Perbaiki data diri</h1><p class="lead">Bila NIP atau surel berubah, sejak itu Anda masuk dengan yang baru.</p>
                <form class="sec" action="\(SitePath.accountAction(.correction).address)" method="post">\(FormPiece.key(visitor))
                \(PersonFields.render(typed, isOwn: true, refusal: refusal))
                <p class="field"><button class="btn" type="submit">Simpan</button></p></form></div>
                """)
    }
}

/// Says what a step will do before it is done.
struct AccountConfirmationPage {
    let action: AccountAction
    let title: String
    /// What will happen, and what cannot be undone.
    let consequences: [String]
    /// What the button says.
    let button: String
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: title, current: .account, for: visitor,
            main: """
                <div class="narrow">\(FormPiece.summary(refusal, title: "Belum dapat dilakukan"))
                <h1>\(title)</h1>
                <ul class="list sec">\(HTML.each(consequences) { "<li>\($0)</li>" })</ul>
                <form class="sec row" action="\(SitePath.accountAction(action).address)" method="post">\(FormPiece.key(visitor))
                <button class="btn" type="submit">\(button)</button><a href="\(SitePath.account.address)">Batal</a></form></div>
                """)
    }

    static let removal = AccountConfirmationPage(
        action: .removeSecondFactor, title: "Lepas faktor kedua?",
        consequences: [
            "Sejak itu kata sandi saja cukup untuk masuk ke akun Anda.", "Semua kode pemulihan tidak berlaku lagi.",
            "Faktor kedua dapat dipasang lagi kapan saja, dengan kunci yang baru.",
        ], button: "Lepas faktor kedua")

    static let codes = AccountConfirmationPage(
        action: .recoveryCodes, title: "Buat kode pemulihan baru?",
        consequences: [
            "Semua kode pemulihan yang lama tidak berlaku lagi dan tidak dapat dikembalikan.",
            "Sepuluh kode baru ditampilkan satu kali; siapkan tempat menyimpannya.",
        ], button: "Buat kode baru")

    static let closing = AccountConfirmationPage(
        action: .close, title: "Tutup akun ini?",
        consequences: [
            "Anda keluar di semua perangkat dan tidak dapat masuk lagi. Akun yang sudah ditutup tidak dapat dibuka kembali.",
            "Semua peran Anda dicabut. Kata sandi, faktor kedua, dan kode pemulihan dihapus.",
            "Catatan pada jurnal tetap ada. Data diri dihapus oleh admin instansi sesudah akun ditutup; unduh lebih dahulu bila Anda memerlukannya.",
            "Akun admin dan pimpinan instansi ditutup sesudah admin lain menyetujui.",
        ], button: "Tutup akun saya")
}
