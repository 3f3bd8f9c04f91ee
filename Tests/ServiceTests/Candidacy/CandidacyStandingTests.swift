import HTTPTypes
import HummingbirdTesting
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("What stands around a candidacy") struct CandidacyStandingTests {
    @Test("One candidacy of a unit for a designation at a time, WBBM only with WBK; the refusal stands at its field", arguments: TestEngine.available)
    func once(engine: TestEngine) async throws {
        let house = try await CandidacyHouse(engine)
        let kepala = try await house.browser("kepala")
        let path = "/instansi/kota/unit/dukcapil/pencalonan-baru"
        func start(_ designation: String, _ year: String = "2027", _ programme: String = "permenpanrb-90-2021", _ kind: String = "") async throws
            -> TestResponse
        {
            try await kepala.get(path)
            return try await kepala.post(path, ["predikat": designation, "tahun": year, "program": programme, "afirmasi": kind])
        }
        let early = try await start("wbbm")
        #expect(early.status == .unprocessableContent && early.text.contains("ZI-2213") && early.text.contains("href=\"#predikat\""))
        #expect(try await start("wbk", "2027", "permenpanrb-52-2014").text.contains("tidak berlaku untuk pengusulan tahun 2027"))
        #expect(try await start("wbk", "2027", "permenpanrb-90-2021", "bandara").status == .unprocessableContent)
        #expect(try await start("wbk", "2027", "permenpanrb-90-2021", "dukcapil").status == .seeOther)
        #expect(try await start("wbk").text.contains("ZI-2212"))
        #expect(try await start("<script>", "20x7", "lain").text.contains("empat angka"))
    }

    @Test("The database itself keeps a second one out", arguments: TestEngine.available)
    func unique(engine: TestEngine) async throws {
        let house = try await CandidacyHouse(engine)
        try await house.candidacy("c1")
        await #expect(throws: RelationalError.self) { try await house.candidacy("c2") }
        try await house.candidacy("c3", unit: "puskesmas")
        let ended = try await house.candidacy("c4", .wbbm, taken: [(.withdraw, "akun-pimpinan", .none)])
        #expect(!ended.state.isOnItsWay)
        try await house.candidacy("c5", .wbbm)
    }

    @Test("Moves and announcements are neither changed nor deleted", arguments: TestEngine.available)
    func appendOnly(engine: TestEngine) async throws {
        let house = try await CandidacyHouse(engine)
        try await house.candidacy("c1", taken: CandidacyHouse.toAward)
        let now = house.town.clock.timestamp
        let day = try #require(Day("2026-06-30"))
        try await house.town.storage.records.change { change in
            try AnnouncementStore.insert(
                .init(
                    agency: "kota", id: "p1", programme: "permenpanrb-90-2021", year: 2_026, kind: .knockOut, day: day, source: "putusan",
                    recordedBy: "akun-tpn1", at: now), in: change.session)
            change.record(JournalFact(.agencyKnockedOut, in: "kota", by: .system, at: now))
        }
        for statement: SQL in [
            "UPDATE candidacy_moves SET reason = 'x'", "DELETE FROM candidacy_moves", "UPDATE programme_announcements SET source = 'x'",
            "DELETE FROM programme_announcements",
        ] {
            await #expect(throws: RelationalError.self) { try await house.town.storage.records.database.write { try $0.execute(statement) } }
        }
        #expect(try await house.moves("c1").map(\.move) == CandidacyHouse.toAward.map(\.0))
    }

    @Test("What has to be looked at stops the way until somebody says what came of it", arguments: TestEngine.available)
    func attention(engine: TestEngine) async throws {
        let house = try await CandidacyHouse(engine)
        try await house.candidacy("c1", taken: Array(CandidacyHouse.toAssessed.prefix(3)))
        try await house.town.storage.records.change { change in
            var kept = try #require(try CandidacyStore.hold("c1", of: "kota", in: change.session))
            kept.needsAttention = "Opini BPK 2025 ditarik."
            try CandidacyStore.update(kept, in: change.session)
            change.record(JournalFact(.candidacyQuestioned, in: "kota", by: .system, about: "c1", CandidacyEntry.content(kept), at: .init(milliseconds: 0)))
        }
        let ketua = try await house.browser("ketua")
        #expect(try await ketua.take(.openAssessment, of: "c1").text.contains("ZI-2216"))
        #expect(try await ketua.post("/instansi/kota/pencalonan/c1/tindak-lanjut", ["tindak-lanjut": "Sudah."]).status == .forbidden)
        let pimpinan = try await house.browser("pimpinan")
        let page = try await pimpinan.get("/instansi/kota/pencalonan/c1").text
        #expect(page.contains("Opini BPK 2025 ditarik."))
        let empty = try await pimpinan.post("/instansi/kota/pencalonan/c1/tindak-lanjut", ["tindak-lanjut": " "])
        #expect(empty.status == .unprocessableContent && empty.text.contains("href=\"#tindak-lanjut\""))
        #expect(try await pimpinan.post("/instansi/kota/pencalonan/c1/tindak-lanjut", ["tindak-lanjut": "Opini baru: WTP."]).status == .seeOther)
        #expect(try await house.kept("c1").needsAttention == nil)
        #expect(try await house.facts().contains("pencalonan-ditindaklanjuti"))
        #expect(try await ketua.take(.openAssessment, of: "c1").status == .seeOther)
    }

    @Test("A WBK that is taken away marks the WBBM that stands on it, and tells so on the journal", arguments: TestEngine.available)
    func revoked(engine: TestEngine) async throws {
        let house = try await CandidacyHouse(engine)
        try await house.candidacy(
            "wbk",
            taken: CandidacyHouse.toAward + [
                (.openRevocation, "akun-ketua", .ground("laporan-tpi")), (.clarify, "akun-ketua", .none),
                (.recommendRevocation, "akun-tpn1", .none),
            ])
        try await house.candidacy("wbbm", .wbbm, taken: Array(CandidacyHouse.toAssessed.prefix(3)))
        let tpn2 = try await house.browser("tpn2")
        #expect(try await tpn2.take(.revoke, of: "wbk").status == .seeOther)
        #expect(try await house.kept("wbbm").needsAttention?.contains("WBK unit ini dicabut") == true)
        #expect(try await house.facts().suffix(2) == ["langkah-pencalonan-diambil", "pencalonan-dipertanyakan"])
    }

    @Test("A void year stops the nominations of the agency, and the latest word counts")
    func knockedOut() async throws {
        let house = try await CandidacyHouse()
        try await house.candidacy("c1", taken: CandidacyHouse.toAssessed)
        let tpn1 = try await house.browser("tpn1")
        func announce(_ path: String, _ kind: String, _ more: [String: String] = [:]) async throws -> TestResponse {
            try await tpn1.get(path)
            let fields = ["jenis": kind, "program": "permenpanrb-90-2021", "tahun": "2026", "tanggal": "2026-11-24", "sumber": "Putusan 7"]
            return try await tpn1.post(path, fields.merging(more) { $1 })
        }
        #expect(try await announce("/instansi/nasional/pengumuman", "tenggat").status == .seeOther)
        #expect(try await announce("/instansi/kota/pengumuman", "gugur").status == .seeOther)
        let pimpinan = try await house.browser("pimpinan")
        #expect(try await pimpinan.take(.nominate, of: "c1").text.contains("ZI-2215"))
        house.town.clock.pass(seconds: 1)
        #expect(try await announce("/instansi/kota/pengumuman", "gugur-dibatalkan").status == .seeOther)
        #expect(try await pimpinan.take(.nominate, of: "c1").status == .seeOther)
        let wrong = try await announce("/instansi/kota/pengumuman", "tenggat", ["tahun": "19", "tanggal": "kemarin", "sumber": ""])
        #expect(wrong.status == .unprocessableContent)
        for field in ["jenis", "tahun", "tanggal", "sumber"] { #expect(wrong.text.contains("href=\"#\(field)\""), "\(field)") }
        #expect(try await pimpinan.get("/instansi/kota/pengumuman").status == .forbidden)
    }
}
