import Markup
import Rulebook

/// The fields about the event.
struct EventForm {
    let place: CandidacyPlace
    let declaration: Declaration?
    let typed: FormFields?
    let refusal: Refusal?

    func render(for visitor: Visitor) -> HTML {
        """
        <form class="narrow" action="\(SitePath.declarationAction(place.agency.id, place.candidacy.id, .event).address)" method="post">\(FormPiece.key(visitor))
        \(FormPiece.render(
            .init(name: DeclarationForm.Field.day, label: "Hari pencanangan", type: .date),
            value: value(DeclarationForm.Field.day, declaration?.heldOn.description), refusal: refusal))
        \(FormPiece.render(
            .init(name: DeclarationForm.Field.place, label: "Tempat", hint: "Contoh: aula lantai 2 kantor dinas."),
            value: value(DeclarationForm.Field.place, declaration?.place), refusal: refusal))
        \(NotePiece.render(
            .init(
                name: DeclarationForm.Field.publication, label: "Diumumkan lewat",
                hint: "Pencanangan dilakukan secara terbuka dan diumumkan. Tulis di mana: alamat laman, media sosial, papan pengumuman.",
                isRequired: false), value: value(DeclarationForm.Field.publication, declaration?.publication), lines: 3, refusal: refusal))
        \(witnesses)
        <p class="field"><button class="btn" type="submit">Simpan acara</button></p></form>
        """
    }

    private var witnesses: HTML {
        let name = DeclarationForm.Field.witness
        let ticked = typed.map { Set($0.all(name)) } ?? Set((declaration?.witnesses ?? []).map(\.rawValue))
        let problem: HTML? = refusal?.findings.first { $0.location == name }.map { "<p class=\"err\">\($0.message)</p>" }
        let boxes = HTML.each(Declaration.Witness.allCases) { witness in
            """
            <div><label class="tick"><input type="checkbox" name="\(name)" value="\(witness.rawValue)"\
            \(Attribute.flag("checked", if: ticked.contains(witness.rawValue)))>\(witness.name)</label></div>
            """
        }
        return """
            <fieldset class="field" id="\(name)"><legend class="label">Disaksikan oleh (boleh kosong)</legend>\(problem)\(boxes)</fieldset>
            """
    }

    private func value(_ field: String, _ kept: String?) -> String { typed?.text(field) ?? kept ?? "" }
}
