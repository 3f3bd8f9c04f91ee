import Journaling
import Relational
import Rulebook

extension DevelopmentActions {
    /// Adds actions to a plan.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `planActionMalformed`, `developmentClosed`; ``PageRefusal/notFound``; `RelationalError`.
    @discardableResult
    func add(
        _ contents: [PlannedAction.Content], to candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws -> [ActionID] {
        let actor = try await enter(candidacy, of: agency, for: .draftPlan, by: identity, at: now).actor
        return try await records.change { change in
            let held = try hold(candidacy, of: agency, in: change.session)
            let known = try DevelopmentStore.actions(of: candidacy, of: agency, in: change.session)
            guard known.count + contents.count <= ActionPlan.mostActions else { throw PlanRefusal.planFull.refusal() }
            var added: [ActionID] = []
            for content in contents {
                try Self.check(content.person, in: held, on: Identity.day(now), in: change.session)
                let id = ActionID(NewID.make(at: now.milliseconds))
                let kept = DevelopmentStore.KeptAction(action: PlannedAction(id: id, content: content), version: 1, note: "")
                try DevelopmentStore.insert(kept, into: held.plan, in: change.session)
                try DevelopmentStore.appendVersion(
                    of: kept, to: held.plan, by: identity.account, because: "", at: now, in: change.session)
                change.record(
                    JournalFact(.planActionAdded, in: agency, by: actor, about: candidacy.text, Self.content(kept, held), at: now))
                added.append(id)
            }
            return added
        }
    }

    /// Changes what is planned for an action.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `planActionMalformed`, `planActionClosed`, `changedMeanwhile`, `developmentClosed`;
    ///   ``PageRefusal/notFound``; `RelationalError`.
    func change(
        _ action: ActionID, of candidacy: CandidacyID, of agency: AgencyID, _ form: PlanActionForm.Parsed, by identity: Identity,
        at now: Timestamp
    ) async throws {
        let actor = try await enter(candidacy, of: agency, for: .draftPlan, by: identity, at: now).actor
        try await records.change { change in
            let held = try hold(candidacy, of: agency, in: change.session)
            guard var kept = try DevelopmentStore.action(action, of: candidacy, of: agency, in: change.session) else {
                throw PageRefusal.notFound
            }
            guard kept.action.state.isOpen else { throw PlanRefusal.actionClosed.refusal() }
            guard kept.version == form.version else { throw Self.changedMeanwhile }
            if kept.action.content == form.content { return }
            if form.content.person != kept.action.content.person {
                try Self.check(form.content.person, in: held, on: Identity.day(now), in: change.session)
            }
            kept.action.content = form.content
            kept.version += 1
            try DevelopmentStore.update(kept, of: held.plan, in: change.session)
            try DevelopmentStore.appendVersion(
                of: kept, to: held.plan, by: identity.account, because: form.reason, at: now, in: change.session)
            change.record(
                JournalFact(
                    .planActionChanged, in: agency, by: actor, about: candidacy.text,
                    Self.content(kept, held).merging(["alasan": .text(form.reason)]) { first, _ in first }, at: now))
        }
    }

    /// Gives an action up, with the reason.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `planActionClosed`, `developmentClosed`; ``PageRefusal/notFound``; `RelationalError`.
    func drop(
        _ action: ActionID, of candidacy: CandidacyID, of agency: AgencyID, because reason: String, by identity: Identity, at now: Timestamp
    ) async throws {
        let actor = try await enter(candidacy, of: agency, for: .draftPlan, by: identity, at: now).actor
        try await records.change { change in
            let held = try hold(candidacy, of: agency, in: change.session)
            guard var kept = try DevelopmentStore.action(action, of: candidacy, of: agency, in: change.session) else {
                throw PageRefusal.notFound
            }
            do throws(PlanRefusal) { kept.action = try kept.action.dropping(because: reason) } catch { throw error.refusal() }
            kept.version += 1
            try DevelopmentStore.update(kept, of: held.plan, in: change.session)
            try DevelopmentStore.appendVersion(
                of: kept, to: held.plan, by: identity.account, because: reason, at: now, in: change.session)
            change.record(
                JournalFact(
                    .planActionDropped, in: agency, by: actor, about: candidacy.text,
                    ["aksi": .text(action.text), "target": .text(kept.action.content.target), "alasan": .text(reason)], at: now))
        }
    }

    /// Adopts the plan with all changes that wait.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `planNotAdoptable`, `planAdoptedByDrafter`, `developmentClosed`;
    ///   ``PageRefusal/notFound``; `RelationalError`.
    func adopt(_ candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp) async throws {
        let actor = try await enter(candidacy, of: agency, for: .adoptPlan, by: identity, at: now).actor
        try await records.change { change in
            var held = try hold(candidacy, of: agency, in: change.session)
            let actions = try DevelopmentStore.actions(of: candidacy, of: agency, in: change.session)
            let plan = try DevelopmentStore.actionPlan(held.plan, actions, of: candidacy, of: agency, in: change.session)
            let adoption: ActionPlan.Adoption
            do throws(PlanRefusal) { adoption = try plan.adopting(by: identity.account, on: Identity.day(now)) } catch {
                throw error.refusal()
            }
            try DevelopmentStore.append(adoption, to: held.plan, at: now, in: change.session)
            held.plan.revision = adoption.revision
            try DevelopmentStore.update(held.plan, in: change.session)
            change.record(
                JournalFact(
                    .planAdopted, in: agency, by: actor, about: candidacy.text,
                    ["revisi": .integer(adoption.revision), "aksi": .integer(plan.standing.count), "perubahan": .integer(plan.waiting.count)],
                    at: now))
        }
    }

    /// Work is given to people of the unit.
    static func check(
        _ person: AccountID, in held: Held, on day: Day, at field: String = PlanActionForm.Field.person, in session: any ReadSession
    ) throws {
        let people = try DevelopmentStore.people(of: held.candidacy.unit, of: held.candidacy.agency, on: day, in: session)
        guard people.contains(where: { $0.account == person }) else {
            throw Refusal(.planActionMalformed, at: field, "Pilih orang yang berperan di unit ini hari ini.")
        }
    }

    static let changedMeanwhile = Refusal(
        .changedMeanwhile, at: "",
        "Aksi ini sudah diubah orang lain sejak formulir dibuka. Yang Anda ketik masih tampak; bandingkan dengan isinya sekarang, lalu simpan lagi.")

    private static func content(_ kept: DevelopmentStore.KeptAction, _ held: Held) -> [String: CanonicalValue] {
        let content = kept.action.content
        return [
            "aksi": .text(kept.action.id.text), "versi": .integer(kept.version), "revisi": .integer(held.plan.revision + 1),
            "butir": .array(content.items.map { .text($0.text) }), "target": .text(content.target),
            "penanggung": .text(content.person.text), "mulai": .text(content.start.description), "tenggat": .text(content.due.description),
        ]
    }
}
