import Markup
import Rulebook

/// The form with which a unit sets out towards a designation.
struct StartPage {
    let agency: AgencyStore.Kept
    let unit: WorkUnitStore.Kept
    let programmes: PreparedProgrammes
    /// The year that is offered first.
    let year: Int
    var typed: FormFields?
    var refusal: Refusal?

    private typealias Field = StartForm.Field

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let kinds = programmes.all.compactMap(\.parts.affirmation).flatMap(\.kinds)
        return frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")Mulai pencalonan", current: .agencies, for: visitor,
            main: """
                <div class="narrow">\(FormPiece.summary(refusal, title: "Pencalonan belum dimulai"))
                \(Crumbs.render(Crumbs.agency(agency) + [.init(name: unit.name, path: .unit(agency.id, unit.id))], here: "Mulai pencalonan"))
                <p class="eyebrow wrapany">\(unit.name)</p><h1>Mulai pencalonan</h1>
                <p>Tahap pertama adalah pencanangan. Peraturan yang dipilih berlaku dari awal sampai akhir pencalonan ini.</p>
                <form class="sec" action="\(SitePath.newCandidacy(agency.id, unit.id).address)" method="post">\(FormPiece.key(visitor))
                \(FormPiece.choice(
                    .init(name: Field.designation, label: "Predikat yang dituju", hint: "WBBM memerlukan predikat WBK yang berlaku."),
                    options: [("", "Pilih")] + Designation.allCases.map { ($0.rawValue, $0.acronym) }, chosen: value(Field.designation), refusal: refusal))
                \(FormPiece.render(
                    .init(name: Field.year, label: "Tahun pengusulan", hint: "Tahun ketika unit hendak diusulkan.", type: .code),
                    value: value(Field.year, String(year)), refusal: refusal))
                \(FormPiece.choice(
                    .init(name: Field.programme, label: "Peraturan"), options: programmes.all.map { ($0.id.text, $0.name) },
                    chosen: value(Field.programme, programmes.rules(inForceIn: year)?.id.text ?? ""), refusal: refusal))
                \(FormPiece.choice(
                    .init(
                        name: Field.affirmation, label: "Afirmasi",
                        hint: "Hanya untuk unit pemerintah daerah yang jenisnya disebut peraturan.", isRequired: false),
                    options: [("", "Tanpa afirmasi")] + kinds.map { ($0.id, $0.name) }, chosen: value(Field.affirmation), refusal: refusal))
                <p class="field row"><button class="btn" type="submit">Mulai pencalonan</button><a href="\(SitePath.unit(agency.id, unit.id).address)">Batal</a></p></form></div>
                """)
    }

    private func value(_ field: String, _ otherwise: String = "") -> String { typed?.text(field) ?? otherwise }
}
