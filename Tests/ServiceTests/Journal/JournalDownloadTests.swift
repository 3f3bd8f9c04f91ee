import HTTPTypes
import HummingbirdTesting
import InstrumentFiles
import Journaling
import Logging
import Markup
import NIOCore
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("Signed states of a journal, taken away over HTTP") struct JournalDownloadTests {
    /// A town whose journal was signed at these sizes, and an auditor at a browser.
    private static func town(_ engine: TestEngine = .sqlite, sizes: [Int]) async throws -> (Town, Browser) {
        let town = try await Town(engine)
        try await town.agency("kota")
        try await town.person("pengawas", of: "kota", [(.auditor, .agency("kota"))])
        let browser = Browser(town)
        try await browser.signIn("pengawas")
        for size in sizes { try await grow(town, to: size) }
        return (town, browser)
    }

    /// Adds entries until there are so many, and signs.
    private static func grow(_ town: Town, to size: Int) async throws {
        let now = town.clock.timestamp
        let present = try await town.size(of: "kota")
        try await town.storage.records.change { change in
            for number in present..<size {
                change.record(JournalFact(.unitCreated, in: "kota", by: .system, ["nama": .text("Unit \(number)"), "kode": "U"], at: now))
            }
        }
        town.clock.pass(seconds: 1)
        let keeper = JournalKeeper(
            records: town.storage.records, keyFile: town.storage.journalKey, clock: town.clock, logger: Logger(label: "test"))
        _ = try await keeper.round()
        // The next round is another server's to the lease.
        try await town.storage.records.change { try $0.session.execute("UPDATE leases SET until = 0") }
    }

    private static func key(_ town: Town) throws -> VerifyingKey { try JournalKeys(town.storage.journalKey).verifying }

    private static func report(_ bytes: [UInt8], _ key: VerifyingKey) -> JournalReport {
        var verifier = JournalVerifier(trust: Trust(key: key))
        verifier.read(bytes)
        return verifier.finish()
    }

    /// The positions at which a byte can be changed without anybody finding it.
    private static func silent(_ bytes: [UInt8], _ key: VerifyingKey) -> [Int] {
        bytes.indices.filter { place in
            var changed = bytes
            changed[place] ^= 1
            return report(changed, key).isSound
        }
    }

    @Test("The list shows size, time and key; a checkpoint that is taken verifies, and any changed byte is found", arguments: TestEngine.available)
    func checkpoint(engine: TestEngine) async throws {
        let (town, browser) = try await Self.town(engine, sizes: [3, 1_300])
        let key = try Self.key(town)
        let page = try await browser.get("/instansi/kota/titik-periksa").text
        #expect(page.contains("1.300 catatan") && page.contains(">3 catatan"))
        #expect(page.contains("24 November 2026 pukul 08.00 WIB") && page.contains(key.id.text) && page.contains("--key \(key.hex)"))
        let journal = try await browser.get("/instansi/kota/jurnal").text
        #expect(journal.contains("href=\"/instansi/kota/titik-periksa/1300.jsonl\""))
        for size in [3, 1_300] {
            let answer = try await browser.get("/instansi/kota/titik-periksa/\(size).jsonl")
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentDisposition] == "attachment; filename=\"titik-periksa-\(size).jsonl\"")
            let bytes = Array(answer.body.readableBytesView)
            let report = Self.report(bytes, key)
            #expect(report.faults == [] && report.kind == .checkpoint)
            #expect(report.keptHead?.size == size)
            #expect(Self.silent(bytes, key) == [])
        }
    }

    @Test("A proof between two checkpoints verifies, in whichever order they are named; any changed byte is found", arguments: TestEngine.available)
    func consistency(engine: TestEngine) async throws {
        let (town, browser) = try await Self.town(engine, sizes: [3, 257, 1_300])
        let key = try Self.key(town)
        let page = try await browser.get("/instansi/kota/titik-periksa").text
        #expect(page.contains("action=\"/instansi/kota/bukti-lanjutan.jsonl\""))
        for (old, new) in [(3, 257), (3, 1_300), (257, 1_300), (257, 257)] {
            let answer = try await browser.get("/instansi/kota/bukti-lanjutan.jsonl?dari-titik=\(old)&sampai-titik=\(new)")
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentDisposition] == "attachment; filename=\"bukti-lanjutan-\(old)-\(new).jsonl\"")
            let bytes = Array(answer.body.readableBytesView)
            let report = Self.report(bytes, key)
            #expect(report.faults == [] && report.kind == .consistencyProof)
            let turned = try await browser.get("/instansi/kota/bukti-lanjutan.jsonl?dari-titik=\(new)&sampai-titik=\(old)")
            #expect(turned.body == answer.body)
            if (old, new) == (3, 1_300) { #expect(Self.silent(bytes, key) == []) }
        }
    }

    @Test("A proof across a change of keys verifies with either key")
    func rotation() async throws {
        let (town, browser) = try await Self.town(sizes: [3])
        let old = try JournalKeys(town.storage.journalKey)
        let new = try await old.rotate(in: town.storage.records.database, at: town.clock.timestamp.milliseconds)
        try await Self.grow(town, to: 20)
        let answer = try await browser.get("/instansi/kota/bukti-lanjutan.jsonl?dari-titik=3&sampai-titik=20")
        for key in [old.verifying, new.verifying] {
            #expect(Self.report(Array(answer.body.readableBytesView), key).faults == [])
        }
        #expect(!Self.report(Array(answer.body.readableBytesView), SigningKey().verifying).isSound)
        #expect(try await browser.get("/instansi/kota/titik-periksa").text.contains("--key \(new.verifying.hex)"))
    }

    @Test(
        "What names no checkpoint is not found",
        arguments: [
            "titik-periksa/4.jsonl", "titik-periksa/-3.jsonl", "titik-periksa/3", "titik-periksa/x.jsonl", "titik-periksa/.jsonl",
            "titik-periksa/99999999999999999999.jsonl", "bukti-lanjutan.jsonl", "bukti-lanjutan.jsonl?dari-titik=3",
            "bukti-lanjutan.jsonl?dari-titik=3&sampai-titik=4", "bukti-lanjutan.jsonl?dari-titik=&sampai-titik=3",
            "bukti-lanjutan.jsonl?dari-titik=-1&sampai-titik=3", "bukti-lanjutan.jsonl?dari-titik=3&sampai-titik=99999999999999999999",
        ])
    func unknown(path: String) async throws {
        let (_, browser) = try await Self.town(sizes: [3])
        #expect(try await browser.get("/instansi/kota/\(path)").status == .notFound)
    }

    @Test("Before anything is signed the list says so and offers nothing")
    func unsigned() async throws {
        let (_, browser) = try await Self.town(sizes: [])
        let page = try await browser.get("/instansi/kota/titik-periksa").text
        #expect(page.contains("Belum ada.") && !page.contains("bukti-lanjutan") && !page.contains("--key"))
        #expect(try await !browser.get("/instansi/kota/jurnal").text.contains("Unduh titik periksa terakhir"))
    }

    @Test("Pages of fifty follow each other without gap; the newest can be chosen on each of them")
    func paging() async throws {
        let (town, browser) = try await Self.town(sizes: [3])
        // Signing as often would take long; what the rows say is not looked at here, only their signatures.
        let keys = try JournalKeys(town.storage.journalKey)
        let first = try #require(
            try await town.storage.records.read { try JournalStore.lastCheckpoint(of: "kota", in: $0) }?.checkpoint)
        try await town.storage.records.change { change in
            for size in 4...53 {
                let stated = try Checkpoint(
                    chain: first.chain, size: size, root: first.root, head: first.head, time: first.time, key: keys.verifying.id)
                try JournalStore.insert(try keys.signing.sign(stated), of: "kota", in: change.session)
            }
        }
        let newest = try await browser.get("/instansi/kota/titik-periksa").text
        #expect(newest.contains("/titik-periksa/53.jsonl") && newest.contains("/titik-periksa/4.jsonl") && !newest.contains("/titik-periksa/3.jsonl"))
        #expect(newest.contains("href=\"/instansi/kota/titik-periksa?sebelum=4\"") && !newest.contains(">Terbaru<"))
        let older = try await browser.get("/instansi/kota/titik-periksa?sebelum=4").text
        #expect(older.contains("/titik-periksa/3.jsonl") && !older.contains("/titik-periksa/4.jsonl"))
        #expect(older.contains("<option value=\"53\" selected>") && older.contains("<option value=\"3\" selected>"))
        #expect(older.contains(">Terbaru<") && !older.contains("Lebih lama"))
    }
}

@Suite("Signed states of a journal that was changed behind the program's back") struct JournalDownloadTamperTests {
    private func auditor() throws -> Identity {
        let grant = try Grant(
            id: GrantID("g"), role: .auditor, scope: JournalHouse.agency.scope, from: try #require(Day("2026-01-01")), until: nil)
        return Identity(
            account: AccountID("akun-1"), agency: JournalHouse.agency, name: "A", grants: [grant], session: "s", token: Token(),
            pending: nil, hasSecondFactor: true)
    }

    private func house() async throws -> JournalHouse {
        let house = try await JournalHouse()
        try await house.append(1...300)
        try await house.sign()
        try await house.append(301...600)
        try await house.sign()
        return house
    }

    @Test("A proof over a tree with holes is refused by the verifier")
    func holes() async throws {
        let house = try await house()
        try await house.tamper("DELETE FROM journal_nodes")
        let bytes = try await JournalActions(records: house.records).consistencyFile(
            (300, 600), of: JournalHouse.agency, by: auditor(), at: JournalHouse.start)
        var verifier = JournalVerifier(trust: Trust(key: house.keys.verifying))
        verifier.read(bytes)
        #expect(verifier.finish().faults.map(\.fault) == [.consistencyFails(old: 300, new: 600)])
    }

    @Test("A checkpoint that no key on record signed is pointed out, and cannot be taken")
    func forged() async throws {
        let house = try await house()
        let last = try #require(try await house.database.read { try JournalStore.lastCheckpoint(of: JournalHouse.agency, in: $0) })
        let digits = last.signature.hex
        let other = (digits.first == "0" ? "1" : "0") + digits.dropFirst()
        try await house.tamper("UPDATE journal_checkpoints SET text = replace(text, '\(digits)', '\(other)')")
        let actions = JournalActions(records: house.records)
        let listed = try await actions.listCheckpoints(JournalHouse.agency, before: nil, by: auditor(), at: JournalHouse.start)
        #expect(listed.listed.map { listed.isSigned($0) } == [false, true])
        await #expect(throws: PageRefusal.self) {
            try await actions.checkpointFile(600, of: JournalHouse.agency, by: auditor(), at: JournalHouse.start)
        }
        await #expect(throws: PageRefusal.self) {
            try await actions.consistencyFile((300, 600), of: JournalHouse.agency, by: auditor(), at: JournalHouse.start)
        }
        let identity = try auditor()
        let visitor = Visitor(
            identity: identity, token: identity.token, isTokenKnown: true, now: JournalHouse.start, isSecure: true, address: "::1")
        let frame = PageFrame(try PreparedInstruments(InstrumentLibrary()), hasAccounts: true)
        let page = CheckpointsPage(checkpoints: listed).render(in: frame, for: visitor).text
        #expect(page.contains("Tanda tangan salah") && !page.contains("/titik-periksa/600.jsonl") && page.contains("/titik-periksa/300.jsonl"))
    }
}
