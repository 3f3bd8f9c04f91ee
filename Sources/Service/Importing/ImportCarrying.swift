import Journaling
import Relational
import Rulebook

/// Carries out a plan, inside the transaction in which it was made.
struct ImportCarrying {
    let agency: AgencyID
    let identity: Identity
    let actor: JournalFact.Actor
    let now: Timestamp

    /// - Returns: the one-time links of those who are new.
    /// - Throws: `Refusal` of code `accessDenied`; `RelationalError`.
    /// - Complexity: O(rows)
    func carryOut(_ plan: ImportWork.Plan, in change: inout Change) throws -> [(account: AccountID, token: Token)] {
        switch plan {
        case .agencies(let plan): try carryOut(plan, &change)
        case .units(let plan, let ids): try carryOut(plan, ids, &change)
        case .people(let plan): return try ImportedPeople(carrying: self).carryOut(plan, in: &change)
        }
        return []
    }

    func newID() -> String { NewID.make(at: now.milliseconds) }

    private func carryOut(_ plan: ImportPlan<AgencyImport.Item>, _ change: inout Change) throws {
        for entry in plan.entries where entry.verdict != .unchanged {
            let item = entry.item
            if let id = item.id {
                let actor = try identity.require(.editAgency, on: id.target, at: now)
                guard var kept = try AgencyStore.find(id, in: change.session) else { throw ImportActions.outdated }
                (kept.name, kept.offsetMinutes) = (item.name, item.offsetMinutes)
                try AgencyStore.update(kept, in: change.session)
                change.record(JournalFact(.agencyChanged, in: id, by: actor, AgencyActions.content(kept), at: now))
            } else {
                let kept = AgencyStore.Kept(
                    id: AgencyID(newID()), code: item.code, name: item.name, parent: nil, offsetMinutes: item.offsetMinutes,
                    secondFactorRoles: [])
                try AgencyStore.insert(kept, at: now, in: change.session)
                change.record(JournalFact(.agencyCreated, in: kept.id, by: actor, AgencyActions.content(kept), at: now))
            }
        }
    }

    private func carryOut(_ plan: ImportPlan<UnitImport.Item>, _ known: [String: WorkUnitID], _ change: inout Change) throws {
        var ids = known
        var new: [WorkUnitStore.Kept] = []
        // Units above come first, so whatever a unit stands under has its id already.
        for entry in plan.entries where entry.item.id == nil {
            let unit = WorkUnitStore.Kept(
                agency: agency, id: WorkUnitID(newID()), code: entry.item.code, name: entry.item.name,
                parent: entry.item.parent.flatMap { ids[$0] }, closedAt: nil)
            ids[unit.code] = unit.id
            new.append(unit)
            change.record(JournalFact(.unitCreated, in: agency, by: actor, about: unit.id.text, WorkUnitActions.content(unit), at: now))
        }
        try WorkUnitStore.insert(new, of: agency, at: now, in: change.session)
        for entry in plan.entries {
            guard let id = entry.item.id, case .changed = entry.verdict else { continue }
            let actor = try identity.require(.editUnit, on: .unit(id, of: agency), at: now)
            guard var kept = try WorkUnitStore.find(id, of: agency, in: change.session) else { throw ImportActions.outdated }
            (kept.name, kept.parent) = (entry.item.name, entry.item.parent.flatMap { ids[$0] })
            try WorkUnitStore.update(kept, in: change.session)
            change.record(JournalFact(.unitChanged, in: agency, by: actor, about: id.text, WorkUnitActions.content(kept), at: now))
        }
    }
}
