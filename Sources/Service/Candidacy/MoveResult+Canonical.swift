import Journaling
import Rulebook

extension MoveResult {
    /// As the database and the journal have it.
    var canonical: CanonicalValue {
        switch self {
        case .none: .null
        case .score(let score): ["nilai": .text(score)]
        case .step(let step, let isPassed, let respondents, let team):
            [
                "langkah": .text(step.text), "lulus": .truth(isPassed), "responden": respondents.map { .integer($0) } ?? .null,
                "tim": .text(team),
            ]
        case .conclusion(let isFavourable, let score): ["memenuhi": .truth(isFavourable), "nilai": .text(score)]
        case .ground(let ground): ["alasan": .text(ground)]
        case .award(let until): ["berlaku_sampai": until.map { .text($0.description) } ?? .null]
        }
    }

    /// Reads what ``canonical`` wrote; `nil` for anything else.
    init?(_ value: CanonicalValue) {
        guard case .object(let fields) = value else {
            guard value == .null else { return nil }
            self = .none
            return
        }
        if case .text(let step)? = fields["langkah"], case .truth(let isPassed)? = fields["lulus"], case .text(let team)? = fields["tim"] {
            var respondents: Int?
            if case .integer(let count)? = fields["responden"] { respondents = count }
            self = .step(ReviewStepID(step), isPassed: isPassed, respondents: respondents, team: team)
        } else if case .truth(let isFavourable)? = fields["memenuhi"], case .text(let score)? = fields["nilai"] {
            self = .conclusion(isFavourable: isFavourable, score: score)
        } else if case .text(let score)? = fields["nilai"] {
            self = .score(score)
        } else if case .text(let ground)? = fields["alasan"] {
            self = .ground(ground)
        } else if let until = fields["berlaku_sampai"] {
            guard case .text(let day) = until else {
                self = .award(until: nil)
                return
            }
            self = .award(until: Day(day))
        } else {
            return nil
        }
    }
}
