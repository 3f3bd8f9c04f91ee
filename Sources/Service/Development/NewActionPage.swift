import Markup
import Rulebook

/// The form for a new action: the area first, then what it is about.
struct NewActionPage {
    let view: DevelopmentView
    /// `nil` until it was chosen.
    let area: PlanArea?
    var typed: FormFields?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")Tambah aksi", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Aksi belum ditambahkan"))
                \(Crumbs.render(DevelopmentHead.below(.plan, view), here: "Tambah aksi"))
                <div class="narrow"><p class="eyebrow wrapany">\(view.unit.name)</p><h1>Tambah aksi</h1>\(area.map { form($0, visitor) } ?? choice)</div>
                """)
    }

    private var choice: HTML {
        let items = HTML.each(PlanArea.all(of: view.instrument)) { area in
            """
            <li><a href="\(view.path(.newAction).address.query(PlanActionForm.Field.area, String(area.number)))">\(area.name(in: view.instrument))</a></li>
            """
        }
        return "<section class=\"sec\" aria-labelledby=\"pilih\"><h2 id=\"pilih\">Pada area mana?</h2><ul class=\"list\">\(items)</ul></section>"
    }

    private func form(_ area: PlanArea, _ visitor: Visitor) -> HTML {
        """
        <section class="sec" aria-labelledby="isi-aksi"><h2 id="isi-aksi">\(area.name(in: view.instrument))</h2>
        <p><a href="\(view.path(.newAction).address)">Pilih area lain</a></p>
        <form action="\(view.path(.newAction).address)" method="post">\(FormPiece.key(visitor))
        \(PlanActionFields(view: view, kept: nil, area: area, typed: typed, refusal: refusal).render())
        <p class="field"><button class="btn" type="submit">Tambah aksi</button></p></form></section>
        """
    }
}
