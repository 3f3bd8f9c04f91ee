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
                \(PasswordFields.current(nil, refusal))
                \(PasswordFields.render(refusal))
                <p class="field"><button class="btn" type="submit">Ganti kata sandi</button></p></form></div>
                """)
    }
}

/// Corrects personal data: one's own, or as an administrator somebody else's.
struct CorrectionPage {
    /// Whose data, where they are not one's own.
    struct Other {
        let name: String
        let crumbs: HTML
        /// Where the form is sent.
        let path: SitePath
    }

    var other: Other?
    let typed: PersonFields.Typed
    var refusal: Refusal?

    private var title: String { other.map { "Perbaiki data diri \($0.name)" } ?? "Perbaiki data diri" }

    private var consequence: HTML {
        other == nil
            ? "Bila NIP atau surel berubah, sejak itu Anda masuk dengan yang baru."
            : "Bila NIP atau surel berubah, sejak itu orangnya masuk dengan yang baru: beri tahu dia. Perbaikan ini tercatat atas nama Anda."
    }

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: refusal == nil ? title : "Salah: \(title)", current: other == nil ? .account : .agencies, for: visitor,
            main: """
                <div class="gate">\(FormPiece.summary(refusal, title: "Data diri belum tersimpan"))\(other?.crumbs)
                <h1 class="wrapany">\(title)</h1><p class="lead">\(consequence)</p>
                <form class="sec" action="\((other?.path ?? .accountAction(.correction)).address)" method="post">\(FormPiece.key(visitor))
                \(PersonFields.render(typed, isOwn: other == nil, refusal: refusal))
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
    /// Why the password is asked for once more; `nil` where it is not.
    var reason: String?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: title, current: .account, for: visitor,
            main: """
                <div class="narrow">\(FormPiece.summary(refusal, title: "Belum dapat dilakukan"))
                <h1>\(title)</h1>
                <ul class="list sec">\(HTML.each(consequences) { "<li>\($0)</li>" })</ul>
                <form class="sec" action="\(SitePath.accountAction(action).address)" method="post">\(FormPiece.key(visitor))
                \(reason.map { PasswordFields.current($0, refusal) })
                <div class="field row"><button class="btn" type="submit">\(button)</button><a href="\(SitePath.account.address)">Batal</a></div></form></div>
                """)
    }

    static let removal = AccountConfirmationPage(
        action: .removeSecondFactor, title: "Lepas faktor kedua?",
        consequences: [
            "Sejak itu kata sandi saja cukup untuk masuk ke akun Anda.", "Semua kode pemulihan tidak berlaku lagi.",
            "Faktor kedua dapat dipasang lagi kapan saja, dengan kunci yang baru.",
        ], button: "Lepas faktor kedua",
        reason: "Diminta sekali lagi supaya orang yang menemukan sesi Anda terbuka tidak dapat membuka jalan masuk baginya.")

    static let codes = AccountConfirmationPage(
        action: .recoveryCodes, title: "Buat kode pemulihan baru?",
        consequences: [
            "Semua kode pemulihan yang lama tidak berlaku lagi dan tidak dapat dikembalikan.",
            "Sepuluh kode baru ditampilkan satu kali; siapkan tempat menyimpannya.",
        ], button: "Buat kode baru",
        reason: "Diminta sekali lagi: siapa pun yang memegang kode pemulihan tidak memerlukan ponsel Anda.")

    static let closing = AccountConfirmationPage(
        action: .close, title: "Tutup akun ini?",
        consequences: [
            "Anda keluar di semua perangkat dan tidak dapat masuk lagi. Akun yang sudah ditutup tidak dapat dibuka kembali.",
            "Semua peran Anda dicabut. Kata sandi, faktor kedua, dan kode pemulihan dihapus.",
            "Catatan pada jurnal tetap ada. Data diri dihapus oleh admin instansi sesudah akun ditutup; unduh lebih dahulu bila Anda memerlukannya.",
            "Akun admin dan pimpinan instansi ditutup sesudah admin lain menyetujui.",
        ], button: "Tutup akun saya")
}
