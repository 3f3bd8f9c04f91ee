import Markup
import Rulebook

/// All candidates of a year side by side, and the working group of the year.
struct CandidatesPage {
    let overview: WorkingGroupActions.Overview
    let order: Comparison.Order
    let page: Int
    var typed: FormFields?
    var refusal: Refusal?

    static let yearName = "tahun"
    static let orderName = "urut"

    private var agency: AgencyStore.Kept { overview.agency }

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let title = "Pemilihan unit \(String(overview.year))"
        return frame.render(
            title: refusal == nil ? title : "Salah: \(title)", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Isian belum disimpan"))
                \(Crumbs.render(Crumbs.agency(agency), here: "Pemilihan unit"))
                <h1>\(title)</h1>
                <p class="lead">Semua calon tahun ini berdampingan. Urutan membantu melihat; yang menetapkan unit adalah pimpinan instansi.</p>
                \(years)
                \(comparison)
                \(WorkingGroupSection(overview: overview, typed: typed, refusal: refusal).render(for: visitor))
                """)
    }

    private func address(year: Int, _ order: Comparison.Order) -> Address {
        let address = SitePath.comparison(agency.id).address.query(Self.yearName, String(year))
        return order == .rank ? address : address.query(Self.orderName, order.text)
    }

    private var years: HTML {
        """
        <nav class="row sec" aria-label="Tahun"><a rel="prev" href="\(address(year: overview.year - 1, order))">Tahun \(String(overview.year - 1))</a>\
        <span class="dim">Tahun \(String(overview.year))</span><a rel="next" href="\(address(year: overview.year + 1, order))">Tahun \(String(overview.year + 1))</a></nav>
        """
    }

    private var comparison: HTML {
        let all = overview.comparison.rows(by: order)
        let shown = all.dropFirst(page * WorkingGroupActions.pageLength).prefix(WorkingGroupActions.pageLength + 1)
        let tied = overview.comparison.tied
        let ties: HTML? = tied > 0 ? "<p class=\"note\">\(tied) calon bernilai sama dengan calon lain. Urutan di antara mereka tidak berarti apa-apa.</p>" : nil
        return """
            <section class="sec stack" aria-labelledby="calon"><h2 id="calon">Calon</h2>
            \(shown.isEmpty ? "<p class=\"note\">\(page == 0 ? "Belum ada calon pada tahun ini." : "Tidak ada calon pada halaman ini.")</p>" : table(shown.prefix(WorkingGroupActions.pageLength)))
            \(ties)
            \(Paging(page: page, count: shown.count, length: WorkingGroupActions.pageLength).links(address(year: overview.year, order)))</section>
            """
    }

    private func head(_ name: String, _ wanted: Comparison.Order, isNumber: Bool) -> HTML {
        let isCurrent = wanted == order
        let sort = isCurrent ? (wanted == .unit || wanted == .rank ? "ascending" : "descending") : nil
        let label: HTML = isCurrent ? "\(name)" : "<a href=\"\(address(year: overview.year, wanted))\">\(name)</a>"
        return "<th scope=\"col\"\(Attribute("class", isNumber ? "num" : nil))\(Attribute("aria-sort", sort))>\(label)</th>"
    }

    private func table(_ rows: some Sequence<Comparison.Row>) -> HTML {
        let criteria = overview.comparison.criteria
        let heads = HTML.each(criteria) { head($0.name, .criterion(CriterionID($0.id)), isNumber: true) }
        let body = HTML.each(rows) { row in
            let scores = HTML.each(criteria) { criterion in
                let entry = row.candidate.sheet.entry(criterion, on: .standard)
                return "<td class=\"num\" data-l=\"\(criterion.name)\">\(entry.map { "\($0.score)" } ?? "–")</td>"
            }
            return """
                <tr><td class="num" data-l="Urutan">\(rank(row.place))</td>\
                <th scope="row" class="wrapany"><a href="\(SitePath.selection(agency.id, row.candidate.candidacy).address)">\(row.candidate.unitName)</a></th>\
                <td data-l="Menuju">\(row.candidate.designation.acronym)</td>\(scores)\
                <td class="num" data-l="Rata-rata">\(row.place.mean.map(SelectionChecks.text) ?? "–")</td><td data-l="Keadaan" class="text">\(row.candidate.state.name)</td></tr>
                """
        }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="Tabel calon"><table class="fold"><caption>\(overview.comparison.count) calon; skor 1 sampai 5 dari kelompok kerja</caption>
            <thead><tr>\(head("Urutan", .rank, isNumber: true))\(head("Unit", .unit, isNumber: false))<th scope="col">Menuju</th>\(heads)\
            <th scope="col" class="num">Rata-rata</th><th scope="col">Keadaan</th></tr></thead><tbody>\(body)</tbody></table></div>
            """
    }

    private func rank(_ place: SelectionRanking.Place) -> String {
        guard let rank = place.rank else { return "–" }
        return place.ties > 0 ? "\(rank) (sama)" : "\(rank)"
    }
}
