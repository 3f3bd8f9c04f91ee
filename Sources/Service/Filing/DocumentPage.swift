import Markup
import Rulebook

/// One document: what it is, whether it can be relied on, and its file.
struct DocumentPage {
    let agency: AgencyStore.Kept
    let unit: WorkUnitStore.Kept?
    let document: FilingStore.Kept
    /// The name of its kind.
    let kind: String
    /// Who filed it; `nil` once the personal data was erased.
    let uploader: String?
    /// Who withdrew it.
    let withdrawer: String?

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let action = { (action: DocumentAction) in SitePath.documentAction(document.place.agency, document.id, action).address }
        let mayWithdraw = document.withdrawal == nil && visitor.may(.withdrawDocument, on: document.place.target)
        return frame.render(
            title: document.title.text, current: .agencies, for: visitor,
            main: """
                \(Crumbs.render(Self.above(agency, unit, visitor, document.place), here: document.title.text))
                <h1 class="wrapany">\(document.title.text)</h1>
                \(withdrawal)
                \(particulars)
                <p class="row noprint"><a class="btn" href="\(action(.content))" download>Unduh berkas<span class="vh"> \(document.fileName)</span></a>\
                \(mayWithdraw ? "<a class=\"btn second\" href=\"\(action(.withdraw))\">Tarik dokumen…</a>" : nil)</p>
                """)
    }

    static func above(_ agency: AgencyStore.Kept, _ unit: WorkUnitStore.Kept?, _ visitor: Visitor, _ place: FilingPlace) -> [Crumbs.Step] {
        var steps = Crumbs.agency(agency)
        if let unit { steps.append(.init(name: unit.name, path: .unit(agency.id, unit.id))) }
        if visitor.may(.readDocument, on: place.target) {
            steps.append(.init(name: "Dokumen", path: .documents(of: place)))
        }
        return steps
    }

    private var withdrawal: HTML? {
        document.withdrawal.map { withdrawal in
            """
            <p class="note risk"><strong>Ditarik</strong> \(Moment(withdrawal.at).text) oleh \(withdrawer ?? "akun yang data pribadinya dihapus"): \
            <span class="wrapany">\(withdrawal.reason)</span></p>
            """
        }
    }

    private var particulars: HTML {
        let reference: HTML? = document.reference.map { "<dt>Nomor</dt><dd class=\"wrapany\">\($0)</dd>" }
        let dated: HTML? = document.dated.map { "<dt>Tanggal</dt><dd>\($0.journalText)</dd>" }
        let unit: HTML? = unit.map { "<dt>Unit</dt><dd class=\"wrapany\">\($0.name)</dd>" }
        return """
            <dl class="kv sec"><dt>Jenis</dt><dd>\(kind)</dd>\(reference)\(dated)\(unit)\
            <dt>Berkas</dt><dd>\(document.media.name), \(FileSize.text(document.content.size))</dd>\
            <dt>Disimpan</dt><dd>\(Moment(document.uploadedAt).text) oleh \(uploader ?? "akun yang data pribadinya dihapus")</dd>\
            <dt>SHA-256</dt><dd class="mono wrapany">\(document.content.digest.text)</dd></dl>
            """
    }
}
