import Markup
import Rulebook

/// The fields about a unit, for a new one and for a change.
struct WorkUnitFields {
    /// What stands in the fields before anybody typed; `nil` for a new unit.
    let unit: WorkUnitStore.Kept?
    /// The unit it stands under.
    let parent: WorkUnitStore.Kept?
    /// What was typed, when it was refused.
    let typed: FormFields?
    let refusal: Refusal?

    func render() -> HTML {
        let since: HTML? =
            unit == nil
            ? nil
            : FormPiece.render(
                .init(
                    name: WorkUnitForm.Field.since, label: "Nama baru berlaku sejak",
                    hint: "Hanya bila namanya diubah. Kosongkan untuk hari ini; nama lama tetap tampak sebagai riwayat.", type: .date, isRequired: false),
                value: value(WorkUnitForm.Field.since, nil), refusal: refusal)
        return """
            \(FormPiece.render(
                .init(name: WorkUnitForm.Field.code, label: "Kode", hint: "Singkat dan khas di instansi ini. Huruf, angka, titik, atau tanda hubung."),
                value: value(WorkUnitForm.Field.code, unit?.code), refusal: refusal))
            \(FormPiece.render(
                .init(name: WorkUnitForm.Field.name, label: "Nama unit"),
                value: value(WorkUnitForm.Field.name, unit?.name), refusal: refusal))\(since)
            \(FormPiece.render(
                .init(
                    name: WorkUnitForm.Field.parent, label: "Kode unit induk", hint: "Kosongkan bila unit ini langsung di bawah instansi.", isRequired: false),
                value: value(WorkUnitForm.Field.parent, parent?.code), refusal: refusal))
            """
    }

    private func value(_ field: String, _ kept: String?) -> String {
        typed?.text(field) ?? kept ?? ""
    }
}
