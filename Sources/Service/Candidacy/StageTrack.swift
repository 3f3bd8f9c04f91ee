import Markup
import Rulebook

/// The stages of a candidacy in their order, each with the day, the person and the legal basis of what was done.
struct StageTrack {
    let view: CandidacyView

    private enum Mark {
        case done, here, ahead
    }

    /// One stage as it is shown.
    private struct Step {
        let stage: Stage
        let mark: Mark
        let lines: [String]
    }

    /// The step that ends each stage.
    private static let last: [Stage: Move] = [
        .declaration: .declare, .selection: .appoint, .development: .openAssessment, .assessment: .closeAssessment, .nomination: .nominate,
        .nationalReview: .concludeReview, .award: .award,
    ]

    func render() -> HTML {
        "<ol class=\"track\">\(HTML.each(Stage.allCases.map(step), item))</ol>"
    }

    private func step(_ stage: Stage) -> Step {
        let now = view.found.kept.state
        let isOver = now == .withdrawn || now == .revoked
        let here = now.stage
        let closing = Self.last[stage].flatMap { view.found.candidacy.last($0) }
        // A stage that was gone through before the unit was sent back is not done any more.
        if let closing, stage < here || stage == .award && now.isAwarded {
            return Step(
                stage: stage, mark: stage == .award ? .here : .done,
                lines: ["\(closing.move == .award ? "Ditetapkan" : "Selesai") \(closing.day.text)", view.actor(closing), basis(closing)])
        }
        if stage == here, !isOver {
            return Step(stage: stage, mark: .here, lines: ["Sejak \(view.found.kept.stageSince.text)", now.name, clause(stage)])
        }
        if stage == here, isOver { return Step(stage: stage, mark: .here, lines: [now.name, clause(stage)]) }
        return Step(stage: stage, mark: .ahead, lines: ["Belum", clause(stage)])
    }

    private func basis(_ move: RecordedMove) -> String {
        move.reference.isEmpty ? move.legalBasis : "\(move.reference); \(move.legalBasis)"
    }

    private func clause(_ stage: Stage) -> String { view.found.rules.stage(stage)?.clause ?? "" }

    private func item(_ step: Step) -> HTML {
        let (style, word, inner): (HTML, HTML, HTML) =
            switch step.mark {
            case .done: ("done", "Selesai", "<circle cx=\"14\" cy=\"14\" r=\"12\"/><path d=\"M8.5 14.5l3.8 3.8 7.2-8\"/>")
            case .here: ("here", "Di sini", "<circle cx=\"14\" cy=\"14\" r=\"12\"/><circle class=\"core\" cx=\"14\" cy=\"14\" r=\"5\"/>")
            case .ahead: ("", "Belum", "<circle cx=\"14\" cy=\"14\" r=\"12\"/>")
            }
        return """
            <li class="\(style)"\(Attribute("aria-current", step.mark == .here ? "step" : nil))>\
            <svg class="pin" viewBox="0 0 28 28" aria-hidden="true">\(inner)</svg>\
            <strong>\(step.stage.name)<span class="vh"> (\(word))</span></strong>\(HTML.each(step.lines.filter { !$0.isEmpty }) { "<span class=\"line wrapany\">\($0)</span>" })</li>
            """
    }
}
