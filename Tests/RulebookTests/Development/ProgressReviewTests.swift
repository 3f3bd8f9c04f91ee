import Rulebook
import Testing

@Suite("What reviews find") struct ProgressReviewTests {
    private let due = Day("2026-05-15") ?? .first
    private let start = Day("2026-01-05") ?? .first

    private func finding(_ id: ReviewFindingID = "t1", closed: ReviewFinding.Closing? = nil) -> ReviewFinding {
        ReviewFinding(id: id, text: "Bukti belum lengkap", followUp: "Lengkapi notula", person: "ratna", due: due, closing: closed)
    }

    private func review(_ period: Int, _ findings: [ReviewFinding] = []) -> ProgressReview {
        ProgressReview(id: "r", period: period, held: start, by: "tpi", summary: "Baik", findings: findings)
    }

    @Test("A finding is closed by somebody else than who had to do it, and once")
    func closing() throws {
        #expect(throws: PlanRefusal.closedByPersonInCharge) { try finding().closing(by: "ratna", on: due, note: "selesai") }
        let closing = try finding().closing(by: "hadi", on: due, note: "notula ada")
        #expect(closing == .init(by: "hadi", on: due, note: "notula ada"))
        #expect(throws: PlanRefusal.findingClosed) { try finding(closed: closing).closing(by: "tpi", on: due, note: "lagi") }
    }

    @Test("A finding is late from the day after its due day, and says when it was closed late")
    func timing() throws {
        #expect(finding().timing(on: due.adding(days: -1)) == .ahead(days: 1) && finding().timing(on: due) == .dueToday)
        #expect(finding().timing(on: due.adding(days: 1)) == .late(days: 1))
        #expect(finding(closed: .init(by: "hadi", on: due, note: "")).timing(on: due.adding(days: 9)) == .settled)
        #expect(finding(closed: .init(by: "hadi", on: due.adding(days: 2), note: "")).timing(on: due.adding(days: 9)) == .doneLate(days: 2))
    }

    @Test("Reviews are as they should be: one at least, none overdue, nothing found left lying")
    func standing() throws {
        let rhythm = try #require(ReviewRhythm(start: start, months: 3))
        #expect(!ReviewStanding([], rhythm: rhythm, on: start).isMet)
        let first = ReviewStanding([review(1, [finding()])], rhythm: rhythm, on: due)
        #expect(first.isMet && first.openFindings == 1 && first.lateFindings == 0 && first.held == 1)
        let late = ReviewStanding([review(1, [finding()])], rhythm: rhythm, on: due.adding(days: 1))
        #expect(!late.isMet && late.lateFindings == 1 && late.openFindings == 0)
        let closed = ReviewStanding([review(1, [finding(closed: .init(by: "hadi", on: due, note: ""))])], rhythm: rhythm, on: due.adding(days: 1))
        #expect(closed.isMet)
        let missed = ReviewStanding([review(1)], rhythm: rhythm, on: rhythm.due(2).adding(days: 1))
        #expect(!missed.isMet && missed.overdue == [2])
        #expect(ReviewStanding([review(1)], rhythm: rhythm, on: rhythm.due(2)).isMet)
    }
}
