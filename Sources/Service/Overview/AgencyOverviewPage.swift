import Markup
import Rulebook

/// How far the units of an agency have come: by stage, what somebody has to look at, and until when nominations are taken.
struct AgencyOverviewPage {
    /// The name of the stage in the address.
    static let stage = "tahap"

    let view: OverviewActions.AgencyView
    let page: Int

    private var agency: AgencyID { view.agency.id }

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "Ikhtisar \(view.agency.name)", current: .agencies, for: visitor,
            main: """
                \(Crumbs.render(Crumbs.agency(view.agency), here: "Ikhtisar"))
                <p class="eyebrow">Keadaan \(Moment(visitor.now).text)</p><h1 class="wrapany">Ikhtisar \(view.agency.name)</h1>
                \(deadline)
                \(stages)
                \(atRisk)
                \(units)
                """)
    }

    private var deadline: HTML {
        guard let deadline = view.deadline else { return "<p class=\"note sec\">Peraturan yang berlaku tidak menetapkan batas waktu pengajuan.</p>" }
        let days = deadline.day.number - view.today.number
        return """
            <p class="note sec\(days <= 30 ? " risk" : "")"><strong>Batas pengajuan \(deadline.day.journalText)</strong>, \(days == 0 ? "hari ini" : "\(days) hari lagi"). \
            Dasar: <span class="wrapany">\(deadline.source)</span></p>
            """
    }

    private var stages: HTML {
        let total = view.counts.values.reduce(0, +)
        let rows = HTML.each(Stage.allCases) { stage in
            let count = view.counts[stage] ?? 0
            let name: HTML = count == 0 ? "\(stage.name)" : "<a href=\"\(address(stage))\">\(stage.name)</a>"
            return "<tr><th scope=\"row\">\(name)</th><td class=\"num\">\(count)</td></tr>"
        }
        return """
            <section class="sec" aria-labelledby="tahap-h"><h2 id="tahap-h">Pencalonan menurut tahap</h2>
            <table><caption class="vh">Banyaknya pencalonan di setiap tahap</caption><thead><tr><th scope="col">Tahap</th><th scope="col" class="num">Pencalonan</th></tr></thead>
            <tbody>\(rows)</tbody><tfoot><tr class="sum"><th scope="row">Semua</th><td class="num">\(total)</td></tr></tfoot></table></section>
            """
    }

    private var atRisk: HTML {
        let rows = HTML.each(view.atRisk) { listed in
            let ends = listed.candidacy.validUntil.map { "Masa predikat berakhir \($0.journalText)." } ?? ""
            return """
                <tr><th scope="row" class="wrapany"><a href="\(SitePath.candidacy(agency, listed.candidacy.id).address)">\(listed.unitName)</a></th>\
                <td data-l="Predikat" class="text">\(listed.candidacy.designation.acronym)</td>\
                <td data-l="Yang perlu dilihat" class="text wrapany"><span class="st risk"><svg class="m" viewBox="0 0 16 16" aria-hidden="true"><use href="#risk"/></svg>Perlu dilihat</span> \(listed.candidacy.needsAttention ?? ends)</td></tr>
                """
        }
        let table: HTML = """
            <table class="fold"><caption>Yang menunggu paling lama lebih dahulu\(view.atRisk.count >= OverviewActions.mostAtRisk ? "; hanya \(OverviewActions.mostAtRisk) yang pertama" : "")</caption>\
            <thead><tr><th scope="col">Unit</th><th scope="col">Predikat</th><th scope="col">Yang perlu dilihat</th></tr></thead><tbody>\(rows)</tbody></table>
            """
        return """
            <section class="sec" aria-labelledby="risiko"><h2 id="risiko">Perlu ditindaklanjuti</h2>
            \(view.atRisk.isEmpty ? "<p class=\"note\">Tidak ada syarat yang gugur dan tidak ada predikat yang segera berakhir.</p>" : table)</section>
            """
    }

    private var units: HTML {
        let shown = view.rows.prefix(OverviewActions.pageLength)
        let rows = HTML.each(shown) { listed in
            let candidacy = listed.candidacy
            return """
                <tr><th scope="row" class="wrapany"><a href="\(SitePath.unit(agency, candidacy.unit).address)">\(listed.unitName)</a></th>\
                <td data-l="Predikat" class="text">\(candidacy.designation.acronym) \(candidacy.year)</td>\
                <td data-l="Tahap" class="text">\(candidacy.stage.position + 1) dari \(Stage.allCases.count): \(candidacy.stage.name)</td>\
                <td data-l="Keadaan" class="text"><a href="\(SitePath.candidacy(agency, candidacy.id).address)">\(candidacy.state.name)<span class="vh"> \(listed.unitName)</span></a></td>\
                <td data-l="Sejak" class="text">\(candidacy.stageSince.journalText)</td></tr>
                """
        }
        let table: HTML = """
            <table class="fold"><caption>\(view.stage.map { "Tahap \($0.name), yang" } ?? "Yang") terakhir bergerak lebih dahulu</caption><thead><tr><th scope="col">Unit</th><th scope="col">Predikat</th>\
            <th scope="col">Tahap</th><th scope="col">Keadaan</th><th scope="col">Sejak</th></tr></thead><tbody>\(rows)</tbody></table>
            """
        let all: HTML? = view.stage.map { _ in "<p class=\"noprint\"><a href=\"\(address(nil))\">Tampilkan semua tahap</a></p>" }
        return """
            <section class="sec stack" aria-labelledby="unit-h"><h2 id="unit-h">Unit menurut tahap</h2>\(all)
            \(shown.isEmpty ? "<p class=\"note\">Belum ada pencalonan\(view.stage == nil ? "" : " di tahap ini").</p>" : table)
            \(Paging(page: page, count: view.rows.count, length: OverviewActions.pageLength).links(address(view.stage)))</section>
            """
    }

    private func address(_ stage: Stage?) -> Address {
        let address = SitePath.agencyAction(agency, .overview).address
        return stage.map { address.query(Self.stage, $0.rawValue) } ?? address
    }
}
