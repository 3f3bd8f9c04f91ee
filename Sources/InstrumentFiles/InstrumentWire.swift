/// An instrument file as it is written; `Instruments/README.md` explains each key. Only the shape is checked
/// here, what it means in ``InstrumentBuilder`` and `Instrument.init`.
struct InstrumentWire: StrictlyKeyed {
    let id: String
    let version: Whole
    let regulation: Strict<RegulationWire>
    let sources: [String: String]
    let policies: Strict<PoliciesWire>
    let effort: Strict<EffortWire>
    let scales: [String: Strict<ScaleWire>]
    let components: [Strict<GroupWire>]
    let changeAreas: [Strict<ChangeAreaWire>]
    let conditions: [String: [Strict<ConditionWire>]]
    let gradeScales: [String: [String]]
    let facts: [Strict<FactWire>]
    let prerequisites: [String: [Strict<PrerequisiteWire>]]
    let remarks: [Strict<RemarkWire>]

    enum CodingKeys: String, CodingKey, CaseIterable {
        case id, version, regulation, sources, policies, effort, scales, components, changeAreas, conditions
        case gradeScales, facts, prerequisites, remarks
    }
}

struct RegulationWire: StrictlyKeyed {
    let number: String
    let title: String
    let amendment: String

    enum CodingKeys: String, CodingKey, CaseIterable { case number, title, amendment }
}

struct PoliciesWire: StrictlyKeyed {
    let areaMinimum: String
    let decimals: Whole
    let thinMargin: Figure
    let awardedBy: [String: String]

    enum CodingKeys: String, CodingKey, CaseIterable { case areaMinimum, decimals, thinMargin, awardedBy }
}

struct EffortWire: StrictlyKeyed {
    let step: Whole
    let ratioStep: Figure

    enum CodingKeys: String, CodingKey, CaseIterable { case step, ratioStep }
}

struct ScaleWire: StrictlyKeyed {
    struct ChoiceWire: StrictlyKeyed {
        let letter: String
        let value: Figure

        enum CodingKeys: String, CodingKey, CaseIterable { case letter, value }
    }

    let label: String
    let source: String
    let choices: [Strict<ChoiceWire>]

    enum CodingKeys: String, CodingKey, CaseIterable { case label, source, choices }
}

/// A component, block, area or indicator: whichever of the lists below it is given says which.
struct GroupWire: StrictlyKeyed {
    let code: String
    let name: String
    let weight: Figure
    let source: String?
    let blocks: [Strict<GroupWire>]?
    let areas: [Strict<GroupWire>]?
    let indicators: [Strict<GroupWire>]?
    let questions: [Strict<QuestionWire>]?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case code, name, weight, source, blocks, areas, indicators, questions
    }
}

struct ChangeAreaWire: StrictlyKeyed {
    let number: Whole
    let name: String
    let nodes: [String]

    enum CodingKeys: String, CodingKey, CaseIterable { case number, name, nodes }
}
