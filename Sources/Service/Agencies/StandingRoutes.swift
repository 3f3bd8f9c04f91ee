import Hummingbird
import Markup
import Rulebook

/// The pages about how agencies and units stand.
struct StandingRoutes: Sendable {
    let actions: StandingActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        for path in [SitePath.agencyAction(.nation, .standings), .unitAction(.nation, "", .standings)] {
            routes.get(path, .full) { visit in try await see(visit) }
            routes.post(path, .full) { visit in try await state(visit) }
        }
        routes.get(.standingRevocation(.nation, ""), .full) { visit in
            let page = StandingRevocationPage(revocable: try await revocable(visit), catalogue: actions.catalogue)
            return Response(page: page.render(in: frame, for: visit.visitor))
        }
        routes.post(.standingRevocation(.nation, ""), .full) { visit in try await revoke(visit) }
    }

    private func place(_ visit: Visit) throws -> StandingPlace {
        StandingPlace(
            agency: AgencyID(try visit.step(SitePath.agencyStep)),
            unit: visit.has(SitePath.unitStep) ? WorkUnitID(try visit.step(SitePath.unitStep)) : nil)
    }

    private func page(_ visit: Visit, chosen: String) async throws -> StandingsPage {
        let place = try place(visit)
        let listed = try await actions.list(place, by: visit.identity(), at: visit.visitor.now)
        return StandingsPage(
            listed: listed, catalogue: actions.catalogue, chosen: actions.catalogue.fact(FactID(chosen), about: place.holder))
    }

    private func see(_ visit: Visit) async throws -> Response {
        let page = try await page(visit, chosen: visit.query(StandingsPage.choice))
        return Response(page: page.render(in: frame, for: visit.visitor))
    }

    private func state(_ visit: Visit) async throws -> Response {
        let (place, identity, now) = (try place(visit), try visit.identity(), visit.visitor.now)
        // Before the form is read: what is wrong with it is nobody's business who may not send it.
        try identity.require(.stateStanding, on: place.target, at: now)
        do {
            let form = try StandingForm(fields: visit.fields).parse(
                actions.catalogue, about: place.holder, today: Identity.day(now))
            try await actions.state(form, about: place, by: identity, at: now)
            return Response(seeOther: place.path.address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            var page = try await page(visit, chosen: visit.fields.text(StandingRule.Field.fact))
            page.typed = visit.fields
            page.refusal = refusal
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    private func revocable(_ visit: Visit) async throws -> StandingActions.Revocable {
        let found = try await actions.revocable(
            StandingID(visit.step(SitePath.standingStep)), of: AgencyID(visit.step(SitePath.agencyStep)), by: visit.identity(),
            at: visit.visitor.now)
        guard found.standing.revocation == nil else { throw PageRefusal.notFound }
        return found
    }

    private func revoke(_ visit: Visit) async throws -> Response {
        let found = try await actions.revocable(
            StandingID(visit.step(SitePath.standingStep)), of: AgencyID(visit.step(SitePath.agencyStep)), by: visit.identity(),
            at: visit.visitor.now)
        do {
            let form = try StandingRevocationForm(fields: visit.fields).parse(found.standing, today: Identity.day(visit.visitor.now))
            try await actions.revoke(found, form, by: visit.identity(), at: visit.visitor.now)
            return Response(seeOther: found.place.path.address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            let page = StandingRevocationPage(
                revocable: found, catalogue: actions.catalogue, typed: visit.fields, refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }
}
