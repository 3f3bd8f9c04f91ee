import Markup
import Rulebook

/// How far agencies have come: candidacies by stage and designations in force, one agency a row.
struct NationPage {
    /// One more than is shown when there is a next page.
    let rows: [OverviewStore.AgencyRow]
    let page: Int

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let shown = Array(rows.prefix(OverviewActions.pageLength))
        let address = SitePath.agencyAction(.nation, .overview).address
        return frame.render(
            title: "Ikhtisar nasional", current: .agencies, for: visitor,
            main: """
                \(Crumbs.render([.init(name: "Instansi", path: .agencies), .init(name: "Tingkat nasional", path: .agency(.nation))], here: "Ikhtisar"))
                <p class="eyebrow">Keadaan \(Moment(visitor.now).text)</p><h1>Ikhtisar nasional</h1>
                <section class="sec stack" aria-labelledby="instansi-h"><h2 id="instansi-h">Pencalonan menurut instansi</h2>
                \(shown.isEmpty ? "<p class=\"note\">Belum ada instansi yang terdaftar.</p>" : table(shown, visitor))
                \(Paging(page: page, count: rows.count, length: OverviewActions.pageLength).links(address))</section>
                """)
    }

    private func table(_ shown: [OverviewStore.AgencyRow], _ visitor: Visitor) -> HTML {
        let stages = HTML.each(Stage.allCases) { "<th scope=\"col\" class=\"num\">\($0.name)</th>" }
        let designations = HTML.each(Designation.allCases) { "<th scope=\"col\" class=\"num\">Ber-\($0.acronym)</th>" }
        let body = HTML.each(shown) { row in
            let id = row.agency.id
            let name: HTML =
                visitor.may(.listCandidacies, on: id.target)
                ? "<a href=\"\(SitePath.agencyAction(id, .overview).address)\">\(row.agency.name)</a>" : "\(row.agency.name)"
            return """
                <tr><th scope="row" class="wrapany">\(name)</th>\
                \(HTML.each(Stage.allCases) { "<td class=\"num\" data-l=\"\($0.name)\">\(row.stages[$0] ?? 0)</td>" })\
                \(HTML.each(Designation.allCases) { "<td class=\"num\" data-l=\"Ber-\($0.acronym)\">\(row.awarded[$0] ?? 0)</td>" })</tr>
                """
        }
        return """
            <div class="scroll" tabindex="0" role="region" aria-labelledby="nasional-c"><table class="fold"><caption id="nasional-c">Banyaknya pencalonan di setiap tahap, dan predikat yang berlaku</caption>\
            <thead><tr><th scope="col">Instansi</th>\(stages)\(designations)</tr></thead><tbody>\(body)</tbody></table></div>
            """
    }
}
