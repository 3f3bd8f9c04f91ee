import Rulebook
import Testing

@Suite("The rhythm of reviews") struct ReviewRhythmTests {
    private let start = Day("2026-01-31") ?? .first

    private func rhythm(_ months: Int = 3) throws -> ReviewRhythm {
        try #require(ReviewRhythm(start: start, months: months))
    }

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test("A rhythm has one to twelve months, and each one offered is among them")
    func choices() {
        for months in [-1, 0, 13, .max] { #expect(ReviewRhythm(start: start, months: months) == nil) }
        for months in [1, 12] + ReviewRhythm.choices { #expect(ReviewRhythm(start: start, months: months) != nil) }
    }

    @Test("Due days are counted from the start, so that a short month shortens only itself")
    func due() throws {
        let rhythm = try rhythm()
        #expect(try [1, 2, 3, 4].map(rhythm.due) == ["2026-04-30", "2026-07-31", "2026-10-31", "2027-01-31"].map(day))
        #expect(rhythm.due(0) == rhythm.due(1) && rhythm.due(.max) == rhythm.due(ReviewRhythm.mostPeriods))
    }

    @Test("A day on which a review is due still belongs to its period")
    func period() throws {
        let rhythm = try rhythm()
        #expect(rhythm.period(of: start.adding(days: -400)) == 1 && rhythm.period(of: start) == 1)
        #expect(try rhythm.period(of: day("2026-04-29")) == 1)
        #expect(try rhythm.period(of: day("2026-04-30")) == 1)
        #expect(try rhythm.period(of: day("2026-05-01")) == 2)
        #expect(rhythm.period(of: .last) == ReviewRhythm.mostPeriods)
    }

    @Test("A review is overdue from the day after its due day, and each one is named")
    func overdue() throws {
        let rhythm = try rhythm()
        #expect(try rhythm.overdue(on: day("2026-04-30"), reviewed: []).isEmpty)
        #expect(try rhythm.overdue(on: day("2026-05-01"), reviewed: []) == [1])
        #expect(try rhythm.overdue(on: day("2026-11-01"), reviewed: [2]) == [1, 3])
        #expect(try rhythm.overdue(on: day("2026-11-01"), reviewed: [1, 2, 3]).isEmpty)
        #expect(rhythm.next(after: []) == 1 && rhythm.next(after: [1, 2, 4]) == 3)
    }

    @Test("Each period is reviewed once, and not before it begins")
    func check() throws {
        let rhythm = try rhythm()
        #expect(throws: PlanRefusal.periodNotBegun) { try rhythm.check(2, heldOn: day("2026-04-30"), reviewed: []) }
        try rhythm.check(2, heldOn: day("2026-05-01"), reviewed: [])
        try rhythm.check(1, heldOn: day("2026-12-01"), reviewed: [2])
        #expect(throws: PlanRefusal.periodReviewed) { try rhythm.check(1, heldOn: day("2026-12-01"), reviewed: [1]) }
        for period in [0, -3] { #expect(throws: PlanRefusal.periodNotBegun) { try rhythm.check(period, heldOn: start, reviewed: []) } }
    }
}
