import Markup
import Rulebook

/// The steps of an assessment, each done or not.
struct AssessmentSteps {
    let view: AssessmentActions.View

    func render() -> HTML {
        """
        <section class="sec" aria-labelledby="langkah"><h2 id="langkah">Langkah penilaian</h2>
        <ul class="checks">\(HTML.each(steps) { step in
            "<li>\((step.isDone ? StateMark.met : .unmet).label) \(step.name)\(step.note.map { "<span class=\"small dim\">\($0)</span>" as HTML })</li>"
        })</ul></section>
        """
    }

    private struct Step {
        let name: HTML
        let isDone: Bool
        var note: String?
    }

    private var steps: [Step] {
        let found = view.found
        let state = found.assessment.state
        let unit = found.sheets[.unit]
        let team = found.sheets[.internalTeam]
        return [
            Step(
                name: "Tim lengkap dan bebas dari benturan kepentingan", isDone: view.obstacles.isEmpty,
                note: view.obstacles.isEmpty ? nil : "\(view.obstacles.count) hal belum beres, lihat bagian Tim."),
            Step(
                name: "LKE unit diserahkan oleh pimpinan unit", isDone: unit != nil,
                note: unit.flatMap { sheet in sheet.handedIn.map { "Versi \(sheet.version), \(Moment($0.at).text), oleh \(view.name($0.by))." } }),
            Step(name: "Penilaian dibuka", isDone: state != .forming),
            Step(
                name: "LKE TPI lengkap", isDone: team.map { $0.record.unanswered == 0 } ?? false,
                note: team.map { "Versi \($0.version), \($0.record.unanswered) pertanyaan kosong." }),
            Step(
                name: "Laporan kepada pimpinan instansi ditulis", isDone: found.report != nil,
                note: found.report.map { "Versi \($0.version), \(Moment($0.at).text), oleh \(view.name($0.by))." }),
            Step(name: "Hasil disahkan oleh ketua tim", isDone: found.validSignature != nil, note: signed),
            Step(name: "Penilaian ditutup", isDone: state == .closed),
        ]
    }

    private var signed: String? {
        guard let signature = view.found.signature else { return nil }
        guard view.found.validSignature == nil else { return "\(Moment(signature.at).text), oleh \(view.name(signature.by))." }
        return "Pengesahan \(Moment(signature.at).text) gugur karena lembar atau laporan berubah sesudahnya."
    }
}
