import ExactMath
import Rulebook
import Testing

@Suite("A working group's sheet") struct SelectionSheetTests {
    static let criteria = ["layanan", "sumber-daya", "reformasi"].map {
        SelectionCriterion(id: $0, name: "Kriteria \($0)", guidance: "", clause: "")
    }

    static func sheet(_ scores: [Int?]) -> SelectionSheet {
        var entries: [CriterionID: SelectionSheet.Entry] = [:]
        for (criterion, score) in zip(criteria, scores) {
            if let score { entries[CriterionID(criterion.id)] = .init(score: score, reason: "Data layanan tahun lalu lengkap.") }
        }
        return SelectionSheet(entries)
    }

    @Test("The mean is exact")
    func mean() {
        #expect(Self.sheet([5, 4, 4]).mean(of: Self.criteria, on: .standard) == PactRuleNeededTests.part(13, 3))
        #expect(Self.sheet([1, 1, 1]).mean(of: Self.criteria, on: .standard) == .one)
        #expect(SelectionSheet([:]).mean(of: [], on: .standard) == nil)
    }

    @Test("Without a score, or with one off the scale, there is no mean")
    func missing() {
        for scores in [[5, 4, nil], [5, 4, 0], [5, 4, 6]] {
            #expect(Self.sheet(scores).mean(of: Self.criteria, on: .standard) == nil)
            #expect(Self.sheet(scores).missing(of: Self.criteria, on: .standard).map(\.id) == ["reformasi"])
        }
        #expect(Self.sheet([5, 4, 1]).missing(of: Self.criteria, on: .standard) == [])
    }
}
