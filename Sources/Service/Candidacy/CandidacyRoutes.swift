import Hummingbird
import Markup
import Rulebook

/// The pages about candidacies.
struct CandidacyRoutes: Sendable {
    let actions: CandidacyActions
    let agencies: AgencyActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        let candidacy = CandidacyID("")
        routes.get(.candidacies(.nation, nil), .full) { visit in try await list(visit) }
        routes.get(.candidacy(.nation, candidacy), .full) { visit in
            Response(page: CandidacyPage(view: try await view(visit)).render(in: frame, for: visit.visitor))
        }
        routes.get(.newCandidacy(.nation, ""), .full) { visit in
            Response(page: try await startPage(visit).render(in: frame, for: visit.visitor))
        }
        routes.post(.newCandidacy(.nation, ""), .full) { visit in try await start(visit) }
        routes.get(.candidacyMove(.nation, candidacy, .declare), .full) { visit in try await moving(visit) }
        routes.post(.candidacyMove(.nation, candidacy, .declare), .full) { visit in try await move(visit) }
        routes.post(.candidacyAction(.nation, candidacy, .settle), .full) { visit in try await settle(visit) }
        for draft in [CandidacyAction.letter, .statement, .list] {
            routes.get(.candidacyAction(.nation, candidacy, draft), .full) { visit in try await print(draft, visit) }
        }
        routes.get(.programme(""), .full) { visit in
            _ = try visit.identity()
            guard let rules = try? actions.programmes.rules(ProgrammeID(visit.step(SitePath.programmeStep))) else { throw PageRefusal.notFound }
            return Response(page: ProgrammePage(rules: rules).render(in: frame, for: visit.visitor))
        }
    }

    private func agency(_ visit: Visit) throws -> AgencyID { AgencyID(try visit.step(SitePath.agencyStep)) }

    private func candidacy(_ visit: Visit) throws -> CandidacyID { CandidacyID(try visit.step(SitePath.candidacyStep)) }

    private func view(_ visit: Visit) async throws -> CandidacyView {
        try await actions.see(candidacy(visit), of: agency(visit), by: visit.identity(), at: visit.visitor.now)
    }

    private func list(_ visit: Visit) async throws -> Response {
        let agency = try agency(visit)
        let page = Paging.page(visit.query(Paging.name))
        let stage = Stage(rawValue: visit.query(SitePath.stageQuery))
        let found = try await actions.list(in: agency, stage: stage, page: page, by: visit.identity(), at: visit.visitor.now)
        let list = CandidaciesPage(
            agency: try await agencies.kept(agency), rows: found.rows, counts: found.counts, stage: stage, page: page)
        return Response(page: list.render(in: frame, for: visit.visitor))
    }

    private func startPage(_ visit: Visit) async throws -> StartPage {
        let (agency, unit, now) = (try agency(visit), WorkUnitID(try visit.step(SitePath.unitStep)), visit.visitor.now)
        let identity = try visit.identity()
        try identity.require(.startCandidacy, on: .unit(unit, of: agency), at: now)
        return StartPage(
            agency: try await agencies.kept(agency), unit: try await actions.house(unit, of: agency),
            programmes: actions.programmes, year: Identity.day(now).date.year + 1)
    }

    private func start(_ visit: Visit) async throws -> Response {
        let (agency, unit, now) = (try agency(visit), WorkUnitID(try visit.step(SitePath.unitStep)), visit.visitor.now)
        let identity = try visit.identity()
        try identity.require(.startCandidacy, on: .unit(unit, of: agency), at: now)
        do {
            let started = try await actions.start(
                StartForm(fields: visit.fields).parse(actions.programmes), for: unit, of: agency, by: identity, at: now)
            return Response(seeOther: SitePath.candidacy(agency, started).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            var page = try await startPage(visit)
            (page.typed, page.refusal) = (visit.fields, refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    /// The step of the address.
    private func step(_ visit: Visit) throws -> Move {
        guard let move = Move(rawValue: try visit.step(SitePath.moveStep)) else { throw PageRefusal.notFound }
        return move
    }

    private func moving(_ visit: Visit) async throws -> Response {
        let (agency, candidacy, move) = (try agency(visit), try candidacy(visit), try step(visit))
        let identity = try visit.identity()
        let unit = try await actions.unit(of: candidacy, of: agency)
        try identity.require(.moveCandidacy, on: .unit(unit, of: agency), at: visit.visitor.now)
        let view = try await view(visit)
        // A step that does not come next has no form; the page of the candidacy tells which does.
        guard view.offers.contains(where: { $0.move == move }) else { return Response(seeOther: SitePath.candidacy(agency, candidacy).address) }
        return Response(page: MovePage(view: view, move: move).render(in: frame, for: visit.visitor))
    }

    private func move(_ visit: Visit) async throws -> Response {
        let (agency, candidacy, move, now) = (try agency(visit), try candidacy(visit), try step(visit), visit.visitor.now)
        let identity = try visit.identity()
        let unit = try await actions.unit(of: candidacy, of: agency)
        try identity.require(.moveCandidacy, on: .unit(unit, of: agency), at: now)
        do {
            let form = try MoveForm(move: move, fields: visit.fields).parse()
            if move.isDangerous, visit.fields.text(MoveForm.Field.sure) != "ya" {
                try await actions.rehearse(form, candidacy, of: agency, by: identity, at: now)
                let page = MovePage(view: try await view(visit), move: move, typed: visit.fields)
                return Response(page: page.renderSure(form, in: frame, for: visit.visitor))
            }
            try await actions.move(form, candidacy, of: agency, by: identity, at: now)
            return Response(seeOther: SitePath.candidacy(agency, candidacy).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            let page = MovePage(view: try await view(visit), move: move, typed: visit.fields, refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    private func settle(_ visit: Visit) async throws -> Response {
        let (agency, candidacy, now) = (try agency(visit), try candidacy(visit), visit.visitor.now)
        let identity = try visit.identity()
        let unit = try await actions.unit(of: candidacy, of: agency)
        try identity.require(.settleCandidacy, on: .unit(unit, of: agency), at: now)
        do {
            try await actions.settle(SettleForm(fields: visit.fields).parse(), candidacy, of: agency, by: identity, at: now)
            return Response(seeOther: SitePath.candidacy(agency, candidacy).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            let page = CandidacyPage(view: try await view(visit), typed: visit.fields, refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    private func print(_ draft: CandidacyAction, _ visit: Visit) async throws -> Response {
        let view = try await view(visit)
        let together = try await actions.nominees(beside: view.found.kept, by: visit.identity(), at: visit.visitor.now)
        return Response(page: DraftPage(view: view, draft: draft, together: together).render(in: frame, for: visit.visitor))
    }
}
