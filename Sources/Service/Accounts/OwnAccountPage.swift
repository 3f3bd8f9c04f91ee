import Markup
import Rulebook

/// What people see and do about their own account.
struct OwnAccountPage {
    let overview: OwnAccountActions.Overview
    let names: ScopeNames
    /// The session that looks at the page.
    let session: String
    var message: AccountMessage?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "Akun saya", current: .account, for: visitor,
            main: """
                <div class="narrow">\(message?.html)<h1>Akun saya</h1>
                \(person)\(roles(visitor))\(signingIn)\(sessions(visitor))\(rights(visitor))</div>
                """)
    }

    private var person: HTML {
        let person = overview.listed.person
        return """
            <section class="sec" aria-labelledby="diri"><h2 id="diri">Data diri</h2>
            <dl class="kv"><dt>Nama</dt><dd>\(person?.name ?? "tidak ada")</dd><dt>NIP</dt><dd>\(person?.nip ?? "tidak diisi")</dd>\
            <dt>Surel dinas</dt><dd>\(person?.email ?? "tidak diisi")</dd></dl>
            <p><a href="\(SitePath.accountAction(.correction).address)">Perbaiki data diri</a></p></section>
            """
    }

    private func roles(_ visitor: Visitor) -> HTML {
        let today = Identity.day(visitor.now)
        let rows = HTML.each(overview.grants) { grant in
            """
            <tr><th scope="row">\(grant.role.name)</th><td data-l="Untuk">\(names.text(grant.scope))</td>\
            <td data-l="Berlaku">\(grant.period)\(grant.isInForce(on: today) ? nil : grant.hasEnded(by: today) ? " (sudah berakhir)" : " (belum mulai)")</td></tr>
            """
        }
        let table: HTML = """
            <table class="fold"><caption>Peran yang diberikan kepada Anda</caption><thead><tr><th scope="col">Peran</th>\
            <th scope="col">Untuk</th><th scope="col">Berlaku</th></tr></thead><tbody>\(rows)</tbody></table>
            """
        return """
            <section class="sec" aria-labelledby="peran"><h2 id="peran">Peran</h2>
            \(overview.grants.isEmpty ? "<p>Anda belum mempunyai peran. Mintalah kepada admin instansi.</p>" : table)</section>
            """
    }

    private var signingIn: HTML {
        let left = overview.codesLeft
        let factor: HTML =
            overview.listed.hasSecondFactor
            ? """
            <span class="st met">\(StateMark.met.mark)Terpasang</span> \
            <a href="\(SitePath.accountAction(.secondFactor).address)">Pasang yang baru</a> · \
            <a href="\(SitePath.accountAction(.removeSecondFactor).address)">Lepas</a>
            """
            : """
            <span class="st risk">\(StateMark.thin.mark)Belum terpasang</span> \
            <a href="\(SitePath.accountAction(.secondFactor).address)">Pasang</a>
            """
        return """
            <section class="sec stack" aria-labelledby="aman"><h2 id="aman">Cara masuk</h2>
            <dl class="kv"><dt>Kata sandi</dt><dd><a href="\(SitePath.accountAction(.password).address)">Ganti kata sandi</a></dd>\
            <dt>Faktor kedua</dt><dd>\(factor)</dd>\
            \(overview.listed.hasSecondFactor ? """
                <dt>Kode pemulihan</dt><dd>Tersisa \(left) dari \(RecoveryCode.sheet). \
                <a href="\(SitePath.accountAction(.recoveryCodes).address)">Buat yang baru</a></dd>
                """ : nil)</dl></section>
            """
    }

    private func sessions(_ visitor: Visitor) -> HTML {
        let rows = HTML.each(overview.sessions) { listed in
            """
            <tr><th scope="row">\(listed.device)\(listed.id == session ? " <strong>(yang ini)</strong>" : nil)</th>\
            <td data-l="Masuk">\(Moment(listed.createdAt).text)</td><td data-l="Terakhir dipakai">\(Moment(listed.seenAt).text)</td>\
            <td>\(listed.id == session ? nil : """
                <form action="\(SitePath.accountAction(.endSession).address)" method="post">\(FormPiece.key(visitor))\
                <input type="hidden" name="\(OwnAccountRoutes.sessionField)" value="\(listed.id)">\
                <button class="btn second" type="submit">Akhiri<span class="vh"> sesi \(listed.device), terakhir dipakai \(Moment(listed.seenAt).text)</span></button></form>
                """)</td></tr>
            """
        }
        return """
            <section class="sec stack" aria-labelledby="sesi-saya"><h2 id="sesi-saya">Sesi yang terbuka</h2>
            <table class="fold"><caption>Peramban tempat Anda sedang masuk. Ada yang tidak Anda kenal? Akhiri, lalu ganti kata sandi.</caption>\
            <thead><tr><th scope="col">Perangkat</th><th scope="col">Masuk</th><th scope="col">Terakhir dipakai</th>\
            <th scope="col"><span class="vh">Tindakan</span></th></tr></thead><tbody>\(rows)</tbody></table>
            \(overview.sessions.count > 1 ? """
                <form action="\(SitePath.accountAction(.endOtherSessions).address)" method="post">\(FormPiece.key(visitor))\
                <button class="btn second" type="submit">Akhiri semua sesi lain</button></form>
                """ : nil)</section>
            """
    }

    private func rights(_ visitor: Visitor) -> HTML {
        """
        <section class="sec stack" aria-labelledby="hak"><h2 id="hak">Data pribadi Anda</h2>
        <p>Unduh semua yang tersimpan tentang Anda sebagai satu berkas JSON: akun, peran, sesi, dan catatan di jurnal. Pengunduhan tercatat di jurnal.</p>
        <form action="\(SitePath.accountAction(.export).address)" method="post">\(FormPiece.key(visitor))\
        <button class="btn second" type="submit">Unduh data pribadi</button></form>
        <p>Tidak memakai Zona lagi? <a href="\(SitePath.accountAction(.close).address)">Tutup akun ini</a>.</p></section>
        """
    }
}
