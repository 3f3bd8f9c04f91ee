import Markup
import Rulebook

/// A step of a candidacy on a page of its own: what it asks for, and its form.
struct MovePage {
    let view: CandidacyView
    let move: Move
    var typed: FormFields?
    var refusal: Refusal?

    private var kept: CandidacyStore.Kept { view.found.kept }
    private var action: SitePath { .candidacyMove(view.found.agency.id, kept.id, move) }
    private var crumbs: [Crumbs.Step] {
        [.init(name: "Pencalonan \(kept.designation.acronym)", path: .candidacy(view.found.agency.id, kept.id))]
    }

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let unmet = view.offers.first { $0.move == move }?.requirements.filter { !$0.isMet } ?? []
        let missing: HTML? =
            unmet.isEmpty || refusal != nil
            ? nil
            : """
            <section class="sec" aria-labelledby="kurang"><h2 id="kurang">Yang masih kurang</h2><ul class="list">\(HTML.each(unmet) { "<li>\($0.message)</li>" })</ul></section>
            """
        return frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")\(move.name)", current: .agencies, for: visitor,
            main: """
                <div class="narrow">\(FormPiece.summary(refusal, title: "Langkah belum diambil"))
                \(Crumbs.render(CandidacyPage.above(view.found, for: visitor) + crumbs, here: move.name))
                <p class="eyebrow wrapany">\(view.found.unit.name), menuju \(kept.designation.acronym)</p><h1>\(move.name)</h1>
                \(missing)
                <section class="sec" aria-label="Isian langkah"><form action="\(action.address)" method="post">\(FormPiece.key(visitor))
                \(MoveFields(move: move, view: view, typed: typed, refusal: refusal).render())
                <p class="field row"><button class="btn" type="submit">\(move.isDangerous ? "Lanjutkan ke pemeriksaan akhir" : move.name)</button>\
                <a href="\(SitePath.candidacy(view.found.agency.id, kept.id).address)">Batal</a></p></form></section></div>
                """)
    }

    /// Asks once more before a step that cannot be taken back, with what was typed.
    func renderSure(_ form: MoveForm.Parsed, in frame: PageFrame, for visitor: Visitor) -> HTML {
        let fields = typed ?? FormFields()
        let carried = HTML.each(MoveForm.Field.all) { name in
            "<input type=\"hidden\" name=\"\(name)\" value=\"\(fields.text(name))\">"
        }
        let reference: HTML? = form.reference.isEmpty ? nil : "<dt>Nomor</dt><dd class=\"wrapany\">\(form.reference)</dd>"
        let reason: HTML? = form.reason.isEmpty ? nil : "<dt>Alasan atau catatan</dt><dd class=\"wrapany\">\(form.reason)</dd>"
        return frame.render(
            title: "\(move.name)?", current: .agencies, for: visitor,
            main: """
                <div class="narrow">\(Crumbs.render(CandidacyPage.above(view.found, for: visitor) + crumbs, here: move.name))
                <h1 class="wrapany">\(move.name)?</h1>
                <dl class="kv sec"><dt>Unit</dt><dd class="wrapany">\(view.found.unit.name)</dd><dt>Predikat</dt><dd>\(kept.designation.acronym)</dd>\
                <dt>Tanggal</dt><dd>\(form.day.text)</dd>\(reference)\(reason)</dl>
                <section class="sec stack" aria-labelledby="akibat"><h2 id="akibat">Yang akan terjadi</h2>
                <ul class="list">\(HTML.each(MoveWords.consequences(move, kept.designation)) { "<li>\($0)</li>" })</ul>
                <p class="note risk"><strong>Langkah ini tidak dapat dibatalkan.</strong></p>
                <form class="row" action="\(action.address)" method="post">\(FormPiece.key(visitor))\(carried)<input type="hidden" name="\(MoveForm.Field.sure)" value="ya">
                <button class="btn" type="submit">Ya, lanjutkan</button><a href="\(SitePath.candidacy(view.found.agency.id, kept.id).address)">Batal</a></form></section></div>
                """)
    }
}
