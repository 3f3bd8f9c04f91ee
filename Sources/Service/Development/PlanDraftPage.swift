import Documents
import Markup
import Rulebook

/// From a sheet to actions: the upload, and then the proposals with tick boxes.
struct PlanDraftPage {
    let view: DevelopmentView
    /// `nil` before a sheet was read.
    var rows: [PlanDraftForm.Row]?
    var remark = ""
    var typed: FormFields?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")Usulan aksi dari lembar LKE", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: rows == nil ? "Lembar belum dapat dibaca" : "Aksi belum ditambahkan"))
                \(Crumbs.render(DevelopmentHead.below(.plan, view), here: "Usulan aksi"))
                <p class="eyebrow wrapany">\(view.unit.name)</p><h1>Usulan aksi dari lembar LKE</h1>
                \(rows.map { proposals($0, visitor) })
                \(upload(visitor))
                """)
    }

    private func upload(_ visitor: Visitor) -> HTML {
        let field = CheckForm.Field.file
        return """
            <section class="sec narrow" aria-labelledby="unggah"><h2 id="unggah">\(rows == nil ? "Unggah lembar" : "Lembar lain")</h2>
            <form action="\(view.path(.draft).address)" method="post" enctype="multipart/form-data" class="stack">\(FormPiece.key(visitor))
            <div class="field"><label class="label" for="\(field)">Berkas LKE</label>
            <p class="hint" id="\(field)-h">Excel (.xlsx), CSV, atau JSON menurut \(view.instrument.regulation.number), paling besar \(SheetFile.largestFile >> 20) MB.</p>
            <div class="drop"><input type="file" id="\(field)" name="\(field)" accept=".xlsx,.csv,.json" aria-describedby="\(field)-h" required></div></div>
            <p class="note"><strong>Lembar tidak disimpan.</strong> Ia dibaca, dihitung seperti pada Periksa LKE, lalu dibuang. Yang tersimpan hanya aksi yang Anda pilih.</p>
            <button class="btn\(rows == nil ? "" : " second")" type="submit">Buat usulan</button></form></section>
            """
    }

    private func proposals(_ rows: [PlanDraftForm.Row], _ visitor: Visitor) -> HTML {
        guard !rows.isEmpty else {
            return """
                <section class="sec narrow" aria-labelledby="usulan"><h2 id="usulan">Usulan</h2><p>\(remark)</p><p>Tidak ada yang dapat diusulkan: rencana sudah mengerjakan semua titik lemah lembar ini.</p></section>
                """
        }
        return """
            <section class="sec" aria-labelledby="usulan"><h2 id="usulan">Usulan</h2><p>\(remark)</p>
            <form action="\(view.path(.addDrafted).address)" method="post" class="stack">\(FormPiece.key(visitor))
            <fieldset class="field" id="\(PlanDraftForm.Field.chosen)"><legend class="label">Pilih yang masuk rencana</legend>\(HTML.each(rows, row))</fieldset>
            <div class="narrow">\(common)<p class="field"><button class="btn" type="submit">Tambahkan ke rencana</button></p></div></form></section>
            """
    }

    private func row(_ row: PlanDraftForm.Row) -> HTML {
        typealias Field = PlanDraftForm.Field
        let items = row.items.map(\.text).joined(separator: " ")
        let target = Field.target(row.number)
        let problem = refusal?.findings.first { $0.location == target }?.message
        return """
            <div class="usul"><label class="tick"><input type="checkbox" name="\(Field.chosen)" value="\(String(row.number))"\(Attribute.flag("checked", if: row.isChosen))>\
            <span class="mono">\(items)</span></label><p class="small dim">\(row.cause)</p>\(problem.map { "<p class=\"err\">\($0)</p>" as HTML })\
            <label class="vh" for="\(target)">Target untuk \(items)</label><textarea id="\(target)" name="\(target)" rows="2">\(row.target)</textarea>\
            <input type="hidden" name="\(Field.items(row.number))" value="\(items)"><input type="hidden" name="\(Field.cause(row.number))" value="\(row.cause)"></div>
            """
    }

    private var common: HTML {
        typealias Field = PlanActionForm.Field
        return """
            \(FormPiece.choice(
                .init(name: Field.person, label: "Penanggung jawab", hint: "Untuk semua yang dicentang; dapat diubah per aksi sesudahnya."),
                options: [("", "Pilih orang")] + view.people.map { ($0.account.text, $0.name) }, chosen: typed?.text(Field.person) ?? "",
                refusal: refusal))
            \(FormPiece.render(
                .init(name: Field.start, label: "Mulai", type: .date), value: typed?.text(Field.start) ?? view.today.description, refusal: refusal))
            \(FormPiece.render(.init(name: Field.due, label: "Tenggat", type: .date), value: typed?.text(Field.due) ?? "", refusal: refusal))
            """
    }
}
