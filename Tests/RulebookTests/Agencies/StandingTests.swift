import Rulebook
import Testing

@Suite("A statement about an agency or a unit") struct StandingTests {
    @Test(
        "It counts from the day it was stated",
        arguments: [("2026-05-19", false), ("2026-05-20", true), ("2026-05-21", true)])
    func begins(day: String, counts: Bool) throws {
        #expect(try Statements.make("sakip", "B", year: 2025, on: "2026-05-20").counts(on: Statements.day(day)) == counts)
    }

    @Test(
        "It counts until the day before it was revoked",
        arguments: [("2026-06-09", true), ("2026-06-10", false), ("2026-06-11", false)])
    func ends(day: String, counts: Bool) throws {
        let standing = try Statements.make("sakip", "B", year: 2025, on: "2026-05-20", revokedFrom: "2026-06-10")
        #expect(try standing.counts(on: Statements.day(day)) == counts)
    }

    @Test("Revoked from the day it was stated, it never counted")
    func never() throws {
        let standing = try Statements.make("sakip", "B", year: 2025, on: "2026-05-20", revokedFrom: "2026-05-20")
        for day in ["2026-05-19", "2026-05-20", "2026-05-21"] { #expect(try !standing.counts(on: Statements.day(day))) }
    }
}
