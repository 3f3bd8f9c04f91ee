import Markup
import Rulebook

/// The fields about an action, for a new one and for a change.
struct PlanActionFields {
    let view: DevelopmentView
    /// What stands in the fields before anybody typed; `nil` for a new action.
    let kept: DevelopmentStore.KeptAction?
    /// The area whose indicators are offered.
    let area: PlanArea
    let typed: FormFields?
    let refusal: Refusal?

    private typealias Field = PlanActionForm.Field

    /// Whether a change of it has to say why: the plan was adopted.
    static func needsReason(_ view: DevelopmentView) -> Bool { view.plan.adoption != nil }

    func render() -> HTML {
        let content = kept?.action.content
        return """
            <input type="hidden" name="\(Field.area)" value="\(String(area.number))">\(version)
            \(boxes(content))
            \(LongTextPiece.render(
                .init(name: Field.target, label: "Target", hint: "Apa yang harus sudah ada pada akhirnya, dan bagaimana terlihat."),
                value: value(Field.target, content?.target), refusal: refusal))
            \(FormPiece.choice(
                .init(name: Field.person, label: "Penanggung jawab", hint: "Orang yang berperan di unit ini."), options: people(content),
                chosen: value(Field.person, content?.person.text), refusal: refusal))
            \(FormPiece.render(
                .init(name: Field.start, label: "Mulai", type: .date), value: value(Field.start, content?.start.description ?? view.today.description),
                refusal: refusal))
            \(FormPiece.render(
                .init(name: Field.due, label: "Tenggat", hint: "Hari terakhir yang masih tepat waktu.", type: .date),
                value: value(Field.due, content?.due.description), refusal: refusal))
            \(kept == nil ? nil : reason)
            """
    }

    private var version: HTML? {
        kept.map { "<input type=\"hidden\" name=\"\(Field.version)\" value=\"\(String($0.version))\">" }
    }

    private var reason: HTML {
        let needed = Self.needsReason(view)
        return FormPiece.render(
            .init(
                name: Field.reason, label: "Alasan perubahan", hint: needed ? "Rencana sudah ditetapkan; perubahan ini dicatat sebagai revisi." : nil,
                isRequired: needed), value: typed?.text(Field.reason) ?? "", refusal: refusal)
    }

    private func people(_ content: PlannedAction.Content?) -> [(value: String, name: String)] {
        var options = view.people.map { (value: $0.account.text, name: $0.name) }
        // Whoever answers for it now stays to choose, also when the role has ended.
        if let person = content?.person, !view.people.contains(where: { $0.account == person }) {
            options.append((person.text, view.name(person)))
        }
        return [("", "Pilih orang")] + options
    }

    private func boxes(_ content: PlannedAction.Content?) -> HTML {
        let chosen = Set(typed?.all(Field.item) ?? content?.items.map(\.text) ?? [])
        let problem = refusal?.findings.first { $0.location == Field.item }?.message
        let error: HTML? = problem.map { "<p class=\"err\" id=\"\(Field.item)-e\">\($0)</p>" }
        let instrument = view.instrument
        let indicators = instrument.nodes.filter { node in
            node.kind == .indicator && PlanArea.area(ofQuestion: node.questions.lowerBound, in: instrument) == area
        }
        let groups = HTML.each(indicators) { node in
            let questions = HTML.each(node.questions) { position in
                let question = instrument.questions[position]
                return question.code == node.code ? HTML() : box(question.code, question.text, chosen)
            }
            let isOpen = node.questions.contains { chosen.contains(instrument.questions[$0].code.text) }
            return """
                \(box(node.code, node.name, chosen))<details class="small"\(Attribute.flag("open", if: isOpen))><summary>Pertanyaan<span class="vh"> pada \(node.name)</span></summary>\(questions)</details>
                """
        }
        return """
            <fieldset class="field\(problem == nil ? "" : " bad")" id="\(Field.item)"\(Attribute("aria-describedby", problem == nil ? nil : "\(Field.item)-e"))>\
            <legend class="label">Indikator atau pertanyaan LKE: \(area.name(in: instrument))</legend>\(error)\(groups)</fieldset>
            """
    }

    private func box(_ code: ItemCode, _ name: String, _ chosen: Set<String>) -> HTML {
        """
        <div><label class="tick"><input type="checkbox" name="\(Field.item)" value="\(code.text)"\(Attribute.flag("checked", if: chosen.contains(code.text)))>\
        <span><span class="mono">\(code.text)</span> \(name)</span></label></div>
        """
    }

    private func value(_ field: String, _ kept: String?) -> String { typed?.text(field) ?? kept ?? "" }
}
