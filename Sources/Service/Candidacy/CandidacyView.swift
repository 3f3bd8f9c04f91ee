import Relational
import Rulebook

/// What the page of a candidacy shows.
struct CandidacyView: Sendable {
    /// A step that comes next, what it asks for, and whether this person may take it.
    struct Offer: Sendable {
        let move: Move
        /// Without what shows only once something was typed.
        let requirements: [MoveRequirement]
        /// Whether it is this person's to take, met or not.
        let isTheirs: Bool

        var unmet: [MoveRequirement] { requirements.filter { !$0.isMet && !$0.subject.isAboutPerson } }
    }

    let found: CandidacyCase
    let offers: [Offer]
    /// The people who took steps, by account; those whose data was erased are missing.
    let names: [AccountID: String]
    let today: Day

    /// The score of the agency's own assessors, the last time they closed.
    var internalScore: String? {
        if case .score(let score)? = found.candidacy.last(.closeAssessment)?.result { score } else { nil }
    }

    /// The national result, which stands.
    var nationalResult: (isFavourable: Bool, score: String)? {
        if case .conclusion(let isFavourable, let score)? = found.candidacy.last(.concludeReview)?.result { (isFavourable, score) } else { nil }
    }

    /// Who took a step, as people read it.
    func actor(_ move: RecordedMove) -> String {
        "\(names[move.actor] ?? JournalNames.erased), \(move.role.name)"
    }
}

extension MoveRequirement.Subject {
    /// Whether it is about who takes the step rather than about the candidacy.
    var isAboutPerson: Bool {
        switch self {
        case .role, .outsider, .apart: true
        default: false
        }
    }
}

extension CandidacyActions {
    /// A page of the candidacies of an agency with how many there are in each stage; one more row than is shown when there is a
    /// next page.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; `RelationalError`.
    func list(
        in agency: AgencyID, stage: Stage?, page: Int, by identity: Identity, at now: Timestamp
    ) async throws -> (rows: [CandidacyStore.Listed], counts: [Stage: Int]) {
        try identity.require(.listCandidacies, on: agency.target, at: now)
        return try await records.read { session in
            (
                try CandidacyStore.list(
                    in: agency, stage: stage, skip: page * Self.pageLength, most: Self.pageLength + 1, in: session),
                try CandidacyStore.counts(in: agency, in: session)
            )
        }
    }

    /// The candidacies of a unit, the latest first; `nil` for somebody who may not see them.
    ///
    /// - Throws: `RelationalError`.
    func list(
        of unit: WorkUnitID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws -> [CandidacyStore.Kept]? {
        guard identity.may(.seeCandidacy, on: .unit(unit, of: agency), at: now) else { return nil }
        return try await records.read { try CandidacyStore.list(of: unit, of: agency, in: $0) }
    }

    /// A unit, for who was let through already.
    ///
    /// - Throws: ``PageRefusal/notFound``; `RelationalError`.
    func house(_ unit: WorkUnitID, of agency: AgencyID) async throws -> WorkUnitStore.Kept {
        guard let kept = try await records.read({ try WorkUnitStore.find(unit, of: agency, in: $0) }) else { throw PageRefusal.notFound }
        return kept
    }

    /// The candidacies of an agency that are ready to be proposed in the same letter as one, itself included; for somebody who sees
    /// only the one, itself alone.
    ///
    /// - Throws: `RelationalError`.
    func nominees(
        beside candidacy: CandidacyStore.Kept, by identity: Identity, at now: Timestamp
    ) async throws -> [CandidacyStore.Listed] {
        let isAlone = !identity.may(.listCandidacies, on: candidacy.agency.target, at: now)
        return try await records.read { session in
            try CandidacyStore.nominees(of: candidacy.agency, under: candidacy.programme, beside: candidacy.id, most: 500, in: session)
                .filter { !isAlone || $0.candidacy.id == candidacy.id }
        }
    }

    /// One candidacy with everything that its page shows.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func see(
        _ candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws -> CandidacyView {
        let (programmes, checks, today) = (programmes, checks, Identity.day(now))
        return try await records.read { session in
            guard let kept = try CandidacyStore.find(candidacy, of: agency, in: session) else { throw PageRefusal.notFound }
            let target = AccessTarget.unit(kept.unit, of: agency)
            try identity.require(.seeCandidacy, on: target, at: now)
            let found = try CandidacyCase(kept, on: today, today: today, programmes: programmes, checks: checks, in: session)
            let actor = identity.mover(of: kept.unit, of: agency, at: now)
            let mayMove = identity.may(.moveCandidacy, on: target, at: now)
            let offers = found.candidacy.openMoves(under: found.rules).map { move in
                let draft = MoveRequest(move, by: actor, day: today, today: today, documents: found.documents)
                let requirements = found.candidacy.requirements(of: draft, under: found.rules, knowing: found.checks, standing: found.standing)
                    .filter { !$0.subject.isTyped }
                return CandidacyView.Offer(
                    move: move, requirements: requirements,
                    isTheirs: mayMove && requirements.allSatisfy { $0.isMet || !$0.subject.isAboutPerson })
            }
            var names: [AccountID: String] = [:]
            for account in Set(found.candidacy.moves.map(\.actor)) {
                names[account] = try AccountStore.find(account, in: session)?.person?.name
            }
            return CandidacyView(found: found, offers: offers, names: names, today: today)
        }
    }
}
