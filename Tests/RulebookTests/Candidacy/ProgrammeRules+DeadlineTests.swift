import InstrumentFiles
import Rulebook
import Testing

@Suite("Until when nominations are taken")
struct DeadlineTests {
    private static func day(_ text: String) -> Day { Day(text) ?? .first }

    @Test(
        "The day before, on and after the last day; a year with another day; the next year begins anew",
        arguments: [
            ("2026-05-30", true), ("2026-05-31", true), ("2026-06-01", false), ("2026-12-31", false), ("2027-01-01", true),
            ("2022-06-29", true), ("2022-06-30", true), ("2022-07-01", false),
        ])
    func bounds(day: String, isMet: Bool) throws {
        let rules = try ProgrammeLibrary.rules(Bench.law2021)
        let result = rules.deadlineCheck(on: Self.day(day))
        #expect(result.isMet == isMet && result.wayOut.isEmpty == isMet)
    }

    @Test("A day that was announced goes before the file's", arguments: [("2026-07-15", true), ("2026-07-16", false)])
    func announced(day: String, isMet: Bool) throws {
        let rules = try ProgrammeLibrary.rules(Bench.law2021)
        #expect(rules.deadlineCheck(on: Self.day(day), announced: Self.day("2026-07-15")).isMet == isMet)
    }

    @Test("Where the regulation names no day, every day will do")
    func none() throws {
        let rules = try ProgrammeLibrary.rules(Bench.law2014)
        #expect(rules.lastDay(ofNominationIn: 2_020) == nil && rules.deadlineCheck(on: Self.day("2020-12-31")).isMet)
    }
}
