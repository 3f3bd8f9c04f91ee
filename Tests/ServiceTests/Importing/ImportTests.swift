import HTTPTypes
import HummingbirdTesting
import Logging
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("Bringing in files") struct ImportTests {
    static let nip = "198501012010011001"

    /// A town with an agency and its administrators.
    struct Stage {
        let town: Town
        let dewi: Browser

        init(_ engine: TestEngine = .sqlite) async throws {
            town = try await Town(engine)
            try await town.agency("kota", units: ["dukcapil"])
            dewi = try await Self.administrator("dewi", .agencyAdministrator, "kota", town)
        }

        static func administrator(_ name: String, _ role: Role, _ agency: AgencyID, _ town: Town) async throws -> Browser {
            let key = try #require(SecondFactorKey([UInt8](repeating: UInt8(name.utf8.count), count: 20)))
            try await town.person(name, of: agency, [(role, agency.scope)], key: key)
            let browser = Browser(town)
            try await browser.signIn(name)
            try await browser.get("/masuk/faktor-kedua")
            #expect(try await browser.post("/masuk/faktor-kedua", ["kode": town.code(key)]).status == .seeOther)
            return browser
        }

        /// Sends a file and opens its preview.
        func preview(_ kind: String, _ file: String, by browser: Browser? = nil) async throws -> (path: String, text: String) {
            let browser = browser ?? dewi
            try await browser.get("/instansi/kota/impor")
            let sent = try await browser.upload("/instansi/kota/impor", ["jenis": kind], file: file)
            let path = try #require(sent.headers[.location], "\(sent.text.prefix(3_000))")
            return (path, try await browser.get(path).text)
        }

        func carryOut(_ path: String, by browser: Browser? = nil) async throws -> TestResponse {
            let browser = browser ?? dewi
            let digest = String(browser.text.firstMatch(of: /name="sidik" value="([0-9a-f]{64})"/)?.1 ?? "")
            return try await browser.post(path + "/laksanakan", ["sidik": digest])
        }
    }

    @Test("Units come in with those above first, and the same file twice changes nothing", arguments: TestEngine.available)
    func units(engine: TestEngine) async throws {
        let stage = try await Stage(engine)
        let file = "kode;nama;induk\nLOKET;Loket Depan;LAYANAN\nLAYANAN;Bidang Layanan;DUKCAPIL\nDUKCAPIL;Dinas Dukcapil;\n"
        let (path, text) = try await stage.preview("unit", file)
        #expect(text.contains("<dt>Baru</dt><dd>2</dd>") && text.contains("<dt>Berubah</dt><dd>1</dd>"))
        #expect(text.contains("Unit dukcapil") && text.contains("Dinas Dukcapil"))
        let before = try await stage.town.size(of: "kota")
        #expect(try await stage.carryOut(path).headers[.location] == path)
        #expect(try await stage.dewi.get(path).text.contains("Impor dilaksanakan"))
        #expect(try await stage.town.size(of: "kota") == before + 4, "two new, one changed, and the import itself")
        let list = try await stage.dewi.get("/instansi/kota/unit?cari=loket+dpan").text
        #expect(list.contains("Loket Depan") && list.contains("Bidang Layanan"))
        let again = try await stage.preview("unit", file)
        #expect(again.text.contains("Tidak ada yang perlu dilaksanakan") && !again.text.contains("/laksanakan"))
        // A second time the same preview is not carried out.
        #expect(try await stage.dewi.post(path + "/laksanakan", ["sidik": "x"]).status == .unprocessableContent)
        #expect(try await stage.town.size(of: "kota") == before + 4)
    }

    @Test("People come in with roles; their links are handed over once and work", arguments: TestEngine.available)
    func people(engine: TestEngine) async throws {
        let stage = try await Stage(engine)
        let file = "Nama,NIP,Email,Peran,Unit\nBudi Santoso,\(Self.nip),budi@contoh.go.id,Anggota unit kerja,dukcapil\nAni,,ani@contoh.go.id,,\n"
        let (path, text) = try await stage.preview("orang", file)
        #expect(text.contains("<dt>Baru</dt><dd>2</dd>") && text.contains("tautan undangan 2 orang"))
        #expect(try await stage.carryOut(path).headers[.location] == path)
        let done = try await stage.dewi.get(path)
        #expect(done.text.contains("Unduh tautan (CSV)") && !done.text.contains("/tautan/"))
        let other = try await Stage.administrator("eko", .agencyAdministrator, "kota", stage.town)
        try await other.get("/instansi/kota/impor")
        #expect(try await other.post(path + "/tautan.csv").status == .unprocessableContent, "only for whoever sent the file")
        try await stage.dewi.get(path)
        let taken = try await stage.dewi.post(path + "/tautan.csv")
        #expect(taken.headers[.contentDisposition]?.contains("tautan-undangan.csv") == true && taken.headers[.cacheControl] == "no-store")
        let links = taken.text.matches(of: /\/tautan\/[A-Za-z0-9_-]{43}/).map { String($0.0) }
        #expect(links.count == 2 && taken.text.contains("Budi Santoso,\(Self.nip),budi@contoh.go.id,"))
        #expect(try await Browser(stage.town).get(links[0]).text.contains("Terima undangan"))
        try await stage.dewi.get(path)
        #expect(try await stage.dewi.post(path + "/tautan.csv").status == .unprocessableContent)
        let unit = try await stage.dewi.get("/instansi/kota/unit/dukcapil").text
        #expect(unit.contains("Budi Santoso") && unit.contains("Anggota unit kerja"))
        #expect(try await stage.dewi.get("/instansi/kota/akun?cari=\(Self.nip)").text.contains("Budi Santoso"))
        #expect(try await stage.dewi.get("/instansi/kota/akun?cari=santosso").text.contains("Budi Santoso"))
        #expect(try await stage.preview("orang", file).text.contains("Tidak ada yang perlu dilaksanakan"))
        // A corrected name changes one person and nothing else.
        let (next, changed) = try await stage.preview("orang", "nama,nip\nBudi Susanto,\(Self.nip)\n")
        #expect(changed.contains("<dt>Berubah</dt><dd>1</dd>"))
        #expect(try await stage.carryOut(next).headers[.location] == next)
        #expect(try await stage.dewi.get("/instansi/kota/akun?cari=susanto").text.contains("Budi Susanto"))
    }

    @Test("All problems stand at their cells, and nothing is carried out", arguments: TestEngine.available)
    func problems(engine: TestEngine) async throws {
        let stage = try await Stage(engine)
        let file =
            "nama,nip,surel,peran,unit,golongan\nBudi <b>,123,,admin instansi,,3\nAni,,ani@contoh.go.id,admin instansi,,3\nEko,,ani@contoh.go.id,anggota unit kerja,entah,3\n"
        let (path, text) = try await stage.preview("orang", file)
        for mark in ["baris 2, kolom “nip”", "baris 3, kolom “peran”", "baris 4, kolom “surel”", "ZI-1806", "ZI-2303", "ZI-2302", "golongan"] {
            #expect(text.contains(mark), "\(mark)")
        }
        #expect(!text.contains("/laksanakan") && !text.contains("Budi <b>"))
        #expect(try await stage.dewi.post(path + "/laksanakan", ["sidik": String(repeating: "0", count: 64)]).status == .unprocessableContent)
        #expect(try await !stage.dewi.get("/instansi/kota/akun").text.contains("ani@contoh"))
    }

    @Test("What changed since the preview is shown anew instead of being done", arguments: TestEngine.available)
    func outdated(engine: TestEngine) async throws {
        let stage = try await Stage(engine)
        let (path, _) = try await stage.preview("unit", "kode,nama\nDUKCAPIL,Dinas\n")
        let shown = stage.dewi.text
        try await stage.town.storage.records.change { change in
            var kept = try #require(try WorkUnitStore.find("dukcapil", of: "kota", in: change.session))
            kept.name = "Diganti orang lain"
            try WorkUnitStore.update(kept, in: change.session)
        }
        let digest = String(try #require(shown.firstMatch(of: /name="sidik" value="([0-9a-f]{64})"/)).1)
        let answer = try await stage.dewi.post(path + "/laksanakan", ["sidik": digest])
        #expect(answer.status == .unprocessableContent && answer.text.contains("ZI-2310") && answer.text.contains("Diganti orang lain"))
        #expect(try await stage.carryOut(path).headers[.location] == path)
        #expect(try await stage.dewi.get("/instansi/kota/unit").text.contains("Dinas"))
    }

    @Test("A preview lasts an hour, is its sender's only, and can be thrown away")
    func expiry() async throws {
        let stage = try await Stage()
        let (path, _) = try await stage.preview("unit", "kode,nama\nBARU,Unit Baru\n")
        let other = try await Stage.administrator("eko", .agencyAdministrator, "kota", stage.town)
        #expect(try await other.get(path).text.contains("ZI-2309"))
        #expect(try await stage.dewi.post(path + "/buang").headers[.location] == "/instansi/kota/impor")
        #expect(try await stage.dewi.get(path).text.contains("ZI-2309"))
        let (next, _) = try await stage.preview("unit", "kode,nama\nBARU,Unit Baru\n")
        // Somebody who goes on working stays signed in.
        for _ in 0..<2 {
            stage.town.clock.pass(seconds: 1_799)
            #expect(try await stage.dewi.get(next).text.contains("Unit Baru"))
        }
        stage.town.clock.pass(seconds: 2)
        #expect(try await stage.dewi.get(next).text.contains("ZI-2309"))
    }

    @Test("A file that is no table, no file and a foreign form are refused where they were sent")
    func refused() async throws {
        let stage = try await Stage()
        try await stage.dewi.get("/instansi/kota/impor")
        let broken = try await stage.dewi.upload("/instansi/kota/impor", ["jenis": "unit"], file: "PK\u{3}\u{4}rusak")
        #expect(broken.status == .unprocessableContent && broken.text.contains("ZI-1003") && broken.text.contains("id=\"berkas-e\""))
        #expect(broken.text.contains("value=\"unit\" selected"))
        #expect(try await stage.dewi.upload("/instansi/kota/impor", ["jenis": "unit"], file: "").text.contains("ZI-1601"))
        #expect(try await stage.dewi.upload("/instansi/kota/impor", ["jenis": "instansi"], file: "x").status == .badRequest)
        #expect(try await stage.dewi.upload("/instansi/kota/impor", ["jenis": "unit"], file: "kode,nama\nA1,Abc", key: "salah").status == .forbidden)
        #expect(try await stage.dewi.post("/instansi/kota/impor").status == .badRequest)
        let empty = try await stage.dewi.upload("/instansi/kota/impor", ["jenis": "unit"], file: "kode,nama\n")
        #expect(empty.status == .badRequest || empty.text.contains("ZI-2308"))
    }

    @Test("The nation brings in agencies, and nobody else does", arguments: TestEngine.available)
    func agencies(engine: TestEngine) async throws {
        let stage = try await Stage(engine)
        let induk = try await Stage.administrator("induk", .nationalAdministrator, .nation, stage.town)
        try await induk.get("/instansi/nasional/impor")
        let sent = try await induk.upload("/instansi/nasional/impor", ["jenis": "instansi"], file: "kode,nama,zona\nKOTA,Kota Lama,WIT\nBARU,Instansi Baru,\n")
        let path = try #require(sent.headers[.location])
        #expect(try await induk.get(path).text.contains("<dt>Baru</dt><dd>1</dd>"))
        #expect(try await stage.carryOut(path, by: induk).headers[.location] == path)
        #expect(try await induk.get("/instansi").text.contains("Instansi Baru"))
        #expect(try await induk.get("/instansi/kota").text.contains("WIT"))
        #expect(try await stage.dewi.get("/instansi/nasional/impor").status == .forbidden)
        // The nation may invite people into an agency, not make its units.
        let page = try await induk.get("/instansi/kota/impor").text
        #expect(page.contains("value=\"orang\"") && !page.contains("value=\"unit\""))
    }

    @Test("Neither the file nor the links can be read in the database")
    func sealed() async throws {
        let stage = try await Stage()
        let (path, _) = try await stage.preview("orang", "nama,surel\nRahasia Sekali,rahasia@contoh.go.id\n")
        func blobs() async throws -> (content: [UInt8]?, links: [UInt8]?) {
            try await stage.town.storage.records.read { session in
                guard let row = try session.row("SELECT content, links FROM imports") else { return (nil, nil) }
                return (try row.optionalBlob(0), try row.optionalBlob(1))
            }
        }
        let content = try #require(try await blobs().content)
        #expect(!String(decoding: content, as: UTF8.self).contains("ahasia"))
        #expect(try await stage.carryOut(path).status == .seeOther)
        let done = try await blobs()
        #expect(done.content == nil && done.links != nil)
        // Nobody took them: an hour later they are gone.
        let keeper = JournalKeeper(
            records: stage.town.storage.records, keyFile: stage.town.storage.journalKey, clock: stage.town.clock, logger: Logger(label: "test"))
        stage.town.clock.pass(seconds: 3_600)
        _ = try await keeper.round()
        #expect(try await blobs().links == nil)
    }
}
