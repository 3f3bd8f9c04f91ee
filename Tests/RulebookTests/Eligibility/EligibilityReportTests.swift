import ExactMath
import Rulebook
import Testing

@Suite("Prerequisites on dated facts") struct EligibilityReportTests {
    /// Everything a regency and its unit need for WBK in May 2026.
    private static func complete() throws -> [Standing] {
        let unit: WorkUnitID = "dukcapil"
        return try Statements.opinions(2024) + [
            Statements.make("sakip", "B", year: 2025, on: "2026-02-01", id: "sakip"),
            Statements.make("indeks-rb", "CC", year: 2025, on: "2026-02-01", id: "indeks"),
            Statements.make("spip", "3", year: 2025, on: "2026-02-01", id: "spip"),
            Statements.make("layanan-inti", "Ya", on: "2026-03-01", id: "inti", unit: unit),
            Statements.make("dampak", "Ya", on: "2026-03-01", id: "dampak", unit: unit),
            Statements.make("tlhp", "100", on: "2026-03-01", id: "tlhp", unit: unit),
            Statements.make("lhkan", "100", on: "2026-03-01", id: "lhkan", unit: unit),
            Statements.make("sakip-unit", "B", year: 2025, on: "2026-03-01", id: "sakip-unit", unit: unit),
        ]
    }

    private func report(
        _ standings: [Standing], kind: AgencyKind? = .regency, years: Ratio? = .one, for designation: Designation = .wbk
    ) throws -> EligibilityReport {
        let ledger = StandingLedger(kind: kind, standings: standings, candidacy: CandidacyFacts(yearsOfDevelopment: years, holdsWBK: nil))
        return EligibilityReport(ledger, against: try Shipped.instrument(Shipped.law2021), for: designation, on: try Statements.day("2026-05-31"))
    }

    // process.json: syarat, 90/2021 & 5/2024, WBK, ten of them.
    @Test("Everything on time meets all ten")
    func met() throws {
        let report = try report(Self.complete())
        #expect(report.entries.count == 10 && report.unmet.isEmpty)
        #expect(report.result == CheckResult(isMet: true, statement: "Ke-10 syarat pengajuan WBK terpenuhi."))
        #expect(report.entries.first { $0.fact.id == "sakip" }?.statements.map(\.id) == ["sakip"])
    }

    @Test("Each statement carries one of them: without it that one is missing, and nothing else")
    func each() throws {
        let all = try Self.complete()
        for left in all {
            let report = try report(all.filter { $0 != left })
            #expect(report.unmet.map(\.fact.id) == [left.fact])
            #expect(!report.result.isMet && report.result.statement.contains("belum ada datanya") && !report.result.wayOut.isEmpty)
        }
    }

    @Test("What is short is told with measure and minimum")
    func short() throws {
        let all = try Self.complete().filter { $0.id != "indeks" } + [Statements.make("indeks-rb", "C", year: 2025, on: "2026-02-01", id: "x")]
        #expect(
            try report(all).result.statement
                == "9 dari 10 syarat pengajuan WBK terpenuhi. Belum: Indeks RB paling rendah CC (pemerintah daerah) atau B (kementerian/lembaga) (C, minimum CC)."
        )
    }

    @Test("A ministry has to reach more, and an agency whose kind nobody told meets nothing there")
    func kind() throws {
        #expect(try report(Self.complete(), kind: .ministry).unmet.map(\.fact.id) == ["indeks-rb"])
        #expect(try report(Self.complete(), kind: nil).unmet.map(\.fact.id) == ["indeks-rb"])
    }

    @Test("One year of development is enough, a month less is not", arguments: [("11/12", false), ("1", true), ("13/12", true)])
    func years(years: String, isMet: Bool) throws {
        #expect(try report(Self.complete(), years: Ratio.exact(years)).unmet.isEmpty == isMet)
    }

    @Test("WBBM asks for more and for WBK")
    func wbbm() throws {
        let unmet = try report(Self.complete(), for: .wbbm).unmet.map(\.fact.id)
        #expect(unmet == ["sakip", "indeks-rb", "sakip-unit", "predikat-wbk"])
    }

    @Test("It is told what rests on a statement")
    func resting() throws {
        let report = try report(Self.complete())
        #expect(report.resting(on: "o2024").map(\.fact.id) == ["opini-bpk"])
        #expect(report.resting(on: "lain").isEmpty)
    }
}
