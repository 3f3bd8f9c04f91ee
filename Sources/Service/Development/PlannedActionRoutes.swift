import Hummingbird
import Markup
import Rulebook

/// The pages about one action of a plan.
struct PlannedActionRoutes: Sendable {
    let actions: DevelopmentActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        routes.get(.plannedAction(.nation, "", "", .see), .full) { visit in
            Response(page: try await page(visit).render(in: frame, for: visit.visitor))
        }
        routes.post(.plannedAction(.nation, "", "", .change), .full) { visit in
            try await doing(visit, .change, .draftPlan) { view, identity, now in
                let form = try PlanActionForm(fields: visit.fields).parse(
                    for: view.instrument, needsReason: PlanActionFields.needsReason(view))
                try await actions.change(visit.action(), of: view.candidacy.id, of: view.agency.id, form, by: identity, at: now)
            }
        }
        routes.post(.plannedAction(.nation, "", "", .progress), .full) { visit in
            try await doing(visit, .progress, .reportProgress) { view, identity, now in
                let form = try ProgressForm(fields: visit.fields).parse()
                try await actions.report(visit.action(), of: view.candidacy.id, of: view.agency.id, form, by: identity, at: now)
            }
        }
        routes.get(.plannedAction(.nation, "", "", .drop), .full) { visit in
            Response(page: try await dropping(visit).render(in: frame, for: visit.visitor))
        }
        routes.post(.plannedAction(.nation, "", "", .drop), .full) { visit in try await drop(visit) }
    }

    private func page(_ visit: Visit, for capability: Capability = .seePlan) async throws -> PlanActionPage {
        let (agency, candidacy) = (AgencyID(try visit.step(SitePath.agencyStep)), CandidacyID(try visit.step(SitePath.candidacyStep)))
        let view = try await actions.see(candidacy, of: agency, by: visit.identity(), for: capability, at: visit.visitor.now)
        let action = try visit.action()
        guard let kept = view.actions.first(where: { $0.action.id == action }) else { throw PageRefusal.notFound }
        let (versions, names, documents) = try await actions.history(of: kept.action, of: candidacy, of: agency)
        return PlanActionPage(view: view, kept: kept, versions: versions, names: names, documents: documents)
    }

    private func doing(
        _ visit: Visit, _ step: PlannedActionStep, _ capability: Capability,
        _ body: (DevelopmentView, Identity, Timestamp) async throws -> Void
    ) async throws -> Response {
        // Before the form is read: what is wrong with it is nobody's business who may not send it.
        var page = try await page(visit, for: capability)
        do {
            try await body(page.view, visit.identity(), visit.visitor.now)
            return Response(
                seeOther: SitePath.plannedAction(page.view.agency.id, page.view.candidacy.id, page.kept.action.id, .see).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            (page.typed, page.refused, page.refusal) = (visit.fields, step, refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    private func dropping(_ visit: Visit) async throws -> ReasonPage {
        let page = try await page(visit, for: .draftPlan)
        let (agency, candidacy, action) = (page.view.agency.id, page.view.candidacy.id, page.kept.action)
        guard action.state.isOpen else { throw PageRefusal.notFound }
        return ReasonPage(
            title: "Hentikan aksi?", above: DevelopmentHead.below(.plan, page.view), here: "Hentikan",
            consequences: [
                "“\(action.content.target)” tidak dikerjakan lagi dan tidak menjadi tugas siapa pun.",
                "Aksi beserta alasan dan riwayatnya tetap tampak pada rencana, dan tidak dapat dilanjutkan kembali.",
                "Penghentian menunggu penetapan oleh pimpinan unit.",
            ], field: "Alasan", action: .plannedAction(agency, candidacy, action.id, .drop), button: "Ya, hentikan aksi",
            back: .plannedAction(agency, candidacy, action.id, .see))
    }

    private func drop(_ visit: Visit) async throws -> Response {
        var page = try await dropping(visit)
        let (agency, candidacy) = (AgencyID(try visit.step(SitePath.agencyStep)), CandidacyID(try visit.step(SitePath.candidacyStep)))
        do {
            let reason = try ReasonForm(fields: visit.fields).parse(.planActionMalformed, "alasan")
            try await actions.drop(
                visit.action(), of: candidacy, of: agency, because: reason, by: visit.identity(), at: visit.visitor.now)
            return Response(seeOther: SitePath.development(agency, candidacy, .plan).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            (page.typed, page.refusal) = (visit.fields, refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }
}

extension Visit {
    /// The action in the address.
    fileprivate func action() throws -> ActionID { ActionID(try step(SitePath.actionStep)) }
}
