import Markup
import Rulebook

/// What the working group found about one candidate: a score and a reason for each criterion, and the meeting.
struct SelectionPage {
    let overview: SelectionActions.Overview
    var typed: FormFields?
    var refusal: Refusal?

    private var place: CandidacyPlace { overview.place }
    private var criteria: [SelectionCriterion] { overview.rules.parts.criteria }

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let title = "Pemilihan \(place.unit.name)"
        let mayChange = place.candidacy.state.keepsSelectionOpen && visitor.may(.keepSelection, on: place.target)
        return frame.render(
            title: refusal == nil ? title : "Salah: \(title)", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Penilaian belum disimpan"))
                \(Crumbs.render(above(visitor), here: "Pemilihan"))
                <p class="eyebrow">\(place.aim)</p>
                <h1 class="wrapany">\(title)</h1>
                \(state)
                \(results)
                \(mayChange ? form(visitor) : nil)
                """)
    }

    private func above(_ visitor: Visitor) -> [Crumbs.Step] {
        guard visitor.may(.seeSelection, on: place.agency.id.target) else { return place.crumbs(visitor) }
        return Crumbs.agency(place.agency) + [.init(name: "Pemilihan unit", path: .comparison(place.agency.id))]
    }

    private var state: HTML {
        let result = SelectionChecks.minuted(overview.review, overview.sheet, by: criteria, metOn: overview.meeting?.metOn)
        let gaps: HTML? =
            overview.review.gaps.isEmpty
            ? nil : "<ul class=\"list\">\(HTML.each(overview.review.gaps) { "<li>\($0.message)</li>" })</ul>"
        let group: HTML =
            overview.group.map { "<dt>Kelompok kerja</dt><dd>keputusan \($0.decree), \($0.decreedOn.journalText), \($0.members.count) anggota</dd>" }
            ?? "<dt>Kelompok kerja</dt><dd>belum dicatat</dd>"
        return """
            <section class="sec stack" aria-labelledby="keadaan"><h2 id="keadaan">Keadaan penilaian</h2>
            <p>\((result.isMet ? StateMark.met : .unmet).label) \(result.statement)</p>\(gaps)
            <dl class="kv">\(group)<dt>Rapat</dt><dd>\(overview.meeting?.metOn.journalText ?? "belum dicatat")</dd>\
            <dt>Berita acara</dt><dd class="wrapany">\(DocumentLink.render(overview.meeting?.minutes, among: overview.documents, of: place.agency.id))</dd></dl>
            <p class="small dim">Nilai ini bahan pertimbangan. Yang menetapkan unit adalah pimpinan instansi, bukan yang mengusulkan.</p></section>
            """
    }

    private var results: HTML {
        let rows = HTML.each(criteria) { criterion in
            let entry = overview.sheet.entry(criterion, on: .standard)
            return """
                <tr><th scope="row" class="wrapany">\(criterion.name)</th><td class="num" data-l="Skor">\(entry.map { "\($0.score)" } ?? "–")</td>\
                <td data-l="Alasan" class="text wrapany">\(entry?.reason ?? "Belum dinilai.")</td></tr>
                """
        }
        return """
            <section class="sec" aria-labelledby="nilai"><h2 id="nilai">Skor dan alasan</h2>
            <table class="fold"><caption>Skala 1 sampai 5</caption><thead><tr><th scope="col">Kriteria</th><th scope="col" class="num">Skor</th>\
            <th scope="col">Alasan</th></tr></thead><tbody>\(rows)</tbody></table></section>
            """
    }

    private func form(_ visitor: Visitor) -> HTML {
        let scale = HTML.each(SelectionScale.standard.levels) { "<dt>\($0.score)</dt><dd>\($0.meaning)</dd>" }
        return """
            <section class="sec narrow stack" aria-labelledby="isi-nilai"><h2 id="isi-nilai">Isi penilaian kelompok kerja</h2>
            <details><summary>Arti setiap skor</summary><dl class="kv">\(scale)</dl></details>
            <form action="\(SitePath.selectionScores(place.agency.id, place.candidacy.id).address)" method="post">\(FormPiece.key(visitor))
            \(HTML.each(criteria, fields))
            \(FormPiece.render(
                .init(name: SelectionForm.Field.met, label: "Hari rapat", type: .date, isRequired: false),
                value: typed?.text(SelectionForm.Field.met) ?? overview.meeting?.metOn.description ?? "", refusal: refusal))
            \(FilingPiece.choice(
                .init(name: SelectionForm.Field.minutes, label: "Berita acara", isRequired: false), documents: overview.documents,
                chosen: typed?.text(SelectionForm.Field.minutes) ?? overview.meeting?.minutes?.text ?? "",
                filing: .candidacyDocuments(place.agency.id, place.candidacy.id), refusal: refusal))
            <p class="field"><button class="btn" type="submit">Simpan penilaian</button></p></form></section>
            """
    }

    private func fields(_ criterion: SelectionCriterion) -> HTML {
        let entry = overview.sheet.entry(criterion, on: .standard)
        let (score, reason) = (SelectionForm.Field.score(criterion), SelectionForm.Field.reason(criterion))
        let options = [("", "Belum dinilai")] + SelectionScale.standard.levels.reversed().map { ("\($0.score)", "\($0.score): \($0.meaning)") }
        return """
            <fieldset class="field"><legend class="h3">\(criterion.name)</legend><p class="hint">\(criterion.guidance) <span class="dim">\(criterion.clause)</span></p>
            \(FormPiece.choice(
                .init(name: score, label: "Skor", isRequired: false), options: options, chosen: typed?.text(score) ?? entry.map { "\($0.score)" } ?? "",
                refusal: refusal))
            \(NotePiece.render(
                .init(
                    name: reason, label: "Alasan", hint: "Data apa yang dilihat dan apa artinya; paling sedikit \(SelectionSheet.shortestReason) karakter.",
                    isRequired: false), value: typed?.raw(reason) ?? entry?.reason ?? "", refusal: refusal))</fieldset>
            """
    }
}
