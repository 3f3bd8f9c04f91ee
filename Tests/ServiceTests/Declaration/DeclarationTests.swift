import HTTPTypes
import HummingbirdTesting
import Rulebook
import Testing

@testable import Service

@Suite("The declaration of a unit") struct DeclarationTests {
    @Test("The head records the event, the roll is signed on paper and on screen, readiness is stated", arguments: TestEngine.available)
    func whole(engine: TestEngine) async throws {
        let stage = try await StageTown(engine)
        let (head, page) = (stage.head, StageTown.page)
        #expect(try await head.get(page).text.contains("Daftar pegawai unit masih kosong."))
        let event = ["hari-acara": "2026-11-20", "tempat": "Aula <b>", "pengumuman": "dukcapil.contoh.go.id", "saksi": "ori"]
        #expect(try await head.post(page + "/acara", event).headers[.location] == page)
        let shown = try await head.get(page)
        #expect(shown.text.contains("Pencanangan pada 20 November 2026 di Aula &lt;b&gt;, diumumkan lewat dukcapil.contoh.go.id."))
        #expect(shown.text.contains("Ombudsman Republik Indonesia"))

        let lines = "Dewi Lestari;198003152005011003\nEko Prasetyo\nBudi;198003152005011004"
        #expect(try await head.post(page + "/pegawai-banyak", ["daftar": lines]).status == .seeOther)
        #expect(try await head.post(page + "/pegawai-baru", ["nama-pegawai": "Cici", "mulai-tugas": "2026-11-23"]).status == .seeOther)
        var checks = try await stage.checks()
        #expect(checks[.declarationHeld]?.isMet == true)
        let none = "0 dari 4 pegawai (0%) sudah menandatangani per 24 November 2026; ketentuan: lebih dari 50%."
        #expect(checks[.pactCovered]?.statement == none)
        #expect(checks[.pactCovered]?.wayOut == "Minta paling sedikit 3 pegawai lagi menandatangani pakta integritas.")

        // Two of four are exactly half, which is not most; three are.
        for (at, name) in ["Dewi", "Eko", "Budi"].enumerated() {
            let path = try employee(name, on: try await head.get(page).text)
            #expect(try await head.get(path).text.contains("belum terhubung"))
            #expect(try await head.post(path + "/kertas", ["hari-tanda-tangan": "2026-11-20"]).headers[.location] == path)
            checks = try await stage.checks()
            #expect(checks[.pactCovered]?.isMet == (at == 2))
        }
        #expect(checks[.pactCovered]?.statement.contains("3 dari 4 pegawai (75%)") == true && checks[.pactCovered]?.wayOut == "")
        let new = try await head.get(page + "?tampil=baru").text
        #expect(new.contains("Cici") && !new.contains("Dewi Lestari"))
        #expect(try await head.get(page + "/cetak").text.contains("4 orang, 3 sudah menandatangani"))

        #expect(checks[.readinessStated]?.isMet == false)
        #expect(try await head.get(page + "/kesiapan").text.contains("Ya, nyatakan siap"))
        #expect(try await head.post(page + "/kesiapan").headers[.location] == page)
        #expect(try await head.post(page + "/kesiapan").status == .notFound)
        #expect(try await stage.checks()[.readinessStated]?.statement == "Kesiapan dinyatakan pimpinan unit pada 24 November 2026.")
        try await head.get(page)
        #expect(try await head.post(page + "/tarik-kesiapan").status == .seeOther)
        #expect(try await stage.checks()[.readinessStated]?.isMet == false)
        let journal = try await stage.administrator.get("/instansi/kota/jurnal").text
        #expect(journal.contains("Unit Unit dukcapil: 3 orang.") && !journal.contains("Eko Prasetyo"))
    }

    /// The address of somebody's page on a roll.
    private func employee(_ name: String, on text: String) throws -> String {
        let links = text.matches(of: /<a href="([^"]+\/pegawai\/[0-9a-z]+)">([^<]+)<\/a>/)
        return String(try #require(links.first { $0.2.hasPrefix(name) }).1)
    }

    @Test("Somebody of the unit signs on screen, once, found by the number that account and roll share", arguments: TestEngine.available)
    func signing(engine: TestEngine) async throws {
        let stage = try await StageTown(engine)
        let page = StageTown.page + "/tanda-tangan"
        let ani = try await stage.browser("ani", .unitMember, .unit("dukcapil", in: "kota"))
        let unknown = try await ani.get(page)
        #expect(unknown.text.contains("belum terhubung dengan daftar pegawai") && !unknown.text.contains("Tandatangani pakta"))
        #expect(try await ani.post(page, ["setuju": "ya"]).text.contains("ZI-2407"))

        let now = stage.town.clock.timestamp
        try await stage.town.storage.records.change { change in
            let person = AccountStore.Person(name: "Ani", nip: "199003152015012001", email: "ani@contoh.go.id")
            try AccountStore.correct(person, of: "akun-ani", in: change.session)
            change.record(JournalFact(.personCorrected, in: "kota", by: .system, about: "akun-ani", at: now))
        }
        try await stage.head.get(StageTown.page)
        let added = try await stage.head.post(StageTown.page + "/pegawai-banyak", ["daftar": "Ani Kecil;199003152015012001"])
        #expect(added.status == .seeOther)
        #expect(try await ani.get(page).text.contains("Saya, Ani Kecil, sudah membaca"))
        let unticked = try await ani.post(page)
        #expect(unticked.status == .unprocessableContent && unticked.text.contains("ZI-2408"))
        #expect(try await ani.post(page, ["setuju": "ya"]).headers[.location] == StageTown.page)
        #expect(try await ani.get(page).text.contains("Ditandatangani oleh Ani Kecil pada 24 November 2026."))
        let twice = try await ani.post(page, ["setuju": "ya"])
        #expect(twice.status == .unprocessableContent && twice.text.contains("ZI-2406"))
        #expect(try await ani.get(StageTown.page).text.contains("1 dari 1 pegawai (100%)"))
        // What somebody signed themselves is not for their head to take off.
        let path = try employee("Ani", on: try await stage.head.get(StageTown.page).text)
        try await stage.head.get(path)
        #expect(try await stage.head.post(path + "/batalkan", ["alasan": "tercatat karena keliru"]).status == .notFound)
    }

    @Test("A member sees the count, not the roll; only the head changes anything")
    func readers() async throws {
        let stage = try await StageTown()
        try await stage.head.get(StageTown.page)
        _ = try await stage.head.post(StageTown.page + "/pegawai-baru", ["nama-pegawai": "Dewi"])
        let member = try await stage.browser("ani", .unitMember, .unit("dukcapil", in: "kota"))
        let shown = try await member.get(StageTown.page)
        #expect(shown.status == .ok && shown.text.contains("0 dari 1 pegawai") && !shown.text.contains("Dewi"))
        let other = try await stage.browser("lain", .unitMember, .unit("puskesmas", in: "kota"))
        #expect(try await other.get(StageTown.page).status == .forbidden)
        let auditor = try await stage.browser("pengawas", .auditor, .agency("kota"))
        #expect(try await auditor.get(StageTown.page).text.contains("Dewi"))
        for browser in [member, auditor, stage.administrator] {
            for path in ["/acara", "/pegawai-baru", "/pegawai-banyak", "/kesiapan"] {
                try await browser.get("/instansi")
                #expect(try await browser.post(StageTown.page + path).status == .forbidden, "\(path)")
            }
        }
        try await auditor.get("/instansi")
        #expect(try await auditor.post(StageTown.page + "/tanda-tangan", ["setuju": "ya"]).status == .forbidden)
    }

    @Test("Once a step stands on it, event and readiness do not change; people may still sign")
    func settled() async throws {
        let stage = try await StageTown()
        let (head, page) = (stage.head, StageTown.page)
        try await head.get(page)
        _ = try await head.post(page + "/pegawai-baru", ["nama-pegawai": "Dewi"])
        try await stage.put(into: .declared)
        try await head.get(page)
        let refused = try await head.post(page + "/acara", ["hari-acara": "2026-11-20", "tempat": "Aula"])
        #expect(refused.status == .unprocessableContent && refused.text.contains("ZI-2412"))
        try await head.get(page)
        #expect(try await head.post(page + "/kesiapan").text.contains("ZI-2412"))
        let path = try employee("Dewi", on: try await head.get(page).text)
        try await head.get(path)
        #expect(try await head.post(path + "/kertas", ["hari-tanda-tangan": "2026-11-24"]).status == .seeOther)
    }
}
