import HTTPTypes
import HummingbirdTesting
import Journaling
import Relational
import Rulebook
import Synchronization
import Testing

@testable import Service

/// A town with one agency, a person for each role that takes steps, and findings that tests set by hand: what other features find
/// out is theirs to test.
final class CandidacyHouse: Sendable {
    /// What is found out, until a test says otherwise: everything is met, every document is there.
    final class Findings: Sendable {
        let missing = Mutex<Set<Check>>([])
        let absent = Mutex<Set<DocumentKind>>([])

        var checks: CandidacyChecks {
            CandidacyChecks(
                providers: [
                    { [self] _, _ in
                        let missing = missing.withLock { $0 }
                        let found = Check.allCases.filter { $0 != .withinDeadline && !missing.contains($0) }
                        return Dictionary(uniqueKeysWithValues: found.map { ($0, Rulebook.CheckResult(isMet: true, statement: "Ada.")) })
                    },
                    { try DeadlineChecks.results(of: $0, in: $1) },
                ],
                documents: { [self] question, _ in
                    let absent = absent.withLock { $0 }
                    let kinds = question.rules.parts.documents.map(\.kind).filter { !absent.contains($0) }
                    return Dictionary(uniqueKeysWithValues: kinds.map { ($0, DocumentID("dok-\($0)")) })
                })
        }
    }

    let town: Town
    let findings = Findings()

    init(_ engine: TestEngine = .sqlite) async throws {
        town = try await Town(engine, checks: findings.checks)
        try await town.agency("kota", units: ["dukcapil", "puskesmas"])
        let unit = Scope.unit("dukcapil", in: "kota")
        try await town.person("kepala", of: "kota", [(.unitHead, unit)])
        try await town.person("anggota", of: "kota", [(.unitMember, unit)])
        try await town.person("pimpinan", of: "kota", [(.agencyHead, .agency("kota"))])
        try await town.person("ketua", of: "kota", [(.assessorLead, .agency("kota"))])
        try await town.person("auditor", of: "kota", [(.auditor, .agency("kota"))])
        try await town.person("tpn1", of: .nation, [(.nationalReviewer, .nation)])
        try await town.person("tpn2", of: .nation, [(.nationalReviewer, .nation)])
    }

    /// A browser in which somebody is signed in.
    func browser(_ name: String) async throws -> Browser {
        let browser = Browser(town)
        #expect(try await browser.signIn(name).status == .seeOther)
        return browser
    }

    /// A browser of an administrator, who needs a second factor.
    func administrator() async throws -> Browser {
        let key = try #require(SecondFactorKey([UInt8](repeating: 5, count: 20)))
        try await town.person("admin", of: "kota", [(.agencyAdministrator, .agency("kota"))], key: key)
        let browser = Browser(town)
        try await browser.signIn("admin")
        try await browser.get("/masuk/faktor-kedua")
        #expect(try await browser.post("/masuk/faktor-kedua", ["kode": town.code(key)]).status == .seeOther)
        return browser
    }

    /// Puts a candidacy into the database whose moves lead to a state, as if it had been brought there.
    @discardableResult
    func candidacy(
        _ id: CandidacyID, unit: WorkUnitID = "dukcapil", _ designation: Designation = .wbk, taken: [(Move, AccountID, MoveResult)] = [],
        from day: Day = Day(year: 2_025, month: 1, day: 2) ?? .first
    ) async throws -> CandidacyStore.Kept {
        let now = town.clock.timestamp
        let rules = try PreparedProgrammes().rules("permenpanrb-90-2021")
        return try await town.storage.records.change { change in
            var kept = CandidacyStore.Kept(
                agency: "kota", id: id, unit: unit, designation: designation, programme: rules.id, year: 2_026, affirmation: nil, state: .preparing,
                stageSince: day, awardedOn: nil, validUntil: nil, needsAttention: nil, createdBy: "akun-kepala", createdAt: now)
            try CandidacyStore.insert(kept, in: change.session)
            var state = CandidacyState.preparing
            for (place, step) in taken.enumerated() {
                let next = try #require(state.after(step.0, by: step.1, with: step.2), "\(step.0)")
                let move = RecordedMove(
                    sequence: place + 1, move: step.0, from: state.kind, to: next.kind, actor: step.1, role: .agencyHead,
                    day: day.adding(days: place), reason: "", legalBasis: "dasar", reference: "", documents: [:], result: step.2, at: now)
                try CandidacyStore.append(move, to: id, of: "kota", in: change.session)
                kept.follow(move)
                state = next
            }
            try CandidacyStore.update(kept, in: change.session)
            change.record(JournalFact(.candidacyStarted, in: "kota", by: .system, about: id.text, CandidacyEntry.content(kept), at: now))
            return kept
        }
    }

    /// The way to an assessed unit.
    static let toAssessed: [(Move, AccountID, MoveResult)] = [
        (.declare, "akun-kepala", .none), (.propose, "akun-admin", .none), (.appoint, "akun-pimpinan", .none), (.openAssessment, "akun-ketua", .none),
        (.closeAssessment, "akun-ketua", .score("87,25")),
    ]

    /// The way to an award.
    static let toAward: [(Move, AccountID, MoveResult)] =
        toAssessed + [(.nominate, "akun-pimpinan", .none), (.startReview, "akun-tpn1", .none)]
        + ["pra-evaluasi", "desk-evaluasi", "evaluasi-lapangan", "clearance", "panel"].map {
            (.recordReviewStep, "akun-tpn1", .step($0, isPassed: true, respondents: 30, team: "Tim"))
        } + [
            (.concludeReview, "akun-tpn1", .conclusion(isFavourable: true, score: "84,10")), (.proposeAward, "akun-tpn1", .none),
            (.award, "akun-tpn2", .award(until: nil)),
        ]

    func kept(_ id: CandidacyID) async throws -> CandidacyStore.Kept {
        try #require(try await town.storage.records.read { try CandidacyStore.find(id, of: "kota", in: $0) })
    }

    func moves(_ id: CandidacyID) async throws -> [RecordedMove] {
        try await town.storage.records.read { try CandidacyStore.moves(of: id, of: "kota", in: $0) }
    }

    /// The words of the kinds of facts on the agency's journal, the latest last.
    func facts() async throws -> [String] {
        try await town.storage.records.read { session in
            try session.rows("SELECT kind FROM journal_entries WHERE agency = 'kota' ORDER BY sequence").map { try $0.text(0) }
        }
    }
}

extension Browser {
    /// Takes a step through its page, saying yes where it is asked once more.
    @discardableResult
    func take(_ move: Move, of candidacy: CandidacyID, _ fields: [String: String] = [:]) async throws -> TestResponse {
        let path = "/instansi/kota/pencalonan/\(candidacy)/langkah/\(move.rawValue)"
        #expect(try await get(path).status == .ok, "\(move): the page")
        let length = text.firstMatch(of: /name="urutan" value="(\d+)"/).map { String($0.1) } ?? ""
        var all = ["tanggal": "2026-11-24", "urutan": length, "nomor": "SK 1", "alasan": "Ada alasannya."]
        let step = text.firstMatch(of: /name="langkah-reviu" value="([a-z-]+)"/).map { String($0.1) }
        all["langkah-reviu"] = step
        all.merge(fields) { $1 }
        let answer = try await post(path, all)
        guard move.isDangerous, answer.status == .ok else { return answer }
        #expect(answer.text.contains("Langkah ini tidak dapat dibatalkan"))
        all["yakin"] = "ya"
        return try await post(path, all)
    }
}
