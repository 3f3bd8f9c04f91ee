import Rulebook
import Testing

@Suite("Stating and revoking") struct StandingRuleTests {
    private static let scale = GradeScale(name: "opini", grades: ["TMP", "TW", "WDP", "WTP"])
    private static let opinion = Fact(
        id: "opini-bpk", name: "Opini", holder: .agency, kind: .grade(scale), source: .stated(as: "opini-bpk", isYearly: true))
    private static let core = Fact(id: "layanan-inti", name: "Layanan inti", holder: .unit, kind: .yesNo)

    private func problems(
        _ fact: Fact = opinion, _ text: String = "WTP", year: Int? = 2025, on day: String = "2026-05-20", source: String = "LHP 12/2026"
    ) throws -> [String] {
        StandingRule.problems(
            of: fact, text: text, year: year, statedOn: Day(day), source: source, today: try Statements.day("2026-11-24")
        ).map { "\($0.code.rawValue) \($0.location)" }
    }

    @Test("A sound statement has no problem")
    func sound() throws {
        #expect(try problems() == [])
        #expect(try problems(Self.core, "ya", year: nil) == [])
    }

    @Test("Every problem is told at once, each at its field")
    func all() throws {
        let found = try problems(Self.opinion, "WTPP", year: nil, on: "besok", source: "x")
        #expect(found == ["ZI-1112 nilai", "ZI-2004 tanggal", "ZI-2005 tahun", "ZI-2006 sumber"])
    }

    @Test("The document is of today at the latest", arguments: [("2026-11-23", []), ("2026-11-24", []), ("2026-11-25", ["ZI-2004 tanggal"])])
    func day(day: String, expected: [String]) throws {
        #expect(try problems(on: day) == expected)
    }

    @Test(
        "The year lies between 2000 and the year of the document",
        arguments: [(1999, ["ZI-2005 tahun"]), (2000, []), (2001, []), (2025, []), (2026, []), (2027, ["ZI-2005 tahun"])])
    func year(year: Int, expected: [String]) throws {
        #expect(try problems(year: year) == expected)
    }

    @Test("What is about a day has no year")
    func noYear() throws {
        #expect(try problems(Self.core, "Ya", year: 2025) == ["ZI-2005 tahun"])
    }

    @Test(
        "The document is named in 5 to 300 characters that can be seen",
        arguments: [(4, false), (5, true), (6, true), (299, true), (300, true), (301, false)])
    func source(length: Int, isFine: Bool) throws {
        #expect(try problems(source: String(repeating: "a", count: length)).isEmpty == isFine)
        #expect(try problems(source: "LHP\u{202E}12/2026") == ["ZI-2006 sumber"])
    }

    @Test("For a year, and of a day, only one statement stands")
    func twice() throws {
        let kept = try Statements.opinions(2025)
        let (may, june) = (try Statements.day("2026-05-20"), try Statements.day("2026-06-20"))
        #expect { try StandingRule.requireFree(Self.opinion, year: 2025, statedOn: june, among: kept) } throws: {
            ($0 as? Refusal)?.findings.map(\.code) == [.standingStands] && ($0 as? Refusal)?.findings.first?.location == "tahun"
        }
        try StandingRule.requireFree(Self.opinion, year: 2024, statedOn: may, among: kept)
        let core = [try Statements.make("layanan-inti", "Ya", on: "2026-05-20", unit: "dukcapil")]
        #expect(throws: Refusal.self) { try StandingRule.requireFree(Self.core, year: nil, statedOn: may, among: core) }
        try StandingRule.requireFree(Self.core, year: nil, statedOn: june, among: core)
        let revoked = [try Statements.make("opini-bpk", "WTP", year: 2025, on: "2026-05-20", revokedFrom: "2026-06-01")]
        try StandingRule.requireFree(Self.opinion, year: 2025, statedOn: may, among: revoked)
    }

    @Test("One thing under the names of two regulations is stated once")
    func alias() throws {
        let akip = Fact(id: "akip", name: "AKIP", holder: .agency, kind: .number, source: .stated(as: "sakip", isYearly: true))
        let kept = [try Statements.make("sakip", "B", year: 2025, on: "2026-05-20")]
        #expect(throws: Refusal.self) {
            try StandingRule.requireFree(akip, year: 2025, statedOn: Statements.day("2026-05-21"), among: kept)
        }
    }

    private func revoking(_ day: String, _ reason: String = "Keliru salin.", revoked: String? = nil) throws -> [String] {
        let standing = try Statements.make("sakip", "B", year: 2025, on: "2026-05-20", revokedFrom: revoked)
        return StandingRule.revocationProblems(
            of: standing, on: Day(day), reason: reason, today: try Statements.day("2026-11-24")
        ).map { "\($0.code.rawValue) \($0.location)" }
    }

    @Test(
        "A statement is revoked from a day between its document and today",
        arguments: [
            ("2026-05-19", ["ZI-2004 tanggal-cabut"]), ("2026-05-20", []), ("2026-05-21", []), ("2026-11-23", []), ("2026-11-24", []),
            ("2026-11-25", ["ZI-2004 tanggal-cabut"]), ("", ["ZI-2004 tanggal-cabut"]),
        ])
    func revocationDay(day: String, expected: [String]) throws {
        #expect(try revoking(day) == expected)
    }

    @Test("It is revoked with a reason, and once")
    func revocation() throws {
        #expect(try revoking("2026-06-01", "????") == ["ZI-2009 alasan"])
        #expect(try revoking("2026-06-01", revoked: "2026-05-30") == ["ZI-2008 "])
    }
}
