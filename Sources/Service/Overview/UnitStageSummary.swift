import Markup
import Rulebook

/// How far a unit has come on its present way, in one glance: the stages in their order. Who did what and when stands on the
/// page of the candidacy.
struct UnitStageSummary {
    let candidacy: CandidacyStore.Kept

    /// The way that a unit is on, or the last it was on.
    init?(_ candidacies: [CandidacyStore.Kept]) {
        guard let candidacy = candidacies.first(where: \.state.isOnItsWay) ?? candidacies.first else { return nil }
        self.candidacy = candidacy
    }

    func render() -> HTML {
        let here = candidacy.stage
        let isOver = candidacy.state == .withdrawn || candidacy.state == .revoked
        let steps = HTML.each(Stage.allCases) { stage in
            let isDone = stage < here
            let (style, word, inner): (HTML, HTML, HTML) =
                if isDone {
                    ("done", "Selesai", "<circle cx=\"14\" cy=\"14\" r=\"12\"/><path d=\"M8.5 14.5l3.8 3.8 7.2-8\"/>")
                } else if stage == here {
                    ("here", "Di sini", "<circle cx=\"14\" cy=\"14\" r=\"12\"/><circle class=\"core\" cx=\"14\" cy=\"14\" r=\"5\"/>")
                } else {
                    ("", "Belum", "<circle cx=\"14\" cy=\"14\" r=\"12\"/>")
                }
            let line: HTML? =
                stage == here ? "<span class=\"line\">\(candidacy.state.name)</span><span class=\"line\">sejak \(candidacy.stageSince.journalText)</span>" : nil
            return """
                <li class="\(style)"\(Attribute("aria-current", stage == here && !isOver ? "step" : nil))><svg class="pin" viewBox="0 0 28 28" aria-hidden="true">\(inner)</svg>\
                <strong>\(stage.name)<span class="vh"> (\(word))</span></strong>\(line)</li>
                """
        }
        return """
            <section class="sec" aria-labelledby="tahap-unit"><h2 id="tahap-unit">Menuju \(candidacy.designation.acronym), pengusulan \(candidacy.year)</h2>
            <ol class="track">\(steps)</ol></section>
            """
    }
}
