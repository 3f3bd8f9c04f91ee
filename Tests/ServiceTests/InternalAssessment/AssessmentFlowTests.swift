import ExactMath
import HTTPTypes
import HummingbirdTesting
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("An assessment from team to signature") struct AssessmentFlowTests {
    private let path = AssessmentHouse.path

    @Test("Five people take a unit through its assessment on pages", arguments: TestEngine.available)
    func way(engine: TestEngine) async throws {
        let house = try await AssessmentHouse(engine, signedIn: ["staf", "kepala", "ketua", "dalnis", "anggota", "auditor"])
        let (ketua, anggota) = (try house.browser("ketua"), try house.browser("anggota"))

        // The team, its decree and its declarations.
        #expect(try await ketua.get(path).text.contains("Belum ada orang di tim ini"))
        let wrong = try await ketua.post(path + "/tim", ["nomor-sk": "SK/<7>", "kursi-akun-ketua": "ketua"])
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("ZI-2610") && wrong.text.contains("value=\"SK/&lt;7&gt;\""))
        #expect(try await ketua.post(path + "/tim", AssessmentHouse.team).status == .seeOther)
        #expect(try await ketua.get(path).text.contains("belum menyatakan benturan kepentingan"))
        #expect(try await house.checks()[.assessorsIndependent]?.isMet == false)
        for name in ["ketua", "dalnis", "anggota"] {
            let browser = try house.browser(name)
            try await browser.get(path)
            #expect(try await browser.post(path + "/benturan", [:]).status == .unprocessableContent)
            #expect(try await browser.post(path + "/benturan", ["kepentingan": "tidak"]).status == .seeOther)
        }
        #expect(try await house.checks()[.assessorsIndependent]?.isMet == true)
        try await house.move(to: .assessing)

        // The unit's sheet: a member brings it in, the head hands it in.
        let sent = try await house.send(Sheets.sample, to: "unit", by: "staf")
        #expect(sent.headers[.location] == path + "/lembar/unit/1")
        let page = try await house.browser("staf").get(path + "/lembar/unit/1")
        #expect(page.status == .ok && page.text.contains("Telusuri hitungan") && page.text.contains("SHA-256"))
        #expect(try await house.checks()[.sheetHandedIn]?.isMet == false)
        let kepala = try house.browser("kepala")
        #expect(try await kepala.get(path + "/lembar/unit/1/serahkan").text.contains("Ya, serahkan"))
        #expect(try await kepala.post(path + "/lembar/unit/1/serahkan").status == .seeOther)
        #expect(try await house.checks()[.sheetHandedIn]?.isMet == true)

        // The assessors' sheet, the comparison, the report, the signature.
        let best = try Sheets.best("permenpanrb-90-2021")
        #expect(try await house.send(best, to: "tpi", by: "anggota").status == .seeOther)
        let compared = try await house.browser("auditor").get(path + "/banding")
        #expect(compared.status == .ok && compared.text.contains("Menurut bagian") && compared.text.contains("class=\"diff\""))
        #expect(try await anggota.get(path).text.contains("textarea"))
        #expect(try await anggota.post(path + "/laporan", ["ringkasan": "Sudah dinilai."]).text.contains("Rekomendasi belum ditulis"))
        #expect(try await anggota.post(path + "/laporan", ["ringkasan": "Sudah <dinilai>.", "rekomendasi": "Teruskan."]).status == .seeOther)
        #expect(try await anggota.get(path + "/laporan").text.contains("Rancangan."))
        #expect(try await house.checks()[.assessmentReported]?.isMet == false)
        #expect(try await ketua.get(path + "/sahkan").text.contains("Ya, sahkan hasil"))
        #expect(try await ketua.post(path + "/sahkan").status == .seeOther)
        let checks = try await house.checks()
        #expect(checks[.assessmentReported]?.isMet == true)
        #expect(checks[.minimumsMet]?.isMet == true)
        #expect(checks[.nationalMinimumsMet]?.isMet == false)
        let report = try await ketua.get(path + "/laporan")
        #expect(report.text.contains("Disahkan oleh Orang ketua") && report.text.contains("Sudah &lt;dinilai&gt;."))

        // What the journal says can be compared with the file of the answers.
        let answers = try await house.browser("auditor").get(path + "/lembar/tpi/1/jawaban.csv")
        let digest = SheetRecord.digest(of: answers.text)
        let facts = try await house.facts(.sheetRecorded)
        let exact = try #require(try await house.found().sheets[.internalTeam]?.record.floor.exact)
        #expect(facts.count == 2 && facts[1].contains(digest) && facts[1].contains("\"nilai\":\"\(exact)\""))
        #expect(try await house.facts(.assessmentSigned)[0].contains(digest))
        #expect(try await house.facts(.sheetHandedIn).count == 1)
        #expect(try await house.facts(.interestsDeclared).count == 3)

        // After closing nothing changes any more, and everything can still be seen.
        try await house.move(to: .assessed)
        #expect(try await house.send(Sheets.sample, to: "unit", by: "staf").text.contains("ZI-2601"))
        #expect(try await ketua.get(path).text.contains("Penilaian sudah ditutup"))
    }

    @Test("A signature falls when a sheet or the report is replaced", arguments: TestEngine.available)
    func signature(engine: TestEngine) async throws {
        let house = try await AssessmentHouse(engine)
        let now = house.town.clock.timestamp
        try await house.open()
        try await house.record(Sheets.sample, of: .unit, by: "staf")
        try await house.actions.handIn(1, of: AssessmentHouse.candidacy, of: "kota", by: house.identity("kepala"), at: now)
        let best = try Sheets.best("permenpanrb-90-2021")
        try await house.record(best, of: .internalTeam, by: "anggota")
        func report(_ text: String) async throws {
            try await house.actions.report(
                AssessmentHouse.candidacy, of: "kota", .init(summary: text, recommendations: "R"), by: house.identity("dalnis"), at: now)
        }
        func sign() async throws { try await house.actions.sign(AssessmentHouse.candidacy, of: "kota", by: house.identity("ketua"), at: now) }
        try await report("satu")
        try await sign()
        #expect(try await house.found().validSignature != nil)
        try await report("dua")
        #expect(try await house.found().validSignature == nil)
        #expect(try await house.checks()[.assessmentReported]?.statement.contains("berubah sesudah disahkan") == true)
        try await sign()
        #expect(try await house.found().validSignature?.reportVersion == 2)
        try await house.record(best.replacing("A.I.1.i.a,Ya", with: "A.I.1.i.a,Tidak"), of: .internalTeam, by: "anggota")
        #expect(try await house.found().validSignature == nil)
    }

    @Test("A unit that was returned for development is assessed anew, and what was before stays", arguments: TestEngine.available)
    func rounds(engine: TestEngine) async throws {
        let house = try await AssessmentHouse(engine)
        let now = house.town.clock.timestamp
        try await house.open()
        try await house.record(Sheets.sample, of: .internalTeam, by: "anggota")
        try await house.town.storage.records.database.write { session in
            try CandidacyStore.append(
                RecordedMove(
                    sequence: 1, move: .returnForDevelopment, from: .assessed, to: .developing, actor: "akun-x", role: .agencyHead,
                    day: Identity.day(now), reason: "r", legalBasis: "", reference: "", documents: [:], result: .none, at: now),
                to: AssessmentHouse.candidacy, of: "kota", in: session)
        }
        try await house.move(to: .developing)
        let found = try await house.found()
        #expect(found.round == 2 && found.assessment.state == .forming)
        #expect(found.assessment.team.members.isEmpty && found.sheets.isEmpty)
        let versions = try await house.town.storage.records.read { try SheetStore.list(of: AssessmentHouse.candidacy, of: "kota", in: $0) }
        #expect(versions.map(\.round) == [1])
    }

    @Test("The minimums are judged on the sheet that counts, each unmet one with its gap")
    func gaps() async throws {
        let house = try await AssessmentHouse()
        try await house.open()
        try await house.record(Sheets.sample, of: .internalTeam, by: "anggota")
        let result = try #require(try await house.checks()[.minimumsMet])
        #expect(!result.isMet)
        #expect(result.statement.hasPrefix("4 dari 12 syarat WBK belum terpenuhi pada LKE TPI versi 1: "))
        #expect(result.statement.contains("Nilai total 74,75 dari 75,00, kurang 0,25"))
        #expect(result.statement.contains("Capaian kinerja lebih baik 1,25 dari 2,50, kurang 1,25"))
    }
}
