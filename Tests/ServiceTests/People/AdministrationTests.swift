import HTTPTypes
import HummingbirdTesting
import HummingbirdTesting
import Rulebook
import Testing

@testable import Service

@Suite("What administrators do") struct AdministrationTests {
    /// A town with one agency, its administrators, and a national one.
    private struct Stage {
        let town: Town
        let dewi: Browser
        let eko: Browser
        let induk: Browser

        init(_ engine: TestEngine = .sqlite) async throws {
            town = try await Town(engine)
            try await town.agency("kota", units: ["dukcapil", "puskesmas"])
            try await town.agency("kabupaten")
            dewi = try await Self.administrator("dewi", .agencyAdministrator, "kota", town)
            eko = try await Self.administrator("eko", .agencyAdministrator, "kota", town)
            induk = try await Self.administrator("induk", .nationalAdministrator, .nation, town)
        }

        private static func administrator(
            _ name: String, _ role: Role, _ agency: AgencyID, _ town: Town
        ) async throws -> Browser {
            let key = try #require(SecondFactorKey([UInt8](repeating: UInt8(name.utf8.count), count: 20)))
            try await town.person(name, of: agency, [(role, agency.scope)], key: key)
            let browser = Browser(town)
            try await browser.signIn(name)
            try await browser.get("/masuk/faktor-kedua")
            #expect(try await browser.post("/masuk/faktor-kedua", ["kode": town.code(key)]).status == .seeOther)
            return browser
        }

        /// The link that a page shows once.
        func link(_ text: String) throws -> String {
            String(try #require(text.firstMatch(of: /\/tautan\/[A-Za-z0-9_-]{43}/)).0)
        }
    }

    @Test("A person is invited, accepts, gets a role and loses it", arguments: TestEngine.available)
    func person(engine: TestEngine) async throws {
        let stage = try await Stage(engine)
        let dewi = stage.dewi
        let page = try await dewi.get("/instansi/kota/akun")
        #expect(page.status == .ok && page.text.contains("Orang eko"))
        let wrong = try await dewi.post("/instansi/kota/undang", ["nama": "Ratna <b>", "nip": "12"])
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("value=\"Ratna &lt;b&gt;\""))
        let invited = try await dewi.post("/instansi/kota/undang", ["nama": "Ratna", "surel": "ratna@contoh.go.id"])
        #expect(invited.status == .ok && invited.headers[.cacheControl] == "no-store")
        let link = try stage.link(invited.text)
        let path = String(try #require(invited.text.firstMatch(of: /\/instansi\/kota\/akun\/[0-9a-z]{26}/)).0)

        // Invited again, the first link is dead and the second one good.
        try await dewi.get(path)
        let again = try stage.link(try await dewi.post(path + "/undangan-ulang").text)
        let ratna = Browser(stage.town)
        #expect(try await ratna.get(link).status == .gone)
        #expect(try await ratna.get(again).status == .ok)

        try await dewi.get(path)
        let given = try await dewi.post(path + "/beri-peran", ["peran": "anggota-unit", "unit": "dukcapil", "mulai": "2026-11-24"])
        #expect(given.headers[.location] == path + "?kabar=peran-diberikan")
        let shown = try await dewi.get(path)
        #expect(shown.text.contains("Anggota unit kerja") && shown.text.contains("Unit dukcapil"))
        #expect(try await dewi.get("/instansi/kota/unit/dukcapil").text.contains("Ratna"))
        let twice = try await dewi.post(path + "/beri-peran", ["peran": "anggota-unit", "unit": "dukcapil", "mulai": "2026-11-24"])
        #expect(twice.status == .unprocessableContent && twice.text.contains("ZI-1809"))
        let nowhere = try await dewi.post(path + "/beri-peran", ["peran": "anggota-unit", "unit": "tidak-ada", "mulai": "2026-11-24"])
        #expect(nowhere.status == .unprocessableContent && nowhere.text.contains("ZI-1802"))

        let grant = try #require(shown.text.firstMatch(of: /cabut-peran\?pemberian=([0-9a-z]{26})/))
        #expect(try await dewi.get(path + "/" + String(grant.0)).text.contains("Ya, cabut peran"))
        let taken = try await dewi.post(path + "/cabut-peran", ["pemberian": String(grant.1)])
        #expect(taken.headers[.location] == path + "?kabar=peran-dicabut")
        #expect(try await dewi.get(path).text.contains("belum mempunyai peran"))

        // Closed, then erased; the name is gone from every page.
        #expect(try await dewi.post(path + "/hapus-data-diri").status == .unprocessableContent)
        #expect(try await dewi.get(path + "/tutup").text.contains("Ya, tutup akun"))
        #expect(try await dewi.post(path + "/tutup").headers[.location] == path + "?kabar=ditutup")
        #expect(try await dewi.get(path + "/hapus-data-diri").text.contains("Ya, hapus data pribadi"))
        #expect(try await dewi.post(path + "/hapus-data-diri").headers[.location] == path + "?kabar=dihapus")
        #expect(try await !dewi.get("/instansi/kota/akun").text.contains("Ratna"))
    }

    @Test("A key role and a reset of whoever has one wait for a second administrator", arguments: TestEngine.available)
    func twoPeople(engine: TestEngine) async throws {
        let stage = try await Stage(engine)
        let (dewi, eko) = (stage.dewi, stage.eko)
        try await stage.town.person("bupati", of: "kota")
        let path = "/instansi/kota/akun/akun-bupati"
        try await dewi.get(path)
        let asked = try await dewi.post(path + "/beri-peran", ["peran": "pimpinan-instansi", "mulai": "2026-11-24"])
        #expect(asked.headers[.location] == path + "?kabar=menunggu")
        let own = try await dewi.get(path)
        #expect(own.text.contains("Menunggu orang kedua") && !own.text.contains("/setujui\""))
        let request = String(try #require(own.text.firstMatch(of: /name="permintaan" value="([0-9a-z]{26})"/)).1)
        #expect(try await dewi.post(path + "/setujui", ["permintaan": request]).status == .unprocessableContent)
        #expect(try await eko.get(path).text.contains("/setujui\""))
        // Not from the page of somebody else.
        #expect(try await eko.post("/instansi/kota/akun/akun-dewi/setujui", ["permintaan": request]).status == .notFound)
        #expect(try await eko.post(path + "/setujui", ["permintaan": request]).headers[.location] == path + "?kabar=disetujui")
        #expect(try await eko.get(path).text.contains("Pimpinan instansi"))

        try await dewi.get(path)
        #expect(try await dewi.post(path + "/tautan", ["jenis": "atur-ulang-sandi"]).headers[.location] == path + "?kabar=menunggu")
        let waiting = try await eko.get(path)
        let reset = String(try #require(waiting.text.firstMatch(of: /name="permintaan" value="([0-9a-z]{26})"/)).1)
        let approved = try await eko.post(path + "/setujui", ["permintaan": reset])
        #expect(approved.status == .ok)
        #expect(try await Browser(stage.town).get(stage.link(approved.text)).status == .ok)
        let open = try await eko.get(path)
        let link = String(try #require(open.text.firstMatch(of: /name="tautan" value="([0-9a-z]{26})"/)).1)
        #expect(try await eko.post(path + "/tarik-tautan", ["tautan": link]).headers[.location] == path + "?kabar=tautan-ditarik")
        #expect(try await Browser(stage.town).get(stage.link(approved.text)).status == .gone)
    }

    @Test("Units are made, moved, never under themselves, and closed for good", arguments: TestEngine.available)
    func units(engine: TestEngine) async throws {
        let stage = try await Stage(engine)
        let dewi = stage.dewi
        #expect(try await dewi.get("/instansi/kota/unit").text.contains("Unit puskesmas"))
        let made = try await dewi.post(
            "/instansi/kota/unit-baru", ["kode-unit": "loket", "nama-unit": "Loket", "induk": "dukcapil"])
        let path = try #require(made.headers[.location])
        #expect(try await dewi.get(path).text.contains("Unit dukcapil"))
        let circle = try await dewi.post(path + "/ubah", ["kode-unit": "loket", "nama-unit": "Loket", "induk": String(path.split(separator: "/")[3])])
        #expect(circle.status == .unprocessableContent && circle.text.contains("ZI-2003"))
        let taken = try await dewi.post(path + "/ubah", ["kode-unit": "DUKCAPIL", "nama-unit": "Loket"])
        #expect(taken.status == .unprocessableContent && taken.text.contains("ZI-2002"))
        #expect(try await dewi.get(path + "/tutup").text.contains("Ya, tutup unit"))
        #expect(try await dewi.post(path + "/tutup").headers[.location] == path)
        #expect(try await !dewi.get(path).text.contains("/ubah\""))
        #expect(try await dewi.post(path + "/tutup").status == .notFound)
    }

    @Test("The nation registers agencies and looks into none of their units", arguments: TestEngine.available)
    func agencies(engine: TestEngine) async throws {
        let stage = try await Stage(engine)
        let induk = stage.induk
        #expect(try await induk.get("/instansi").text.contains("Tingkat nasional"))
        let fields = ["kode-instansi": "baru", "nama-instansi": "Instansi Baru", "zona-waktu": "wit"]
        let made = try await induk.post("/instansi/nasional/instansi-baru", fields)
        let path = try #require(made.headers[.location])
        #expect(try await induk.get(path).text.contains("WIT"))
        let twice = try await induk.post("/instansi/nasional/instansi-baru", fields)
        #expect(twice.status == .unprocessableContent && twice.text.contains("value=\"Instansi Baru\""))
        #expect(try await induk.get("/instansi/kota/unit").status == .forbidden)
        #expect(try await induk.get("/instansi/nasional/unit").status == .forbidden)
        #expect(try await stage.dewi.post("/instansi/nasional/instansi-baru", [:]).status == .forbidden)
        #expect(try await stage.dewi.get("/instansi/kabupaten").status == .forbidden)

        try await stage.dewi.get("/instansi/kota")
        #expect(
            try await stage.dewi.post("/instansi/kota/wajib-faktor-kedua", ["peran-wajib": "auditor"]).headers[.location]
                == "/instansi/kota")
        #expect(try await stage.dewi.get("/instansi/kota").text.contains("value=\"auditor\" checked"))
    }

    @Test("An account stands only under the agencies it belongs to")
    func place() async throws {
        let stage = try await Stage()
        #expect(try await stage.induk.get("/instansi/kota/akun/akun-dewi").status == .ok)
        #expect(try await stage.induk.get("/instansi/kabupaten/akun/akun-dewi").status == .notFound)
        #expect(try await stage.induk.post("/instansi/kabupaten/akun/akun-dewi/tutup").status == .notFound)
        #expect(try await stage.dewi.get("/instansi/kota/akun/akun-induk").status == .forbidden)
        #expect(try await stage.induk.get("/instansi/kota/akun/tidak-ada").status == .notFound)
    }
}
