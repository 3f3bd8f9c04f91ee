import Markup
import Rulebook

/// The page before a document is withdrawn: what follows from it, and the reason, which everybody reads afterwards.
struct WithdrawalPage {
    let agency: AgencyStore.Kept
    let unit: WorkUnitStore.Kept?
    let document: FilingStore.Kept
    var typed: FormFields?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let title = "Tarik dokumen \(document.title.text)?"
        let back = SitePath.document(document.place.agency, document.id)
        return frame.render(
            title: refusal == nil ? title : "Salah: \(title)", current: .agencies, for: visitor,
            main: """
                <div class="narrow">\(FormPiece.summary(refusal, title: "Dokumen belum ditarik"))
                \(Crumbs.render(DocumentPage.above(agency, unit, visitor, document.place) + [.init(name: document.title.text, path: back)], here: "Tarik"))
                <h1 class="wrapany">\(title)</h1>
                <section class="sec stack" aria-labelledby="akibat"><h2 id="akibat">Yang akan terjadi</h2>
                <ul class="list"><li>Dokumen tidak dapat dipilih lagi sebagai dasar suatu langkah.</li>\
                <li>Dokumen dan berkasnya tetap dapat dibuka, dengan tanda ditarik dan alasannya.</li>\
                <li>Penarikan tercatat di jurnal atas nama Anda.</li></ul>
                <p class="note risk"><strong>Dokumen yang sudah ditarik tidak dapat dipakai kembali; simpan sebagai dokumen baru bila perlu.</strong></p>
                <form action="\(SitePath.documentAction(document.place.agency, document.id, .withdraw).address)" method="post">\(FormPiece.key(visitor))
                \(FormPiece.render(
                    .init(name: WithdrawalForm.Field.reason, label: "Alasan", hint: "Jangan menulis data pribadi: alasan tetap tersimpan di jurnal."),
                    value: typed?.text(WithdrawalForm.Field.reason) ?? "", refusal: refusal))
                <p class="row"><button class="btn" type="submit">Ya, tarik dokumen</button><a href="\(back.address)">Batal</a></p></form></section></div>
                """)
    }
}
