import Hummingbird
import Markup
import Rulebook

/// The pages about agencies.
struct AgencyRoutes: Sendable {
    let actions: AgencyActions
    let standings: StandingActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        routes.get(.agencies, .full) { visit in try await list(visit) }
        routes.post(.agencyAction(.nation, .newAgency), .full) { visit in try await create(visit) }
        routes.get(.agency(.nation), .full) { visit in try await see(visit) }
        routes.post(.agencyAction(.nation, .change), .full) { visit in
            try await changing(visit, .editAgency) { agency, identity in
                try await actions.change(
                    agency, AgencyForm(fields: visit.fields).parse(), by: identity, at: visit.visitor.now)
            }
        }
        routes.post(.agencyAction(.nation, .secondFactorRule), .full) { visit in
            try await changing(visit, .requireSecondFactor) { agency, identity in
                try await actions.requireSecondFactor(
                    of: SecondFactorRuleForm(fields: visit.fields).parse(in: agency), in: agency, by: identity,
                    at: visit.visitor.now)
            }
        }
    }

    private func list(_ visit: Visit) async throws -> Response {
        let page = Paging.page(visit.query(Paging.name))
        let agencies = try await actions.list(for: visit.identity(), page: page, at: visit.visitor.now)
        return Response(page: AgenciesPage(agencies: agencies, page: page).render(in: frame, for: visit.visitor))
    }

    private func create(_ visit: Visit) async throws -> Response {
        let identity = try visit.identity()
        let now = visit.visitor.now
        guard try visit.step(SitePath.agencyStep) == AgencyID.nation.text else { throw PageRefusal.notFound }
        // Before the form is read: what is wrong with it is nobody's business who may not send it.
        try identity.require(.createAgency, on: .nation, at: now)
        do {
            let agency = try await actions.create(AgencyForm(fields: visit.fields).parse(), by: identity, at: now)
            return Response(seeOther: SitePath.agency(agency).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            let agencies = try await actions.list(for: identity, page: 0, at: now)
            let page = AgenciesPage(agencies: agencies, page: 0, typed: visit.fields, refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    private func see(_ visit: Visit) async throws -> Response {
        Response(page: try await page(visit).render(in: frame, for: visit.visitor))
    }

    private func page(_ visit: Visit) async throws -> AgencyPage {
        let identity = try visit.identity()
        let now = visit.visitor.now
        let agency = try await actions.see(AgencyID(visit.step(SitePath.agencyStep)), by: identity, at: now)
        var page = AgencyPage(
            agency: agency, nationwide: try await actions.kept(.nation).secondFactorRoles,
            ownUnits: try await actions.ownUnits(of: identity, in: agency.id, at: now))
        if agency.id != .nation {
            let listed = try await standings.list(StandingPlace(agency: agency.id, unit: nil), by: identity, at: now)
            page.standings = StandingsSection(listed: listed, catalogue: standings.catalogue).render(for: visit.visitor)
        }
        return page
    }

    /// Changes the agency and leads back to its page, or shows the page with what is wrong.
    private func changing(
        _ visit: Visit, _ capability: Capability, _ change: (_ agency: AgencyID, _ identity: Identity) async throws -> Void
    ) async throws -> Response {
        let agency = AgencyID(try visit.step(SitePath.agencyStep))
        let identity = try visit.identity()
        try identity.require(capability, on: agency.target, at: visit.visitor.now)
        do {
            try await change(agency, identity)
            return Response(seeOther: SitePath.agency(agency).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            var page = try await page(visit)
            page.typed = visit.fields
            page.refusal = refusal
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }
}

extension AgencyActions {
    /// The units of an agency in which the person has a role today, in the order of names.
    ///
    /// - Throws: `RelationalError`.
    func ownUnits(of identity: Identity, in agency: AgencyID, at now: Timestamp) async throws -> [WorkUnitStore.Kept] {
        let units = Set(identity.caller(at: now).grants.filter { $0.scope.agency == agency }.compactMap(\.scope.unit))
        if units.isEmpty { return [] }
        return try await records.read { session in
            try units.compactMap { try WorkUnitStore.find($0, of: agency, in: session) }.sorted { $0.name < $1.name }
        }
    }
}
