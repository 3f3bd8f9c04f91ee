import Hummingbird
import Markup
import Rulebook

/// The pages about the assessment of a candidacy: team, interests, report, signature.
struct AssessmentRoutes: Sendable {
    let actions: AssessmentActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        let id = CandidacyID("")
        routes.get(.assessment(.nation, id), .full) { visit in Response(page: try await page(visit).render(in: frame, for: visit.visitor)) }
        routes.post(.assessmentAction(.nation, id, .team), .full) { visit in
            try await changing(visit, .formAssessmentTeam) { place, identity in
                try await actions.changeTeam(place.candidacy, of: place.agency, visit.fields, by: identity, at: visit.visitor.now)
            }
        }
        routes.post(.assessmentAction(.nation, id, .interests), .full) { visit in
            try await changing(visit, .declareInterests) { place, identity in
                try await actions.declare(
                    place.candidacy, of: place.agency, InterestForm(fields: visit.fields).parse(), by: identity, at: visit.visitor.now)
            }
        }
        routes.get(.assessmentAction(.nation, id, .report), .full) { visit in try await report(visit) }
        routes.post(.assessmentAction(.nation, id, .report), .full) { visit in
            try await changing(visit, .writeAssessmentReport) { place, identity in
                try await actions.report(
                    place.candidacy, of: place.agency, ReportForm(fields: visit.fields).parse(), by: identity, at: visit.visitor.now)
            }
        }
        routes.get(.assessmentAction(.nation, id, .signing), .full) { visit in try await signing(visit) }
        routes.post(.assessmentAction(.nation, id, .signing), .full) { visit in
            try await changing(visit, .signAssessment) { place, identity in
                try await actions.sign(place.candidacy, of: place.agency, by: identity, at: visit.visitor.now)
            }
        }
        routes.get(.assessmentAction(.nation, id, .comparison), .full) { visit in try await comparison(visit) }
    }

    private func page(_ visit: Visit) async throws -> AssessmentPage {
        let place = try visit.candidacyPlace()
        return AssessmentPage(
            view: try await actions.view(place.candidacy, of: place.agency, by: visit.identity(), at: visit.visitor.now))
    }

    /// Changes something and leads back to the page, or shows the page with what is wrong.
    private func changing(
        _ visit: Visit, _ capability: Capability,
        _ change: (_ place: Visit.CandidacyPlace, _ identity: Identity) async throws -> Void
    ) async throws -> Response {
        let place = try visit.candidacyPlace()
        let identity = try visit.identity()
        // Before the form is read: what is wrong with it is nobody's business who may not send it.
        try await actions.candidacy(place.candidacy, of: place.agency, for: capability, by: identity, at: visit.visitor.now)
        do {
            try await change(place, identity)
            return Response(seeOther: SitePath.assessment(place.agency, place.candidacy).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            var page = try await page(visit)
            page.typed = visit.fields
            page.refusal = refusal
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    private func report(_ visit: Visit) async throws -> Response {
        let view = try await page(visit).view
        guard let report = view.found.report else { throw PageRefusal.notFound }
        return Response(page: ReportPage(view: view, report: report).render(in: frame, for: visit.visitor))
    }

    private func signing(_ visit: Visit) async throws -> Response {
        let place = try visit.candidacyPlace()
        let identity = try visit.identity()
        try await actions.candidacy(place.candidacy, of: place.agency, for: .signAssessment, by: identity, at: visit.visitor.now)
        let view = try await page(visit).view
        let sheet = view.found.sheets[.internalTeam]
        let page = ConfirmationPage(
            title: "Sahkan hasil penilaian \(view.unit.name)?", above: Crumbs.assessment(view.agency, view.unit, place.candidacy),
            here: "Sahkan hasil",
            consequences: [
                "Nama Anda tercatat sebagai pengesah hasil penilaian\(sheet.map { ", LKE TPI versi \($0.version)" } ?? "").",
                "Penilaian sesudah ini dapat ditutup.",
                "Lembar atau laporan yang diganti sesudahnya menggugurkan pengesahan ini.",
            ],
            warning: "Pengesahan tercatat di jurnal dan tidak dapat dihapus.", action: .assessmentAction(place.agency, place.candidacy, .signing),
            button: "Ya, sahkan hasil", back: .assessment(place.agency, place.candidacy))
        return Response(page: page.render(in: frame, for: visit.visitor))
    }

    private func comparison(_ visit: Visit) async throws -> Response {
        let place = try visit.candidacyPlace()
        let compared = try await actions.comparison(place.candidacy, of: place.agency, by: visit.identity(), at: visit.visitor.now)
        let page = ComparisonPage(
            agency: compared.view.agency, unit: compared.view.unit, candidacy: compared.view.candidacy, sheets: compared.sheets,
            comparison: compared.comparison, showsAll: !visit.query(ComparisonPage.all).isEmpty)
        return Response(page: page.render(in: frame, for: visit.visitor))
    }
}

extension Visit {
    /// The candidacy that an address names, with its agency.
    struct CandidacyPlace: Sendable {
        let agency: AgencyID
        let candidacy: CandidacyID
    }

    /// - Throws: ``PageRefusal/notFound``
    func candidacyPlace() throws -> CandidacyPlace {
        CandidacyPlace(agency: AgencyID(try step(SitePath.agencyStep)), candidacy: CandidacyID(try step(SitePath.candidacyStep)))
    }
}
