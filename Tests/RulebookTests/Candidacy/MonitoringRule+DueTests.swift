import InstrumentFiles
import Rulebook
import Testing

@Suite("When a designation is looked at again")
struct MonitoringDueTests {
    @Test("Every two years under 90/2021, unless the unit is proposed for WBBM; without a rhythm under 52/2014")
    func due() throws {
        let last = try #require(Day("2024-12-10"))
        let new = try ProgrammeLibrary.rules(Bench.law2021).parts.monitoring
        #expect(new.due(after: last, isProposed: false) == Day("2026-12-10"))
        #expect(new.due(after: last, isProposed: true) == nil)
        #expect(try ProgrammeLibrary.rules(Bench.law2014).parts.monitoring.due(after: last, isProposed: false) == nil)
    }
}
