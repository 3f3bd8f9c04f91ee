import ExactMath
import Rulebook
import Testing

@Suite("Candidates side by side") struct SelectionRankingTests {
    private func places(_ means: [Ratio?]) -> [SelectionRanking.Place] {
        SelectionRanking(means.enumerated().map { (candidacy: CandidacyID("c\($0)"), mean: $1) }).places
    }

    @Test("Best first, equal ones share a rank and say so, unscored ones last without one")
    func order() {
        let third = PactRuleNeededTests.part(13, 3)
        let places = places([nil, Ratio(3), third, Ratio(3), Ratio(5), nil])
        #expect(places.map(\.candidacy.text) == ["c4", "c2", "c1", "c3", "c0", "c5"])
        #expect(places.map(\.rank) == [1, 2, 3, 3, nil, nil])
        #expect(places.map(\.ties) == [0, 0, 1, 1, 0, 0])
    }

    @Test("The rank after a tie is passed over, and almost equal is not equal")
    func ties() {
        let close = PactRuleNeededTests.part(4_333_333, 1_000_000)
        #expect(places([Ratio(5), Ratio(5), PactRuleNeededTests.part(13, 3), close]).map(\.rank) == [1, 1, 3, 4])
        #expect(places([]).isEmpty)
    }
}
