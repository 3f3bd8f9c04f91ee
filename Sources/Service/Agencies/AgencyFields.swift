import Markup
import Rulebook

/// The fields about an agency, for a new one and for a change.
struct AgencyFields {
    /// What stands in the fields before anybody typed; `nil` for a new agency.
    let agency: AgencyStore.Kept?
    /// What was typed, when it was refused.
    let typed: FormFields?
    let refusal: Refusal?

    func render() -> HTML {
        let zone = IndonesianZone.allCases.first { $0.offsetMinutes == agency?.offsetMinutes } ?? .wib
        return """
            \(FormPiece.render(
                .init(name: AgencyForm.Field.code, label: "Kode", hint: "Singkat, misalnya KEMENPANRB. Huruf, angka, titik, atau tanda hubung."),
                value: value(AgencyForm.Field.code, agency?.code), refusal: refusal))
            \(FormPiece.render(
                .init(name: AgencyForm.Field.name, label: "Nama instansi"),
                value: value(AgencyForm.Field.name, agency?.name), refusal: refusal))
            \(FormPiece.choice(
                .init(name: AgencyForm.Field.zone, label: "Zona waktu"),
                options: IndonesianZone.allCases.map { ($0.rawValue, $0.rawValue.uppercased()) },
                chosen: value(AgencyForm.Field.zone, zone.rawValue), refusal: refusal))
            \(FormPiece.choice(
                .init(name: AgencyForm.Field.kind, label: "Jenis instansi", hint: "Menentukan nilai minimum dalam syarat pengajuan.", isRequired: false),
                options: [("", "Belum diketahui")] + AgencyKind.allCases.map { ($0.rawValue, $0.name) },
                chosen: value(AgencyForm.Field.kind, agency?.kind?.rawValue), refusal: refusal))
            """
    }

    private func value(_ field: String, _ kept: String?) -> String {
        typed?.text(field) ?? kept ?? ""
    }
}
