import Hummingbird
import Markup
import Rulebook

/// The pages about what a unit is and what becomes of it.
struct UnitLifeRoutes: Sendable {
    let actions: WorkUnitActions
    let agencies: AgencyActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        routes.get(.unitAction(.nation, "", .profile), .full) { visit in
            let (agency, unit) = try await open(visit, .editUnit)
            return Response(page: UnitProfilePage(agency: agency, unit: unit).render(in: frame, for: visit.visitor))
        }
        routes.post(.unitAction(.nation, "", .profile), .full) { visit in try await describe(visit) }
        routes.get(.unitAction(.nation, "", .merge), .full) { visit in
            let (agency, unit) = try await open(visit, .closeUnit)
            return Response(page: UnitMergerPage(agency: agency, unit: unit).render(in: frame, for: visit.visitor))
        }
        routes.post(.unitAction(.nation, "", .merge), .full) { visit in try await merge(visit) }
    }

    /// The unit of an address, for whoever may do something with it; one that has ended offers no form.
    private func open(
        _ visit: Visit, _ capability: Capability
    ) async throws -> (agency: AgencyStore.Kept, unit: WorkUnitStore.Kept) {
        let (agency, unit) = try ids(visit)
        let (identity, now) = (try visit.identity(), visit.visitor.now)
        try identity.require(capability, on: .unit(unit, of: agency), at: now)
        let kept = try await actions.see(unit, of: agency, by: identity, at: now)
        guard kept.closedAt == nil else { throw PageRefusal.notFound }
        return (try await agencies.kept(agency), kept)
    }

    private func ids(_ visit: Visit) throws -> (agency: AgencyID, unit: WorkUnitID) {
        (AgencyID(try visit.step(SitePath.agencyStep)), WorkUnitID(try visit.step(SitePath.unitStep)))
    }

    private func describe(_ visit: Visit) async throws -> Response {
        let (agency, unit) = try await open(visit, .editUnit)
        do {
            let profile = try UnitProfileForm(fields: visit.fields).parse()
            try await actions.describe(unit.id, of: agency.id, as: profile, by: visit.identity(), at: visit.visitor.now)
            return Response(seeOther: SitePath.unit(agency.id, unit.id).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            let page = UnitProfilePage(agency: agency, unit: unit, typed: visit.fields, refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    private func merge(_ visit: Visit) async throws -> Response {
        let (agency, unit) = try await open(visit, .closeUnit)
        do {
            let form = UnitMergerForm(fields: visit.fields).parse()
            try await actions.merge(unit.id, of: agency.id, form, by: visit.identity(), at: visit.visitor.now)
            return Response(seeOther: SitePath.unit(agency.id, unit.id).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            let page = UnitMergerPage(agency: agency, unit: unit, typed: visit.fields, refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }
}
