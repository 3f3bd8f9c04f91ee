import Markup
import Rulebook

/// The assessment of a candidacy: what is done and what is not, the team, the sheets, what they come to, and the report. Each
/// section is a file of its own.
struct AssessmentPage {
    let view: AssessmentActions.View
    /// The form that was refused, what was typed there, and why.
    var typed: FormFields?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let designation = view.candidacy.designation.acronym
        return frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")Penilaian TPI · \(view.unit.name)", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Belum disimpan"))
                \(Crumbs.render(Crumbs.candidacy(view.agency, view.unit, view.candidacy.id), here: "Penilaian TPI"))
                <p class="eyebrow wrapany">\(view.unit.name) · menuju \(designation) \(view.candidacy.year)\(view.found.round > 1 ? " · putaran \(view.found.round)" : nil)</p>
                <h1>Penilaian TPI</h1>
                <p class="lead">\(lead)</p>
                \(AssessmentSteps(view: view).render())
                \(TeamSection(view: view, typed: typed, refusal: refusal).render(for: visitor))
                \(InterestSection(view: view, typed: typed, refusal: refusal).render(for: visitor))
                \(SheetsSection(view: view, refusal: refusal).render(for: visitor))
                \(ResultsSection(view: view).render())
                \(ReportSection(view: view, typed: typed, refusal: refusal).render(for: visitor))
                """)
    }

    private var lead: HTML {
        switch view.found.assessment.state {
        case .forming: "Tim disusun dan setiap anggotanya menyatakan benturan kepentingan. Tidak seorang pun menilai unitnya sendiri."
        case .open: "Penilaian sedang berlangsung. LKE unit dan LKE TPI berdampingan; keduanya tetap terlihat."
        case .closed: "Penilaian sudah ditutup. Hasil, laporan, dan semua versi lembar tetap tersimpan."
        }
    }
}
