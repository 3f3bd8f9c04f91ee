import Rulebook
import Testing

@Suite("The end of a unit") struct UnitEndingTests {
    @Test("Nothing new begins in a unit that has ended")
    func ended() throws {
        try UnitEnding.requireOpen(isClosed: false)
        #expect { try UnitEnding.requireOpen(isClosed: true) } throws: { ($0 as? Refusal)?.findings.map(\.code) == [.unitEnded] }
    }

    private func problems(
        into target: WorkUnitID = "b", under above: [WorkUnitID] = [], isTargetClosed: Bool = false, on day: String = "2026-11-24"
    ) throws -> [String] {
        UnitEnding.mergerProblems(
            of: "a", into: target, under: above, isTargetClosed: isTargetClosed, on: Day(day), today: try Statements.day("2026-11-24")
        ).map { "\($0.code.rawValue) \($0.location)" }
    }

    @Test("A unit is merged into another that is open and not below it")
    func target() throws {
        #expect(try problems() == [])
        #expect(try problems(under: ["c"]) == [])
        for found in [try problems(into: "a"), try problems(under: ["c", "a"]), try problems(isTargetClosed: true)] {
            #expect(found == ["ZI-2013 unit-tujuan"])
        }
        #expect(try problems(into: "a", on: "x") == ["ZI-2013 unit-tujuan", "ZI-2014 tanggal-gabung"])
    }

    @Test("Not ahead of time", arguments: [("2026-11-23", []), ("2026-11-24", []), ("2026-11-25", ["ZI-2014 tanggal-gabung"])])
    func day(day: String, expected: [String]) throws {
        #expect(try problems(on: day) == expected)
    }
}
