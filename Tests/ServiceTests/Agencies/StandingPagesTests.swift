import HTTPTypes
import HummingbirdTesting
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("How agencies stand") struct StandingPagesTests {
    private static let opinion = ["keadaan": "opini-bpk", "nilai": "WTP", "tahun": "2025", "tanggal": "2026-05-20", "sumber": "LHP BPK 12/2026"]

    private static func town(_ engine: TestEngine) async throws -> Town {
        let town = try await Town(engine)
        try await town.agency("kota", units: ["dukcapil", "puskesmas"])
        return town
    }

    private static func standings(_ town: Town) async throws -> [Standing] {
        try await town.storage.records.read { try StandingStore.about("kota", in: $0) }
    }

    @Test("A statement is made, not made twice, revoked and made anew; nothing of it is lost", arguments: TestEngine.available)
    func life(engine: TestEngine) async throws {
        let town = try await Self.town(engine)
        let ketua = try await Browser.holder("ketua", .assessorLead, .agency("kota"), of: "kota", in: town)
        let page = "/instansi/kota/keadaan"
        #expect(try await ketua.get(page).text.contains("Belum ada yang dicatat"))
        #expect(try await ketua.get(page + "?catat=opini-bpk").text.contains("Tahun yang dinilai"))
        #expect(try await !ketua.get(page + "?catat=tidak-ada").text.contains("Tahun yang dinilai"))

        let wrong = try await ketua.fill(page, Self.opinion.merging(["tahun": "", "sumber": "<b>"]) { $1 })
        #expect(wrong.status == 422 && wrong.text.contains("ZI-2005") && wrong.text.contains("value=\"&lt;b&gt;\""))
        #expect(try await ketua.fill(page, Self.opinion).location == page)
        let shown = try await ketua.get(page).text
        #expect(shown.contains("LHP BPK 12/2026") && shown.contains("20 Mei 2026") && shown.contains("Petugas instansi"))
        #expect(try await ketua.get("/instansi/kota").text.contains("LHP BPK 12/2026"))
        let twice = try await ketua.fill(page, Self.opinion.merging(["nilai": "WDP"]) { $1 })
        #expect(twice.status == 422 && twice.text.contains("ZI-2007") && twice.text.contains("<option value=\"WDP\" selected>"))

        let id = try #require(try await Self.standings(town).first).id.text
        let revoke = page + "/\(id)/cabut"
        #expect(try await ketua.get(revoke).text.contains("Ya, cabut catatan"))
        let bad = try await ketua.fill(revoke, ["tanggal-cabut": "2026-05-19", "alasan": "x"])
        #expect(bad.status == 422 && bad.text.contains("ZI-2004") && bad.text.contains("value=\"2026-05-19\""))
        #expect(try await ketua.fill(revoke, ["tanggal-cabut": "2026-11-24", "alasan": "Opini diturunkan BPK."]).location == page)
        #expect(try await ketua.get(page).text.contains("Opini diturunkan BPK."))
        #expect(try await !ketua.get("/instansi/kota").text.contains("LHP BPK 12/2026"))
        // Once revoked there is nothing to revoke.
        #expect(try await ketua.get(revoke).status == .notFound)
        let again = try await ketua.fill(revoke, ["tanggal-cabut": "2026-11-24", "alasan": "Sekali lagi."], from: page)
        #expect(again.status == 422 && again.text.contains("ZI-2008"))
        town.clock.pass(seconds: 1)
        #expect(try await ketua.fill(page, Self.opinion.merging(["nilai": "WDP"]) { $1 }).location == page)
        #expect(try await Self.standings(town).map(\.text) == ["WTP", "WDP"])

        let dewi = try await Browser.administrator("dewi", of: "kota", in: town)
        let journal = try await dewi.get("/instansi/kota/jurnal").text
        #expect(journal.contains("Catatan keadaan dicabut") && journal.contains("tidak berlaku sejak 24 November 2026. Opini diturunkan BPK."))
        #expect(try await dewi.get(page).text.contains("Orang ketua"))
    }

    @Test("Neither a statement nor its revocation can be changed or removed", arguments: TestEngine.available)
    func appendOnly(engine: TestEngine) async throws {
        let town = try await Self.town(engine)
        let now = town.clock.timestamp
        let day = Identity.day(now)
        try await town.storage.records.change { change in
            let standing = Standing(
                id: "s1", unit: "dukcapil", fact: "tlhp", text: "100", year: nil, statedOn: day, source: "Surat 1", statedBy: "dewi")
            try StandingStore.insert(standing, in: "kota", at: now, in: change.session)
            try StandingStore.insert(
                Standing.Revocation(day: day, reason: "Keliru.", by: "dewi"), of: "s1", in: "kota", at: now, in: change.session)
            try UnitLifeStore.insert(.init(name: "Lama", until: day), of: "dukcapil", in: "kota", by: "dewi", at: now, in: change.session)
            try UnitLifeStore.insert(.init(unit: "dukcapil", target: "puskesmas", day: day), in: "kota", by: "dewi", at: now, in: change.session)
        }
        var attempts: [SQL] = [
            "UPDATE standings SET value = '0'", "DELETE FROM standings", "UPDATE standing_revocations SET reason = 'x'",
            "DELETE FROM standing_revocations", "UPDATE unit_names SET name = 'x'", "DELETE FROM unit_names", "UPDATE unit_mergers SET day = '2000-01-01'",
            "DELETE FROM unit_mergers",
        ]
        if engine == .sqlite {
            attempts += ["standings", "standing_revocations", "unit_names", "unit_mergers"].map {
                SQL(text: "INSERT OR REPLACE INTO \($0) SELECT * FROM \($0)")
            }
        }
        for attempt in attempts {
            await #expect(throws: RelationalError.self, "\(attempt.text)") {
                try await town.storage.records.database.write { try $0.execute(attempt) }
            }
        }
        let kept = try await town.storage.records.read { try StandingStore.about("dukcapil", of: "kota", in: $0) }
        #expect(kept.map(\.revocation?.reason) == ["Keliru."] && kept.first?.statedOn == day)
    }

    @Test("What is read of an agency or a unit does not grow with the rest of the agency")
    func plans() async throws {
        let town = try await Self.town(.sqlite)
        for unit in [nil, "dukcapil"] as [WorkUnitID?] {
            let plan = try await town.storage.records.read { session in
                try session.rows("EXPLAIN QUERY PLAN \(StandingStore.selection) \(StandingStore.source("kota", unit))").map { try $0.text(3) }
            }
            #expect(plan.first?.contains("USING INDEX standings_by_holder (agency=? AND unit=?)") == true && plan.count == 2, "\(plan)")
        }
    }

    @Test("Who only reads sees the statements and can make or revoke none")
    func readers() async throws {
        let town = try await Self.town(.sqlite)
        let ketua = try await Browser.holder("ketua", .assessorLead, .agency("kota"), of: "kota", in: town)
        try await ketua.fill("/instansi/kota/keadaan", Self.opinion)
        let unit = "/instansi/kota/unit/dukcapil/keadaan"
        try await ketua.fill(unit, ["keadaan": "layanan-inti", "nilai": "Ya", "tanggal": "2026-05-20", "sumber": "SK Wali Kota 4/2026"])
        let id = try #require(try await Self.standings(town).first).id.text
        let reader = try await Browser.holder("pengawas", .auditor, .agency("kota"), of: "kota", in: town)
        let member = try await Browser.holder("anggota", .unitMember, .unit("dukcapil", in: "kota"), of: "kota", in: town)
        for browser in [reader, member] {
            for page in ["/instansi/kota/keadaan", unit] {
                let text = try await browser.get(page).text
                #expect(text.contains("2026") && !text.contains("Catat keadaan</h2>") && !text.contains("/cabut\""))
                #expect(try await browser.fill(page, Self.opinion).status == 403)
            }
            #expect(try await browser.get("/instansi/kota/keadaan/\(id)/cabut").status == .forbidden)
            #expect(try await browser.get("/instansi/kota/keadaan/tidak-ada/cabut").status == .forbidden)
        }
        #expect(try await reader.get(unit).text.contains("Orang ketua"))
        #expect(try await !member.get(unit).text.contains("Orang ketua"), "names of accounts are for those who may see accounts")
        // An assessor of one unit states about that unit and nothing else.
        let own = try await Browser.holder("satu", .assessorMember, .unit("puskesmas", in: "kota"), of: "kota", in: town)
        #expect(try await own.fill("/instansi/kota/keadaan", Self.opinion).status == 403)
        #expect(try await own.fill(unit, Self.opinion, from: "/instansi/kota").status == 403)
    }

    @Test("The kind of an agency is kept and shown", arguments: TestEngine.available)
    func kind(engine: TestEngine) async throws {
        let town = try await Self.town(engine)
        let dewi = try await Browser.administrator("dewi", of: "kota", in: town)
        let fields = ["kode-instansi": "KOTA", "nama-instansi": "Kota Contoh", "zona-waktu": "wib", "jenis-instansi": "kota"]
        #expect(try await dewi.fill("/instansi/kota/ubah", fields, from: "/instansi/kota").location == "/instansi/kota")
        #expect(try await dewi.get("/instansi/kota").text.contains("Pemerintah kota"))
        let wrong = try await dewi.fill("/instansi/kota/ubah", fields.merging(["jenis-instansi": "kerajaan"]) { $1 }, from: "/instansi/kota")
        #expect(wrong.status == 422 && wrong.text.contains("ZI-2011"))
        #expect(try await town.storage.records.read { try AgencyStore.find("kota", in: $0)?.kind } == .city)
    }
}
