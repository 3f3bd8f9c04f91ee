import Markup
import Rulebook

/// The list of agencies that a person may see, and the form for a new one.
struct AgenciesPage {
    /// One more than is shown when there is a next page.
    let agencies: [AgencyStore.Kept]
    let page: Int
    var typed: FormFields?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: refusal == nil ? "Instansi" : "Salah: Instansi", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Instansi belum terdaftar"))
                <h1>Instansi</h1>
                <p class="lead">Instansi yang dapat Anda lihat menurut peran Anda.</p>
                <section class="sec stack" aria-label="Daftar instansi">\(nation(visitor))\(list)\(paging.links(SitePath.agencies.address))</section>
                \(visitor.may(.createAgency, on: .nation) ? form(visitor) : nil)
                """)
    }

    private var paging: Paging { Paging(page: page, count: agencies.count, length: AgencyActions.pageLength) }

    private func nation(_ visitor: Visitor) -> HTML? {
        guard page == 0, visitor.may(.listAccounts, on: .nation) else { return nil }
        return """
            <p><a href="\(SitePath.agency(.nation).address)">Tingkat nasional</a> <span class="dim">· admin dan penilai nasional</span></p>
            """
    }

    private var list: HTML {
        guard !agencies.isEmpty else {
            return "<p class=\"note\">\(page == 0 ? "Belum ada instansi yang dapat Anda lihat." : "Tidak ada instansi pada halaman ini.")</p>"
        }
        let rows = HTML.each(agencies.prefix(AgencyActions.pageLength)) { agency in
            """
            <tr><th scope="row" class="wrapany"><a href="\(SitePath.agency(agency.id).address)">\(agency.name)</a></th>\
            <td data-l="Kode"><span class="mono">\(agency.code)</span></td></tr>
            """
        }
        return """
            <table class="fold"><caption>Menurut nama</caption><thead><tr><th scope="col">Nama</th><th scope="col">Kode</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private func form(_ visitor: Visitor) -> HTML {
        """
        <section class="sec narrow" aria-labelledby="baru"><h2 id="baru">Daftarkan instansi</h2>
        <form action="\(SitePath.agencyAction(.nation, .newAgency).address)" method="post">\(FormPiece.key(visitor))
        \(AgencyFields(agency: nil, typed: typed, refusal: refusal).render())
        <p class="field"><button class="btn" type="submit">Daftarkan</button></p></form></section>
        """
    }
}
