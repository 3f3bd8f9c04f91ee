import Markup
import Rulebook

/// What was announced about an agency or for all, and the form for more.
struct AnnouncementsPage {
    let agency: AgencyStore.Kept
    let announcements: [AnnouncementStore.Kept]
    let programmes: PreparedProgrammes
    let year: Int
    var typed: FormFields?
    var refusal: Refusal?

    private typealias Field = AnnouncementForm.Field

    private var isNation: Bool { agency.id == .nation }

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let title = isNation ? "Tenggat yang diumumkan" : "Gugurnya usulan instansi"
        let above: [Crumbs.Step] = isNation ? [.init(name: "Instansi", path: .agencies)] : Crumbs.agency(agency)
        let hint =
            isNation
            ? "Tenggat lain untuk satu tahun pengusulan. Yang terakhir diumumkan yang berlaku."
            : "Pelanggaran hukum berupa KKN yang melibatkan pimpinan tertinggi menggugurkan seluruh usulan tahun itu. Yang terakhir dicatat yang berlaku."
        return frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")\(title)", current: .agencies, for: visitor,
            main: """
                <div class="narrow">\(FormPiece.summary(refusal, title: "Pengumuman belum dicatat"))
                \(Crumbs.render(above, here: title))<h1>\(title)</h1><p>\(hint)</p>
                \(list)
                <section class="sec" aria-labelledby="baru"><h2 id="baru">Catat pengumuman</h2>
                <form action="\(SitePath.announcements(agency.id).address)" method="post">\(FormPiece.key(visitor))
                \(FormPiece.choice(
                    .init(name: Field.kind, label: "Jenis"), options: AnnouncementForm.kinds(about: agency.id).map { ($0.rawValue, Self.name($0)) },
                    chosen: value(Field.kind), refusal: refusal))
                \(FormPiece.choice(
                    .init(name: Field.programme, label: "Peraturan"), options: programmes.all.map { ($0.id.text, $0.name) },
                    chosen: value(Field.programme), refusal: refusal))
                \(FormPiece.render(.init(name: Field.year, label: "Tahun pengusulan", type: .code), value: value(Field.year, String(year)), refusal: refusal))
                \(FormPiece.render(
                    .init(name: Field.day, label: isNation ? "Hari terakhir pengajuan" : "Tanggal", type: .date), value: value(Field.day), refusal: refusal))
                \(FormPiece.render(
                    .init(name: Field.source, label: "Sumber", hint: "Surat, putusan, atau halaman; bukan nama orang."), value: value(Field.source), refusal: refusal))
                <p class="field"><button class="btn" type="submit">Catat pengumuman</button></p></form></section></div>
                """)
    }

    private static func name(_ kind: AnnouncementStore.Kind) -> String {
        switch kind {
        case .deadline: "Tenggat pengajuan"
        case .knockOut: "Seluruh usulan gugur"
        case .knockOutLifted: "Gugurnya usulan dibatalkan"
        }
    }

    private var list: HTML {
        guard !announcements.isEmpty else { return "<p class=\"note\">Belum ada yang dicatat.</p>" }
        let rows = HTML.each(announcements) { announcement in
            """
            <tr><th scope="row" class="text">\(Self.name(announcement.kind))</th><td data-l="Tahun" class="num">\(announcement.year)</td>\
            <td data-l="Tanggal" class="text">\(announcement.day.text)</td><td data-l="Sumber" class="text wrapany">\(announcement.source)</td></tr>
            """
        }
        return """
            <table class="fold"><caption>Yang terbaru di atas</caption><thead><tr><th scope="col">Jenis</th><th scope="col" class="num">Tahun</th><th scope="col">Tanggal</th><th scope="col">Sumber</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private func value(_ field: String, _ otherwise: String = "") -> String { typed?.text(field) ?? otherwise }
}
