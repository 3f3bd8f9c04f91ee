import Rulebook
import Testing

@Suite("Names of a unit") struct UnitNamesTests {
    private static func names() throws -> UnitNames {
        UnitNames(
            current: "Dinas C",
            past: [
                .init(name: "Dinas B", until: try Statements.day("2024-06-30")), .init(name: "Dinas A", until: try Statements.day("2020-12-31")),
            ])
    }

    @Test(
        "On every day it is called what it was called then",
        arguments: [
            ("2020-12-31", "Dinas A"), ("2021-01-01", "Dinas B"), ("2024-06-30", "Dinas B"), ("2024-07-01", "Dinas C"), ("2026-11-24", "Dinas C"),
        ])
    func name(day: String, expected: String) throws {
        #expect(try Self.names().name(on: Statements.day(day)) == expected)
    }

    @Test("A new name leaves the old one with its last day")
    func rename() throws {
        let today = try Statements.day("2026-11-24")
        let names = try Self.names().renamed(to: "Dinas D", since: today, today: today)
        #expect(names.current == "Dinas D" && names.past.last == UnitNames.Past(name: "Dinas C", until: today.adding(days: -1)))
        // The same day again: what it was called for no day is not a past name.
        let again = try names.renamed(to: "Dinas E", since: today, today: today)
        #expect(again.current == "Dinas E" && again.past == names.past)
        #expect(try again.renamed(to: "Dinas E", since: today.adding(days: 9), today: today) == again)
    }

    @Test(
        "A name begins neither ahead of time nor before the last change",
        arguments: [("2024-06-30", false), ("2024-07-01", true), ("2024-07-02", true), ("2026-11-24", true), ("2026-11-25", false)])
    func day(since: String, isFine: Bool) throws {
        let today = try Statements.day("2026-11-24")
        let names = try Self.names()
        if isFine {
            #expect(try names.renamed(to: "Dinas D", since: Statements.day(since), today: today).current == "Dinas D")
        } else {
            #expect { try names.renamed(to: "Dinas D", since: Statements.day(since), today: today) } throws: {
                ($0 as? Refusal)?.findings.map(\.code) == [.renameDayInvalid]
            }
        }
        #expect(throws: Refusal.self) { try UnitNames(current: "A").renamed(to: "B", since: .first, today: today) }
    }
}
