import ExactMath
import Rulebook

/// Turns a file's shape into the rulebook's terms and collects everything that does not fit.
final class InstrumentBuilder {
    let wire: InstrumentWire
    private(set) var problems: [Finding] = []
    private var scales: [String: Scale] = [:]
    private var nodes: [Node] = []
    private var questions: [Question] = []

    init(_ wire: InstrumentWire) {
        self.wire = wire
    }

    /// - Throws: `Refusal` with every problem found.
    func build() throws(Refusal) -> Instrument {
        for (name, scale) in wire.scales.sorted(by: { $0.key < $1.key }) {
            if wire.sources[scale.source] == nil {
                refuse(.sourceMissing, "scales.\(name)", "Nilai pilihan tidak menyebut sumber yang terdaftar.")
            }
            scales[name] = Scale(
                name: name, label: scale.label,
                choices: scale.choices.map { Scale.Choice(letter: $0.letter, value: $0.value.ratio) })
        }
        for component in wire.components { add(component, .component, above: nil, source: component.source) }
        let ladders = wire.gradeScales.mapValues { $0 }
        let facts = facts(ladders)
        let parts = Instrument.Parts(
            id: InstrumentID(wire.id), version: wire.version.value,
            regulation: .init(
                number: wire.regulation.number, title: wire.regulation.title, amendment: wire.regulation.amendment),
            scales: scales.values.sorted { $0.name < $1.name }, nodes: nodes, questions: questions,
            changeAreas: wire.changeAreas.map { .init(number: $0.number.value, name: $0.name, nodes: positions($0.nodes)) },
            conditions: byDesignation(wire.conditions, "conditions") { $0.flatMap(conditions(from:)) },
            facts: facts,
            prerequisites: byDesignation(wire.prerequisites, "prerequisites") { list in
                list.compactMap { prerequisite(from: $0, facts) }
            },
            policies: policies(), effort: EffortRule(step: wire.effort.step.value, ratioStep: wire.effort.ratioStep.ratio),
            remarks: wire.remarks.compactMap(remark(from:)),
            sources: Dictionary(uniqueKeysWithValues: wire.sources.map { (SourceID($0.key), $0.value) }))
        guard problems.isEmpty else { throw Refusal(problems) }
        return try Instrument(parts)
    }

    func refuse(_ code: FindingCode, _ place: String, _ message: String) {
        problems.append(.error(code, at: place, message))
    }

    private func add(_ group: Strict<GroupWire>, _ kind: Node.Kind, above parent: Int?, source: String?) {
        let source = group.source ?? source ?? ""
        let position = nodes.count
        let first = questions.count
        func node() -> Node {
            Node(
                kind: kind, code: ItemCode(group.code), name: group.name, weight: group.weight.ratio, parent: parent,
                questions: first..<questions.count, source: SourceID(source))
        }
        nodes.append(node())
        for block in group.blocks ?? [] { add(block, .block, above: position, source: source) }
        for area in group.areas ?? [] { add(area, .area, above: position, source: source) }
        for indicator in group.indicators ?? [] { add(indicator, .indicator, above: position, source: source) }
        for question in group.questions ?? [] {
            if let built = self.question(from: question) { questions.append(built) }
        }
        nodes[position] = node()
        let lists = [group.blocks != nil, group.areas != nil, group.indicators != nil, group.questions != nil]
        if lists.filter({ $0 }).count != 1 || (group.questions != nil) != (kind == .indicator) {
            refuse(.instrumentMalformed, group.code, "Isi tepat satu di bawahnya: blocks, areas, indicators, atau questions (hanya indikator).")
        }
    }

    private func question(from wire: Strict<QuestionWire>) -> Question? {
        let respondent = Question.Respondent(rawValue: wire.respondent ?? "unit")
        let kind: Question.Kind
        if let name = wire.scale, let choices = wire.choices, wire.ratio == nil, wire.number == nil {
            guard let scale = scales[name] else {
                refuse(.referenceMissing, wire.code, "Skala “\(name)” tidak ada.")
                return nil
            }
            let statements = scale.choices.compactMap { choices[$0.letter] }
            if statements.count != choices.count || statements.count != scale.choices.count {
                refuse(.instrumentMalformed, wire.code, "Arti pilihan harus ditulis untuk setiap huruf \(scale.label), tidak lebih.")
            }
            kind = .choice(scale, statements: statements)
        } else if let ratio = wire.ratio, wire.scale == nil, wire.number == nil {
            guard let rule = rule(from: ratio, at: wire.code) else { return nil }
            kind = .ratio(rule)
        } else if let number = wire.number, let unit = Question.NumberUnit(rawValue: number.unit), wire.scale == nil {
            kind = .number(maximum: number.maximum.ratio, unit: unit)
        } else {
            refuse(.instrumentMalformed, wire.code, "Isi tepat satu cara menjawab: scale dengan choices, ratio, atau number.")
            return nil
        }
        guard let respondent else {
            refuse(.instrumentMalformed, wire.code, "Penjawab harus unit, outsider, atau record.")
            return nil
        }
        return Question(
            code: ItemCode(wire.code), text: wire.text, guidance: wire.guidance, kind: kind,
            respondent: respondent, effort: wire.effort?.map(\.value) ?? [self.wire.effort.step.value])
    }

    private func rule(from wire: Strict<RatioWire>, at code: String) -> RatioRule? {
        let ids = wire.inputs.map(\.id)
        let named = wire.plus + (wire.minus ?? []) + wire.divisors + [wire.lever].compactMap { $0 }
        guard named.allSatisfy(ids.contains), Set(ids).count == ids.count else {
            refuse(.referenceMissing, code, "Rumus menyebut jumlah yang tidak ada pada inputs, atau inputs berulang.")
            return nil
        }
        func positions(_ names: [String]) -> [Int] { names.compactMap(ids.firstIndex(of:)) }
        let empty = wire.emptyDivisor.map {
            RatioRule.EmptyDivisor.value(whenDividendZero: $0.whenDividendZero.ratio, otherwise: $0.otherwise.ratio)
        }
        return RatioRule(
            inputs: wire.inputs.map { .init(id: InputID($0.id), label: $0.label) }, plus: positions(wire.plus),
            minus: positions(wire.minus ?? []), divisors: positions(wire.divisors),
            emptyDivisor: empty ?? .unanswered, lever: wire.lever.flatMap(ids.firstIndex(of:)))
    }

    func node(_ code: String) -> Int? { nodes.firstIndex { $0.code.text == code } }
    func weight(of node: Int) -> Ratio { nodes[node].weight }

    func positions(_ codes: [String]) -> [Int] {
        codes.compactMap { code in
            if let position = node(code) { return position }
            refuse(.referenceMissing, code, "Kode “\(code)” tidak ada pada lembar.")
            return nil
        }
    }

    func questionPosition(_ code: String) -> Int? { questions.firstIndex { $0.code.text == code } }
}
