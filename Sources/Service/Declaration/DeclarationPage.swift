import Markup
import Rulebook

/// The declaration of a candidacy: event, coverage of the pact, readiness, roll.
struct DeclarationPage {
    let overview: DeclarationActions.Overview
    var typed: FormFields?
    var refusal: Refusal?

    private var place: CandidacyPlace { overview.place }

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let title = "Pencanangan \(place.unit.name)"
        return frame.render(
            title: refusal == nil ? title : "Salah: \(title)", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Isian belum disimpan"))
                \(Crumbs.render(place.crumbs(visitor), here: "Pencanangan"))
                <p class="eyebrow">\(place.aim)</p>
                <h1 class="wrapany">\(title)</h1>
                \(ownPact(visitor))
                \(coverage)
                \(event(visitor))
                \(readiness(visitor))
                \(RollSection(overview: overview, typed: typed, refusal: refusal).render(for: visitor))
                """)
    }

    /// What the person who looks still has to do.
    private func ownPact(_ visitor: Visitor) -> HTML? {
        guard visitor.may(.signPact, on: place.target) else { return nil }
        if let day = overview.own?.signature?.day {
            return "<p class=\"note met\">Anda menandatangani pakta integritas pada \(day.journalText).</p>"
        }
        return """
            <p class="note">Anda belum menandatangani pakta integritas. \
            <a href="\(SitePath.declarationAction(place.agency.id, place.candidacy.id, .sign).address)">Baca dan tandatangani</a></p>
            """
    }

    private var coverage: HTML {
        let rule = overview.rules.parts.pact
        let result = DeclarationChecks.covered(overview.coverage, by: rule)
        let count = overview.coverage
        let newcomers: HTML? =
            count.newcomers > 0
            ? "<dt>Datang sesudah pencanangan</dt><dd>\(count.newcomers) orang, \(count.newcomersUnsigned) di antaranya belum menandatangani</dd>" : nil
        let figures: HTML = """
            <dl class="kv"><dt>Pegawai hari ini</dt><dd>\(count.employed) orang</dd><dt>Sudah menandatangani</dt><dd>\(count.signed) orang</dd>\
            <dt>Belum menandatangani</dt><dd>\(count.unsigned) orang</dd>\(newcomers)</dl>
            """
        return """
            <section class="sec stack" aria-labelledby="cakupan"><h2 id="cakupan">Cakupan pakta integritas</h2>
            <p>\((result.isMet ? StateMark.met : .unmet).label) \(result.statement) \(result.wayOut)</p>
            <figure>\(CoverageBar(coverage: count, rule: rule, id: "mistar-pakta").render())</figure>
            \(count.employed > 0 ? figures : nil)
            <p class="small dim">\(rule.text) \(rule.clause)</p></section>
            """
    }

    private func event(_ visitor: Visitor) -> HTML {
        let result = DeclarationChecks.held(overview.declaration, on: overview.day)
        let isOpen = place.candidacy.state.keepsDeclarationOpen && visitor.may(.keepPactRoll, on: place.target)
        return """
            <section class="sec stack" aria-labelledby="acara"><h2 id="acara">Acara pencanangan</h2>
            <p>\((result.isMet ? StateMark.met : .unmet).label) \(result.statement) \(isOpen ? result.wayOut : "")</p>
            \(overview.declaration.map(particulars))
            \(isOpen ? EventForm(place: place, declaration: overview.declaration, typed: typed, refusal: refusal).render(for: visitor) : nil)</section>
            """
    }

    private func particulars(_ declaration: Declaration) -> HTML {
        let witnesses = Declaration.Witness.allCases.filter(declaration.witnesses.contains).map(\.name).joined(separator: "; ")
        return """
            <dl class="kv"><dt>Hari</dt><dd>\(declaration.heldOn.journalText)</dd><dt>Tempat</dt><dd class="wrapany">\(declaration.place)</dd>\
            <dt>Diumumkan lewat</dt><dd class="wrapany">\(declaration.publication.isEmpty ? "belum dicatat" : declaration.publication)</dd>\
            <dt>Disaksikan oleh</dt><dd>\(witnesses.isEmpty ? "tidak dicatat" : witnesses)</dd></dl>
            """
    }

    private func readiness(_ visitor: Visitor) -> HTML {
        let result = DeclarationChecks.stated(overview.readiness, on: overview.day)
        let may = place.candidacy.state.keepsDeclarationOpen && visitor.may(.stateReadiness, on: place.target)
        let action: DeclarationAction = overview.readiness == nil ? .readiness : .withdrawReadiness
        let words: HTML = overview.readiness == nil ? "Nyatakan kesiapan unit…" : "Tarik pernyataan…"
        let way: HTML? =
            may
            ? "<p><a class=\"btn second\" href=\"\(SitePath.declarationAction(place.agency.id, place.candidacy.id, action).address)\">\(words)</a></p>"
            : nil
        let who: HTML? = overview.readiness.map { "<p class=\"small dim\">Oleh \($0.name ?? JournalNames.erased).</p>" }
        return """
            <section class="sec stack" aria-labelledby="kesiapan"><h2 id="kesiapan">Pernyataan kesiapan</h2>
            <p>\((result.isMet ? StateMark.met : .unmet).label) \(result.statement) \(result.wayOut)</p>\(who)\(way)</section>
            """
    }
}
