import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("Documents") struct FilingTests {
    /// A town with a unit, its people, and whoever reads the agency.
    struct Stage {
        let town: Town
        let ani: Browser
        let kepala: Browser

        init(_ engine: TestEngine = .sqlite) async throws {
            town = try await Town(engine)
            try await town.agency("kota", units: ["dukcapil", "puskesmas"])
            try await town.candidacy("calon-1", of: "dukcapil", in: "kota")
            try await town.person("ani", of: "kota", [(.unitMember, .unit("dukcapil", in: "kota"))])
            try await town.person("kepala", of: "kota", [(.unitHead, .unit("dukcapil", in: "kota"))])
            ani = try await Self.browser("ani", town)
            kepala = try await Self.browser("kepala", town)
        }

        static func browser(_ name: String, _ town: Town) async throws -> Browser {
            let browser = Browser(town)
            try await browser.signIn(name)
            try await browser.get("/instansi")
            return browser
        }

        /// Files of the data folder that hold contents.
        var files: [String] {
            let base = "\(town.folder)/berkas"
            return (FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []).filter { name in
                var isFolder: ObjCBool = false
                return FileManager.default.fileExists(atPath: "\(base)/\(name)", isDirectory: &isFolder) && !isFolder.boolValue
            }
        }

        func count(_ table: String) async throws -> Int64 {
            try await town.storage.records.read { try $0.row(SQL(text: "SELECT count(*) FROM \(table)"))?.integer(0) ?? 0 }
        }
    }

    private static let fields = [
        "jenis-dokumen": "surat-keputusan", "judul-dokumen": "SK Tim <b>", "nomor-dokumen": "SK/1/2026", "tanggal-dokumen": "2026-11-20",
    ]

    @Test("A document is kept, shown, downloaded as it was, and withdrawn with its reason", arguments: TestEngine.available)
    func life(engine: TestEngine) async throws {
        let stage = try await Stage(engine)
        let page = try await stage.ani.get("/instansi/kota/unit/dukcapil/dokumen")
        #expect(page.status == .ok && page.text.contains("Belum ada dokumen di sini") && page.text.contains("multipart/form-data"))
        let sent = try await stage.ani.upload("/instansi/kota/unit/dukcapil/dokumen", Self.fields, file: Town.pdf, name: "../../x.exe")
        #expect(sent.status == .seeOther, "\(sent.text)")
        let path = try #require(sent.headers[.location])
        let shown = try await stage.ani.get(path)
        #expect(shown.text.contains("SK Tim &lt;b&gt;") && shown.text.contains("20 November 2026") && shown.text.contains("Orang ani"))
        #expect(!shown.text.contains("/tarik\""), "a member withdraws nothing")
        #expect(try await stage.ani.get("/instansi/kota/unit/dukcapil/dokumen?jenis=surat-keputusan").text.contains("SK/1/2026, 20 November 2026"))

        let file = try await stage.ani.get(path + "/berkas")
        #expect(file.status == .ok && Array(file.body.readableBytesView) == Town.pdf)
        #expect(file.headers[.contentType] == "application/pdf")
        #expect(file.headers[.contentDisposition] == "attachment; filename=\"SK Tim -b-.pdf\"; filename*=UTF-8''SK%20Tim%20-b-.pdf")
        #expect(file.headers[.cacheControl] == "private, no-store")
        #expect(file.headers[try #require(HTTPField.Name("X-Content-Type-Options"))] == "nosniff")

        // The form for a reason comes first; what was typed comes back.
        #expect(try await stage.ani.get(path + "/tarik").status == .forbidden)
        #expect(try await stage.kepala.get(path + "/tarik").text.contains("Ya, tarik dokumen"))
        let short = try await stage.kepala.post(path + "/tarik", ["alasan": "<i>"])
        #expect(short.status == .unprocessableContent && short.text.contains("value=\"&lt;i&gt;\"") && short.text.contains("ZI-2703"))
        #expect(try await stage.kepala.post(path + "/tarik", ["alasan": "Salah berkas"]).headers[.location] == path)
        #expect(try await stage.kepala.get(path).text.contains("Salah berkas"))
        #expect(try await stage.kepala.post(path + "/tarik", ["alasan": "Salah berkas"]).status == .notFound)
        #expect(try await stage.ani.get(path + "/berkas").status == .ok, "it stays")
        let kinds = try await stage.town.storage.records.read { session throws in
            try session.rows("SELECT kind, text FROM journal_entries WHERE agency = 'kota' AND kind LIKE 'dokumen-%' ORDER BY sequence")
                .map { (try $0.text(0), try $0.text(1)) }
        }
        #expect(kinds.map(\.0) == ["dokumen-disimpan", "dokumen-ditarik"])
        #expect(kinds.allSatisfy { $0.1.contains("sha256") && !$0.1.contains("SK Tim") }, "the content, never a title that may hold a name")
    }

    @Test("The same content is kept once; a document of each place stands beside it", arguments: TestEngine.available)
    func once(engine: TestEngine) async throws {
        let stage = try await Stage(engine)
        let more = Town.pdf + [UInt8](repeating: 0x20, count: 600_000)
        for path in ["/instansi/kota/unit/dukcapil/dokumen", "/instansi/kota/pencalonan/calon-1/dokumen"] {
            #expect(try await stage.ani.upload(path, ["jenis-dokumen": "surat"], file: more, name: "Undangan rapat.pdf").status == .seeOther)
        }
        #expect(try await stage.ani.get("/instansi/kota/unit/dukcapil/dokumen").text.components(separatedBy: "Undangan rapat</a>").count == 3)
        #expect(try await stage.ani.get("/instansi/kota/pencalonan/calon-1/dokumen").text.components(separatedBy: "Undangan rapat</a>").count == 2)
        #expect(try await stage.count("blobs") == 1)
        #expect(try await stage.count("blob_pieces") == (engine == .postgres ? 3 : 0))
        #expect(stage.files.count == (engine == .postgres ? 0 : 1))
        let report = try await stage.town.storage.contents.check(at: stage.town.clock.timestamp.milliseconds, sweeping: false)
        #expect(report == DocumentContents.Report(contents: 1, bytes: Int64(more.count), problems: [], orphans: 0))
        #expect(try await stage.town.storage.contents.outside().count == (engine == .postgres ? 0 : 1))
    }

    @Test("A refused file leaves nothing, and what was typed comes back")
    func refusals() async throws {
        let stage = try await Stage()
        let path = "/instansi/kota/unit/dukcapil/dokumen"
        let page = try await stage.ani.upload(path, Self.fields, file: Array("<html><script>alert(1)</script>".utf8), name: "surat.pdf")
        #expect(page.status == .unprocessableContent && page.text.contains("ZI-2701") && page.text.contains("value=\"SK Tim &lt;b&gt;\""))
        let large = try await stage.ani.upload(path, Self.fields, file: Town.pdf + [UInt8](repeating: 0, count: 20 << 20))
        #expect(large.status == .contentTooLarge && large.text.contains("ZI-2702"), "\(large.status)")
        let none = try await stage.ani.upload(path, ["jenis-dokumen": "x", "tanggal-dokumen": "2027-01-01"], file: nil)
        #expect(none.status == .unprocessableContent)
        for field in ["berkas", "jenis-dokumen", "tanggal-dokumen"] { #expect(none.text.contains("href=\"#\(field)\""), "\(field)") }
        #expect(try await stage.ani.upload(path, Self.fields, file: Town.pdf, key: "0").status == .forbidden, "not from a page of ours")
        #expect(try await stage.ani.post(path, Self.fields).status == .unprocessableContent, "a form without files")
        #expect(try await stage.count("documents") == 0 && stage.files.isEmpty)
    }

    @Test("Only people of the place get in: not those of another unit, not a guest")
    func strangers() async throws {
        let stage = try await Stage()
        try await stage.town.person("lain", of: "kota", [(.unitMember, .unit("puskesmas", in: "kota"))])
        try await stage.town.person("awas", of: "kota", [(.auditor, .agency("kota"))])
        try await stage.town.document("rahasia", in: FilingPlace("kota"))
        try await stage.town.document("unit", in: FilingPlace("kota", unit: "dukcapil"))
        let lain = try await Stage.browser("lain", stage.town)
        let awas = try await Stage.browser("awas", stage.town)
        for path in [
            "unit/dukcapil/dokumen", "dokumen/unit", "dokumen/unit/berkas", "dokumen/rahasia", "pencalonan/calon-1/dokumen", "dokumen/tidak-ada",
            "pencalonan/tidak-ada/dokumen",
        ] {
            #expect(try await lain.get("/instansi/kota/" + path).status == .forbidden, "\(path)")
        }
        #expect(try await stage.ani.get("/instansi/kota/dokumen/rahasia").status == .forbidden, "the agency's own")
        #expect(try await stage.ani.get("/instansi/kota/dokumen").status == .forbidden)
        #expect(try await awas.get("/instansi/kota/dokumen").text.contains("Surat rahasia"))
        #expect(try await awas.get("/instansi/kota/dokumen/tidak-ada").status == .notFound)
        #expect(try await awas.get("/instansi/kota/dokumen/..%2F..%2Fetc").status == .notFound)
        #expect(try await awas.upload("/instansi/kota/dokumen", Self.fields, file: Town.pdf).status == .forbidden)
        #expect(try await Browser(stage.town).get("/instansi/kota/dokumen/unit/berkas").status == .seeOther)
    }

    @Test("A document in the database is withdrawn once, and neither changed nor deleted", arguments: TestEngine.available)
    func rows(engine: TestEngine) async throws {
        let stage = try await Stage(engine)
        try await stage.town.document("a", in: FilingPlace("kota"))
        let records = stage.town.storage.records
        for statement in [
            "UPDATE documents SET title = 'x'", "UPDATE documents SET sha256 = sha256, kind = 'x'", "UPDATE documents SET unit = 'dukcapil'",
            "DELETE FROM documents",
            "DELETE FROM blobs",
        ] {
            await #expect(throws: RelationalError.self, "\(statement)") { try await records.database.write { try $0.script(statement) } }
        }
        let now = stage.town.clock.timestamp
        for isFirst in [true, false] {
            let changed = try await records.change { change in
                try FilingStore.withdraw("a", of: "kota", .init(by: "x", at: now, reason: "salah berkas"), in: change.session)
            }
            #expect(changed == isFirst)
        }
        await #expect(throws: RelationalError.self) { try await records.database.write { try $0.script("UPDATE documents SET withdrawn_reason = 'lain'") } }
    }

    @Test("Only standing documents of the place and the kind can be chosen", arguments: TestEngine.available)
    func chosen(engine: TestEngine) async throws {
        let stage = try await Stage(engine)
        let (unit, agency) = (FilingPlace("kota", unit: "dukcapil"), FilingPlace("kota"))
        try await stage.town.document("a", in: unit)
        try await stage.town.document("b", in: FilingPlace("kota", unit: "puskesmas"))
        try await stage.town.document("c", in: unit, kind: "foto")
        try await stage.town.document("d", in: unit)
        let now = stage.town.clock.timestamp
        try await stage.town.storage.records.change { change in
            _ = try FilingStore.withdraw("d", of: "kota", .init(by: "x", at: now, reason: "salah berkas"), in: change.session)
        }
        try await stage.town.storage.records.read { session throws in
            #expect(try FilingStore.standing(in: unit, kinds: ["surat"], in: session).map(\.id) == ["a"])
            #expect(try FilingStore.standing(in: agency, in: session).map(\.id) == ["c", "b", "a"])
            #expect(try FilingActions.chosen(["a"], in: unit, kinds: ["surat"], at: "dasar", in: session).map(\.id) == ["a"])
            for id in ["b", "c", "d", "tidak-ada", ""] {
                #expect(throws: Refusal.self, "\(id)") { try FilingActions.chosen([id], in: unit, kinds: ["surat"], at: "dasar", in: session) }
            }
        }
    }
}
