import Synchronization
import HTTPTypes
import HummingbirdTesting
import Rulebook
import Testing

@testable import Service

@Suite("A unit goes its way through the pages") struct CandidacyWayTests {
    @Test("From the start to the award and its end, each step by who may, and everything stands on the journal", arguments: TestEngine.available)
    func whole(engine: TestEngine) async throws {
        let house = try await CandidacyHouse(engine)
        let kepala = try await house.browser("kepala")
        #expect(try await kepala.get("/instansi/kota/unit/dukcapil").text.contains("Mulai pencalonan"))
        try await kepala.get("/instansi/kota/unit/dukcapil/pencalonan-baru")
        let started = try await kepala.post(
            "/instansi/kota/unit/dukcapil/pencalonan-baru",
            ["predikat": "wbk", "tahun": "2027", "program": "permenpanrb-90-2021", "afirmasi": ""])
        #expect(started.status == .seeOther)
        let id = CandidacyID(try #require(started.headers[.location]?.split(separator: "/").last.map(String.init)))
        #expect(try await kepala.take(.declare, of: id).status == .seeOther)

        let admin = try await house.administrator()
        #expect(try await admin.take(.propose, of: id).status == .seeOther)
        let pimpinan = try await house.browser("pimpinan")
        #expect(try await pimpinan.take(.appoint, of: id, ["nomor": "SK 188/61"]).status == .seeOther)
        let ketua = try await house.browser("ketua")
        #expect(try await ketua.take(.openAssessment, of: id).status == .seeOther)
        #expect(try await ketua.take(.closeAssessment, of: id, ["nilai": "87,25"]).status == .seeOther)

        // It is November: nominations of the year are closed until somebody announces another day.
        let late = try await pimpinan.take(.nominate, of: id)
        #expect(late.status == .unprocessableContent && late.text.contains("Batas pengajuan tahun 2026: 31 Mei 2026"))
        let tpn1 = try await house.browser("tpn1")
        try await tpn1.get("/instansi/nasional/pengumuman")
        let announced = try await tpn1.post(
            "/instansi/nasional/pengumuman",
            ["jenis": "tenggat", "program": "permenpanrb-90-2021", "tahun": "2026", "tanggal": "2026-11-24", "sumber": "B/14/PW.00/2026"])
        #expect(announced.status == .seeOther)
        #expect(try await pimpinan.take(.nominate, of: id).status == .seeOther)
        #expect(try await house.kept(id).year == 2_026)

        #expect(try await tpn1.take(.startReview, of: id).status == .seeOther)
        for _ in 0..<5 {
            #expect(try await tpn1.take(.recordReviewStep, of: id, ["lulus": "ya", "responden": "30", "pelaksana": "Tim 3"]).status == .seeOther)
        }
        #expect(try await tpn1.take(.concludeReview, of: id, ["memenuhi": "ya", "nilai": "84,10"]).status == .seeOther)
        #expect(try await tpn1.take(.proposeAward, of: id).status == .seeOther)
        let alone = try await tpn1.take(.award, of: id)
        #expect(alone.status == .unprocessableContent && alone.text.contains("ZI-2206"))
        let tpn2 = try await house.browser("tpn2")
        #expect(try await tpn2.take(.award, of: id, ["berlaku-sampai": "2028-11-24"]).status == .seeOther)

        let page = try await kepala.get("/instansi/kota/pencalonan/\(id)").text
        #expect(page.contains("87,25") && page.contains("84,10") && page.contains("Berpredikat") && page.contains("Orang tpn2"))
        #expect(page.contains("sampai 24 November 2028") && page.contains("SK 188/61"))
        let kept = try await house.kept(id)
        let (last, after) = (try #require(Day("2028-11-24")), try #require(Day("2028-11-25")))
        #expect(kept.isInForce(on: last) && !kept.isInForce(on: after))
        #expect(try await house.facts().filter { $0 == "langkah-pencalonan-diambil" }.count == 15)

        #expect(try await ketua.take(.openRevocation, of: id, ["dasar-pencabutan": "laporan-tpi"]).status == .seeOther)
        #expect(try await ketua.take(.clarify, of: id).status == .seeOther)
        #expect(try await tpn1.take(.recommendRevocation, of: id).status == .seeOther)
        #expect(try await tpn1.take(.revoke, of: id).status == .unprocessableContent)
        #expect(try await tpn2.take(.revoke, of: id).status == .seeOther)
        #expect(try await house.kept(id).state == .revoked)
        try await kepala.get("/instansi/kota/unit/dukcapil/pencalonan-baru")
        let again = try await kepala.post(
            "/instansi/kota/unit/dukcapil/pencalonan-baru", ["predikat": "wbk", "tahun": "2027", "program": "permenpanrb-90-2021"])
        #expect(again.status == .seeOther, "it may develop while it waits")
    }

    @Test("A refused step says everything that is missing, keeps what was typed and changes nothing", arguments: TestEngine.available)
    func refused(engine: TestEngine) async throws {
        let house = try await CandidacyHouse(engine)
        try await house.candidacy("c1", taken: CandidacyHouse.toAssessed)
        house.findings.missing.withLock { $0 = [.prerequisitesMet, .minimumsMet] }
        house.findings.absent.withLock { $0 = ["sptjm"] }
        let before = try await house.facts().count
        let pimpinan = try await house.browser("pimpinan")
        let page = try await pimpinan.get("/instansi/kota/pencalonan/c1").text
        #expect(page.contains("4 syarat belum"))
        let answer = try await pimpinan.take(.nominate, of: "c1", ["nomor": "", "alasan": "<b>Segera</b>"])
        #expect(answer.status == .unprocessableContent)
        for code in ["syarat pengajuan instansi", "Nilai hasil penilaian TPI", "SPTJM", "Batas pengajuan", "memerlukan nomor"] {
            #expect(answer.text.contains(code), "\(code)")
        }
        #expect(answer.text.contains("&lt;b&gt;Segera&lt;/b&gt;") && !answer.text.contains("<b>Segera"))
        #expect(try await house.moves("c1").count == 5)
        #expect(try await house.facts().count == before + 1, "only the signing in")
    }

    @Test("Whoever is not one of those who take a step may neither see its form nor send it")
    func strangers() async throws {
        let house = try await CandidacyHouse()
        try await house.candidacy("c1", taken: CandidacyHouse.toAssessed)
        for name in ["anggota", "auditor"] {
            let browser = try await house.browser(name)
            let page = try await browser.get("/instansi/kota/pencalonan/c1")
            #expect(page.status == .ok && !page.text.contains("/langkah/"))
            #expect(try await browser.get("/instansi/kota/pencalonan/c1/langkah/ajukan-usulan").status == .forbidden)
            #expect(try await browser.post("/instansi/kota/pencalonan/c1/langkah/ajukan-usulan", ["tanggal": "x"]).status == .forbidden)
        }
        // The lead takes steps, but not this one.
        let ketua = try await house.browser("ketua")
        let answer = try await ketua.take(.nominate, of: "c1")
        #expect(answer.status == .unprocessableContent && answer.text.contains("ZI-2204"))
    }

    @Test("Two people at once: the slower one is told that the candidacy has moved on")
    func stale() async throws {
        let house = try await CandidacyHouse()
        try await house.candidacy("c1", taken: Array(CandidacyHouse.toAssessed.prefix(3)))
        let ketua = try await house.browser("ketua")
        try await ketua.get("/instansi/kota/pencalonan/c1/langkah/buka-penilaian")
        let fields = ["tanggal": "2026-11-24", "urutan": "3", "nomor": "SK 1"]
        #expect(try await ketua.post("/instansi/kota/pencalonan/c1/langkah/buka-penilaian", fields).status == .seeOther)
        let again = try await ketua.post("/instansi/kota/pencalonan/c1/langkah/buka-penilaian", fields)
        #expect(again.status == .unprocessableContent && again.text.contains("ZI-2217"))
        #expect(try await house.moves("c1").count == 4)
    }

    @Test("A dangerous step is asked once more, and a step that does not come next leads back to the candidacy")
    func sure() async throws {
        let house = try await CandidacyHouse()
        try await house.candidacy("c1", taken: CandidacyHouse.toAssessed)
        let pimpinan = try await house.browser("pimpinan")
        try await pimpinan.get("/instansi/kota/pencalonan/c1/langkah/tarik-pencalonan")
        let fields = ["tanggal": "2026-11-24", "urutan": "5", "alasan": "Unit digabung."]
        let asked = try await pimpinan.post("/instansi/kota/pencalonan/c1/langkah/tarik-pencalonan", fields)
        #expect(asked.status == .ok && asked.text.contains("Langkah ini tidak dapat dibatalkan") && asked.text.contains("value=\"Unit digabung.\""))
        #expect(try await house.kept("c1").state == .assessed)
        #expect(try await pimpinan.post("/instansi/kota/pencalonan/c1/langkah/tarik-pencalonan", fields.merging(["yakin": "ya"]) { $1 }).status == .seeOther)
        #expect(try await house.kept("c1").state == .withdrawn)
        let gone = try await pimpinan.get("/instansi/kota/pencalonan/c1/langkah/ajukan-usulan")
        #expect(gone.status == .seeOther && gone.headers[.location] == "/instansi/kota/pencalonan/c1")
        #expect(try await pimpinan.get("/instansi/kota/pencalonan/c1/langkah/terbang").status == .notFound)
    }
}
