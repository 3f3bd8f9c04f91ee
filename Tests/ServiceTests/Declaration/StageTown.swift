import HTTPTypes
import HummingbirdTesting
import Rulebook
import Testing

@testable import Service

/// A town with one agency, a candidacy of one of its units, and the people who have to do with declaration and selection.
struct StageTown {
    let town: Town
    /// Heads the unit dukcapil.
    let head: Browser
    /// Keeps the agency.
    let administrator: Browser
    static let page = "/instansi/kota/pencalonan/calon-1/pencanangan"
    static let selection = "/instansi/kota/pencalonan/calon-1/pemilihan"

    init(_ engine: TestEngine = .sqlite) async throws {
        town = try await Town(engine)
        try await town.agency("kota", units: ["dukcapil", "puskesmas", "samsat"])
        try await town.candidacy("calon-1", of: "dukcapil")
        try await town.person("kepala", of: "kota", [(.unitHead, .unit("dukcapil", in: "kota"))])
        head = Browser(town)
        try await head.signIn("kepala")
        let key = try #require(SecondFactorKey([UInt8](repeating: 7, count: 20)))
        try await town.person("admin", of: "kota", [(.agencyAdministrator, .agency("kota"))], key: key)
        administrator = Browser(town)
        try await administrator.signIn("admin")
        try await administrator.get("/masuk/faktor-kedua")
        #expect(try await administrator.post("/masuk/faktor-kedua", ["kode": town.code(key)]).status == .seeOther)
    }

    /// A new browser in which somebody with a role for the unit is signed in.
    func browser(_ name: String, _ role: Role, _ scope: Scope) async throws -> Browser {
        try await town.person(name, of: "kota", [(role, scope)])
        let browser = Browser(town)
        try await browser.signIn(name)
        return browser
    }

    /// What the checks of declaration and selection find.
    func checks() async throws -> [Check: CheckResult] {
        let day = Identity.day(town.clock.timestamp)
        return try await town.storage.records.read { session in
            let candidacy = try #require(try CandidacyStore.find("calon-1", of: "kota", in: session))
            let rules = try StageRules.rules(candidacy.programme)
            let declaration = try DeclarationChecks.results(for: candidacy, under: rules, on: day, in: session)
            return try declaration.merging(SelectionChecks.results(for: candidacy, under: rules, on: day, in: session)) { first, _ in first }
        }
    }

    /// Moves the candidacy without asking anybody.
    func put(into state: CandidacyState.Kind) async throws {
        let now = town.clock.timestamp
        try await town.storage.records.change { change in
            var candidacy = try #require(try CandidacyStore.find("calon-1", of: "kota", in: change.session))
            candidacy.state = state
            try CandidacyStore.update(candidacy, in: change.session)
            change.record(JournalFact(.unitChanged, in: "kota", by: .system, at: now))
        }
    }
}

extension Town {
    /// Begins a candidacy towards WBK in 2026.
    func candidacy(_ id: CandidacyID, of unit: WorkUnitID, in agency: AgencyID = "kota", programme: ProgrammeID = "permenpanrb-90-2021") async throws {
        let now = clock.timestamp
        try await storage.records.change { change in
            try CandidacyStore.insert(
                CandidacyStore.Kept(
                    agency: agency, id: id, unit: unit, designation: .wbk, programme: programme, year: 2_026, affirmation: nil, state: .preparing,
                    stageSince: Identity.day(now), awardedOn: nil, validUntil: nil, needsAttention: nil, createdBy: "akun-x", createdAt: now),
                in: change.session)
            change.record(JournalFact(.unitChanged, in: agency, by: .system, at: now))
        }
    }

    /// Puts somebody on the roll of a unit.
    func employee(_ id: EmployeeID, of unit: WorkUnitID, in agency: AgencyID = "kota", account: AccountID? = nil) async throws {
        let now = clock.timestamp
        try await storage.records.change { change in
            try EmployeeStore.insert(
                EmployeeStore.Kept(
                    agency: agency, id: id, unit: unit, account: account, name: "Pegawai \(id)", nip: nil, employment: .throughout), at: now,
                in: change.session)
            change.record(JournalFact(.employeesListed, in: agency, by: .system, at: now))
        }
    }
}
