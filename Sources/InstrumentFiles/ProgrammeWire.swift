/// A programme file as it is written; `Programmes/README.md` explains each key. Only the shape is checked here, what it means in
/// ``ProgrammeBuilder`` and `ProgrammeRules.init`.
struct ProgrammeWire: StrictlyKeyed {
    let id: String
    let version: Whole
    let regulation: Strict<RegulationWire>
    let instrument: String
    let years: Strict<YearsWire>
    let stages: [Strict<StageWire>]
    let documents: [Strict<DocumentKindWire>]
    let moves: [Strict<MoveWire>]
    let reviewSteps: [Strict<ReviewStepWire>]
    let revocationGrounds: [Strict<ChoiceWire>]
    let pact: Strict<PactWire>
    let criteria: [Strict<CriterionWire>]
    let development: Strict<DevelopmentWire>
    let deadline: Strict<DeadlineWire>?
    let affirmation: Strict<AffirmationWire>?
    let presuppositions: [Strict<PresuppositionWire>]
    let waits: [Strict<WaitWire>]
    let monitoring: Strict<MonitoringWire>
    let knockOut: Strict<NoteWire>?
    let areas: [Strict<AreaWire>]
    let notes: [Strict<NoteWire>]

    enum CodingKeys: String, CodingKey, CaseIterable {
        case id, version, regulation, instrument, years, stages, documents, moves, reviewSteps, revocationGrounds, pact, criteria
        case development, deadline, affirmation, presuppositions, waits, monitoring, knockOut, areas, notes
    }
}

struct YearsWire: StrictlyKeyed {
    let first: Whole
    let last: Whole?

    enum CodingKeys: String, CodingKey, CaseIterable { case first, last }
}

struct StageWire: StrictlyKeyed {
    let stage: String
    let text: String
    let clause: String

    enum CodingKeys: String, CodingKey, CaseIterable { case stage, text, clause }
}

struct DocumentKindWire: StrictlyKeyed {
    let kind: String
    let name: String

    enum CodingKeys: String, CodingKey, CaseIterable { case kind, name }
}

struct MoveWire: StrictlyKeyed {
    let move: String
    let designations: [String]?
    let roles: [String]
    let checks: [String]?
    let documents: [String]?
    let apartFrom: [String]?
    let isForOutsiders: Bool?
    let needsReference: Bool?
    let clause: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case move, designations, roles, checks, documents, apartFrom, isForOutsiders, needsReference, clause
    }
}

struct ReviewStepWire: StrictlyKeyed {
    let id: String
    let name: String
    let designations: [String]?
    let leastRespondents: Whole?
    let clause: String

    enum CodingKeys: String, CodingKey, CaseIterable { case id, name, designations, leastRespondents, clause }
}

struct ChoiceWire: StrictlyKeyed {
    let id: String
    let name: String

    enum CodingKeys: String, CodingKey, CaseIterable { case id, name }
}

struct PactWire: StrictlyKeyed {
    let share: Figure
    let isExclusive: Bool
    let text: String
    let clause: String

    enum CodingKeys: String, CodingKey, CaseIterable { case share, isExclusive, text, clause }
}

struct CriterionWire: StrictlyKeyed {
    let id: String
    let name: String
    let guidance: String
    let clause: String

    enum CodingKeys: String, CodingKey, CaseIterable { case id, name, guidance, clause }
}

struct DevelopmentWire: StrictlyKeyed {
    let leastMonths: [String: Whole]
    let reviewEveryMonths: Whole
    let clause: String

    enum CodingKeys: String, CodingKey, CaseIterable { case leastMonths, reviewEveryMonths, clause }
}

struct AreaWire: StrictlyKeyed {
    let number: Whole
    let name: String
    let aim: String
    let targets: [String]
    let indicators: [String]
    let clause: String

    enum CodingKeys: String, CodingKey, CaseIterable { case number, name, aim, targets, indicators, clause }
}

struct NoteWire: StrictlyKeyed {
    let topic: String
    let text: String
    let clause: String

    enum CodingKeys: String, CodingKey, CaseIterable { case topic, text, clause }
}
