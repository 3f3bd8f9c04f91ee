import Hummingbird
import Markup
import Rulebook

/// The pages about work units.
struct WorkUnitRoutes: Sendable {
    let actions: WorkUnitActions
    let agencies: AgencyActions
    let candidacies: CandidacyActions
    let standings: StandingActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        let unit = WorkUnitID("")
        routes.get(.agencyAction(.nation, .units), .full) { visit in
            Response(page: try await listPage(visit).render(in: frame, for: visit.visitor))
        }
        routes.post(.agencyAction(.nation, .newUnit), .full) { visit in try await create(visit) }
        routes.get(.unit(.nation, unit), .full) { visit in
            Response(page: try await unitPage(visit).render(in: frame, for: visit.visitor))
        }
        routes.post(.unitAction(.nation, unit, .change), .full) { visit in try await change(visit) }
        routes.get(.unitAction(.nation, unit, .close), .full) { visit in try await closing(visit) }
        routes.post(.unitAction(.nation, unit, .close), .full) { visit in try await close(visit) }
    }

    private func agency(_ visit: Visit) throws -> AgencyID { AgencyID(try visit.step(SitePath.agencyStep)) }

    private func unit(_ visit: Visit) throws -> WorkUnitID { WorkUnitID(try visit.step(SitePath.unitStep)) }

    private func listPage(_ visit: Visit) async throws -> WorkUnitsPage {
        let agency = try agency(visit)
        let page = Paging.page(visit.query(Paging.name))
        let wanted = UnitListForm(visit.query)
        let search = SearchBox.typed(visit.query(SearchBox.name))
        let listing = try await actions.list(
            in: agency, wanted.listing, search: search, page: page, by: visit.identity(), at: visit.visitor.now)
        return WorkUnitsPage(
            agency: try await agencies.kept(agency), units: listing.units, search: search, isCut: listing.isCut, page: page, wanted: wanted,
            parentNames: try await actions.parentNames(of: listing.units, in: agency))
    }

    private func create(_ visit: Visit) async throws -> Response {
        let agency = try agency(visit)
        let identity = try visit.identity()
        let now = visit.visitor.now
        // Before the form is read: what is wrong with it is nobody's business who may not send it.
        try identity.require(.createUnit, on: agency.target, at: now)
        do {
            let unit = try await actions.create(
                WorkUnitForm(fields: visit.fields).parse(), in: agency, by: identity, at: now)
            return Response(seeOther: SitePath.unit(agency, unit).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            var page = try await listPage(visit)
            page.typed = visit.fields
            page.refusal = refusal
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    private func unitPage(_ visit: Visit) async throws -> WorkUnitPage {
        let agency = try agency(visit)
        let identity = try visit.identity()
        let now = visit.visitor.now
        let unit = try await actions.see(unit(visit), of: agency, by: identity, at: now)
        let listed = try await standings.list(StandingPlace(agency: agency, unit: unit.id), by: identity, at: now)
        return WorkUnitPage(
            agency: listed.agency, unit: unit, parent: try await actions.parent(of: unit),
            holders: try await actions.holders(of: unit, by: identity, at: now),
            candidacies: try await candidacies.list(of: unit.id, of: agency, by: identity, at: now), life: try await actions.life(of: unit),
            standings: StandingsSection(listed: listed, catalogue: standings.catalogue).render(for: visit.visitor))
    }

    private func change(_ visit: Visit) async throws -> Response {
        let (agency, unit, identity) = (try agency(visit), try unit(visit), try visit.identity())
        let now = visit.visitor.now
        try identity.require(.editUnit, on: .unit(unit, of: agency), at: now)
        do {
            try await actions.change(unit, of: agency, WorkUnitForm(fields: visit.fields).parse(), by: identity, at: now)
            return Response(seeOther: SitePath.unit(agency, unit).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            var page = try await unitPage(visit)
            page.typed = visit.fields
            page.refusal = refusal
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    private func closing(_ visit: Visit) async throws -> Response {
        let identity = try visit.identity()
        let (agency, id, now) = (try agency(visit), try unit(visit), visit.visitor.now)
        try identity.require(.closeUnit, on: .unit(id, of: agency), at: now)
        let unit = try await actions.see(id, of: agency, by: identity, at: now)
        guard unit.closedAt == nil else { throw PageRefusal.notFound }
        let kept = try await agencies.kept(agency)
        let page = ConfirmationPage(
            title: "Tutup unit \(unit.name)?",
            above: Crumbs.agency(kept) + [.init(name: unit.name, path: .unit(agency, id))], here: "Tutup unit",
            consequences: [
                "Peran baru tidak dapat diberikan untuk unit ini.",
                "Orang yang sudah berperan di dalamnya tetap tercatat sampai perannya dicabut atau berakhir.",
                "Riwayat unit dan catatannya di jurnal tetap tersimpan.",
            ],
            warning: "Unit yang sudah ditutup tidak dapat dibuka kembali.", action: .unitAction(agency, id, .close),
            button: "Ya, tutup unit", back: .unit(agency, id))
        return Response(page: page.render(in: frame, for: visit.visitor))
    }

    private func close(_ visit: Visit) async throws -> Response {
        let (agency, unit) = (try agency(visit), try unit(visit))
        try await actions.close(unit, of: agency, by: visit.identity(), at: visit.visitor.now)
        return Response(seeOther: SitePath.unit(agency, unit).address)
    }
}
