import ExactMath
import Rulebook

/// The candidates of a year with their ranks, in an order that people choose.
struct Comparison: Sendable {
    /// One candidate.
    struct Row: Sendable {
        let candidate: SelectionStore.Candidate
        let place: SelectionRanking.Place
    }

    /// What the rows are ordered by. Raw values stand in addresses.
    enum Order: Hashable, Sendable {
        case rank
        case unit
        case criterion(CriterionID)

        init(_ text: String) {
            switch text {
            case "", "nilai": self = .rank
            case "unit": self = .unit
            default: self = .criterion(CriterionID(text))
            }
        }

        var text: String {
            switch self {
            case .rank: "nilai"
            case .unit: "unit"
            case .criterion(let id): id.text
            }
        }
    }

    /// The criteria of all candidates together, in the order of their programmes.
    let criteria: [SelectionCriterion]
    private let ranked: [Row]

    /// - Parameter criteria: those of a programme.
    /// - Throws: what `criteria` throws.
    /// - Complexity: O(n log n)
    init(_ candidates: [SelectionStore.Candidate], _ criteria: (ProgrammeID) throws -> [SelectionCriterion]) throws {
        var all: [SelectionCriterion] = []
        var byProgramme: [ProgrammeID: [SelectionCriterion]] = [:]
        for programme in Set(candidates.map(\.programme)).sorted() {
            let own = try criteria(programme)
            byProgramme[programme] = own
            for criterion in own where !all.contains(where: { $0.id == criterion.id }) { all.append(criterion) }
        }
        self.criteria = all
        let means = candidates.map { candidate in
            (candidacy: candidate.candidacy, mean: candidate.sheet.mean(of: byProgramme[candidate.programme] ?? [], on: .standard))
        }
        let byID = Dictionary(candidates.map { ($0.candidacy, $0) }, uniquingKeysWith: { first, _ in first })
        ranked = SelectionRanking(means).places.compactMap { place in byID[place.candidacy].map { Row(candidate: $0, place: place) } }
    }

    /// How many candidates there are.
    var count: Int { ranked.count }

    /// The candidates that share a mean with another.
    var tied: Int { ranked.count { $0.place.ties > 0 } }

    /// All rows in an order; rows that are equal in it stay in that of their ranks.
    ///
    /// - Complexity: O(n log n)
    func rows(by order: Order) -> [Row] {
        switch order {
        case .rank: return ranked
        case .unit: return stable { ($0.candidate.unitName.lowercased(), 0) < ($1.candidate.unitName.lowercased(), 0) }
        case .criterion(let id):
            return stable { ($0.candidate.sheet.entries[id]?.score ?? .min) > ($1.candidate.sheet.entries[id]?.score ?? .min) }
        }
    }

    private func stable(_ isBefore: (Row, Row) -> Bool) -> [Row] {
        ranked.enumerated().sorted { left, right in
            if isBefore(left.element, right.element) { return true }
            return isBefore(right.element, left.element) ? false : left.offset < right.offset
        }.map(\.element)
    }
}
