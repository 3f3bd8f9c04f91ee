import HTTPTypes
import HummingbirdTesting
import InstrumentFiles
import Relational
import Rulebook
import Testing

@testable import Service

/// A unit in development, with people for every part of it: Ratna and Budi of the unit, Hadi who heads it and Lina who does so as well, Tari
/// who assesses for the agency.
struct DevelopmentTown {
    static let path = "/instansi/kota/pencalonan/calon"
    let town: Town
    /// Appointed on 3 March 2026, 266 days before the clock begins.
    static let appointed = Day(year: 2026, month: 3, day: 3) ?? .first

    init(_ engine: TestEngine = .sqlite, isAppointed: Bool = true) async throws {
        town = try await Town(engine)
        try await town.agency("kota", units: ["dukcapil", "puskesmas"])
        let unit = Scope.unit("dukcapil", in: "kota")
        for name in ["ratna", "budi"] { try await town.person(name, of: "kota", [(.unitMember, unit)]) }
        for name in ["hadi", "lina"] { try await town.person(name, of: "kota", [(.unitHead, unit)]) }
        try await town.person("rangkap", of: "kota", [(.unitMember, unit), (.unitHead, unit)])
        try await town.person("tari", of: "kota", [(.assessorLead, .agency("kota"))])
        try await town.person("luar", of: "kota", [(.unitMember, .unit("puskesmas", in: "kota"))])
        try await town.developing("calon", of: "dukcapil", in: "kota", since: isAppointed ? Self.appointed : nil)
    }

    /// Signs somebody in.
    func browser(_ name: String) async throws -> Browser {
        let browser = Browser(town)
        try await browser.signIn(name)
        try await browser.get("/beranda")
        return browser
    }

    /// Opens the form and adds an action; the fields given stand over the usual ones.
    @discardableResult
    func add(_ fields: [String: String] = [:], by browser: Browser) async throws -> String? {
        try await browser.get("\(Self.path)/rencana/aksi-baru?area=1")
        let usual = [
            "area": "1", "butir": "A.I.1.i.a", "target": "SK tim terbit", "penanggung": "akun-budi", "mulai": "2026-11-01", "tenggat": "2026-12-15",
        ]
        return try await browser.post("\(Self.path)/rencana/aksi-baru", usual.merging(fields) { $1 }).headers[.location]
    }

    /// The id of the first action on the page of the plan.
    func action(_ browser: Browser) async throws -> String {
        try await browser.get("\(Self.path)/rencana")
        return String(try #require(browser.text.firstMatch(of: /rencana\/aksi\/([0-9a-z]{26})"/)).1)
    }

    /// What the checks say on a day.
    func checks(on day: Day) async throws -> [Check: CheckResult] {
        let rules = try ProgrammeLibrary.rules("permenpanrb-90-2021")
        return try await town.storage.records.read { session in
            let candidacy = try #require(try CandidacyStore.find("calon", of: "kota", in: session))
            return try DevelopmentChecks.results(of: .init(candidacy: candidacy, rules: rules, day: day, today: day), in: session)
        }
    }
}

extension Town {
    /// Makes a candidacy whose unit was appointed on a day, or waits to be.
    func developing(_ id: CandidacyID, of unit: WorkUnitID, in agency: AgencyID, since day: Day?) async throws {
        let now = clock.timestamp
        let state: CandidacyState.Kind = day == nil ? .proposed : .developing
        try await storage.records.change { change in
            try CandidacyStore.insert(
                CandidacyStore.Kept(
                    agency: agency, id: id, unit: unit, designation: .wbk, programme: "permenpanrb-90-2021", year: 2027, affirmation: nil,
                    state: state, stageSince: day ?? Identity.day(now), awardedOn: nil, validUntil: nil, needsAttention: nil,
                    createdBy: "akun-hadi", createdAt: now), in: change.session)
            guard let day else { return }
            try CandidacyStore.append(
                RecordedMove(
                    sequence: 1, move: .appoint, from: .proposed, to: .developing, actor: "akun-hadi", role: .agencyHead, day: day, reason: "",
                    legalBasis: "", reference: "SK 1", documents: [:], result: .none, at: now), to: id, of: agency, in: change.session)
        }
    }

    /// Moves a candidacy to another state, as the pages of the stages do.
    func set(_ id: CandidacyID, in agency: AgencyID, to state: CandidacyState.Kind) async throws {
        try await storage.records.change { change in
            guard var kept = try CandidacyStore.find(id, of: agency, in: change.session) else { return }
            kept.state = state
            try CandidacyStore.update(kept, in: change.session)
        }
    }

    /// Puts an action into a plan without anybody being asked whether they may.
    func action(_ id: ActionID, of candidacy: CandidacyID, unit: WorkUnitID, in agency: AgencyID, person: AccountID) async throws {
        let now = clock.timestamp
        try await storage.records.change { change in
            let plan = DevelopmentStore.Plan(agency: agency, candidacy: candidacy, unit: unit, months: 3, revision: 0, nextReview: nil)
            try DevelopmentStore.begin(plan, in: change.session)
            let content = PlannedAction.Content(
                items: ["A.I.1.i.a"], area: .change(1), target: "SK tim", person: person, start: Identity.day(now), due: Identity.day(now))
            let kept = DevelopmentStore.KeptAction(action: PlannedAction(id: id, content: content), version: 1, note: "")
            try DevelopmentStore.insert(kept, into: plan, in: change.session)
            try DevelopmentStore.appendVersion(of: kept, to: plan, by: person, because: "", at: now, in: change.session)
        }
    }
}
