import ExactMath
import Markup
import Rulebook

/// Every condition of the designation on the sheets that count, one party beside the other.
struct ResultsSection {
    let view: AssessmentActions.View

    private var figures: Figures { Figures(places: view.instrument.policies.decimals) }
    private var parties: [SheetParty] { SheetParty.allCases.filter { view.verdicts[$0] != nil } }

    func render() -> HTML? {
        guard let last = parties.last, let verdict = view.verdicts[last] else { return nil }
        let unmet = verdict.unmet.count
        let lead: HTML =
            unmet == 0
            ? "Menurut LKE \(last.name), semua \(verdict.outcomes.count) syarat terpenuhi."
            : "Menurut LKE \(last.name), <strong>\(unmet) dari \(verdict.outcomes.count) syarat belum terpenuhi</strong>."
        let stands: HTML? =
            last == .nationalTeam ? " Hasil TPN yang berlaku; hasil TPI dan lembar unit tetap terlihat." : nil
        return """
            <section class="sec" aria-labelledby="hasil"><h2 id="hasil">Syarat \(verdict.designation.acronym)</h2><p>\(lead)\(stands)</p>
            <table class="fold"><caption>Nilai terukur dan selisih dari minimum. Setiap syarat dinilai sendiri.</caption><thead><tr><th scope="col">Syarat</th><th scope="col" class="num">Minimum</th>\(HTML.each(parties) { "<th scope=\"col\" class=\"num\">\($0.name)</th>" })</tr></thead><tbody>\(HTML.each(verdict.outcomes, row))</tbody></table></section>
            """
    }

    private func row(_ outcome: Outcome) -> HTML {
        let condition = outcome.condition
        let cells = HTML.each(parties) { party in
            guard let own = view.verdicts[party]?.outcomes.first(where: { $0.condition.id == condition.id }) else { return "<td class=\"num\">–</td>" }
            let mark: StateMark = !own.met ? .unmet : own.isThin(margin: view.instrument.policies.thinMargin) ? .thin : .met
            return """
                <td class="num" data-l="\(party.name)">\(own.measured.map { figures.measured($0, against: own.minimum) } ?? "–")<br>\
                <span class="small \(mark.style)">\(mark.mark)<span class="vh">\(mark.word), selisih </span> \(own.gap.map(figures.signed) ?? "–")</span></td>
                """
        }
        return """
            <tr\(Attribute("class", condition.level > 0 ? "sub" : nil))><th scope="row">\(condition.name)</th><td class="num" data-l="Minimum">\(figures.plain(outcome.minimum))</td>\(cells)</tr>
            """
    }
}
