import Markup
import Rulebook

/// The fields about a unit, for a new one and for a change.
struct WorkUnitFields {
    /// What stands in the fields before anybody typed; `nil` for a new unit.
    let unit: WorkUnitStore.Kept?
    /// The units it may stand under.
    let parents: [WorkUnitStore.Kept]
    /// What was typed, when it was refused.
    let typed: FormFields?
    let refusal: Refusal?

    func render() -> HTML {
        let options = parents.filter { $0.id != unit?.id }.map { ($0.id.text, "\($0.name) (\($0.code))") }
        return """
            \(FormPiece.render(
                .init(name: WorkUnitForm.Field.code, label: "Kode", hint: "Singkat dan khas di instansi ini. Huruf, angka, titik, atau tanda hubung."),
                value: value(WorkUnitForm.Field.code, unit?.code), refusal: refusal))
            \(FormPiece.render(
                .init(name: WorkUnitForm.Field.name, label: "Nama unit"),
                value: value(WorkUnitForm.Field.name, unit?.name), refusal: refusal))
            \(FormPiece.choice(
                .init(name: WorkUnitForm.Field.parent, label: "Unit induk", isRequired: false),
                options: [("", "Langsung di bawah instansi")] + options,
                chosen: value(WorkUnitForm.Field.parent, unit?.parent?.text), refusal: refusal))
            """
    }

    private func value(_ field: String, _ kept: String?) -> String {
        typed?.text(field) ?? kept ?? ""
    }
}
