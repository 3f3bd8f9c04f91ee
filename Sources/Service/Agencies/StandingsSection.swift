import Markup
import Rulebook

/// How an agency or a unit stands today, on its own page.
struct StandingsSection {
    let listed: StandingActions.Listed
    let catalogue: StandingCatalogue

    func render(for visitor: Visitor) -> HTML {
        let place = StandingPlace(agency: listed.agency.id, unit: listed.unit?.id)
        let today = Identity.day(visitor.now)
        let counting = listed.standings.filter { $0.counts(on: today) }
        let table = StandingsTable(
            standings: counting, catalogue: catalogue, people: listed.people, caption: "Yang berlaku pada \(today.text)")
        let isOpen = listed.unit?.closedAt == nil
        return """
            <section class="sec" aria-labelledby="keadaan-kini"><h2 id="keadaan-kini">\(listed.unit == nil ? "Keadaan instansi" : "Keadaan unit")</h2>
            \(counting.isEmpty ? "<p class=\"note\">Belum ada keadaan yang dicatat. Syarat pengajuan dinilai belum terpenuhi selama datanya belum ada.</p>" : table.render())
            <p><a href="\(place.path.address)">\(isOpen && visitor.may(.stateStanding, on: place.target) ? "Riwayat dan catatan baru" : "Riwayat lengkap")</a></p></section>
            """
    }
}
