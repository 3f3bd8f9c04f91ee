import Relational
import Rulebook

extension AssessmentActions {
    /// Somebody who may be put on the team.
    struct Candidate: Hashable, Sendable {
        let account: AccountID
        /// The seats that the person's roles for the unit allow today.
        let seats: [TeamSeat]
    }

    /// What the page of an assessment shows.
    struct View: Sendable {
        let agency: AgencyStore.Kept
        let unit: WorkUnitStore.Kept
        let found: AssessmentCase
        let instrument: Instrument
        /// Every version, without answers, by party and then the latest first.
        let versions: [SheetStore.Kept]
        /// What keeps the team from assessing today.
        let obstacles: [TeamObstacle]
        /// The conditions judged on the sheets that count.
        let verdicts: [SheetParty: Verdict]
        let candidates: [Candidate]
        let names: [AccountID: String]
        let day: Day

        var candidacy: CandidacyStore.Kept { found.candidacy }
        var target: AccessTarget { .unit(unit.id, of: agency.id) }

        func name(_ account: AccountID) -> String { names[account] ?? "Data pribadi dihapus" }
    }

    /// The assessment of a candidacy, for whoever may see it.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func view(_ id: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp) async throws -> View {
        let candidacy = try await candidacy(id, of: agency, for: .seeAssessment, by: identity, at: now).candidacy
        let rule = try terms.team(of: candidacy)
        let prepared = try terms.prepared(for: candidacy)
        let terms = terms
        let isForming = identity.may(.formAssessmentTeam, on: .unit(candidacy.unit, of: agency), at: now)
        return try await records.read { session in
            guard let place = try AgencyStore.find(agency, in: session), let kept = try CandidacyStore.find(id, of: agency, in: session),
                let unit = try WorkUnitStore.find(kept.unit, of: agency, in: session)
            else { throw PageRefusal.notFound }
            let found = try AssessmentCase.load(kept, under: rule, in: session)
            let versions = try SheetStore.list(of: id, of: agency, in: session)
            let candidates = isForming && found.assessment.state == .forming ? try Self.candidates(for: found, in: session) : []
            var accounts = Set(found.assessment.team.members.map(\.account) + candidates.map(\.account) + versions.map(\.by))
            accounts.formUnion(versions.compactMap(\.handedIn?.by) + [found.report?.by, found.signature?.by].compactMap { $0 })
            return View(
                agency: place, unit: unit, found: found, instrument: prepared.instrument, versions: versions,
                obstacles: found.assessment.team.obstacles(under: rule, on: Identity.day(now)),
                verdicts: found.sheets.compactMapValues { try? terms.judge($0) }, candidates: candidates,
                names: try Self.names(accounts, in: session), day: Identity.day(now))
        }
    }

    /// The people who may be put on a team: those on it, and whoever has an assessor's role for the unit today.
    ///
    /// - Complexity: O(assessors of the agency)
    static func candidates(for found: AssessmentCase, in session: any ReadSession) throws -> [Candidate] {
        let agency = found.candidacy.agency
        let target = Scope.unit(found.candidacy.unit, in: agency)
        let accounts = Set(try AssessorStore.assessors(in: agency, in: session) + found.assessment.team.members.map(\.account))
        return try accounts.sorted().compactMap { account in
            let grants = try GrantStore.standing(of: account, in: session)
            let seats = TeamSeat.allCases.filter { seat in grants.contains { $0.role == seat.role && $0.scope.contains(target) } }
            let isMember = found.assessment.team.members.contains { $0.account == account }
            return seats.isEmpty && !isMember ? nil : Candidate(account: account, seats: seats)
        }
    }
}

extension AssessmentActions {
    /// What the page of a comparison shows.
    struct Compared: Sendable {
        let view: View
        /// The sheets that count, the first with all others.
        let sheets: [SheetStore.Kept]
        let comparison: SheetComparison
    }

    /// The sheets that count side by side, for whoever may see the assessment.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `numbersTooFine`; ``PageRefusal/notFound`` for fewer than two; `RelationalError`.
    func comparison(_ id: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp) async throws -> Compared {
        let view = try await view(id, of: agency, by: identity, at: now)
        let sheets = SheetParty.allCases.compactMap { view.found.sheets[$0] }
        guard sheets.count > 1 else { throw PageRefusal.notFound }
        return Compared(view: view, sheets: sheets, comparison: try terms.compare(sheets[0], with: Array(sheets.dropFirst())))
    }
}
