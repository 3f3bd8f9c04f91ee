import Markup
import Rulebook

/// The first page after signing in: what waits for this person.
struct DeskPage {
    let overview: DeskActions.Overview

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let name = visitor.identity?.name ?? ""
        return frame.render(
            title: "Beranda", current: .desk, for: visitor,
            main: """
                <div class="narrow"><p class="eyebrow">\(Identity.day(visitor.now).text)</p>
                <h1>\(name.isEmpty ? "Beranda" : "Selamat bekerja, \(name)")</h1>
                \(tasks)\(overview.page == 0 ? waiting + (notices ?? HTML()) + agencies : nil)</div>
                """)
    }

    private var tasks: HTML {
        """
        <section class="sec" aria-labelledby="tugas"><h2 id="tugas">Tugas Anda</h2>
        \(DeskTaskList(page: overview.tasks, number: overview.page, today: overview.today).render())</section>
        """
    }

    private var hasNotices: Bool {
        !overview.hasSecondFactor || overview.codesLeft <= DeskActions.fewCodes || !overview.ending.isEmpty
    }

    private var waiting: HTML {
        let items = HTML.each(overview.waiting) { waiting in
            """
            <li><a href="\(SitePath.person(waiting.home, waiting.kept.account).address)">\(Self.words(waiting.kept.deed)) untuk \(waiting.subject ?? "akun tanpa data diri")</a>\
            <span class="small dim"> Diminta \(waiting.requester ?? "admin lain") pada \(Moment(waiting.kept.requestedAt).text); berlaku sampai \(Moment(waiting.kept.requestedAt.adding(seconds: ResetRule.waits)).text).</span></li>
            """
        }
        let list: HTML =
            overview.waiting.isEmpty
            ? "<p>Tidak ada yang menunggu keputusan Anda.</p>"
            : "<p>Permintaan ini memerlukan orang kedua. Buka akunnya untuk menyetujui atau menolak.</p><ul class=\"list\">\(items)</ul>"
        return """
            <section class="sec" aria-labelledby="tunggu"><h2 id="tunggu">Menunggu Anda</h2>
            \(list)</section>
            """
    }

    private static func words(_ deed: Deed) -> String {
        switch deed {
        case .grant(let grant): "Beri peran \(grant.role.name)"
        case .revoke: "Cabut peran"
        case .reset(.secondFactorReset): "Atur ulang kata sandi dan faktor kedua"
        case .reset: "Atur ulang kata sandi"
        case .close: "Tutup akun"
        }
    }

    private var notices: HTML? {
        guard hasNotices else { return nil }
        let ending = HTML.each(overview.ending) {
            "<li>Peran \($0.role.name) untuk \(overview.names.text($0.scope)) berlaku \($0.period). Mintalah perpanjangan kepada admin bila tugas Anda berlanjut.</li>"
        }
        let factor: HTML? =
            if !overview.hasSecondFactor {
                "<li><a href=\"\(SitePath.accountAction(.secondFactor).address)\">Pasang faktor kedua</a>: selama belum terpasang, kata sandi saja cukup untuk masuk ke akun Anda.</li>"
            } else if overview.codesLeft <= DeskActions.fewCodes {
                "<li><a href=\"\(SitePath.accountAction(.recoveryCodes).address)\">Buat kode pemulihan baru</a>: tersisa \(overview.codesLeft).</li>"
            } else { nil }
        return """
            <section class="sec" aria-labelledby="perhatian"><h2 id="perhatian">Perlu diperhatikan</h2><ul class="list">\(factor)\(ending)</ul></section>
            """
    }

    private var agencies: HTML {
        let items = HTML.each(overview.agencies) {
            "<li><a href=\"\(SitePath.agency($0.id).address)\">\($0.name)</a> <span class=\"small dim\">\($0.code)</span></li>"
        }
        let list: HTML =
            overview.agencies.isEmpty
            ? "<p>Anda belum terhubung dengan instansi mana pun. Mintalah peran kepada admin.</p>" : "<ul class=\"list\">\(items)</ul>"
        return """
            <section class="sec" aria-labelledby="instansi"><h2 id="instansi">Instansi Anda</h2>
            \(list)</section>
            """
    }
}
