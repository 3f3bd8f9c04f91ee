import Journaling
import Relational
import Rulebook

/// What people do with the plan of a unit and the reviews of its progress.
struct DevelopmentActions: Sendable {
    let records: Records
    let ground: DevelopmentGround.Source

    /// Whether anything may still be changed: until the assessors begin, and again when the unit comes back to development.
    static func isOpen(_ candidacy: CandidacyStore.Kept) -> Bool {
        candidacy.state.isOnItsWay && candidacy.stage <= .development
    }

    /// A candidacy, for who may do this to its unit.
    ///
    /// - Throws: ``PageRefusal/notFound``; `Refusal` of code `accessDenied`; `RelationalError`.
    func enter(
        _ candidacy: CandidacyID, of agency: AgencyID, for capability: Capability, by identity: Identity, at now: Timestamp
    ) async throws -> (candidacy: CandidacyStore.Kept, actor: JournalFact.Actor) {
        guard let kept = try await records.read({ try CandidacyStore.find(candidacy, of: agency, in: $0) }) else {
            throw PageRefusal.notFound
        }
        return (kept, try identity.require(capability, on: .unit(kept.unit, of: agency), at: now))
    }

    /// All there is to see of the development.
    ///
    /// - Throws: ``PageRefusal/notFound``; `Refusal` of code `accessDenied`; `RelationalError`.
    /// - Complexity: O(actions + reviews + people of the unit)
    func see(
        _ id: CandidacyID, of agency: AgencyID, by identity: Identity, for capability: Capability = .seePlan, at now: Timestamp
    ) async throws -> DevelopmentView {
        let candidacy = try await enter(id, of: agency, for: capability, by: identity, at: now).candidacy
        let ground = try ground(candidacy)
        let today = Identity.day(now)
        return try await records.read { session in
            guard let agency = try AgencyStore.find(agency, in: session),
                let unit = try WorkUnitStore.find(candidacy.unit, of: agency.id, in: session)
            else { throw PageRefusal.notFound }
            let kept = try DevelopmentStore.plan(of: id, of: agency.id, in: session)
            let actions = try DevelopmentStore.actions(of: id, of: agency.id, in: session)
            let plan = try DevelopmentStore.actionPlan(kept, actions, of: id, of: agency.id, in: session)
            let reviews = try DevelopmentStore.reviews(of: id, of: agency.id, in: session)
            var accounts = actions.map(\.action.content.person) + plan.waiting.map(\.by) + reviews.map(\.by)
            if let adoption = plan.adoption { accounts.append(adoption.by) }
            for finding in reviews.flatMap(\.findings) { accounts += [finding.person] + (finding.closing.map { [$0.by] } ?? []) }
            return DevelopmentView(
                agency: agency, unit: unit, candidacy: candidacy, ground: ground, plan: plan, actions: actions,
                months: kept?.months ?? ground.reviewMonths, reviews: reviews,
                appointed: try DevelopmentStore.appointed(id, of: agency.id, in: session),
                names: try DevelopmentStore.names(of: accounts, in: session),
                people: try DevelopmentStore.people(of: unit.id, of: agency.id, on: today, in: session), today: today)
        }
    }

    /// What a change stands on, held until the transaction ends.
    struct Held {
        let candidacy: CandidacyStore.Kept
        var plan: DevelopmentStore.Plan
        /// `nil` before the unit was appointed.
        let rhythm: ReviewRhythm?
    }

    /// Holds a candidacy and its plan for a change; a plan that is not there yet is begun.
    ///
    /// - Throws: ``PageRefusal/notFound``; `Refusal` of code `developmentClosed`; `RelationalError`.
    func hold(_ candidacy: CandidacyID, of agency: AgencyID, in session: any WriteSession) throws -> Held {
        guard let kept = try CandidacyStore.hold(candidacy, of: agency, in: session) else { throw PageRefusal.notFound }
        guard Self.isOpen(kept) else {
            throw Refusal(
                .developmentClosed, at: "",
                "Tahap pembangunan pencalonan ini sudah lewat, jadi rencana dan monevnya tidak dapat diubah lagi. Semua catatannya tetap dapat dibaca.")
        }
        let plan = try DevelopmentStart.begin(kept, every: ground(kept).reviewMonths, in: session)
        let appointed = try DevelopmentStore.appointed(candidacy, of: agency, in: session)
        return Held(
            candidacy: kept, plan: plan, rhythm: appointed.flatMap { ReviewRhythm(start: $0, months: plan.months) })
    }

    /// Keeps when the next review is due, which follows from the rhythm and the reviews held.
    static func keepNextReview(_ held: inout Held, in session: any WriteSession) throws {
        let (agency, id) = (held.plan.agency, held.plan.candidacy)
        let reviewed = try DevelopmentStore.reviewed(id, of: agency, in: session)
        held.plan.nextReview = held.rhythm.map { $0.due($0.next(after: reviewed)) }
        try DevelopmentStore.update(held.plan, in: session)
    }
}

/// The beginning of a unit's development.
enum DevelopmentStart {
    /// Makes sure that a candidacy has a plan to be filled, with the next review known once the unit is appointed. To be called where the
    /// unit is appointed, so that the first review becomes somebody's task; otherwise it happens with the first change of the plan.
    ///
    /// - Throws: `RelationalError`.
    @discardableResult
    static func begin(
        _ candidacy: CandidacyStore.Kept, every months: Int, in session: any WriteSession
    ) throws -> DevelopmentStore.Plan {
        let (agency, id) = (candidacy.agency, candidacy.id)
        let appointed = try DevelopmentStore.appointed(id, of: agency, in: session)
        var plan =
            try DevelopmentStore.plan(of: id, of: agency, in: session)
            ?? DevelopmentStore.Plan(
                agency: agency, candidacy: id, unit: candidacy.unit, months: months, revision: 0, nextReview: nil)
        try DevelopmentStore.begin(plan, in: session)
        if plan.nextReview == nil, let rhythm = appointed.flatMap({ ReviewRhythm(start: $0, months: plan.months) }) {
            plan.nextReview = rhythm.due(1)
            try DevelopmentStore.update(plan, in: session)
        }
        return plan
    }
}

extension PlanRefusal {
    /// The refusal alone.
    func refusal(at location: String = "") -> Refusal { Refusal([finding(at: location)]) }
}

extension DevelopmentActions {
    /// How an action came to be, with the names of those who are spoken of and the documents that may show it; whoever asks was let
    /// through already.
    ///
    /// - Throws: `RelationalError`.
    func history(
        of action: PlannedAction, of candidacy: CandidacyID, of agency: AgencyID
    ) async throws -> (versions: [DevelopmentStore.Version], names: [AccountID: String], documents: [FilingStore.Kept]) {
        let place = FilingPlace(agency, candidacy: candidacy)
        return try await records.read { session in
            let versions = try DevelopmentStore.versions(of: action.id, of: candidacy, of: agency, in: session)
            let accounts = versions.flatMap { [$0.by, $0.person] } + [action.content.person]
            return (
                versions, try DevelopmentStore.names(of: accounts, in: session), try FilingStore.standing(in: place, in: session)
            )
        }
    }
}
