import Markup
import Rulebook

/// A file that was carried out, with the links to hand over while they are there.
struct ImportDonePage {
    let agency: AgencyStore.Kept
    let kept: ImportStore.Kept

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: "Impor dilaksanakan", current: .agencies, for: visitor,
            main: """
                <div class="narrow">\(Crumbs.render(Crumbs.agency(agency) + [.init(name: "Impor", path: .agencyAction(agency.id, .importing))], here: "Selesai"))
                <p class="eyebrow wrapany">\(agency.name)</p><h1>Impor dilaksanakan</h1>
                <p class="lead">\(kept.kind.name): semua baris sudah tersimpan dan tercatat di jurnal.</p>
                \(kept.links == nil ? nil : links(visitor))
                <section class="sec" aria-label="Berikutnya"><p class="row"><a class="btn second" href="\(list.address)">Buka daftarnya</a>\
                <a href="\(SitePath.agencyAction(agency.id, .importing).address)">Impor berkas lain</a></p></section></div>
                """)
    }

    private var list: SitePath {
        switch kept.kind {
        case .agencies: .agencies
        case .units: .agencyAction(agency.id, .units)
        case .people: .agencyAction(agency.id, .people)
        }
    }

    private func links(_ visitor: Visitor) -> HTML {
        """
        <section class="sec stack" aria-labelledby="tautan"><h2 id="tautan">Tautan undangan</h2>
        <p>Setiap orang baru membuat kata sandinya lewat tautannya sendiri. Unduh daftarnya, lalu serahkan masing-masing langsung kepada orangnya.</p>
        <p class="note risk"><strong>Tautan hanya dapat diunduh satu kali, sampai \(Moment(kept.expiresAt).text).</strong> Bila hilang, buat undangan ulang di halaman orangnya.</p>
        <form action="\(SitePath.importAction(agency.id, kept.id, .links).address)" method="post">\(FormPiece.key(visitor))\
        <p><button class="btn" type="submit">Unduh tautan (CSV)</button></p></form>
        <p class="small dim">Siapa pun yang memegang tautan dapat memakainya. Hapus berkasnya setelah dibagikan.</p></section>
        """
    }
}
