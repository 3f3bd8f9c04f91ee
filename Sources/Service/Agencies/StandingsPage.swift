import Markup
import Rulebook

/// How an agency or a unit stands: everything that was stated, and the form for something new.
struct StandingsPage {
    let listed: StandingActions.Listed
    let catalogue: StandingCatalogue
    /// What is to be stated; `nil` while that is not chosen.
    let chosen: Fact?
    var typed: FormFields?
    var refusal: Refusal?

    /// The name of the choice in the address.
    static let choice = "catat"

    private var place: StandingPlace { StandingPlace(agency: listed.agency.id, unit: listed.unit?.id) }

    private var title: String { listed.unit == nil ? "Keadaan instansi" : "Keadaan unit" }

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let isOpen = listed.unit?.closedAt == nil
        return frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")\(title) \(listed.unit?.name ?? listed.agency.name)", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Keadaan belum dicatat"))
                \(Crumbs.render(above, here: title))
                <p class="eyebrow wrapany">\(listed.unit?.name ?? listed.agency.name)</p><h1>\(title)</h1>
                <p class="lead">Catatan bertanggal dari dokumen sumbernya; dipakai untuk menilai syarat pengajuan. Catatan tidak pernah diubah: yang keliru dicabut, lalu dicatat lagi.</p>
                <section class="sec" aria-label="Catatan">\(table(visitor))</section>
                \(isOpen && visitor.may(.stateStanding, on: place.target) ? stating(visitor) : nil)
                """)
    }

    private var above: [Crumbs.Step] {
        Crumbs.agency(listed.agency) + (listed.unit.map { [.init(name: $0.name, path: .unit(listed.agency.id, $0.id))] } ?? [])
    }

    private func table(_ visitor: Visitor) -> HTML {
        guard !listed.standings.isEmpty else { return "<p class=\"note\">Belum ada yang dicatat.</p>" }
        return StandingsTable(
            standings: listed.standings, catalogue: catalogue, people: listed.people, caption: "Semua catatan, yang dicabut pun tetap tampak",
            revokedOn: visitor.may(.revokeStanding, on: place.target) ? listed.agency.id : nil
        ).render()
    }

    private func stating(_ visitor: Visitor) -> HTML {
        let items = HTML.each(catalogue.facts(about: place.holder)) { fact in
            let isChosen = fact.id == chosen?.id
            return """
                <li><a href="\(place.path.address.query(Self.choice, (fact.source.standing ?? fact.id).text))"\(Attribute("aria-current", isChosen ? "true" : nil))>\(fact.name)</a></li>
                """
        }
        return """
            <section class="sec" aria-labelledby="catat"><h2 id="catat">Catat keadaan</h2><p>Pilih yang hendak dicatat:</p><ul class="list">\(items)</ul></section>
            \(chosen.map { form(for: $0, visitor) })
            """
    }

    private func form(for fact: Fact, _ visitor: Visitor) -> HTML {
        let year: HTML? =
            fact.source.isYearly
            ? FormPiece.render(
                .init(name: StandingRule.Field.year, label: "Tahun yang dinilai", hint: "Empat angka, misalnya 2025.", type: .code),
                value: typed?.text(StandingRule.Field.year) ?? "", refusal: refusal) : nil
        return """
            <section class="sec narrow" aria-labelledby="\(StandingRule.Field.fact)"><h2 id="\(StandingRule.Field.fact)">\(fact.name)</h2>
            <form action="\(place.path.address)" method="post">\(FormPiece.key(visitor))\
            <input type="hidden" name="\(StandingRule.Field.fact)" value="\((fact.source.standing ?? fact.id).text)">
            \(value(of: fact))\(year)
            \(FormPiece.render(
                .init(name: StandingRule.Field.day, label: "Tanggal dokumen", type: .date), value: typed?.text(StandingRule.Field.day) ?? "", refusal: refusal))
            \(FormPiece.render(
                .init(name: StandingRule.Field.source, label: "Dokumen sumber", hint: "Nomor dan tanggalnya, supaya orang lain dapat mencarinya."),
                value: typed?.text(StandingRule.Field.source) ?? "", refusal: refusal))
            <p class="field"><button class="btn" type="submit">Catat</button></p></form></section>
            """
    }

    private func value(of fact: Fact) -> HTML {
        let typed = typed?.text(StandingRule.Field.value) ?? ""
        let words: [String]
        switch fact.kind {
        case .number:
            return FormPiece.render(
                .init(name: StandingRule.Field.value, label: "Nilai", hint: "Angka 0 atau lebih; koma untuk pecahan."), value: typed, refusal: refusal)
        case .grade(let scale): words = scale.grades.reversed()
        case .yesNo: words = ["Ya", "Tidak"]
        }
        return FormPiece.choice(
            .init(name: StandingRule.Field.value, label: "Nilai"), options: [("", "Pilih…")] + words.map { ($0, $0) }, chosen: typed, refusal: refusal)
    }
}
