import ExactMath
import Markup
import Rulebook

/// The form about what a unit is and does.
struct UnitProfilePage {
    let agency: AgencyStore.Kept
    let unit: WorkUnitStore.Kept
    var typed: FormFields?
    var refusal: Refusal?

    private typealias Field = UnitProfileForm.Field

    func render(in frame: PageFrame, for visitor: Visitor) -> HTML {
        let figures = Figures(places: 2)
        let profile = unit.profile
        return frame.render(
            title: "\(refusal == nil ? "" : "Salah: ")Data unit \(unit.name)", current: .agencies, for: visitor,
            main: """
                <div class="narrow">\(FormPiece.summary(refusal, title: "Data unit belum disimpan"))
                \(Crumbs.render(Crumbs.agency(agency) + [.init(name: unit.name, path: .unit(agency.id, unit.id))], here: "Data unit"))
                <p class="eyebrow wrapany">\(unit.name)</p><h1>Data unit</h1>
                <form class="sec" action="\(SitePath.unitAction(agency.id, unit.id, .profile).address)" method="post">\(FormPiece.key(visitor))
                \(FormPiece.choice(
                    .init(name: Field.echelon, label: "Eselon pimpinan unit", isRequired: false),
                    options: [("", "Belum diketahui")] + Echelon.allCases.map { ($0.rawValue, $0.name) },
                    chosen: value(Field.echelon, profile.echelon?.rawValue), refusal: refusal))
                \(field(Field.function, "Fungsi pelayanan", "Apa yang dikerjakan untuk siapa, dalam satu kalimat.", profile.function))
                \(field(Field.headCount, "Jumlah pegawai", nil, profile.headCount.map { figures.count(Int($0)) }))
                \(field(Field.budget, "Anggaran setahun, dalam rupiah", "Angka penuh, misalnya 1.250.000.000.", profile.budget.map { figures.count(Int($0)) }))
                \(FormPiece.lines(
                    .init(name: Field.services, label: "Layanan", hint: "Satu layanan tiap baris.", isRequired: false),
                    value: typed?.raw(Field.services) ?? profile.services.joined(separator: "\n"), refusal: refusal))
                <p class="row field"><button class="btn" type="submit">Simpan data unit</button>\
                <a href="\(SitePath.unit(agency.id, unit.id).address)">Batal</a></p></form></div>
                """)
    }

    private func field(_ name: String, _ label: String, _ hint: String?, _ kept: String?) -> HTML {
        FormPiece.render(.init(name: name, label: label, hint: hint, isRequired: false), value: value(name, kept), refusal: refusal)
    }

    private func value(_ field: String, _ kept: String?) -> String { typed?.text(field) ?? kept ?? "" }
}

extension FormPiece {
    /// A field of several lines, one thing a line.
    static func lines(_ field: Field, value: String, refusal: Refusal? = nil) -> HTML {
        let problem = refusal?.findings.first { $0.location == field.name }?.message
        let hint: HTML? = field.hint.map { "<p class=\"hint\" id=\"\(field.name)-h\">\($0)</p>" }
        let error: HTML? = problem.map { "<p class=\"err\" id=\"\(field.name)-e\">\($0)</p>" }
        let described = [hint == nil ? nil : "\(field.name)-h", error == nil ? nil : "\(field.name)-e"].compactMap { $0 }
        // Browsers drop a line break right behind the tag, so one stands there for them to drop.
        return """
            <div class="field\(problem == nil ? "" : " bad")"><label class="label" for="\(field.name)">\(field.label)\(field.isRequired ? "" : " (boleh kosong)")</label>\(hint)\(error)\
            <textarea id="\(field.name)" name="\(field.name)" rows="5"\(Attribute("aria-describedby", described.isEmpty ? nil : described.joined(separator: " ")))\
            \(Attribute("aria-invalid", problem == nil ? nil : "true"))\(Attribute.flag("required", if: field.isRequired))>
            \(value)</textarea></div>
            """
    }
}
