import Rulebook
import Testing

@Suite("Whether a selection is complete") struct SelectionReviewTests {
    private let day = Day(number: 20_000) ?? .first

    private func gaps(_ scores: [Int?] = [3, 4, 5], group: Bool = true, met shift: Int? = -1) -> [SelectionReview.Gap] {
        SelectionReview(
            of: SelectionSheetTests.sheet(scores), by: SelectionSheetTests.criteria, on: .standard,
            group: group ? WorkingGroup(decree: "1", decreedOn: day.adding(days: -5), parts: [.chair, .member]) : nil,
            metOn: shift.map { day.adding(days: $0) }, day: day
        ).gaps
    }

    @Test("Group, every score and minutes: nothing is missing")
    func complete() {
        #expect(gaps() == [] && gaps([1, 1, 1]) == [])
    }

    @Test("Each thing alone is missed")
    func missing() {
        #expect(gaps(group: false) == [.noGroup])
        #expect(gaps([3, nil, 5]) == [.unscored(["Kriteria sumber-daya"])])
        #expect(gaps(met: nil) == [.noMinutes])
        #expect(gaps([nil, nil, nil], group: false, met: nil).count == 3)
    }

    @Test("The meeting is on or after the decree and not after today")
    func meeting() {
        #expect([-6, -5, -4].map { gaps(met: $0) } == [[.minutesBeforeDecree], [], []])
        #expect([-1, 0, 1].map { gaps(met: $0) } == [[], [], [.minutesInFuture]])
    }

    @Test("Each gap says what to do")
    func messages() {
        let all: [SelectionReview.Gap] = [.noGroup, .group(.alone), .unscored(["a"]), .noMinutes, .minutesInFuture, .minutesBeforeDecree]
        #expect(Set(all.map(\.message)).count == 6)
    }
}
