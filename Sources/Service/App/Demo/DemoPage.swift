import Markup
import Rulebook

/// Before somebody looks round in a demonstration: as whom.
struct DemoPage {
    let opened: DemoActions.Opened

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "Melihat-lihat sebagai \(opened.role.name)", for: visitor,
            main: """
                <div class="gate"><h1>Melihat-lihat sebagai \(opened.role.name)</h1>
                <p class="lead">Anda masuk sebagai \(opened.name), orang rekaan. Apa pun yang Anda ubah hanya mengubah data contoh.</p>
                <form class="sec" action="\(SitePath.demoLink(opened.token.text).address)" method="post">\(FormPiece.key(visitor))
                <p class="field"><button class="btn" type="submit">Masuk sebagai \(opened.role.name)</button></p></form>
                <p class="small dim sec">Tautan ini berlaku satu kali. Tautan baru dicetak setiap kali server dijalankan.</p></div>
                """)
    }
}
