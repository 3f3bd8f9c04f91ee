import Rulebook

/// Proposed actions with those that were ticked; `parse` is the only way out.
struct PlanDraftForm: Sendable {
    enum Field {
        /// A box for each proposal, with its number.
        static let chosen = "usul"
        static func items(_ row: Int) -> String { "butir-\(row)" }
        static func target(_ row: Int) -> String { "target-\(row)" }
        static func cause(_ row: Int) -> String { "sebab-\(row)" }
    }

    /// The most proposals on a page; with their fields they stay below ``FormFields/mostFields``.
    static let most = 40

    /// A proposal as the page shows it.
    struct Row: Hashable, Sendable {
        let number: Int
        let items: [ItemCode]
        let target: String
        /// Why it is proposed, for reading.
        let cause: String
        var isChosen: Bool
    }

    let fields: FormFields

    /// The proposals as they came back, for showing them again; never fails.
    var rows: [Row] {
        let chosen = Set(fields.all(Field.chosen))
        return (1...Self.most).compactMap { number in
            let items = DevelopmentStore.words(fields.text(Field.items(number))).prefix(PlannedAction.Content.mostItems)
            guard !items.isEmpty else { return nil }
            return Row(
                number: number, items: items.map { ItemCode($0) }, target: fields.text(Field.target(number)),
                cause: String(fields.text(Field.cause(number)).prefix(400)), isChosen: chosen.contains(String(number)))
        }
    }

    /// - Throws: `Refusal` with every problem, each at its field.
    func parse(for instrument: Instrument) throws(Refusal) -> [PlannedAction.Content] {
        var findings: [Finding] = []
        let code = FindingCode.planActionMalformed
        let chosen = rows.filter(\.isChosen)
        if chosen.isEmpty { findings.append(.error(code, at: Field.chosen, "Centang paling sedikit satu usulan.")) }
        let person = fields.text(PlanActionForm.Field.person)
        if person.isEmpty { findings.append(.error(code, at: PlanActionForm.Field.person, "Pilih siapa yang bertanggung jawab.")) }
        let start = TypedText.day(fields.text(PlanActionForm.Field.start), at: PlanActionForm.Field.start, code, "hari mulai", into: &findings)
        let due = TypedText.day(fields.text(PlanActionForm.Field.due), at: PlanActionForm.Field.due, code, "tenggat", into: &findings)
        if let start, let due, due < start { findings.append(PlanRefusal.dueBeforeStart.finding(at: PlanActionForm.Field.due)) }
        var contents: [PlannedAction.Content] = []
        for row in chosen {
            let field = Field.target(row.number)
            let target = TypedText.text(row.target, 3...PlannedAction.Content.longestTarget, at: field, code, "target", into: &findings)
            guard let first = row.items.first, let question = PlanArea.questions(of: first, in: instrument)?.first else {
                findings.append(PlanRefusal.unknownItem(row.items.first ?? "").finding(at: field))
                continue
            }
            guard let start, let due else { continue }
            let content = PlannedAction.Content(
                items: row.items, area: PlanArea.area(ofQuestion: question, in: instrument), target: target, person: AccountID(person),
                start: start, due: due)
            findings += content.problems(in: instrument).filter { $0 != .targetLength && $0 != .dueBeforeStart }.map { $0.finding(at: field) }
            contents.append(content)
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return contents
    }
}
