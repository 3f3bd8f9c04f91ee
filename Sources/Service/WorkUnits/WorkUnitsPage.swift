import Markup
import Rulebook

/// The units of an agency, and the form for a new one.
struct WorkUnitsPage {
    let agency: AgencyStore.Kept
    /// One more than is shown when there is a next page.
    let units: [WorkUnitStore.Kept]
    let page: Int
    /// The units a new one may stand under.
    let parents: [WorkUnitStore.Kept]
    var typed: FormFields?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")Unit kerja \(agency.name)", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Unit belum ditambahkan"))
                \(Crumbs.render(Crumbs.agency(agency), here: "Unit kerja"))
                <p class="eyebrow wrapany">\(agency.name)</p><h1>Unit kerja</h1>
                <section class="sec stack" aria-label="Daftar unit">\(list)\(paging.links(SitePath.agencyAction(agency.id, .units).address))</section>
                \(visitor.may(.createUnit, on: agency.id.target) ? form(visitor) : nil)
                """)
    }

    private var paging: Paging { Paging(page: page, count: units.count, length: WorkUnitActions.pageLength) }

    private var list: HTML {
        guard !units.isEmpty else {
            return "<p class=\"note\">\(page == 0 ? "Belum ada unit kerja." : "Tidak ada unit pada halaman ini.")</p>"
        }
        let names = Dictionary((parents + units).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let rows = HTML.each(units.prefix(WorkUnitActions.pageLength)) { unit in
            """
            <tr><th scope="row" class="wrapany"><a href="\(SitePath.unit(agency.id, unit.id).address)">\(unit.name)</a></th>\
            <td data-l="Kode"><span class="mono">\(unit.code)</span></td>\
            <td data-l="Unit induk" class="text wrapany">\(unit.parent.map { names[$0] ?? "unit lain" } ?? "–")</td>\
            <td data-l="Keadaan">\(unit.closedAt == nil ? "Berjalan" : "Ditutup")</td></tr>
            """
        }
        return """
            <table class="fold"><caption>Menurut nama; yang ditutup di belakang</caption><thead><tr><th scope="col">Nama</th><th scope="col">Kode</th>\
            <th scope="col">Unit induk</th><th scope="col">Keadaan</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private func form(_ visitor: Visitor) -> HTML {
        """
        <section class="sec narrow" aria-labelledby="baru"><h2 id="baru">Tambah unit</h2>
        <form action="\(SitePath.agencyAction(agency.id, .newUnit).address)" method="post">\(FormPiece.key(visitor))
        \(WorkUnitFields(unit: nil, parents: parents, typed: typed, refusal: refusal).render())
        <p class="field"><button class="btn" type="submit">Tambah unit</button></p></form></section>
        """
    }
}
