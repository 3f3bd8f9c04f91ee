import Markup
import Rulebook

/// The page before a step that takes a reason: what will happen, the reason, and two ways on.
struct ReasonPage {
    let title: String
    let above: [Crumbs.Step]
    let here: String
    let consequences: [String]
    /// What is to be typed.
    let field: String
    let action: SitePath
    let button: String
    let back: SitePath
    var typed: FormFields?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")\(title)", current: .agencies, for: visitor,
            main: """
                <div class="narrow">\(FormPiece.summary(refusal, title: "Belum disimpan"))\(Crumbs.render(above, here: here))
                <h1 class="wrapany">\(title)</h1>
                <section class="sec stack" aria-labelledby="akibat"><h2 id="akibat">Yang akan terjadi</h2>
                <ul class="list">\(HTML.each(consequences) { "<li class=\"wrapany\">\($0)</li>" })</ul>
                <form action="\(action.address)" method="post">\(FormPiece.key(visitor))
                \(LongTextPiece.render(.init(name: ReasonForm.field, label: field), value: typed?.text(ReasonForm.field) ?? "", refusal: refusal))
                <p class="field row"><button class="btn" type="submit">\(button)</button><a href="\(back.address)">Batal</a></p></form></section></div>
                """)
    }
}
