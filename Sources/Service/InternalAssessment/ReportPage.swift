import ExactMath
import Markup
import Rulebook

/// The report to the head of the agency, made to be printed: who assessed, what it came to, what is recommended.
struct ReportPage {
    let view: AssessmentActions.View
    let report: ReportStore.Report

    private var figures: Figures { Figures(places: view.instrument.policies.decimals) }

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let steps = Crumbs.assessment(view.agency, view.unit, view.candidacy.id)
        return frame.render(
            title: "Laporan penilaian · \(view.unit.name)", current: .agencies, for: visitor,
            main: """
                \(Crumbs.render(steps, here: "Laporan"))
                <p class="eyebrow">\(view.agency.name)</p>
                <h1>Laporan hasil penilaian TPI</h1>
                \(state)
                <dl class="kv sec"><dt>Unit kerja</dt><dd class="wrapany">\(view.unit.name)</dd><dt>Predikat dituju</dt><dd>\(view.candidacy.designation.acronym) \(view.candidacy.year)</dd>
                <dt>Dasar</dt><dd>\(view.instrument.regulation.number)</dd><dt>Surat keputusan tim</dt><dd>\(decree)</dd>
                <dt>Nilai LKE unit</dt><dd>\(score(.unit))</dd><dt>Nilai LKE TPI</dt><dd>\(score(.internalTeam))</dd></dl>
                \(text("Ringkasan", report.summary))
                \(ResultsSection(view: view).render())
                \(text("Rekomendasi", report.recommendations))
                \(team)
                <p class="small dim">Laporan versi \(report.version), \(Moment(report.at).text), oleh \(view.name(report.by)). Sidik <span class="mono wrapany">\(report.digest)</span>.</p>
                """)
    }

    private var state: HTML {
        guard let signature = view.found.validSignature else {
            return "<p class=\"note risk\"><strong>Rancangan.</strong> Hasil ini belum disahkan oleh ketua tim.</p>"
        }
        return "<p class=\"note met\">Disahkan oleh \(view.name(signature.by)), ketua tim, pada \(Moment(signature.at).text).</p>"
    }

    private var decree: HTML {
        view.found.assessment.team.decree.map { "\($0.number), \($0.day.journalText)" } ?? "belum dicatat"
    }

    private func score(_ party: SheetParty) -> HTML {
        guard let sheet = view.found.sheets[party] else { return "belum ada" }
        let digest: HTML = "<span class=\"mono\">\(String(sheet.record.digest.prefix(12)))</span>"
        return "\(figures.plain(sheet.record.floor)) <span class=\"dim\">versi \(sheet.version), sidik \(digest)</span>"
    }

    private func text(_ title: HTML, _ text: String) -> HTML {
        let paragraphs = HTML.each(text.split(separator: "\n")) { "<p>\($0)</p>" }
        return "<section class=\"sec keep\"><h2>\(title)</h2>\(paragraphs)</section>"
    }

    private var team: HTML {
        let rows = HTML.each(view.found.assessment.team.members) { "<tr><th scope=\"row\">\(view.name($0.account))</th><td>\($0.seat.name)</td></tr>" }
        return """
            <section class="sec keep"><h2>Tim penilai</h2><table><caption class="vh">Anggota tim</caption><thead><tr><th scope="col">Nama</th><th scope="col">Kursi</th></tr></thead><tbody>\(rows)</tbody></table></section>
            """
    }
}
