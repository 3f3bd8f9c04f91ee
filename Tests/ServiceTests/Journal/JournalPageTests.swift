import InstrumentFiles
import Journaling
import Markup
import Rulebook
import Testing

@testable import Service

@Suite("The pages of the journal")
struct JournalPageTests {
    private let frame: PageFrame

    init() throws {
        frame = PageFrame(try PreparedInstruments(InstrumentLibrary()), hasAccounts: true)
    }

    private func visitor(_ identity: Identity) -> Visitor {
        Visitor(
            identity: identity, token: identity.token, isTokenKnown: true, now: JournalHouse.start, isSecure: true, address: "::1")
    }

    private func auditor() throws -> Identity {
        let grant = try Grant(
            id: GrantID("g"), role: .auditor, scope: JournalHouse.agency.scope, from: try #require(Day("2026-01-01")), until: nil)
        return Identity(
            account: AccountID("akun-1"), agency: JournalHouse.agency, name: "A", grants: [grant], session: "s", token: Token(),
            pending: nil, hasSecondFactor: true)
    }

    private func list(_ house: JournalHouse, _ query: [String: String] = [:]) async throws -> String {
        let form = JournalForm { query[$0] ?? "" }
        let identity = try auditor()
        let page = try await JournalActions(records: house.records).list(
            JournalHouse.agency, form.filter, by: identity, at: JournalHouse.start)
        return JournalPage(page: page, form: form, mayExport: true).render(in: frame, for: visitor(identity)).text
    }

    @Test("Fifty entries stand on a page, grouped by day, with a way to the older ones that keeps the filter")
    func pages() async throws {
        let house = try await JournalHouse()
        try await house.append(1...51)
        try await house.sign()
        let first = try await list(house, ["jenis": "masuk", "orang": "akun-1"])
        #expect(first.contains("<h3 class=\"group\">23 November 2026</h3>"))
        #expect(!first.contains("Lebih lama"))
        #expect(first.contains("value=\"masuk\" selected"))
        #expect(first.contains("<a href=\"/instansi/instansi-a/jurnal\">Tampilkan semua catatan</a>"))
        #expect(try await !list(house).contains("Tampilkan semua catatan"))
        let all = try await list(house, ["dari": "2026-01-01"])
        #expect(all.contains("/instansi/instansi-a/jurnal?dari=2026-01-01&amp;sebelum=2"))
        #expect(all.contains("No. 51<") && !all.contains("No. 1<"))
        let older = try await list(house, ["sebelum": "2"])
        #expect(older.contains("No. 1<") && !older.contains("No. 2<"))
        #expect(older.contains("Terbaru") && !older.contains("Lebih lama"))
        #expect(try await list(house, ["orang": "akun-9"]).contains("Tidak ada catatan yang cocok"))
    }

    @Test("What people typed stands escaped in the filter and is never looked up when it cannot be")
    func hostile() async throws {
        let house = try await JournalHouse()
        try await house.append(1...2)
        let text = try await list(house, ["dari": "\"><script>", "orang": "\u{0}", "sebelum": "99999999999999999999", "jenis": "'"])
        #expect(!text.contains("<script>"))
        #expect(text.contains("Tanggal tidak dikenal"))
        #expect(text.contains("No. 2<"))
    }

    @Test("A changed entry is pointed out in the list and on its own page")
    func changed() async throws {
        let house = try await JournalHouse()
        try await house.append(1...4)
        try await house.sign()
        #expect(try await !list(house).contains("Tidak cocok"))
        try await house.tamper("UPDATE journal_entries SET text = replace(text, 'sandi', 'sindi') WHERE sequence = 4")
        #expect(try await list(house).contains("Tidak cocok"))
        let proven = try await JournalActions(records: house.records).entry(
            4, of: JournalHouse.agency, by: auditor(), at: JournalHouse.start)
        let page = JournalEntryPage(proven: proven).render(in: frame, for: visitor(try auditor())).text
        #expect(page.contains("Catatan ini tidak sesuai"))
    }

    @Test("The page of an entry shows its proof and the commands to check it elsewhere")
    func entry() async throws {
        let house = try await JournalHouse()
        try await house.append(1...4)
        try await house.sign()
        let proven = try await JournalActions(records: house.records).entry(
            3, of: JournalHouse.agency, by: auditor(), at: JournalHouse.start)
        let page = JournalEntryPage(proven: proven).render(in: frame, for: visitor(try auditor())).text
        #expect(page.contains("zona journal verify bukti-3.jsonl --key \(house.keys.verifying.hex)"))
        #expect(page.contains("\(try #require(proven.entry).fingerprint.hex)  -"))
        #expect(page.contains("Akun Orang 3."))
        #expect(page.contains("/instansi/instansi-a/jurnal/3/bukti.jsonl"))
    }

    @Test("After a rotation the command names the key that signed the proof, until the new one has signed")
    func keyOfProof() async throws {
        let house = try await JournalHouse()
        try await house.append(1...4)
        try await house.sign()
        let new = try await house.keys.rotate(in: house.database, at: JournalHouse.start.milliseconds)
        for key in [house.keys.verifying, new.verifying] {
            let actions = JournalActions(records: house.records)
            let proven = try await actions.entry(2, of: JournalHouse.agency, by: auditor(), at: JournalHouse.start)
            let page = JournalEntryPage(proven: proven).render(in: frame, for: visitor(try auditor())).text
            #expect(page.contains("--key \(key.hex)"))
            var verifier = JournalVerifier(trust: Trust(key: key))
            verifier.read(try await actions.proofFile(2, of: JournalHouse.agency, by: auditor(), at: JournalHouse.start))
            #expect(verifier.finish().faults == [])
            try await house.append(5...6)
            try await house.sign()
        }
    }
}
