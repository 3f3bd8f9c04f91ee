import Hummingbird
import Markup
import Rulebook

/// The pages about the selection of a unit.
struct SelectionRoutes: Sendable {
    let actions: SelectionActions
    let groups: WorkingGroupActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        let calon = CandidacyID("")
        routes.get(.selection(.nation, calon), .full) { visit in
            Response(page: SelectionPage(overview: try await overview(visit)).render(in: frame, for: visit.visitor))
        }
        routes.post(.selectionScores(.nation, calon), .full) { visit in try await keep(visit) }
        routes.get(.comparison(.nation), .full) { visit in
            try await comparison(visit, year: WorkingGroupForm.year(visit.query(CandidatesPage.yearName)))
        }
        routes.post(.workingGroupAction(.nation, .decree), .full) { visit in
            try await changing(visit) { agency, year, identity in
                let form = try WorkingGroupForm(fields: visit.fields).parseDecree()
                try await groups.keep(decree: form.decree, on: form.day, of: agency, in: year, by: identity, at: visit.visitor.now)
            }
        }
        routes.post(.workingGroupAction(.nation, .addMember), .full) { visit in
            try await changing(visit) { agency, year, identity in
                try await groups.add(
                    WorkingGroupForm(fields: visit.fields).parseMember(), to: agency, in: year, by: identity, at: visit.visitor.now)
            }
        }
        routes.post(.workingGroupAction(.nation, .removeMember), .full) { visit in
            try await changing(visit) { agency, year, identity in
                try await groups.remove(
                    visit.fields.text(WorkingGroupForm.Field.member), from: agency, in: year, by: identity, at: visit.visitor.now)
            }
        }
    }

    private func overview(_ visit: Visit) async throws -> SelectionActions.Overview {
        let step = try CandidacyStep(visit)
        return try await actions.see(step.candidacy, of: step.agency, by: visit.identity(), at: visit.visitor.now)
    }

    private func keep(_ visit: Visit) async throws -> Response {
        let (step, identity) = (try CandidacyStep(visit), try visit.identity())
        let overview = try await overview(visit)
        // Before the form is read: what is wrong with it is nobody's business who may not send it.
        try identity.require(.keepSelection, on: overview.place.target, at: visit.visitor.now)
        do {
            let (sheet, meeting) = try SelectionForm(fields: visit.fields).parse(by: overview.rules.parts.criteria, on: .standard)
            try await actions.keep(sheet, meeting, of: step.candidacy, of: step.agency, by: identity, at: visit.visitor.now)
            return Response(seeOther: SitePath.selection(step.agency, step.candidacy).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            let page = SelectionPage(overview: overview, typed: visit.fields, refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    private func comparison(_ visit: Visit, year: Int?, refusal: Refusal? = nil) async throws -> Response {
        let agency = AgencyID(try visit.step(SitePath.agencyStep))
        let now = visit.visitor.now
        let overview = try await groups.see(agency, year: year ?? Identity.day(now).date.year, by: visit.identity(), at: now)
        let page = CandidatesPage(
            overview: overview, order: Comparison.Order(visit.query(CandidatesPage.orderName)), page: Paging.page(visit.query(Paging.name)),
            typed: refusal == nil ? nil : visit.fields, refusal: refusal)
        return Response(page: page.render(in: frame, for: visit.visitor), status: refusal?.status ?? .ok)
    }

    /// Changes something about a working group and leads back to its year, or shows the year with what is wrong.
    private func changing(
        _ visit: Visit, _ change: (_ agency: AgencyID, _ year: Int, _ identity: Identity) async throws -> Void
    ) async throws -> Response {
        let (agency, identity) = (AgencyID(try visit.step(SitePath.agencyStep)), try visit.identity())
        try identity.require(.keepSelection, on: agency.target, at: visit.visitor.now)
        let year = try WorkingGroupForm(fields: visit.fields).parseYear()
        do {
            try await change(agency, year, identity)
            return Response(seeOther: SitePath.comparison(agency).address.query(CandidatesPage.yearName, String(year)))
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            return try await comparison(visit, year: year, refusal: refusal)
        }
    }
}
