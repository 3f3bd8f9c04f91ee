import Journaling
import HTTPTypes
import HummingbirdTesting
import Journaling
import Rulebook
import Testing

@testable import Service

@Suite("Pages about candidacies") struct CandidacyPageTests {
    @Test("The list is narrowed to a stage and paged, and counts every stage", arguments: TestEngine.available)
    func list(engine: TestEngine) async throws {
        let house = try await CandidacyHouse(engine)
        try await house.candidacy("c1", taken: CandidacyHouse.toAward)
        try await house.candidacy("c2", .wbbm)
        let auditor = try await house.browser("auditor")
        let all = try await auditor.get("/instansi/kota/pencalonan").text
        #expect(all.contains("Semua (2)") && all.contains("Penetapan (1)") && all.contains("/pencalonan/c1") && all.contains("/pencalonan/c2"))
        let some = try await auditor.get("/instansi/kota/pencalonan?tahap=penetapan").text
        #expect(some.contains("/pencalonan/c1") && !some.contains("/pencalonan/c2\""))
        #expect(try await auditor.get("/instansi/kota/pencalonan?tahap=<x>&hal=9").text.contains("Tidak ada pencalonan pada halaman ini."))
        #expect(try await auditor.get("/instansi/kota/pencalonan/c9").status == .notFound)
    }

    @Test("The track marks what is done, where it stands and what is ahead, each with its clause")
    func track() async throws {
        let house = try await CandidacyHouse()
        try await house.candidacy("c1", taken: Array(CandidacyHouse.toAssessed.prefix(4)))
        let page = try await house.browser("auditor").get("/instansi/kota/pencalonan/c1").text
        #expect(page.matches(of: /<li class="done"/).count == 3)
        #expect(page.matches(of: /aria-current="step"/).count == 1)
        #expect(page.contains("Penilaian TPI<span class=\"vh\"> (Di sini)</span>"))
        #expect(page.contains("PermenPANRB 90/2021 Lampiran II Bab III.D dan IV"))
        #expect(!page.contains("style="), "no style in the page: it would be refused")
    }

    @Test("Drafts of letter, statement and list are filled from the candidacy and escape what they hold")
    func drafts() async throws {
        let house = try await CandidacyHouse()
        try await house.candidacy("c1", taken: CandidacyHouse.toAssessed)
        try await house.candidacy("c2", unit: "puskesmas", taken: CandidacyHouse.toAssessed)
        let pimpinan = try await house.browser("pimpinan")
        let letter = try await pimpinan.get("/instansi/kota/pencalonan/c1/draf-surat").text
        #expect(letter.contains("mengusulkan 2 unit kerja") && letter.contains("Unit puskesmas") && letter.contains("SPTJM"))
        let statement = try await pimpinan.get("/instansi/kota/pencalonan/c1/draf-sptjm").text
        #expect(statement.contains("tanggung jawab mutlak") && statement.contains("Unit dukcapil"))
        // Somebody who sees one unit only gets a list of that one.
        let list = try await house.browser("anggota").get("/instansi/kota/pencalonan/c1/draf-daftar").text
        #expect(list.contains("Unit dukcapil") && !list.contains("Unit puskesmas"))
    }

    @Test("A programme is shown with its clauses and the guidance of its areas; one that there is not is not found")
    func programme() async throws {
        let house = try await CandidacyHouse()
        let anggota = try await house.browser("anggota")
        let page = try await anggota.get("/program/permenpanrb-90-2021").text
        for text in ["Penguatan Pengawasan", "Menetapkan predikat", "31 Mei", "Afirmasi", "Lampiran II Bab IV"] { #expect(page.contains(text), "\(text)") }
        #expect(try await anggota.get("/program/permenpanrb-10-2019").status == .notFound)
    }

    @Test(
        "A form is read whole: every problem at its field",
        arguments: [
            (Move.closeAssessment, ["tanggal": "2026-11-24", "urutan": "1", "nilai": "86,40"], []),
            (.closeAssessment, ["tanggal": "kemarin", "urutan": "1", "nilai": "tinggi"], ["nilai", "tanggal"]),
            (.closeAssessment, ["tanggal": "2026-11-24", "urutan": "1", "nilai": "100,01"], ["nilai"]),
            (.closeAssessment, ["tanggal": "2026-11-24", "urutan": "1", "nilai": "100,00"], []),
            (.closeAssessment, ["tanggal": "2026-11-24", "urutan": "1", "nilai": "99999999999999999999"], ["nilai"]),
            (.recordReviewStep, ["tanggal": "2026-11-24", "urutan": "1", "responden": "tiga puluh"], ["lulus", "responden"]),
            (.concludeReview, ["tanggal": "2026-11-24", "urutan": "1"], ["memenuhi", "nilai"]),
            (.award, ["tanggal": "2026-11-24", "urutan": "1", "berlaku-sampai": "2026-02-30"], ["berlaku-sampai"]),
            (.award, ["tanggal": "2026-11-24", "urutan": "1", "berlaku-sampai": ""], []),
            (.nominate, ["tanggal": "2026-11-24", "urutan": "x"], [""]),
        ] as [(Move, [String: String], [String])])
    func forms(move: Move, fields: [String: String], places: [String]) throws {
        let body = fields.map { "\($0.key)=\($0.value.replacing(" ", with: "+"))" }.joined(separator: "&")
        let form = MoveForm(move: move, fields: try FormFields(Array(body.utf8)))
        do throws(Refusal) {
            _ = try form.parse()
            #expect(places.isEmpty)
        } catch {
            #expect(error.findings.map(\.location).sorted() == places)
        }
    }

    @Test("What a move brings along is read back as it was written")
    func results() throws {
        let day = Day("2026-11-24")
        for result: MoveResult in [
            .none, .score("86,40"), .step("panel", isPassed: false, respondents: nil, team: "T"), .step("x", isPassed: true, respondents: 30, team: "T"),
            .conclusion(isFavourable: false, score: "1"), .ground("laporan-tpi"), .award(until: nil), .award(until: day),
        ] {
            #expect(MoveResult(result.canonical) == result)
        }
        #expect(MoveResult("teks") == nil && MoveResult(["lain": 1]) == nil)
    }
}
