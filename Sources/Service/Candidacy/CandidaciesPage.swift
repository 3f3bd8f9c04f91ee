import Markup
import Rulebook

/// The candidacies of an agency, all or those of one stage.
struct CandidaciesPage {
    let agency: AgencyStore.Kept
    /// One more than is shown when there is a next page.
    let rows: [CandidacyStore.Listed]
    let counts: [Stage: Int]
    let stage: Stage?
    let page: Int

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let paging = Paging(page: page, count: rows.count, length: CandidacyActions.pageLength)
        return frame.render(
            title: "Pencalonan \(agency.name)", current: .agencies, for: visitor,
            main: """
                \(Crumbs.render(Crumbs.agency(agency), here: "Pencalonan"))
                <p class="eyebrow wrapany">\(agency.name)</p><h1>Pencalonan menurut tahap</h1>
                <nav class="sec" aria-label="Tahap"><ul class="chips">\(chip(nil, "Semua", counts.values.reduce(0, +)))\
                \(HTML.each(Stage.allCases) { chip($0, $0.name, counts[$0] ?? 0) })</ul></nav>
                <section class="sec stack" aria-label="Daftar pencalonan">\(list)\(paging.links(SitePath.candidacies(agency.id, stage).address))</section>
                """)
    }

    private func chip(_ stage: Stage?, _ name: String, _ count: Int) -> HTML {
        """
        <li><a href="\(SitePath.candidacies(agency.id, stage).address)"\(Attribute("aria-current", stage == self.stage ? "true" : nil))>\(name) (\(count))</a></li>
        """
    }

    private var list: HTML {
        guard !rows.isEmpty else {
            return
                "<p class=\"note\">\(page > 0 ? "Tidak ada pencalonan pada halaman ini." : stage == nil ? "Belum ada pencalonan. Mulailah dari halaman unit kerja." : "Tidak ada pencalonan pada tahap ini.")</p>"
        }
        let body = HTML.each(rows.prefix(CandidacyActions.pageLength)) { row in
            let kept = row.candidacy
            let flag: HTML? = kept.needsAttention.map { _ in " <span class=\"st risk\">\(StateMark.thin.mark)Harus ditindaklanjuti</span>" }
            return """
                <tr><th scope="row" class="wrapany"><a href="\(SitePath.candidacy(agency.id, kept.id).address)">\(row.unitName)</a>\(flag)</th>\
                <td data-l="Menuju">\(kept.designation.acronym)</td><td data-l="Tahun" class="num">\(kept.year)</td>\
                <td data-l="Tahap" class="text">\(kept.stage.name)</td><td data-l="Keadaan" class="text">\(kept.state.name)</td>\
                <td data-l="Sejak" class="text">\(kept.stageSince.text)</td></tr>
                """
        }
        return """
            <table class="fold"><caption>Yang terakhir berpindah tahap di atas</caption><thead><tr><th scope="col">Unit</th><th scope="col">Menuju</th>\
            <th scope="col" class="num">Tahun</th><th scope="col">Tahap</th><th scope="col">Keadaan</th><th scope="col">Sejak</th></tr></thead><tbody>\(body)</tbody></table>
            """
    }
}
