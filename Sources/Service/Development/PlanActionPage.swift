import Markup
import Rulebook

/// One action: what is planned, how far it is, how it came to be, and the forms to go on.
struct PlanActionPage {
    let view: DevelopmentView
    let kept: DevelopmentStore.KeptAction
    /// The latest first.
    let versions: [DevelopmentStore.Version]
    let names: [AccountID: String]
    /// What is on file for the candidacy and can be relied on.
    let documents: [FilingStore.Kept]
    var typed: FormFields?
    /// Which form was refused.
    var refused: PlannedActionStep?
    var refusal: Refusal?

    private var action: PlannedAction { kept.action }

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let mayDraft = view.isOpen && action.state.isOpen && visitor.may(.draftPlan, on: view.target)
        let mayReport = view.isOpen && !isDropped && visitor.may(.reportProgress, on: view.target)
        return frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")\(action.content.target.prefix(60))", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Perubahan belum disimpan"))
                \(Crumbs.render(DevelopmentHead.below(.plan, view), here: "Aksi"))
                <p class="eyebrow wrapany">\(action.content.area.name(in: view.instrument))</p><h1 class="wrapany">\(action.content.target)</h1>
                \(particulars)
                \(mayReport ? progress(visitor) : nil)
                \(mayDraft ? change(visitor) : nil)
                \(mayDraft ? dropping : nil)
                \(history)
                """)
    }

    private var isDropped: Bool { if case .dropped = action.state { true } else { false } }

    private func name(_ account: AccountID) -> String { names[account] ?? "Data pribadi dihapus" }

    private var particulars: HTML {
        let content = action.content
        let items = HTML.each(content.items) { item in "<li><span class=\"mono\">\(item.text)</span> \(wording(item))</li>" }
        let reason: HTML? = if case .dropped(let reason) = action.state { "<dt>Alasan dihentikan</dt><dd class=\"wrapany\">\(reason)</dd>" } else { nil }
        let note: HTML? = kept.note.isEmpty ? nil : "<dt>Catatan kemajuan</dt><dd class=\"wrapany\">\(kept.note)</dd>"
        return """
            <dl class="kv sec"><dt>Keadaan</dt><dd>\(ActionMark.label(action, on: view.today)) \(ActionMark.progress(action.state))</dd>\
            <dt>Penanggung jawab</dt><dd>\(name(content.person))</dd><dt>Mulai</dt><dd>\(content.start.text)</dd><dt>Tenggat</dt><dd>\(content.due.text)</dd>\
            \(note)\(reason)\(evidence)<dt>Butir LKE</dt><dd><ul class="list">\(items)</ul></dd></dl>
            """
    }

    private var evidence: HTML {
        let items = HTML.each(action.evidence) { id in
            "<li class=\"wrapany\"><a href=\"\(SitePath.document(view.agency.id, id).address)\">\(documents.first { $0.id == id }?.line ?? "Dokumen yang sudah ditarik")</a></li>"
        }
        let none: HTML = if case .done = action.state { "<span class=\"st risk\">\(StateMark.thin.mark)Belum ada bukti</span>" } else { "belum ada" }
        return "<dt>Bukti</dt><dd>\(action.evidence.isEmpty ? none : "<ul class=\"list\">\(items)</ul>")</dd>"
    }

    private func wording(_ item: ItemCode) -> String {
        if let position = view.instrument.question(item) { return view.instrument.questions[position].text }
        return view.instrument.node(item).map { view.instrument.nodes[$0].name } ?? ""
    }

    private func progress(_ visitor: Visitor) -> HTML {
        let refusal = refused == .progress ? refusal : nil
        let typed = refused == .progress ? typed : nil
        return """
            <section class="sec narrow" aria-labelledby="lapor"><h2 id="lapor">Laporkan kemajuan</h2>
            <form action="\(path(.progress).address)" method="post">\(FormPiece.key(visitor))
            \(FormPiece.render(
                .init(name: ProgressForm.Field.percent, label: "Kemajuan dalam persen", hint: "Bilangan bulat 0 sampai 100; 100 berarti selesai hari ini.", type: .code),
                value: typed?.text(ProgressForm.Field.percent) ?? String(action.state.percent), refusal: refusal))
            \(LongTextPiece.render(
                .init(name: ProgressForm.Field.note, label: "Catatan", hint: "Apa yang sudah ada, dan di mana buktinya.", isRequired: false),
                value: typed?.text(ProgressForm.Field.note) ?? kept.note, refusal: refusal))
            \(boxes(typed, refusal))
            <p class="field"><button class="btn" type="submit">Simpan kemajuan</button></p></form></section>
            """
    }

    private func boxes(_ typed: FormFields?, _ refusal: Refusal?) -> HTML {
        let field = ProgressForm.Field.evidence
        let chosen = Set(typed?.all(field) ?? action.evidence.map(\.text))
        let problem = refusal?.findings.first { $0.location == field }?.message
        let known = Set(documents.map(\.id))
        // What was withdrawn stays ticked until somebody takes the tick away.
        let gone = action.evidence.filter { !known.contains($0) }.map { ($0.text, "Dokumen yang sudah ditarik") }
        let items = HTML.each(documents.map { ($0.id.text, $0.line) } + gone) { id, name in
            """
            <div><label class="tick"><input type="checkbox" name="\(field)" value="\(id)"\(Attribute.flag("checked", if: chosen.contains(id)))><span class="wrapany">\(name)</span></label></div>
            """
        }
        return """
            <fieldset class="field\(problem == nil ? "" : " bad")" id="\(field)"><legend class="label">Bukti (boleh kosong)</legend>\(problem.map { "<p class=\"err\">\($0)</p>" as HTML })\
            \(documents.isEmpty && gone.isEmpty ? "<p class=\"hint\">Belum ada dokumen pada pencalonan ini.</p>" : items)\
            <p class="small"><a href="\(SitePath.candidacyDocuments(view.agency.id, view.candidacy.id).address)">Unggah dokumen</a></p></fieldset>
            """
    }

    private func change(_ visitor: Visitor) -> HTML {
        let isRefused = refused == .change
        return """
            <section class="sec narrow" aria-labelledby="ubah"><h2 id="ubah">Ubah aksi</h2>
            <form action="\(path(.change).address)" method="post">\(FormPiece.key(visitor))
            \(PlanActionFields(
                view: view, kept: kept, area: action.content.area, typed: isRefused ? typed : nil, refusal: isRefused ? refusal : nil).render())
            <p class="field"><button class="btn second" type="submit">Simpan perubahan</button></p></form></section>
            """
    }

    private var dropping: HTML {
        """
        <section class="sec narrow" aria-labelledby="henti"><h2 id="henti">Hentikan aksi</h2>
        <p>Aksi yang dihentikan tetap tercatat beserta alasannya. <a href="\(path(.drop).address)">Hentikan aksi…</a></p></section>
        """
    }

    private var history: HTML {
        let rows = HTML.each(versions) { version in
            let change: HTML = version.isDropped ? "Dihentikan" : version.version == 1 ? "Disusun" : "Diubah"
            return """
                <tr><th scope="row">\(String(version.version))</th><td data-l="Kapan" class="text">\(Moment(version.at).text)</td><td data-l="Oleh" class="text">\(name(version.by))</td>\
                <td data-l="Perubahan" class="text wrapany">\(change)\(version.revision == 1 ? "" : ", revisi \(version.revision - 1)"): \(version.target) \
                <span class="dim">\(name(version.person)), \(version.start?.text ?? "–") – \(version.due?.text ?? "–")</span>\(version.reason.isEmpty ? nil : " <br>Alasan: \(version.reason)")</td></tr>
                """
        }
        return """
            <section class="sec" aria-labelledby="riwayat"><h2 id="riwayat">Riwayat</h2>
            <table class="fold"><caption>Terbaru di atas</caption><thead><tr><th scope="col">Versi</th><th scope="col">Kapan</th><th scope="col">Oleh</th><th scope="col">Perubahan</th></tr></thead><tbody>\(rows)</tbody></table></section>
            """
    }

    private func path(_ step: PlannedActionStep) -> SitePath { .plannedAction(view.agency.id, view.candidacy.id, action.id, step) }
}
