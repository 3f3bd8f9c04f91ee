import Markup
import Rulebook

/// The candidacies of a unit, on the page of the unit.
struct UnitCandidaciesSection {
    let agency: AgencyID
    let unit: WorkUnitStore.Kept
    let candidacies: [CandidacyStore.Kept]

    func render(for visitor: Visitor) -> HTML {
        let items = HTML.each(candidacies) { kept in
            """
            <li><a href="\(SitePath.candidacy(agency, kept.id).address)">Menuju \(kept.designation.acronym), pengusulan \(kept.year)</a>: \(kept.state.name)\(kept.needsAttention == nil ? "" : ", harus ditindaklanjuti")</li>
            """
        }
        let start: HTML? =
            unit.closedAt == nil && visitor.may(.startCandidacy, on: .unit(unit.id, of: agency))
            ? "<p><a class=\"btn second\" href=\"\(SitePath.newCandidacy(agency, unit.id).address)\">Mulai pencalonan…</a></p>" : nil
        return """
            <section class="sec stack" aria-labelledby="pencalonan"><h2 id="pencalonan">Pencalonan</h2>
            \(candidacies.isEmpty ? "<p class=\"note\">Unit ini belum pernah dicalonkan.</p>" : "<ul class=\"list\">\(items)</ul>")\(start)</section>
            """
    }
}
