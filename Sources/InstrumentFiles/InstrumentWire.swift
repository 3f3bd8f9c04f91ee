/// An instrument file as it is written; `Instruments/README.md` explains each key. Only the shape is checked
/// here, what it means in ``InstrumentBuilder`` and `Instrument.init`.
struct InstrumentWire: Decodable {
    let id: String
    let version: Int
    let regulation: RegulationWire
    let sources: [String: String]
    let policies: PoliciesWire
    let effort: EffortWire
    let scales: [String: ScaleWire]
    let components: [GroupWire]
    let changeAreas: [ChangeAreaWire]
    let conditions: [String: [ConditionWire]]
    let gradeScales: [String: [String]]
    let facts: [FactWire]
    let prerequisites: [String: [PrerequisiteWire]]
    let remarks: [RemarkWire]

    enum CodingKeys: String, CodingKey, CaseIterable {
        case id, version, regulation, sources, policies, effort, scales, components, changeAreas, conditions
        case gradeScales, facts, prerequisites, remarks
    }

    init(from decoder: any Decoder) throws {
        try decoder.refuseUnknownKeys(CodingKeys.self)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        version = try container.decode(Int.self, forKey: .version)
        regulation = try container.decode(RegulationWire.self, forKey: .regulation)
        sources = try container.decode([String: String].self, forKey: .sources)
        policies = try container.decode(PoliciesWire.self, forKey: .policies)
        effort = try container.decode(EffortWire.self, forKey: .effort)
        scales = try container.decode([String: ScaleWire].self, forKey: .scales)
        components = try container.decode([GroupWire].self, forKey: .components)
        changeAreas = try container.decode([ChangeAreaWire].self, forKey: .changeAreas)
        conditions = try container.decode([String: [ConditionWire]].self, forKey: .conditions)
        gradeScales = try container.decode([String: [String]].self, forKey: .gradeScales)
        facts = try container.decode([FactWire].self, forKey: .facts)
        prerequisites = try container.decode([String: [PrerequisiteWire]].self, forKey: .prerequisites)
        remarks = try container.decode([RemarkWire].self, forKey: .remarks)
    }
}

struct RegulationWire: Decodable {
    let number: String
    let title: String
    let amendment: String
}

struct PoliciesWire: Decodable {
    let areaMinimum: String
    let decimals: Int
    let thinMargin: Figure
    let awardedBy: [String: String]
}

struct EffortWire: Decodable {
    let step: Int
    let ratioStep: Figure
}

struct ScaleWire: Decodable {
    struct ChoiceWire: Decodable {
        let letter: String
        let value: Figure
    }

    let label: String
    let source: String
    let choices: [ChoiceWire]
}

/// A component, block, area or indicator: whichever of the lists below it is given says which.
struct GroupWire: Decodable {
    let code: String
    let name: String
    let weight: Figure
    let source: String?
    let blocks: [GroupWire]?
    let areas: [GroupWire]?
    let indicators: [GroupWire]?
    let questions: [QuestionWire]?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case code, name, weight, source, blocks, areas, indicators, questions
    }

    init(from decoder: any Decoder) throws {
        try decoder.refuseUnknownKeys(CodingKeys.self)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        name = try container.decode(String.self, forKey: .name)
        weight = try container.decode(Figure.self, forKey: .weight)
        source = try container.decodeIfPresent(String.self, forKey: .source)
        blocks = try container.decodeIfPresent([GroupWire].self, forKey: .blocks)
        areas = try container.decodeIfPresent([GroupWire].self, forKey: .areas)
        indicators = try container.decodeIfPresent([GroupWire].self, forKey: .indicators)
        questions = try container.decodeIfPresent([QuestionWire].self, forKey: .questions)
    }
}

struct ChangeAreaWire: Decodable {
    let number: Int
    let name: String
    let nodes: [String]
}
