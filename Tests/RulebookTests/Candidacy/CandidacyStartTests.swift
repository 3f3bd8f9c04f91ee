import Rulebook
import Testing

@Suite("Setting out towards a designation")
struct CandidacyStartTests {
    private static func day(_ text: String) -> Day { Day(text) ?? .first }

    private static func unmet(
        _ programme: ProgrammeID, _ designation: Designation, year: Int = 2_026, affirmation: String? = nil, _ standing: UnitStanding = .init()
    ) throws -> Set<MoveRequirement.Subject> {
        let rules = try Bench(programme, designation).rules
        do throws(MoveRefusal) {
            try CandidacyStart.check(
                designation, year: year, affirmation: affirmation, on: day("2026-01-10"), under: rules, standing: standing)
            return []
        } catch {
            return Set(error.unmet.map(\.subject))
        }
    }

    @Test("A unit is on its way to a designation once at a time, and not while it has it")
    func only() throws {
        #expect(try Self.unmet(Bench.law2021, .wbk) == [])
        #expect(try Self.unmet(Bench.law2021, .wbk, UnitStanding(onItsWay: [.wbk])) == [.only])
        #expect(try Self.unmet(Bench.law2021, .wbk, UnitStanding(awards: [.wbk])) == [.only])
        #expect(try Self.unmet(Bench.law2021, .wbk, UnitStanding(onItsWay: [.wbbm])) == [])
    }

    @Test("WBBM needs WBK in force")
    func presupposed() throws {
        #expect(try Self.unmet(Bench.law2021, .wbbm) == [.presupposed(.wbk)])
        #expect(try Self.unmet(Bench.law2021, .wbbm, UnitStanding(awards: [.wbk])) == [])
    }

    @Test("The rules are in force for the year", arguments: [(2_014, false), (2_015, true), (2_021, true), (2_022, false)])
    func years(year: Int, isOld: Bool) throws {
        #expect(try Self.unmet(Bench.law2014, .wbk, year: year) == (isOld ? [] : [.programme]))
        #expect(try Self.unmet(Bench.law2021, .wbk, year: year) == (year == 2_022 ? [] : [.programme]))
    }

    @Test("Affirmation is one of the regulation's kinds, for WBK")
    func affirmation() throws {
        #expect(try Self.unmet(Bench.law2021, .wbk, affirmation: "samsat") == [])
        #expect(try Self.unmet(Bench.law2021, .wbk, affirmation: "bandara") == [.programme])
        #expect(try Self.unmet(Bench.law2021, .wbbm, affirmation: "samsat", UnitStanding(awards: [.wbk])) == [.programme])
        #expect(try Self.unmet(Bench.law2014, .wbk, year: 2_020, affirmation: "samsat") == [.programme])
    }

    @Test("A closed unit sets out for nothing, and everything is told at once")
    func all() throws {
        let standing = UnitStanding(onItsWay: [.wbbm], isClosed: true)
        #expect(try Self.unmet(Bench.law2014, .wbbm, standing) == [.unitOpen, .only, .presupposed(.wbk), .programme])
    }

    @Test("Under 52/2014 a revoked WBK bars WBBM for ever; under 90/2021 any revocation bars the nomination for WBK for two years")
    func waits() throws {
        let revoked = UnitStanding(awards: [.wbk], revocations: [.init(.wbk, on: Self.day("2016-05-01"))])
        #expect(try Self.unmet(Bench.law2014, .wbbm, year: 2_021, revoked) == [.wait])
        let lost = UnitStanding(revocations: [.init(.wbk, on: Self.day("2026-01-01"))])
        #expect(try Self.unmet(Bench.law2021, .wbk, lost) == [], "it may develop meanwhile")
    }

    @Test(
        "The two years end on the same date",
        arguments: [("2023-05-09", false), ("2023-05-10", true), ("2023-05-11", true)])
    func end(day: String, isFree: Bool) throws {
        let standing = UnitStanding(revocations: [.init(.wbk, on: Self.day("2019-01-01")), .init(.wbbm, on: Self.day("2021-05-10"))])
        #expect(try Self.nomination(on: Self.day(day), standing) == (isFree ? [] : [.wait]))
    }

    private static func nomination(on day: Day, _ standing: UnitStanding) throws -> Set<MoveRequirement.Subject> {
        var bench = try Bench(Bench.law2021, .wbk)
        var date = Self.day("2022-01-01")
        for move in [Move.declare, .propose, .appoint, .openAssessment, .closeAssessment] {
            date = date.adding(days: 1)
            try bench.take(bench.request(move, on: date))
        }
        bench.standing = standing
        return try bench.unmet(bench.request(.nominate, on: day))
    }

    @Test(
        "Years are added to dates",
        arguments: [
            ("2024-02-29", 1, "2025-03-01"), ("2024-02-29", 4, "2028-02-29"), ("2021-12-31", 2, "2023-12-31"), ("9999-01-01", 1, "9999-12-31"),
        ])
    func years(from: String, count: Int, to: String) {
        #expect(Self.day(from).adding(years: count) == Self.day(to))
    }
}
