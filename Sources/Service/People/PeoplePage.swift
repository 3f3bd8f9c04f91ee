import Markup
import Rulebook

/// The accounts of an agency with their roles, and the form to invite a person.
struct PeoplePage {
    let agency: AgencyStore.Kept
    /// One more than is shown when there is a next page.
    let accounts: [AccountStore.Listed]
    /// The roles in the agency, of everybody.
    let grants: [AccountID: [Grant]]
    let names: PersonActions.Names
    let search: String
    /// Whether more would fit what was typed than is put in order.
    var isCut = false
    let page: Int
    var typed: FormFields?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")Orang di \(agency.name)", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Undangan belum dibuat"))
                \(Crumbs.render(Crumbs.agency(agency), here: "Orang dan perannya"))
                <p class="eyebrow wrapany">\(agency.name)</p><h1>Orang dan perannya</h1>
                <section class="sec stack" aria-label="Daftar orang">\(box.render())\(SearchBox.cut(isCut))\(list(visitor))\
                \(Paging(page: page, count: accounts.count, length: PersonActions.pageLength).links(box.address))\(ExportLinks.people(of: agency.id, for: visitor))</section>
                \(visitor.may(.inviteAccount, on: agency.id.target) ? inviteForm(visitor) : nil)
                """)
    }

    private var box: SearchBox {
        SearchBox(list: .agencyAction(agency.id, .people), label: "Cari menurut nama, atau NIP atau surel yang lengkap", typed: search)
    }

    private var emptyText: String {
        if !search.isEmpty { return SearchBox.nothing }
        return page == 0 ? "Belum ada orang di sini." : "Tidak ada orang pada halaman ini."
    }

    private func list(_ visitor: Visitor) -> HTML {
        guard !accounts.isEmpty else { return "<p class=\"note\">\(emptyText)</p>" }
        let today = Identity.day(visitor.now)
        let rows = HTML.each(accounts.prefix(PersonActions.pageLength)) { (listed: AccountStore.Listed) -> HTML in
            let roles = (grants[listed.account] ?? []).filter { !$0.hasEnded(by: today) }
            let items: HTML = roles.isEmpty ? "Tanpa peran" : HTML.each(roles) { "<div>\(words($0, today))</div>" }
            return """
                <tr><th scope="row" class="wrapany"><a href="\(SitePath.person(agency.id, listed.account).address)">\(listed.person?.name ?? "Data pribadi dihapus")</a></th>\
                <td data-l="Peran" class="text wrapany">\(items)</td><td data-l="Keadaan">\(listed.state.name)</td></tr>
                """
        }
        return """
            <table class="fold"><caption>\(search.isEmpty ? "Menurut nama" : "Yang paling cocok lebih dahulu")</caption><thead><tr><th scope="col">Nama</th><th scope="col">Peran</th><th scope="col">Keadaan</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private func words(_ grant: Grant, _ today: Day) -> String {
        let unit = grant.scope.unit == nil ? "" : " · \(names.scope(grant.scope, on: agency.id))"
        return "\(grant.role.name)\(unit)\(grant.isInForce(on: today) ? "" : " (mulai \(grant.from.text))")"
    }

    private func inviteForm(_ visitor: Visitor) -> HTML {
        """
        <section class="sec narrow" aria-labelledby="undang"><h2 id="undang">Undang orang</h2>
        <p>Sesudah dikirim, tautan undangan tampil satu kali untuk Anda serahkan kepada orangnya. Peran diberikan sesudah itu di halamannya.</p>
        <form action="\(SitePath.agencyAction(agency.id, .invite).address)" method="post">\(FormPiece.key(visitor))
        \(PersonFields.render(typed.map { .init($0) } ?? .init(), isOwn: false, refusal: refusal))
        <p class="field"><button class="btn" type="submit">Buat undangan</button></p></form>
        \(agency.id == .nation ? nil : "<p>Banyak orang sekaligus? <a href=\"\(SitePath.agencyAction(agency.id, .importing).address)\">Impor dari berkas</a>.</p>")</section>
        """
    }
}
