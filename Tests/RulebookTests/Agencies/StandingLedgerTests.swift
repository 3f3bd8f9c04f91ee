import ExactMath
import Rulebook
import Testing

@Suite("What statements come to on a day") struct StandingLedgerTests {
    private func known(
        _ fact: FactID, _ standings: [Standing], on day: String = "2026-05-31", in id: InstrumentID = Shipped.law2014,
        kind: AgencyKind? = nil, echelon: Echelon? = nil, candidacy: CandidacyFacts = CandidacyFacts()
    ) throws -> StandingLedger.Known? {
        let ledger = StandingLedger(kind: kind, echelon: echelon, standings: standings, candidacy: candidacy)
        return try ledger.facts(on: Statements.day(day), for: Shipped.instrument(id))[fact]
    }

    // PermenPANRB 52/2014 Lampiran Bab III.A; process.json: syarat, WBBM, opini BPK WTP min 2 tahun berturut-turut.
    @Test("Unqualified opinions of the two financial years before the proposal are two years")
    func twoYears() throws {
        let found = try #require(try known("tahun-wtp", Statements.opinions(2023, 2024, 2025)))
        #expect(found.value == .number(Ratio(3)) && found.statements.map(\.year) == [2025, 2024, 2023])
        #expect(try known("tahun-wtp", Statements.opinions(2024, 2025))?.value == .number(Ratio(2)))
        #expect(try known("tahun-wtp", Statements.opinions(2025))?.value == .number(Ratio(1)))
    }

    @Test("A year without an unqualified opinion, or without any, begins the count anew")
    func gap() throws {
        #expect(try known("tahun-wtp", Statements.opinions(2023, 2025))?.value == .number(Ratio(1)))
        let qualified = try Statements.make("opini-bpk", "WDP", year: 2024, on: "2025-05-20")
        #expect(try known("tahun-wtp", Statements.opinions(2023, 2025) + [qualified])?.value == .number(Ratio(1)))
        let last = try Statements.make("opini-bpk", "WDP", year: 2025, on: "2026-05-20")
        let none = try known("tahun-wtp", Statements.opinions(2023, 2024) + [last])
        #expect(none?.value == .number(.zero) && none?.statements == [last])
    }

    @Test("An audit that is not published yet does not count, so the years before it do not either")
    func unpublished() throws {
        #expect(try known("tahun-wtp", Statements.opinions(2023, 2024))?.value == .number(.zero))
        // On 19 May the opinion of 2025 is a day away.
        #expect(try known("tahun-wtp", Statements.opinions(2024, 2025), on: "2026-05-19")?.value == .number(.zero))
        #expect(try known("tahun-wtp", Statements.opinions(2024, 2025), on: "2026-05-20")?.value == .number(Ratio(2)))
        #expect(try known("tahun-wtp", []) == nil)
    }

    @Test("With the new year another financial year is over", arguments: [("2026-12-31", 2), ("2027-01-01", 0)])
    func newYear(day: String, years: Int) throws {
        #expect(try known("tahun-wtp", Statements.opinions(2024, 2025), on: day)?.value == .number(Ratio(years)))
    }

    @Test("Revoking the opinion of a year takes that year away, and only from its day on")
    func revoked() throws {
        let revoked = try Statements.make("opini-bpk", "WTP", year: 2025, on: "2026-05-20", id: "o2025", revokedFrom: "2026-09-01")
        let all = try Statements.opinions(2024) + [revoked]
        #expect(try known("tahun-wtp", all, on: "2026-08-31")?.value == .number(Ratio(2)))
        #expect(try known("tahun-wtp", all, on: "2026-09-01")?.value == .number(.zero))
    }

    @Test("Of yearly statements the newest year that is over counts")
    func newest() throws {
        let all = [
            try Statements.make("sakip", "B", year: 2024, on: "2026-04-01", id: "a"),
            try Statements.make("sakip", "BB", year: 2025, on: "2026-03-01", id: "b"),
            try Statements.make("sakip", "AA", year: 2026, on: "2026-05-01", id: "c"),
        ]
        let found = try known("sakip", all, in: Shipped.law2021)
        #expect(found?.statements.map(\.year) == [2025] && found?.value == .grade(4))
        // Under the name the older regulation gives it.
        #expect(try known("akip", all)?.value == .grade(4))
    }

    @Test("A correction recorded later stands before what it corrects")
    func correction() throws {
        let wrong = try Statements.make("sakip", "A", year: 2025, on: "2026-03-01", id: "a", revokedFrom: "2026-06-01")
        let right = try Statements.make("sakip", "CC", year: 2025, on: "2026-03-01", id: "b")
        #expect(try known("sakip", [wrong, right], in: Shipped.law2021)?.statements == [right])
        #expect(try known("sakip", [right, wrong], in: Shipped.law2021)?.statements == [right])
    }

    @Test("Of statements about a day the newest document counts, of unit and agency each its own")
    func day() throws {
        let all = [
            try Statements.make("tlhp", "80", on: "2026-01-10", id: "a", unit: "dukcapil"),
            try Statements.make("tlhp", "100", on: "2026-04-10", id: "b", unit: "dukcapil"),
            try Statements.make("tlhp", "99", on: "2026-06-10", id: "c", unit: "dukcapil"),
            try Statements.make("tlhp", "1", on: "2026-05-01", id: "d"),
        ]
        #expect(try known("tlhp", all, in: Shipped.law2021)?.value == .number(Ratio(100)))
        #expect(try known("tlhp", all, on: "2026-06-10", in: Shipped.law2021)?.value == .number(Ratio(99)))
    }

    @Test("A statement that the instrument cannot read counts as none, and an older one does not take its place")
    func unreadable() throws {
        let all = [
            try Statements.make("sakip", "B", year: 2024, on: "2025-04-01", id: "a"),
            try Statements.make("sakip", "Bagus", year: 2025, on: "2026-03-01", id: "b"),
        ]
        #expect(try known("sakip", all, in: Shipped.law2021) == nil)
    }

    @Test("What the agency and the unit are tells the facts that follow from it")
    func derived() throws {
        #expect(try known("jenis-instansi", [], in: Shipped.law2021, kind: .institution)?.value == .yesNo(true))
        #expect(try known("jenis-instansi", [], in: Shipped.law2021, kind: .regency)?.value == .yesNo(false))
        #expect(try known("jenis-instansi", [], in: Shipped.law2021) == nil)
        #expect(try known("eselon", [], echelon: .third)?.value == .yesNo(true))
        #expect(try known("eselon", [], echelon: .fourth)?.value == .yesNo(false))
        #expect(try known("eselon", [], echelon: .nonStructural)?.value == .yesNo(false))
        #expect(try known("eselon", []) == nil)
        let told = CandidacyFacts(yearsOfDevelopment: .one, holdsWBK: true)
        #expect(try known("masa-pembangunan", [], in: Shipped.law2021, candidacy: told)?.value == .number(.one))
        #expect(try known("predikat-wbk", [], candidacy: told)?.value == .yesNo(true))
        #expect(try known("predikat-wbk", []) == nil)
    }
}
