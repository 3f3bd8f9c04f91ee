import Hummingbird
import Markup
import Rulebook

/// The pages about reviews of progress.
struct ReviewRoutes: Sendable {
    let actions: DevelopmentActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        routes.get(.development(.nation, "", .reviews), .full) { visit in
            Response(page: ReviewsPage(view: try await view(visit, for: .seePlan)).render(in: frame, for: visit.visitor))
        }
        routes.get(.development(.nation, "", .newReview), .full) { visit in
            Response(page: try await form(visit).render(in: frame, for: visit.visitor))
        }
        routes.post(.development(.nation, "", .newReview), .full) { visit in try await record(visit) }
        routes.post(.development(.nation, "", .rhythm), .full) { visit in try await setRhythm(visit) }
        routes.get(.reviewFinding(.nation, "", ""), .full) { visit in
            Response(page: try await closing(visit).render(in: frame, for: visit.visitor))
        }
        routes.post(.reviewFinding(.nation, "", ""), .full) { visit in try await close(visit) }
    }

    private func view(_ visit: Visit, for capability: Capability) async throws -> DevelopmentView {
        try await actions.see(
            CandidacyID(visit.step(SitePath.candidacyStep)), of: AgencyID(visit.step(SitePath.agencyStep)), by: visit.identity(), for: capability,
            at: visit.visitor.now)
    }

    private func form(_ visit: Visit) async throws -> NewReviewPage {
        let view = try await view(visit, for: .reviewProgress)
        guard view.isOpen, let rhythm = view.rhythm else { throw DevelopmentActions.notAppointed }
        return NewReviewPage(view: view, rhythm: rhythm)
    }

    private func record(_ visit: Visit) async throws -> Response {
        var page = try await form(visit)
        let view = page.view
        do {
            let form = try ReviewForm(fields: visit.fields).parse(appointed: page.rhythm.start, today: view.today)
            try await actions.record(form, of: view.candidacy.id, of: view.agency.id, by: visit.identity(), at: visit.visitor.now)
            return Response(seeOther: view.path(.reviews).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            (page.typed, page.refusal) = (visit.fields, refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    private func setRhythm(_ visit: Visit) async throws -> Response {
        let view = try await view(visit, for: .reviewProgress)
        do {
            try await actions.setRhythm(
                RhythmForm(fields: visit.fields).parse(), of: view.candidacy.id, of: view.agency.id, by: visit.identity(), at: visit.visitor.now)
            return Response(seeOther: view.path(.reviews).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            let page = ReviewsPage(view: view, typed: visit.fields, refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    private func closing(_ visit: Visit) async throws -> ReasonPage {
        let view = try await view(visit, for: .reviewProgress)
        let id = ReviewFindingID(try visit.step(SitePath.findingStep))
        guard let finding = view.reviews.flatMap(\.findings).first(where: { $0.id == id }) else { throw PageRefusal.notFound }
        return ReasonPage(
            title: "Tutup temuan?", above: DevelopmentHead.below(.reviews, view), here: "Tutup temuan",
            consequences: [
                "Temuan: \(finding.text)", "Tindak lanjut oleh \(view.name(finding.person)): \(finding.followUp)",
                "Temuan tercatat ditutup oleh Anda hari ini dan tidak dapat dibuka kembali.",
            ], field: "Apa yang sudah dikerjakan", action: .reviewFinding(view.agency.id, view.candidacy.id, id), button: "Ya, tutup temuan",
            back: view.path(.reviews))
    }

    private func close(_ visit: Visit) async throws -> Response {
        var page = try await closing(visit)
        let (agency, candidacy) = (AgencyID(try visit.step(SitePath.agencyStep)), CandidacyID(try visit.step(SitePath.candidacyStep)))
        do {
            let note = try ReasonForm(fields: visit.fields).parse(.reviewMalformed, "keterangan")
            try await actions.close(
                ReviewFindingID(visit.step(SitePath.findingStep)), of: candidacy, of: agency, note: note, by: visit.identity(),
                at: visit.visitor.now)
            return Response(seeOther: SitePath.development(agency, candidacy, .reviews).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            (page.typed, page.refusal) = (visit.fields, refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }
}
