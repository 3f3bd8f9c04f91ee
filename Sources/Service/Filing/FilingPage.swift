import Markup
import Rulebook

/// The documents of an agency or a unit, and the form for a new one.
struct FilingPage {
    /// The name of the filter in the address.
    static let kind = "jenis"

    let agency: AgencyStore.Kept
    /// The unit whose documents they are; `nil` for the agency's.
    let unit: WorkUnitStore.Kept?
    let place: FilingPlace
    /// One more than is shown when there is a next page.
    let documents: [FilingStore.Kept]
    let kinds: [FilingKind]
    /// The only kind that is shown; `nil` for all.
    let kind: DocumentKind?
    let page: Int
    let largest: Int
    var typed: FormFields?
    var refusal: Refusal?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        frame.render(
            title: refusal == nil ? "Dokumen \(name)" : "Salah: dokumen \(name)", current: .agencies, for: visitor,
            main: """
                \(FormPiece.summary(refusal, title: "Dokumen belum disimpan"))
                \(Crumbs.render(above, here: "Dokumen"))
                <h1 class="wrapany">Dokumen \(name)</h1>
                \(place.candidacy == nil ? nil : "<p>Yang disimpan untuk satu pencalonan unit ini.</p>")
                \(list)
                \(visitor.may(.fileDocument, on: place.target) ? form(visitor) : nil)
                """)
    }

    private var name: String { unit?.name ?? agency.name }

    private var path: SitePath { .documents(of: place) }

    private var above: [Crumbs.Step] {
        Crumbs.agency(agency) + (unit.map { [.init(name: $0.name, path: .unit(agency.id, $0.id))] } ?? [])
    }

    private var list: HTML {
        let shown = Array(documents.prefix(FilingActions.pageLength))
        let table = FilingPiece.table(shown, kinds: kinds, caption: "Dokumen, yang terbaru lebih dahulu")
        let address = kind.map { path.address.query(Self.kind, $0.text) } ?? path.address
        let options = HTML.each(kinds) { kind in
            "<option value=\"\(kind.kind.text)\"\(Attribute.flag("selected", if: kind.kind == self.kind))>\(kind.name)</option>"
        }
        return """
            <section class="sec stack" aria-labelledby="daftar"><h2 id="daftar">Yang tersimpan</h2>
            <form class="bar-form noprint" method="get" action="\(path.address)"><div><label class="label" for="\(Self.kind)">Jenis</label>\
            <select id="\(Self.kind)" name="\(Self.kind)"><option value="">Semua jenis</option>\(options)</select></div><button class="btn second" type="submit">Saring</button></form>
            \(table ?? "<p class=\"note\">\(kind == nil ? "Belum ada dokumen di sini." : "Belum ada dokumen jenis ini.")</p>")
            \(Paging(page: page, count: documents.count, length: FilingActions.pageLength).links(address))</section>
            """
    }

    private func form(_ visitor: Visitor) -> HTML {
        """
        <section class="sec narrow noprint" aria-labelledby="unggah"><h2 id="unggah">Simpan dokumen baru</h2>
        <p>Yang dapat membuka: \(unit == nil ? "orang yang perannya mencakup seluruh instansi" : "orang di unit ini dan yang perannya mencakup seluruh instansi"). Dokumen tidak dapat diubah atau dihapus; yang keliru ditarik dengan alasannya.</p>
        <form action="\(path.address)" method="post" enctype="multipart/form-data">\(FormPiece.key(visitor))
        \(FilingPiece.fields(kinds: kinds, chosen: kind, largest: largest, typed: typed, refusal: refusal))
        <p class="field"><button class="btn" type="submit">Simpan dokumen</button></p></form></section>
        """
    }
}

extension SitePath {
    /// Where the documents of a place are listed.
    static func documents(of place: FilingPlace) -> SitePath {
        if let candidacy = place.candidacy { return .candidacyDocuments(place.agency, candidacy) }
        return place.unit.map { .unitAction(place.agency, $0, .documents) } ?? .agencyAction(place.agency, .documents)
    }
}
