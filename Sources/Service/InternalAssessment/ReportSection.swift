import Markup
import Rulebook

/// The report to the head of the agency: what stands, the form for whoever may write it, and the way to the signature.
struct ReportSection {
    let view: AssessmentActions.View
    let typed: FormFields?
    let refusal: Refusal?

    func render(for visitor: Visitor) -> HTML? {
        let form = form(visitor)
        guard form != nil || view.found.report != nil else { return nil }
        return """
            <section class="sec" aria-labelledby="laporan"><h2 id="laporan">Laporan kepada pimpinan instansi</h2>
            \(link)\(form)\(signing(visitor))</section>
            """
    }

    private var link: HTML? {
        guard let report = view.found.report else { return nil }
        return """
            <p><a href="\(SitePath.assessmentAction(view.agency.id, view.candidacy.id, .report).address)">Laporan versi \(report.version), siap cetak</a> <span class="dim">· \(Moment(report.at).text), oleh \(view.name(report.by))</span></p>
            """
    }

    private func form(_ visitor: Visitor) -> HTML? {
        guard view.found.assessment.state == .open, visitor.may(.writeAssessmentReport, on: view.target),
            view.found.assessment.team.members.contains(where: { $0.account == visitor.identity?.account })
        else { return nil }
        let report = view.found.report
        return """
            <form class="narrow" action="\(SitePath.assessmentAction(view.agency.id, view.candidacy.id, .report).address)" method="post">\(FormPiece.key(visitor))
            \(area(ReportForm.Field.summary, "Ringkasan", "Apa yang dinilai, bagaimana, dan apa hasilnya.", report?.summary))
            \(area(ReportForm.Field.recommendations, "Rekomendasi", "Apa yang sebaiknya dilakukan unit dan pimpinan, butir demi butir.", report?.recommendations))
            <p class="field"><button class="btn" type="submit">Simpan laporan</button></p></form>
            """
    }

    private func area(_ name: String, _ label: HTML, _ hint: HTML, _ kept: String?) -> HTML {
        let problem = refusal?.findings.first { $0.location == name }?.message
        let error: HTML? = problem.map { "<p class=\"err\" id=\"\(name)-e\">\($0)</p>" }
        return """
            <div class="field\(problem == nil ? "" : " bad")"><label class="label" for="\(name)">\(label)</label><p class="hint" id="\(name)-h">\(hint)</p>\(error)\
            <textarea id="\(name)" name="\(name)" rows="8" maxlength="\(ReportForm.longest)" aria-describedby="\(name)-h\(problem == nil ? "" : " \(name)-e")"\(Attribute("aria-invalid", problem == nil ? nil : "true")) required>\(typed?.text(name) ?? kept ?? "")</textarea></div>
            """
    }

    private func signing(_ visitor: Visitor) -> HTML? {
        guard view.found.assessment.state == .open, visitor.may(.signAssessment, on: view.target), view.found.validSignature == nil else { return nil }
        return """
            <p class="field"><a class="btn second" href="\(SitePath.assessmentAction(view.agency.id, view.candidacy.id, .signing).address)">Sahkan hasil…</a></p>
            """
    }
}
