import Rulebook
import Testing

@Suite("The working group") struct WorkingGroupTests {
    private let day = Day(number: 20_000) ?? .first

    private func gaps(_ parts: [WorkingGroup.Part], decreed shift: Int = 0) -> [WorkingGroup.Gap] {
        WorkingGroup(decree: "1/2026", decreedOn: day.adding(days: shift), parts: parts).gaps(on: day)
    }

    @Test("It has one chair and at least one more member")
    func chairs() {
        #expect(gaps([]) == [.noChair, .alone])
        #expect(gaps([.chair]) == [.alone])
        #expect(gaps([.chair, .member]) == [])
        #expect(gaps([.member, .secretary]) == [.noChair])
        #expect(gaps([.chair, .chair]) == [.severalChairs])
    }

    @Test("The decree may be of yesterday or today, not of tomorrow")
    func decree() {
        #expect([-1, 0, 1].map { gaps([.chair, .member], decreed: $0) } == [[], [], [.decreeInFuture]])
    }

    @Test("Each gap says what to do")
    func messages() {
        let all = [WorkingGroup.Gap.decreeInFuture, .noChair, .severalChairs, .alone].map(\.message)
        #expect(Set(all).count == 4 && all.allSatisfy { $0.count > 30 })
        #expect(Set(WorkingGroup.Part.allCases.map(\.name)).count == 3)
    }
}
