import Journaling
import Relational
import Rulebook

/// What people do with candidacies.
struct CandidacyActions: Sendable {
    let records: Records
    let programmes: PreparedProgrammes
    let checks: CandidacyChecks

    /// Rows of a list on one page.
    static let pageLength = 50

    /// A unit sets out towards a designation.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `programmeUnknown`, `unitNotOpen`, `candidacyExists`, `wbkAwardMissing`,
    ///   `waitingAfterRevocation`; ``PageRefusal/notFound``; `RelationalError`.
    func start(
        _ form: StartForm.Parsed, for unit: WorkUnitID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws -> CandidacyID {
        let actor = try identity.require(.startCandidacy, on: .unit(unit, of: agency), at: now)
        let rules = try programmes.rules(form.programme)
        let day = Identity.day(now)
        let kept = CandidacyStore.Kept(
            agency: agency, id: CandidacyID(NewID.make(at: now.milliseconds)), unit: unit, designation: form.designation, programme: rules.id,
            year: form.year, affirmation: form.affirmation, state: .preparing, stageSince: day, createdBy: identity.account, createdAt: now)
        do {
            try await records.change { change in
                guard let house = try WorkUnitStore.find(unit, of: agency, in: change.session) else { throw PageRefusal.notFound }
                let standing = try CandidacyCase.standing(of: house, beside: nil, under: rules, on: day, in: change.session)
                do throws(MoveRefusal) {
                    try CandidacyStart.check(
                        form.designation, year: form.year, affirmation: form.affirmation, on: day, under: rules, standing: standing)
                } catch { throw error.refusal(at: StartForm.place) }
                try CandidacyStore.insert(kept, in: change.session)
                change.record(
                    JournalFact(.candidacyStarted, in: agency, by: actor, about: kept.id.text, CandidacyEntry.content(kept), at: now))
            }
        } catch let error as RelationalError where error.kind == .unique {
            // Two people pressed the button at once; the rule says the same to the slower one.
            throw MoveRefusal([CandidacyStart.only(form.designation, isTaken: true)]).refusal(at: StartForm.place)
        }
        return kept.id
    }

    /// Takes a step: looks at everything anew, decides, and keeps the move with its fact, in one transaction.
    ///
    /// - Throws: `Refusal` with everything that stands in the way; ``PageRefusal/notFound``; `RelationalError`.
    func move(
        _ form: MoveForm.Parsed, _ candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws {
        let unit = try await unit(of: candidacy, of: agency)
        try identity.require(.moveCandidacy, on: .unit(unit, of: agency), at: now)
        let (programmes, checks, today) = (programmes, checks, Identity.day(now))
        try await records.change { change in
            guard let held = try CandidacyStore.hold(candidacy, of: agency, in: change.session) else { throw PageRefusal.notFound }
            var found = try CandidacyCase(held, on: form.day, today: today, programmes: programmes, checks: checks, in: change.session)
            let request = form.request(by: identity.mover(of: unit, of: agency, at: now), today: today, documents: found.documents)
            let decision = try Self.decide(request, expecting: form.length, found)
            let recorded = RecordedMove(
                sequence: found.length + 1, move: request.move, from: held.state, to: decision.next.kind, actor: identity.account,
                role: decision.role, day: request.day, reason: request.reason, legalBasis: decision.legalBasis, reference: request.reference,
                documents: decision.documents, result: request.result, at: now)
            found.kept.follow(recorded)
            try CandidacyStore.append(recorded, to: candidacy, of: agency, in: change.session)
            try CandidacyStore.update(found.kept, in: change.session)
            let actor = JournalFact.Actor(account: identity.account, role: decision.role)
            change.record(
                JournalFact(
                    .candidacyMoved, in: agency, by: actor, about: candidacy.text, CandidacyEntry.content(found.kept, recorded), at: now))
            for follow in checks.followers { try follow(recorded, found.kept, found.rules, change.session) }
            if recorded.move == .revoke { try Self.questionOthers(found, in: &change, at: now) }
        }
    }

    /// Says whether a step could be taken as it was typed, and changes nothing.
    ///
    /// - Throws: as ``move(_:_:of:by:at:)``.
    func rehearse(
        _ form: MoveForm.Parsed, _ candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws {
        let unit = try await unit(of: candidacy, of: agency)
        try identity.require(.moveCandidacy, on: .unit(unit, of: agency), at: now)
        let (programmes, checks, today) = (programmes, checks, Identity.day(now))
        try await records.read { session in
            guard let kept = try CandidacyStore.find(candidacy, of: agency, in: session) else { throw PageRefusal.notFound }
            let found = try CandidacyCase(kept, on: form.day, today: today, programmes: programmes, checks: checks, in: session)
            let request = form.request(by: identity.mover(of: unit, of: agency, at: now), today: today, documents: found.documents)
            _ = try Self.decide(request, expecting: form.length, found)
        }
    }

    /// Says that what had to be looked at was looked at, and what came of it.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `moveIncomplete`; ``PageRefusal/notFound``; `RelationalError`.
    func settle(
        _ form: SettleForm.Parsed, _ candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws {
        let unit = try await unit(of: candidacy, of: agency)
        let actor = try identity.require(.settleCandidacy, on: .unit(unit, of: agency), at: now)
        try await records.change { change in
            guard var held = try CandidacyStore.hold(candidacy, of: agency, in: change.session), let reason = held.needsAttention else {
                throw PageRefusal.notFound
            }
            held.needsAttention = nil
            try CandidacyStore.update(held, in: change.session)
            var content = CandidacyEntry.content(held)
            content["hal"] = .text(reason)
            content["alasan"] = .text(form.outcome)
            change.record(JournalFact(.candidacySettled, in: agency, by: actor, about: candidacy.text, content, at: now))
        }
    }

    /// The unit of a candidacy, so that the policy can be asked.
    ///
    /// - Throws: ``PageRefusal/notFound``; `RelationalError`.
    func unit(of candidacy: CandidacyID, of agency: AgencyID) async throws -> WorkUnitID {
        guard let kept = try await records.read({ try CandidacyStore.find(candidacy, of: agency, in: $0) }) else {
            throw PageRefusal.notFound
        }
        return kept.unit
    }

    private static func decide(_ request: MoveRequest, expecting length: Int, _ found: CandidacyCase) throws -> MoveDecision {
        guard length == found.length else {
            throw Refusal(
                .candidacyMovedOn, at: "", "Pencalonan ini sudah berubah sejak halaman dibuka. Periksa keadaannya sekarang, lalu ulangi bila masih perlu.")
        }
        do throws(MoveRefusal) {
            return try found.candidacy.decide(request, under: found.rules, knowing: found.checks, standing: found.standing)
        } catch { throw error.refusal(at: MoveForm.place) }
    }

    /// What stands on a designation that was taken away has to be looked at.
    private static func questionOthers(_ found: CandidacyCase, in change: inout Change, at now: Timestamp) throws {
        let lost = found.kept.designation
        let above = Set(found.rules.parts.presuppositions.filter { $0.presupposes == lost }.map(\.designation))
        for other in try CandidacyStore.list(of: found.unit.id, of: found.agency.id, in: change.session)
        where above.contains(other.designation) && other.state.isOnItsWay {
            guard var held = try CandidacyStore.hold(other.id, of: other.agency, in: change.session) else { continue }
            let reason = "Predikat \(lost.acronym) unit ini dicabut, padahal pencalonan \(other.designation.acronym) bertumpu padanya."
            held.needsAttention = reason
            try CandidacyStore.update(held, in: change.session)
            var content = CandidacyEntry.content(held)
            content["alasan"] = .text(reason)
            change.record(JournalFact(.candidacyQuestioned, in: other.agency, by: .system, about: other.id.text, content, at: now))
        }
    }
}

extension CandidacyStore.Kept {
    /// Follows a move that was taken.
    mutating func follow(_ move: RecordedMove) {
        if move.to.stage != state.stage || move.move == .award { stageSince = move.day }
        state = move.to
        if move.move == .nominate { year = move.day.date.year }
        if move.move == .award, case .award(let until) = move.result { (awardedOn, validUntil) = (move.day, until) }
    }
}
