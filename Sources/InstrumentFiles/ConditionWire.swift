/// A minimum on the sheet. `minimum` in points, or `minimumPercent` of the weight of what is measured;
/// `eachArea` repeats it for every area of change.
struct ConditionWire: StrictlyKeyed {
    let id: String
    let name: String?
    let nodes: [String]?
    let eachArea: Bool?
    let minimum: Figure?
    let minimumPercent: Figure?
    let level: Whole?
    let clause: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case id, name, nodes, eachArea, minimum, minimumPercent, level, clause
    }
}

/// What is known about an agency or unit: a grade of a ladder, a number, or yes/no.
struct FactWire: StrictlyKeyed {
    let id: String
    let name: String
    let holder: String
    let kind: String?
    let grade: String?
    /// Stated for financial years.
    let yearly: Bool?
    /// Stated under the name of another fact.
    let statedAs: String?
    let derived: Strict<DerivedFactWire>?

    enum CodingKeys: String, CodingKey, CaseIterable { case id, name, holder, kind, grade, yearly, statedAs, derived }
}

/// Where a fact comes from that nobody states. Exactly one: `consecutiveYears` of another fact `atLeast` a value,
/// `agencyKinds`, `echelons`, or what the `candidacy` tells.
struct DerivedFactWire: StrictlyKeyed {
    let consecutiveYears: String?
    let atLeast: String?
    let agencyKinds: [String]?
    let echelons: [String]?
    let candidacy: String?

    enum CodingKeys: String, CodingKey, CaseIterable { case consecutiveYears, atLeast, agencyKinds, echelons, candidacy }
}

/// A prerequisite before nomination. `minimum` is written as the fact is: a grade, a number, or `Ya`.
struct PrerequisiteWire: StrictlyKeyed {
    struct UnlessWire: StrictlyKeyed {
        let fact: String
        let `is`: String
        let minimum: String

        enum CodingKeys: String, CodingKey, CaseIterable { case fact, `is`, minimum }
    }

    let id: String
    let name: String
    let fact: String
    let minimum: String
    let unless: Strict<UnlessWire>?
    let clause: String

    enum CodingKeys: String, CodingKey, CaseIterable { case id, name, fact, minimum, unless, clause }
}

/// A line the verdict carries: when a number is `below` a figure, or always with the name of its band.
struct RemarkWire: StrictlyKeyed {
    struct BandsWire: StrictlyKeyed {
        struct BandWire: StrictlyKeyed {
            let from: Figure
            let name: String

            enum CodingKeys: String, CodingKey, CaseIterable { case from, name }
        }

        let factor: Figure
        let bands: [Strict<BandWire>]

        enum CodingKeys: String, CodingKey, CaseIterable { case factor, bands }
    }

    let question: String
    let designation: String?
    let below: Figure?
    let bands: Strict<BandsWire>?
    let text: String

    enum CodingKeys: String, CodingKey, CaseIterable { case question, designation, below, bands, text }
}
