import Markup
import Rulebook

/// The units of an agency, and the form for a new one.
struct WorkUnitsPage {
    let agency: AgencyStore.Kept
    /// One more than is shown when there is a next page.
    let units: [WorkUnitStore.Kept]
    /// What was typed into the search; empty for the whole list.
    var search = ""
    /// Whether more would fit what was typed than is put in order.
    var isCut = false
    let page: Int
    /// Which units are shown, and in what order.
    var wanted = UnitListForm()
    /// What the units are called that the shown ones stand under.
    var parentNames: [WorkUnitID: String] = [:]
    var typed: FormFields?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")Unit kerja \(agency.name)", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Unit belum ditambahkan"))
                \(Crumbs.render(Crumbs.agency(agency), here: "Unit kerja"))
                <p class="eyebrow wrapany">\(agency.name)</p><h1>Unit kerja</h1>
                <section class="sec stack" aria-label="Daftar unit">\(box.render())\(SearchBox.cut(isCut))\(search.isEmpty ? filter : nil)\(list)\
                \(paging.links(search.isEmpty ? wanted.address(agency.id) : box.address))\(ExportLinks.units(of: agency.id))</section>
                \(visitor.may(.createUnit, on: agency.id.target) ? form(visitor) : nil)
                """)
    }

    private var box: SearchBox {
        SearchBox(list: .agencyAction(agency.id, .units), label: "Cari unit menurut nama atau kode", typed: search)
    }

    private var paging: Paging { Paging(page: page, count: units.count, length: WorkUnitActions.pageLength) }

    private var filter: HTML {
        let listing = wanted.listing
        let order: HTML? =
            listing.order == .name ? nil : "<input type=\"hidden\" name=\"\(UnitListForm.Field.order)\" value=\"\(listing.order.rawValue)\">"
        let direction: HTML? =
            listing.isDescending ? "<input type=\"hidden\" name=\"\(UnitListForm.Field.direction)\" value=\"\(UnitListForm.descending)\">" : nil
        return """
            <form class="bar-form" action="\(SitePath.agencyAction(agency.id, .units).address)" method="get" aria-label="Saring daftar">
            \(FormPiece.choice(
                .init(name: UnitListForm.Field.state, label: "Keadaan unit", type: .search),
                options: [("", "Berjalan"), (UnitListForm.closed, "Ditutup atau digabung")], chosen: listing.isClosed ? UnitListForm.closed : ""))
            \(FormPiece.choice(
                .init(name: UnitListForm.Field.echelon, label: "Eselon", type: .search),
                options: [("", "Semua")] + Echelon.allCases.map { ($0.rawValue, $0.name) }, chosen: listing.echelon?.rawValue ?? ""))
            \(order)\(direction)<p><button class="btn second" type="submit">Saring</button></p></form>
            """
    }

    private var list: HTML {
        guard !units.isEmpty else { return "<p class=\"note\">\(search.isEmpty ? emptyText : SearchBox.nothing)</p>" }
        let rows = HTML.each(units.prefix(WorkUnitActions.pageLength)) { unit in
            """
            <tr><th scope="row" class="wrapany"><a href="\(SitePath.unit(agency.id, unit.id).address)">\(unit.name)</a></th>\
            <td data-l="Kode"><span class="mono">\(unit.code)</span></td>\
            <td data-l="Eselon">\(unit.profile.echelon?.name ?? "–")</td>\
            <td data-l="Unit induk" class="text wrapany">\(unit.parent.map { parentNames[$0] ?? "unit lain" } ?? "–")</td></tr>
            """
        }
        return """
            <table class="fold"><caption>\(caption)</caption><thead><tr>\
            \(heading("Nama", .name))\(heading("Kode", .code))\(heading("Eselon", .echelon))<th scope="col">Unit induk</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private var caption: HTML {
        if !search.isEmpty { return "Yang paling cocok lebih dahulu" }
        return wanted.listing.isClosed ? "Unit yang ditutup atau digabung" : "Unit yang berjalan"
    }

    private var emptyText: String {
        if page > 0 { return "Tidak ada unit pada halaman ini." }
        if wanted.listing.echelon != nil { return "Tidak ada unit dengan eselon itu." }
        return wanted.listing.isClosed ? "Belum ada unit yang ditutup." : "Belum ada unit kerja."
    }

    private func heading(_ name: HTML, _ order: UnitListing.Order) -> HTML {
        // What was searched for stands by how well it fits.
        if !search.isEmpty { return "<th scope=\"col\">\(name)</th>" }
        let listing = wanted.listing
        let sorted = listing.order == order ? (listing.isDescending ? "descending" : "ascending") : nil
        let arrow: HTML? = sorted.map { $0 == "ascending" ? " <span aria-hidden=\"true\">↑</span>" : " <span aria-hidden=\"true\">↓</span>" }
        return """
            <th scope="col"\(Attribute("aria-sort", sorted))><a href="\(wanted.ordered(by: order).address(agency.id))">\(name)</a>\(arrow)</th>
            """
    }

    private func form(_ visitor: Visitor) -> HTML {
        """
        <section class="sec narrow" aria-labelledby="baru"><h2 id="baru">Tambah unit</h2>
        <form action="\(SitePath.agencyAction(agency.id, .newUnit).address)" method="post">\(FormPiece.key(visitor))
        \(WorkUnitFields(unit: nil, parent: nil, typed: typed, refusal: refusal).render())
        <p class="field"><button class="btn" type="submit">Tambah unit</button></p></form>
        <p>Banyak unit sekaligus? <a href="\(SitePath.agencyAction(agency.id, .importing).address)">Impor dari berkas</a>.</p></section>
        """
    }
}
