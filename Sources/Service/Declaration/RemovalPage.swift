import Markup
import Rulebook

/// The page before a signature on paper is taken off again.
struct RemovalPage {
    let overview: RollActions.Overview
    /// The day of the signature.
    let day: Day
    let typed: String
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let (place, employee) = (overview.place, overview.listed.employee)
        let back = SitePath.employee(place.agency.id, place.candidacy.id, employee.id)
        let title = "Batalkan tanda tangan \(employee.label)?"
        return frame.render(
            title: refusal == nil ? title : "Salah: \(title)", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Tanda tangan belum dibatalkan"))
                <div class="narrow">\(Crumbs.render(
                    place.crumbs(visitor) + [.init(name: "Pencanangan", path: .declaration(place.agency.id, place.candidacy.id)), .init(name: employee.label, path: back)],
                    here: "Batalkan tanda tangan"))
                <h1 class="wrapany">\(title)</h1>
                <section class="sec stack" aria-labelledby="akibat"><h2 id="akibat">Yang akan terjadi</h2>
                <ul class="list"><li>Tanda tangan pada \(day.journalText) tidak lagi dihitung.</li><li>Catatan lama dan alasan pembatalannya tetap ada di jurnal.</li></ul>
                <form action="\(SitePath.employeeAction(place.agency.id, place.candidacy.id, employee.id, .remove).address)" method="post">\(FormPiece.key(visitor))
                \(NotePiece.render(
                    .init(name: PactForm.Field.reason, label: "Alasan", hint: "Jangan menulis nama orang; alasan ini masuk ke jurnal."), value: typed,
                    refusal: refusal))
                <p class="field row"><button class="btn" type="submit">Ya, batalkan tanda tangan</button><a href="\(back.address)">Kembali</a></p></form></section></div>
                """)
    }
}
