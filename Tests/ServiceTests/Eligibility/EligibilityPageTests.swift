import HTTPTypes
import HummingbirdTesting
import InstrumentFiles
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("Prerequisites before a nomination") struct EligibilityPageTests {
    private static let checks: Result<EligibilityChecks, any Error> = Result { EligibilityChecks(instruments: try PreparedInstruments(InstrumentLibrary())) }

    private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// A city and its unit with everything WBK asks for, nominated on 31 May 2026 after a year of development.
    private static func town(_ engine: TestEngine, nominated: Bool = true) async throws -> Town {
        let town = try await Town(engine)
        try await town.agency("kota", units: ["dukcapil", "puskesmas"])
        let now = town.clock.timestamp
        let agency = [("opini-bpk", "WTP"), ("sakip", "B"), ("indeks-rb", "CC"), ("spip", "3")]
        let unit = [("layanan-inti", "Ya"), ("dampak", "Ya"), ("tlhp", "100"), ("lhkan", "100"), ("sakip-unit", "B")]
        let stated = try day("2026-03-01")
        let moves = [(Move.appoint, try day("2025-05-31")), (.nominate, try day("2026-05-31"))].prefix(nominated ? 2 : 1)
        try await town.storage.records.change { change in
            if var kept = try AgencyStore.find("kota", in: change.session) {
                kept.kind = .city
                try AgencyStore.update(kept, in: change.session)
            }
            for (fact, value) in agency + unit {
                let isOfUnit = unit.contains { $0.0 == fact }
                let isYearly = !isOfUnit || fact == "sakip-unit"
                try StandingStore.insert(
                    Standing(
                        id: StandingID("s-\(fact)"), unit: isOfUnit ? "dukcapil" : nil, fact: FactID(fact), text: value, year: isYearly ? 2025 : nil,
                        statedOn: stated, source: "Surat \(fact)", statedBy: "dewi"), in: "kota", at: now, in: change.session)
            }
            try CandidacyStore.insert(candidacy(now, nominated ? .nominated : .assessed), in: change.session)
            for (place, move) in moves.enumerated() {
                try CandidacyStore.append(
                    RecordedMove(
                        sequence: place + 1, move: move.0, from: .proposed, to: .developing, actor: "dewi", role: .agencyHead, day: move.1, reason: "",
                        legalBasis: "", reference: "", documents: [:], result: .none, at: now), to: "c1", of: "kota", in: change.session)
            }
        }
        return town
    }

    private static func candidacy(_ now: Timestamp, _ state: CandidacyState.Kind, _ designation: Designation = .wbk) -> CandidacyStore.Kept {
        CandidacyStore.Kept(
            agency: "kota", id: "c1", unit: "dukcapil", designation: designation, programme: "permenpanrb-90-2021", year: 2026, affirmation: nil,
            state: state, stageSince: Identity.day(now), awardedOn: nil, validUntil: nil, needsAttention: nil, createdBy: "dewi", createdAt: now)
    }

    private static func result(_ town: Town, on day: String) async throws -> Rulebook.CheckResult? {
        let checks = try checks.get()
        let day = try Self.day(day)
        return try await town.storage.records.read { session in
            let candidacy = try #require(try CandidacyStore.find("c1", of: "kota", in: session))
            return try checks.results(for: candidacy, on: day, in: session)[.prerequisitesMet]
        }
    }

    @Test("A candidacy is told what it lacks; a year of development is over on the day, not before", arguments: TestEngine.available)
    func checked(engine: TestEngine) async throws {
        let town = try await Self.town(engine)
        #expect(try await Self.result(town, on: "2026-05-31")?.isMet == true)
        let early = try #require(try await Self.result(town, on: "2026-05-30"))
        #expect(!early.isMet && early.statement.contains("9 dari 10") && early.statement.contains("Membangun ZI paling singkat satu tahun"))
        let before = try #require(try await Self.result(town, on: "2026-02-28"))
        #expect(!before.isMet && before.statement.contains("Opini BPK paling rendah WTP (belum ada datanya)"))
        // Nobody checks a candidacy whose programme is unknown: no result, which counts as not met.
        let checks = try Self.checks.get()
        let now = town.clock.timestamp
        let results = try await town.storage.records.read { session in
            let stranger = CandidacyStore.Kept(
                agency: "kota", id: "c9", unit: "dukcapil", designation: .wbk, programme: "lain", year: 2026, affirmation: nil, state: .assessed,
                stageSince: Identity.day(now), awardedOn: nil, validUntil: nil, needsAttention: nil, createdBy: "dewi", createdAt: now)
            return try checks.results(for: stranger, on: Identity.day(now), in: session)
        }
        #expect(results.isEmpty)
    }

    @Test("The page shows measure, minimum, gap, source and clause of each", arguments: TestEngine.available)
    func page(engine: TestEngine) async throws {
        let town = try await Self.town(engine)
        let reader = try await Browser.holder("pengawas", .auditor, .agency("kota"), of: "kota", in: town)
        let path = "/instansi/kota/unit/dukcapil/syarat"
        let text = try await reader.get(path + "?tuju=wbk&tanggal=2026-05-31").text
        #expect(text.contains("Semua syarat terpenuhi") && text.contains("1 Maret 2026: Surat tlhp"))
        #expect(text.contains("PermenPANRB 5/2024 Lampiran II Bab II.A, Tabel 5"))
        #expect(text.matches(of: /<th scope="row"/).count == 10 && text.matches(of: /class="st met"/).count == 10)
        let more = try await reader.get(path + "?tuju=wbbm&tanggal=2026-05-31").text
        #expect(more.contains("−1 tingkat") && more.contains("Sudah berpredikat WBK") && more.contains("class=\"st not\""))
        let old = try await reader.get(path + "?tuju=wbbm&instrumen=permenpanrb-52-2014").text
        #expect(old.contains("Opini WTP dua tahun berturut-turut") && old.contains("PermenPANRB 52/2014 Lampiran Bab III.A"))
        // What cannot be understood is today and WBK; an instrument that is not there is no page.
        #expect(try await reader.get(path + "?tuju=%3Cb%3E&tanggal=besok").text.contains("24 November 2026"))
        #expect(try await reader.get(path + "?instrumen=lain").status == .notFound)
        let blank = try await reader.get("/instansi/kota/unit/puskesmas/syarat").text
        #expect(blank.contains("Belum dicatat") && blank.contains("Belum ada pencalonan yang menjelaskannya"))
    }

    @Test("Whoever revokes a statement marks the candidacies that stood on it, and no other", arguments: TestEngine.available)
    func shaken(engine: TestEngine) async throws {
        let town = try await Self.town(engine)
        let ketua = try await Browser.holder("ketua", .assessorLead, .agency("kota"), of: "kota", in: town)
        func attention() async throws -> String? {
            try await town.storage.records.read { try CandidacyStore.find("c1", of: "kota", in: $0)?.needsAttention }
        }
        // An opinion of a year that was not looked at carries nothing.
        let older = ["keadaan": "opini-bpk", "nilai": "WTP", "tahun": "2023", "tanggal": "2024-05-20", "sumber": "LHP BPK 9/2024"]
        try await ketua.fill("/instansi/kota/keadaan", older)
        let kept = try await town.storage.records.read { try StandingStore.about("kota", in: $0) }
        let other = try #require(kept.first { $0.year == 2023 }).id.text
        let fields = ["tanggal-cabut": "2026-11-24", "alasan": "Opini diturunkan."]
        #expect(try await ketua.fill("/instansi/kota/keadaan/\(other)/cabut", fields).location != nil)
        #expect(try await attention() == nil)
        #expect(try await ketua.fill("/instansi/kota/keadaan/s-opini-bpk/cabut", fields).location != nil)
        #expect(try await attention()?.contains("Opini BPK atas laporan keuangan instansi tahun 2025 dicabut") == true)
        let dewi = try await Browser.administrator("dewi", of: "kota", in: town)
        #expect(try await dewi.get("/instansi/kota/jurnal").text.contains("Pencalonan perlu diperiksa lagi"))
    }

    @Test("A candidacy that was not nominated yet stands on nothing", arguments: TestEngine.available)
    func notYet(engine: TestEngine) async throws {
        let town = try await Self.town(engine, nominated: false)
        let checks = try Self.checks.get()
        let found = try await town.storage.records.read { session in
            let standing = try #require(try StandingStore.find("s-tlhp", of: "kota", in: session))
            return try checks.candidacies(restingOn: standing, of: "kota", in: session)
        }
        #expect(found.isEmpty)
    }
}
