import Markup
import Rulebook

/// A one-time link to hand over, on the page that answers the form it was asked for with. It is not shown again.
struct HandoverPage {
    let agency: AgencyStore.Kept
    let account: AccountID
    let name: String
    let kind: OneTimeLink.Kind
    /// The whole address, with the server's name.
    let link: String
    let expiresAt: Timestamp
    /// What is odd about what was typed, without being wrong.
    var warnings: [Finding] = []

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "Tautan untuk \(name)", current: .agencies, for: visitor,
            main: """
                <div class="narrow">\(Crumbs.render(above, here: "Tautan"))
                <h1 class="wrapany">Tautan untuk \(name)</h1>
                <p class="lead">\(kind.name). Salin sekarang dan serahkan langsung kepada orangnya.</p>
                <section class="sec stack" aria-labelledby="tautan"><h2 id="tautan">Tautan sekali pakai</h2>
                <p class="eq wrapany">\(link)</p>
                <p class="note risk"><strong>Tautan ini hanya ditampilkan sekali.</strong> Bila hilang, buat tautan baru; yang lama berhenti berlaku.</p>
                <dl class="kv"><dt>Berlaku sampai</dt><dd>\(Moment(expiresAt).text) (\(kind.term))</dd></dl>
                <p>Siapa pun yang memegang tautan ini dapat memakainya, jadi jangan mengirimnya ke grup percakapan.</p>
                \(HTML.each(warnings) { "<p class=\"note risk\">\($0.message) <span class=\"mono\">\($0.code.rawValue)</span></p>" })
                <p><a class="btn second" href="\(SitePath.person(agency.id, account).address)">Buka halaman \(name)</a></p></section></div>
                """)
    }

    private var above: [Crumbs.Step] {
        Crumbs.agency(agency) + [.init(name: name, path: .person(agency.id, account))]
    }
}
