import Documents
import ExactMath
import HTTPTypes
import HummingbirdTesting
import InstrumentFiles
import NIOCore
import Relational
import Rulebook
import Testing

@testable import Service

/// A town whose registry office is on its way to WBK, with everybody an assessment needs.
struct AssessmentHouse {
    static let candidacy: CandidacyID = "calon-1"
    static let unit: WorkUnitID = "dukcapil"
    static let path = "/instansi/kota/pencalonan/calon-1/penilaian"

    let town: Town
    let instruments: PreparedInstruments
    /// Everybody's browser, signed in.
    private(set) var browsers: [String: Browser] = [:]

    /// - Parameter names: who is signed in; everybody has an account.
    init(_ engine: TestEngine = .sqlite, signedIn names: [String] = []) async throws {
        town = try await Town(engine)
        instruments = try PreparedInstruments(InstrumentLibrary())
        try await town.agency("kota", units: [Self.unit, "puskesmas"])
        let unit = Scope.unit(Self.unit, in: "kota")
        try await town.person("staf", of: "kota", [(.unitMember, unit)])
        try await town.person("kepala", of: "kota", [(.unitHead, unit)])
        try await town.person("ketua", of: "kota", [(.assessorLead, .agency("kota"))])
        try await town.person("dalnis", of: "kota", [(.assessorController, .agency("kota"))])
        try await town.person("anggota", of: "kota", [(.assessorMember, .agency("kota"))])
        try await town.person("cadangan", of: "kota", [(.assessorMember, .agency("kota"))])
        try await town.person("auditor", of: "kota", [(.auditor, .agency("kota"))])
        try await town.person("nasional", of: .nation, [(.nationalReviewer, .nation)])
        try await Self.candidacy(Self.candidacy, of: Self.unit, in: town)
        for name in names {
            let browser = Browser(town)
            try await browser.signIn(name)
            try await browser.get("/instansi")
            browsers[name] = browser
        }
    }

    static func candidacy(
        _ id: CandidacyID, of unit: WorkUnitID, agency: AgencyID = "kota", state: CandidacyState.Kind = .developing, in town: Town
    ) async throws {
        let now = town.clock.timestamp
        try await town.storage.records.database.write { session in
            try CandidacyStore.insert(
                CandidacyStore.Kept(
                    agency: agency, id: id, unit: unit, designation: .wbk, programme: "permenpanrb-90-2021", year: 2026, affirmation: nil,
                    state: state, stageSince: Identity.day(now), awardedOn: nil, validUntil: nil, needsAttention: nil, createdBy: "akun-ketua",
                    createdAt: now), in: session)
        }
    }

    var actions: AssessmentActions {
        AssessmentActions(records: town.storage.records, terms: AssessmentTerms(instruments: instruments))
    }

    func browser(_ name: String) throws -> Browser { try #require(browsers[name]) }

    /// Puts the candidacy where its own pages would.
    func move(to state: CandidacyState.Kind) async throws {
        try await town.storage.records.database.write { session in
            guard var kept = try CandidacyStore.find(Self.candidacy, of: "kota", in: session) else { return }
            kept.state = state
            try CandidacyStore.update(kept, in: session)
        }
    }

    /// The person as the server sees them.
    func identity(_ name: String) async throws -> Identity {
        let account = AccountID("akun-\(name)")
        let grants = try await town.storage.records.read { try GrantStore.standing(of: account, in: $0) }
        return Identity(
            account: account, agency: "kota", name: name, grants: grants, session: "s", token: Token(), pending: nil, hasSecondFactor: false)
    }

    /// What was typed about a whole team.
    static let team = [
        "nomor-sk": "SK/7/2026", "tanggal-sk": "2026-11-24", "kursi-akun-ketua": "ketua", "kursi-akun-dalnis": "pengendali-teknis",
        "kursi-akun-anggota": "anggota",
    ]

    /// A team that is whole and free, with the assessment open.
    func open() async throws {
        let now = town.clock.timestamp
        try await actions.changeTeam(
            Self.candidacy, of: "kota", FormFields(typed: Self.team.map { ($0.key, $0.value) }), by: identity("ketua"), at: now)
        for name in ["ketua", "dalnis", "anggota"] {
            try await actions.declare(
                Self.candidacy, of: "kota", InterestForm.Parsed(interest: .none, others: []), by: identity(name), at: now)
        }
        try await move(to: .assessing)
    }

    /// Brings in a sheet.
    @discardableResult
    func record(_ answers: String, of party: SheetParty, by name: String) async throws -> Int {
        let kept = try #require(try await town.storage.records.read { try CandidacyStore.find(Self.candidacy, of: "kota", in: $0) })
        let record = try actions.read(Array(answers.utf8), for: kept)
        return try await actions.record(
            record, of: party, for: Self.candidacy, of: "kota", by: identity(name), at: town.clock.timestamp)
    }

    func found() async throws -> AssessmentCase {
        let rule = try #require(AssessmentTerms.shippedTeams["permenpanrb-90-2021"])
        return try await town.storage.records.read { session in
            try AssessmentCase.load(#require(try CandidacyStore.find(Self.candidacy, of: "kota", in: session)), under: rule, in: session)
        }
    }

    func checks() async throws -> [Check: CheckResult] {
        let checks = AssessmentChecks(terms: AssessmentTerms(instruments: instruments))
        let day = Identity.day(town.clock.timestamp)
        return try await town.storage.records.read { session in
            try checks.results(for: #require(try CandidacyStore.find(Self.candidacy, of: "kota", in: session)), on: day, in: session)
        }
    }

    /// The codes with which something is refused; none when it is not.
    static func codes(_ body: () async throws -> Void) async -> [FindingCode] {
        do {
            try await body()
            return []
        } catch let refusal as Refusal { return refusal.findings.map(\.code) } catch {
            Issue.record("\(error)")
            return []
        }
    }

    /// Sends a file from a page of the site.
    func send(_ answers: String, to party: String, by name: String) async throws -> TestResponse {
        let browser = try browser(name)
        try await browser.get(Self.path)
        let upload = Upload([.field("kunci", browser.key), .file(answers)])
        let cookies = browser.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        return try await town.server.application().test(.router) { client in
            try await client.execute(
                uri: "\(Self.path)/lembar/\(party)", method: .post, headers: [.contentType: upload.contentType, .cookie: cookies],
                body: ByteBuffer(bytes: upload.body))
        }
    }

    /// An assessment with two sheets that count and a report, put there without anybody doing it; the candidacy as well, where
    /// nobody has begun it.
    static func seed(_ town: Town) async throws {
        if try await town.storage.records.read({ try CandidacyStore.find(candidacy, of: "kota", in: $0) }) == nil {
            try await candidacy(candidacy, of: unit, state: .assessing, in: town)
        }
        let instruments = try PreparedInstruments(InstrumentLibrary())
        let prepared = try instruments.prepared("permenpanrb-90-2021")
        let reading = try SheetFile.read(Array(Sheets.sample.utf8), from: instruments, instrument: prepared.instrument.id)
        let record = try SheetRecord.make(reading, prepared, for: .wbk)
        let now = town.clock.timestamp
        try await town.storage.records.database.write { session in
            for party in [SheetParty.internalTeam, .unit] {
                try SheetStore.insert(
                    SheetStore.Kept(
                        agency: "kota", candidacy: candidacy, party: party, version: 1, round: 1, record: record, by: "akun-x", at: now,
                        handedIn: nil), in: session)
            }
            try SheetStore.handIn(1, of: candidacy, of: "kota", by: "akun-y", at: now, in: session)
            try ReportStore.insert(
                ReportStore.Report(
                    version: 1, summary: "S", recommendations: "R", digest: SheetRecord.digest(of: "S"), by: "akun-x", at: now),
                of: candidacy, of: "kota", round: 1, in: session)
        }
    }

    /// The texts of the facts of a kind on the agency's journal.
    func facts(_ kind: FactKind) async throws -> [String] {
        try await town.storage.records.read { session in
            try session.rows("SELECT text FROM journal_entries WHERE agency = 'kota' AND kind = \(kind.rawValue) ORDER BY sequence").map {
                try $0.text(0)
            }
        }
    }
}
