import Markup
import Rulebook

/// The page before a step that is hard or impossible to take back: what will happen, and two ways on.
struct ConfirmationPage {
    let title: String
    let above: [Crumbs.Step]
    /// What the page is called where it stands in the site.
    let here: String
    let consequences: [String]
    /// What cannot be undone.
    let warning: String
    let action: SitePath
    /// What the form carries beside its key.
    var hidden: (name: String, value: String)?
    let button: String
    let back: SitePath

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let field: HTML? = hidden.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" }
        return frame.render(
            title: title, current: .agencies, for: visitor,
            main: """
                <div class="narrow">\(Crumbs.render(above, here: here))
                <h1 class="wrapany">\(title)</h1>
                <section class="sec stack" aria-labelledby="akibat"><h2 id="akibat">Yang akan terjadi</h2>
                <ul class="list">\(HTML.each(consequences) { "<li>\($0)</li>" })</ul>
                <p class="note risk"><strong>\(warning)</strong></p>
                <form class="row" action="\(action.address)" method="post">\(FormPiece.key(visitor))\(field)
                <button class="btn" type="submit">\(button)</button><a href="\(back.address)">Batal</a></form></section></div>
                """)
    }
}
