import ExactMath
import Rulebook
import Testing

@Suite("How long a unit has been developing") struct CandidacyFactsTests {
    @Test(
        "Years are counted in full months; one is over on the same date",
        arguments: [
            ("2025-11-25", "2026-11-24", "11/12"), ("2025-11-24", "2026-11-24", "1"), ("2025-11-23", "2026-11-24", "1"),
            ("2025-12-31", "2026-01-30", "0"), ("2025-12-31", "2026-01-31", "1/12"), ("2024-02-29", "2025-02-28", "11/12"),
            ("2024-02-29", "2025-03-01", "1"), ("2026-11-25", "2026-11-24", "0"), ("2026-11-24", "2026-11-24", "0"),
        ])
    func years(start: String, end: String, expected: String) throws {
        let years = CandidacyFacts.years(from: try Statements.day(start), to: try Statements.day(end))
        let wanted = try Ratio.exact(expected)
        #expect(years == wanted)
    }
}
