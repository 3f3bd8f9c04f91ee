import HTTPTypes
import HummingbirdTesting
import Rulebook
import Testing

@testable import Service

@Suite("The life of a unit") struct UnitLifeTests {
    private static func stage(_ engine: TestEngine) async throws -> (town: Town, dewi: Browser) {
        let town = try await Town(engine)
        try await town.agency("kota", units: ["dukcapil", "puskesmas", "klinik"])
        return (town, try await Browser.administrator("dewi", of: "kota", in: town))
    }

    private let page = "/instansi/kota/unit/dukcapil"

    @Test("A new name leaves the old one on record, with the last day of it", arguments: TestEngine.available)
    func rename(engine: TestEngine) async throws {
        let (_, dewi) = try await Self.stage(engine)
        let fields = ["kode-unit": "DUKCAPIL", "nama-unit": "Dinas Catatan Sipil", "nama-sejak": "2026-07-01"]
        #expect(try await dewi.fill(page + "/ubah", fields, from: page).location == page)
        let shown = try await dewi.get(page).text
        #expect(shown.contains("Nama terdahulu") && shown.contains("Unit dukcapil, sampai 30 Juni 2026"))
        // Saved again under the same name nothing changes; a name before the last change is refused, and what was typed comes back.
        #expect(try await dewi.fill(page + "/ubah", fields.merging(["nama-sejak": ""]) { $1 }, from: page).location == page)
        let early = try await dewi.fill(page + "/ubah", fields.merging(["nama-unit": "Disdukcapil", "nama-sejak": "2026-06-30"]) { $1 }, from: page)
        #expect(early.status == 422 && early.text.contains("ZI-2015") && early.text.contains("value=\"Disdukcapil\""))
        let mistyped = try await dewi.fill(page + "/ubah", fields.merging(["nama-sejak": "kemarin"]) { $1 }, from: page)
        #expect(mistyped.status == 422 && mistyped.text.contains("ZI-2015"))
        #expect(try await dewi.fill(page + "/ubah", fields.merging(["nama-unit": "Disdukcapil", "nama-sejak": ""]) { $1 }, from: page).location == page)
        #expect(try await dewi.get(page).text.contains("Dinas Catatan Sipil, sampai 23 November 2026"))
        #expect(try await dewi.get("/instansi/kota/jurnal").text.contains("Dinas Catatan Sipil menjadi Disdukcapil, sejak 24 November 2026."))
    }

    @Test("What a unit is and does is kept and shown", arguments: TestEngine.available)
    func profile(engine: TestEngine) async throws {
        let (_, dewi) = try await Self.stage(engine)
        let fields = ["eselon": "II", "fungsi": "Melayani penduduk", "pegawai": "1.250", "anggaran": "12500000000", "layanan": "KTP-el\nAkta <lahir>"]
        let wrong = try await dewi.fill(page + "/data-unit", fields.merging(["pegawai": "banyak"]) { $1 })
        #expect(wrong.status == 422 && wrong.text.contains("ZI-2016") && wrong.text.contains("Akta &lt;lahir&gt;</textarea>"))
        #expect(try await dewi.fill(page + "/data-unit", fields).location == page)
        let shown = try await dewi.get(page).text
        #expect(shown.contains("Eselon II") && shown.contains("1.250 orang") && shown.contains("Rp12.500.000.000") && shown.contains("Akta &lt;lahir&gt;"))
        #expect(try await dewi.get(page + "/data-unit").text.contains("value=\"12.500.000.000\""))
    }

    @Test("A merged unit keeps its past, points to what it became, and takes on nothing new", arguments: TestEngine.available)
    func merge(engine: TestEngine) async throws {
        let (town, dewi) = try await Self.stage(engine)
        #expect(try await dewi.get(page + "/gabung").text.contains("Ya, gabungkan unit"))
        for (target, day) in [("DUKCAPIL", "2026-07-01"), ("TIDAK-ADA", "2026-07-01"), ("PUSKESMAS", "2026-11-25"), ("", "")] {
            let refused = try await dewi.fill(page + "/gabung", ["unit-tujuan": target, "tanggal-gabung": day])
            #expect(refused.status == 422 && (refused.text.contains("ZI-2013") || refused.text.contains("ZI-2014")))
        }
        // Not into one of its own.
        let below = ["kode-unit": "KLINIK", "nama-unit": "Unit klinik", "induk": "dukcapil"]
        #expect(try await dewi.fill("/instansi/kota/unit/klinik/ubah", below, from: "/instansi/kota/unit/klinik").location != nil)
        #expect(try await dewi.fill(page + "/gabung", ["unit-tujuan": "klinik", "tanggal-gabung": "2026-07-01"]).text.contains("ZI-2013"))

        #expect(try await dewi.fill(page + "/gabung", ["unit-tujuan": "puskesmas", "tanggal-gabung": "2026-07-01"]).location == page)
        let shown = try await dewi.get(page).text
        #expect(shown.contains("Digabung ke") && shown.contains("sejak 1 Juli 2026") && !shown.contains("/ubah\"") && !shown.contains("/gabung\""))
        #expect(try await dewi.get("/instansi/kota/unit/puskesmas").text.contains("Gabungan dari"))
        #expect(try await dewi.get("/instansi/kota/jurnal").text.contains("Unit dukcapil menjadi bagian dari Unit puskesmas, sejak 1 Juli 2026."))
        for path in ["/gabung", "/data-unit"] { #expect(try await dewi.get(page + path).status == .notFound) }
        let change = try await dewi.fill(page + "/ubah", ["kode-unit": "DUKCAPIL", "nama-unit": "Lain"], from: "/instansi/kota/unit/puskesmas")
        #expect(change.status == 422 && change.text.contains("ZI-2012"))
        let stated = ["keadaan": "layanan-inti", "nilai": "Ya", "tanggal": "2026-05-20", "sumber": "SK 4/2026"]
        #expect(try await dewi.fill(page + "/keadaan", stated, from: "/instansi/kota/keadaan").text.contains("ZI-2012"))
        #expect(try await town.storage.records.read { try WorkUnitStore.find("dukcapil", of: "kota", in: $0)?.closedAt } != nil)
        // Nor can another become part of what has ended.
        let late = try await dewi.fill("/instansi/kota/unit/klinik/gabung", ["unit-tujuan": "dukcapil", "tanggal-gabung": "2026-07-01"])
        #expect(late.status == 422 && late.text.contains("ZI-2013"))
    }
}
