import ExactMath
import Rulebook

extension InstrumentBuilder {
    func byDesignation<Wire, Built>(
        _ lists: [String: [Wire]], _ place: String, _ build: ([Wire]) -> [Built]
    ) -> [Designation: [Built]] {
        var result: [Designation: [Built]] = [:]
        for (name, list) in lists.sorted(by: { $0.key < $1.key }) {
            guard let designation = Designation(rawValue: name) else {
                refuse(.instrumentMalformed, "\(place).\(name)", "Predikat harus wbk atau wbbm.")
                continue
            }
            result[designation] = build(list)
        }
        return result
    }

    func conditions(from wire: Strict<ConditionWire>) -> [Condition] {
        guard wire.eachArea == true else {
            return [condition(from: wire, id: wire.id, name: wire.name ?? wire.id, nodes: positions(wire.nodes ?? []))]
                .compactMap { $0 }
        }
        let perBlock = self.wire.policies.areaMinimum == Policies.AreaMinimum.perBlock.rawValue
        return self.wire.changeAreas.flatMap { area -> [Condition] in
            let nodes = positions(area.nodes)
            let groups = perBlock ? nodes.map { [$0] } : [nodes]
            return groups.enumerated().compactMap { position, group in
                let suffix = perBlock && groups.count > 1 ? "-\(position + 1)" : ""
                return condition(
                    from: wire, id: "\(wire.id)-\(area.number.value)\(suffix)", name: "\(area.number.value) \(area.name)",
                    nodes: group)
            }
        }
    }

    private func condition(
        from wire: Strict<ConditionWire>, id: String, name: String, nodes: [Int]
    ) -> Condition? {
        guard !nodes.isEmpty else {
            refuse(.measureMissing, "conditions \(id)", "Syarat ini tidak menunjuk apa yang diukur. Isi nodes atau eachArea.")
            return nil
        }
        let whole = (try? Ratio.sum(nodes.map(weight(of:)))) ?? .zero
        let minimum: Ratio
        var basis = ""
        switch (wire.minimum, wire.minimumPercent) {
        case (let points?, nil): minimum = points.ratio
        case (nil, let percent?):
            minimum = (try? (percent.ratio * whole / Ratio(100))) ?? .zero
            let share = percent.ratio.finiteDecimal(mark: .comma) ?? percent.ratio.exact
            basis = "\(share)% dari bobot \(whole.finiteDecimal(mark: .comma) ?? whole.exact)"
        default:
            refuse(.instrumentMalformed, "conditions \(id)", "Isi tepat satu: minimum atau minimumPercent.")
            return nil
        }
        if minimum < .zero || minimum > whole {
            refuse(.figureOutOfRange, "conditions \(id)", "Minimum harus antara 0 dan bobot yang diukur.")
        }
        return Condition(
            id: ConditionID(id), name: name, measure: .nodes(nodes), minimum: minimum, unit: .points, basis: basis,
            clause: wire.clause, level: wire.level?.value ?? 0)
    }

    func prerequisite(from wire: Strict<PrerequisiteWire>, _ facts: [Fact]) -> Condition? {
        func value(_ text: String, of id: String) -> (Fact, Ratio)? {
            guard let fact = facts.first(where: { $0.id.text == id }), let value = try? fact.read(text) else { return nil }
            return (fact, value.measure)
        }
        guard let (fact, minimum) = value(wire.minimum, of: wire.fact) else {
            refuse(.referenceMissing, "prerequisites \(wire.id)", "Fakta “\(wire.fact)” tidak ada, atau minimumnya tidak cocok.")
            return nil
        }
        var exception: Condition.Exception?
        if let unless = wire.unless {
            guard let (_, at) = value(unless.is, of: unless.fact), let (_, other) = value(unless.minimum, of: wire.fact)
            else {
                refuse(.referenceMissing, "prerequisites \(wire.id)", "Pengecualian menunjuk fakta yang tidak ada.")
                return nil
            }
            exception = .init(fact: FactID(unless.fact), value: at, minimum: other)
        }
        let unit: Condition.Unit =
            switch fact.kind {
            case .grade(let scale): .grade(scale)
            case .number: .number
            case .yesNo: .yesNo
            }
        return Condition(
            id: ConditionID(wire.id), name: wire.name, measure: .fact(fact.id), minimum: minimum, unit: unit, basis: "",
            clause: wire.clause, level: 0, exception: exception)
    }

    func policies() -> Policies {
        let area = Policies.AreaMinimum(rawValue: wire.policies.areaMinimum)
        if area == nil { refuse(.instrumentMalformed, "policies.areaMinimum", "Isi combined atau perBlock.") }
        let awarded = wire.policies.awardedBy
        return Policies(
            areaMinimum: area ?? .combined, decimals: wire.policies.decimals.value,
            thinMargin: wire.policies.thinMargin.ratio,
            awardedBy: byDesignation(awarded.mapValues { [$0] }, "policies.awardedBy") { $0 }.compactMapValues(\.first))
    }

    func remark(from wire: Strict<RemarkWire>) -> Remark? {
        guard let question = questionPosition(wire.question) else {
            refuse(.referenceMissing, "remarks \(wire.question)", "Pertanyaan ini tidak ada pada lembar.")
            return nil
        }
        let trigger: Remark.Trigger
        switch (wire.below, wire.bands) {
        case (let limit?, nil): trigger = .below(limit.ratio)
        case (nil, let bands?):
            trigger = .band(
                factor: bands.factor.ratio, bands: bands.bands.map { Remark.Band(from: $0.from.ratio, name: $0.name) })
        default:
            refuse(.instrumentMalformed, "remarks \(wire.question)", "Isi tepat satu: below atau bands.")
            return nil
        }
        if let name = wire.designation, Designation(rawValue: name) == nil {
            refuse(.instrumentMalformed, "remarks \(wire.question)", "Predikat harus wbk atau wbbm.")
            return nil
        }
        if case .band(_, let bands) = trigger, !zip(bands, bands.dropFirst()).allSatisfy({ $0.from < $1.from }) {
            refuse(.figureOutOfRange, "remarks \(wire.question)", "Batas kategori harus naik.")
            return nil
        }
        return Remark(
            question: question, designation: wire.designation.flatMap(Designation.init), trigger: trigger,
            text: wire.text)
    }
}
