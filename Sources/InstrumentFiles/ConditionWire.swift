/// A minimum on the sheet. `minimum` in points, or `minimumPercent` of the weight of what is measured;
/// `eachArea` repeats it for every area of change.
struct ConditionWire: Decodable {
    let id: String
    let name: String?
    let nodes: [String]?
    let eachArea: Bool?
    let minimum: Figure?
    let minimumPercent: Figure?
    let level: Int?
    let clause: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case id, name, nodes, eachArea, minimum, minimumPercent, level, clause
    }

    init(from decoder: any Decoder) throws {
        try decoder.refuseUnknownKeys(CodingKeys.self)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        name = try container.decodeIfPresent(String.self, forKey: .name)
        nodes = try container.decodeIfPresent([String].self, forKey: .nodes)
        eachArea = try container.decodeIfPresent(Bool.self, forKey: .eachArea)
        minimum = try container.decodeIfPresent(Figure.self, forKey: .minimum)
        minimumPercent = try container.decodeIfPresent(Figure.self, forKey: .minimumPercent)
        level = try container.decodeIfPresent(Int.self, forKey: .level)
        clause = try container.decode(String.self, forKey: .clause)
    }
}

/// What is known about an agency or unit: a grade of a ladder, a number, or yes/no.
struct FactWire: Decodable {
    let id: String
    let name: String
    let holder: String
    let kind: String?
    let grade: String?
}

/// A prerequisite before nomination. `minimum` is written as the fact is: a grade, a number, or `Ya`.
struct PrerequisiteWire: Decodable {
    struct UnlessWire: Decodable {
        let fact: String
        let `is`: String
        let minimum: String
    }

    let id: String
    let name: String
    let fact: String
    let minimum: String
    let unless: UnlessWire?
    let clause: String
}

/// A line the verdict carries: when a number is `below` a figure, or always with the name of its band.
struct RemarkWire: Decodable {
    struct BandsWire: Decodable {
        struct BandWire: Decodable {
            let from: Figure
            let name: String
        }

        let factor: Figure
        let bands: [BandWire]
    }

    let question: String
    let designation: String?
    let below: Figure?
    let bands: BandsWire?
    let text: String
}
