import Journaling
import Relational
import Rulebook

extension WorkUnitActions {
    /// What a unit was called and what became of it.
    struct Life: Sendable {
        var names: [UnitNames.Past] = []
        /// The unit it became part of, and from when.
        var target: (unit: WorkUnitStore.Kept, day: Day)?
        /// The units that became part of it.
        var parts: [(unit: WorkUnitStore.Kept, day: Day)] = []
    }

    /// The past of a unit, for whoever may see it.
    ///
    /// - Throws: `RelationalError`.
    func life(of unit: WorkUnitStore.Kept) async throws -> Life {
        try await records.read { session in
            var life = Life(names: try UnitLifeStore.past(of: unit.id, in: unit.agency, in: session))
            if let merger = try UnitLifeStore.merger(of: unit.id, in: unit.agency, in: session),
                let target = try WorkUnitStore.find(merger.target, of: unit.agency, in: session)
            {
                life.target = (target, merger.day)
            }
            life.parts = try UnitLifeStore.mergers(into: unit.id, in: unit.agency, in: session).compactMap { merger in
                try WorkUnitStore.find(merger.unit, of: unit.agency, in: session).map { ($0, merger.day) }
            }
            return life
        }
    }

    /// Says what a unit is and does.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `unitEnded`; ``PageRefusal/notFound``; `RelationalError`.
    func describe(
        _ unit: WorkUnitID, of agency: AgencyID, as profile: UnitProfile, by identity: Identity, at now: Timestamp
    ) async throws {
        let actor = try identity.require(.editUnit, on: .unit(unit, of: agency), at: now)
        let content: [String: CanonicalValue] = [
            "eselon": profile.echelon.map { .text($0.rawValue) } ?? .null, "fungsi": .text(profile.function),
            "pegawai": profile.headCount.map { .integer(Int($0)) } ?? .null,
            "anggaran": profile.budget.map { .integer(Int($0)) } ?? .null, "layanan": .array(profile.services.map { .text($0) }),
        ]
        try await records.change { change in
            guard var kept = try WorkUnitStore.find(unit, of: agency, in: change.session) else { throw PageRefusal.notFound }
            try UnitEnding.requireOpen(isClosed: kept.closedAt != nil)
            kept.profile = profile
            try WorkUnitStore.update(kept, in: change.session)
            change.record(JournalFact(.unitDescribed, in: agency, by: actor, about: unit.text, content, at: now))
        }
    }

    /// Merges a unit into another. It is closed and keeps its past; nothing new begins in it.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `unitEnded`, `mergerTargetInvalid`, `mergerDayInvalid`;
    ///   ``PageRefusal/notFound``; `RelationalError`.
    func merge(
        _ unit: WorkUnitID, of agency: AgencyID, _ form: UnitMergerForm.Parsed, by identity: Identity, at now: Timestamp
    ) async throws {
        let actor = try identity.require(.closeUnit, on: .unit(unit, of: agency), at: now)
        let today = Identity.day(now)
        try await records.change { change in
            guard var kept = try WorkUnitStore.find(unit, of: agency, in: change.session) else { throw PageRefusal.notFound }
            try UnitEnding.requireOpen(isClosed: kept.closedAt != nil)
            let target = try WorkUnitStore.find(meaning: form.target, of: agency, in: change.session)
            let problems = UnitEnding.mergerProblems(
                of: unit, into: target?.id ?? unit, under: try target.map { try WorkUnitStore.above($0, in: change.session) } ?? [],
                isTargetClosed: target?.closedAt != nil, on: form.day, today: today)
            guard problems.isEmpty, let target, let day = form.day else { throw Refusal(problems) }
            kept.closedAt = now
            try WorkUnitStore.update(kept, in: change.session)
            try UnitLifeStore.insert(
                UnitLifeStore.Merger(unit: unit, target: target.id, day: day), in: agency, by: actor.account, at: now, in: change.session)
            change.record(
                JournalFact(
                    .unitMerged, in: agency, by: actor, about: unit.text,
                    ["unit": .text(target.id.text), "tanggal": .text(day.description)], at: now))
        }
    }
}
