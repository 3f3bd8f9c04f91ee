import Rulebook
import Testing

@Suite("Stages of the programme") struct StageTests {
    @Test("Stages follow one another in the order of the regulation")
    func order() {
        #expect(Stage.allCases == Stage.allCases.sorted())
        #expect(Stage.allCases.map(\.position) == Array(0..<7))
        #expect(Stage.declaration < .selection && Stage.nationalReview < .award)
        #expect(!(Stage.award < .award))
    }

    @Test("Stages and checks have names and words of their own")
    func words() {
        #expect(Set(Stage.allCases.map(\.name)).count == Stage.allCases.count)
        #expect(Set(Check.allCases.map(\.name)).count == Check.allCases.count)
        #expect(Check.allCases.allSatisfy { Check(rawValue: $0.rawValue) == $0 && !$0.name.isEmpty })
    }

    @Test("What nobody found out counts as not met, and says so")
    func unknown() {
        #expect(!CheckResult.unknown.isMet)
        #expect(!CheckResult.unknown.statement.isEmpty && !CheckResult.unknown.wayOut.isEmpty)
    }
}
