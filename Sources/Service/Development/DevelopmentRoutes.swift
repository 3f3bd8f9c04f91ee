import Hummingbird
import Markup
import Rulebook

/// The pages about the plan of a unit.
struct DevelopmentRoutes: Sendable {
    let actions: DevelopmentActions
    let drafts: PlanDraftActions
    let gate: CheckGate
    let frame: PageFrame

    /// Where a sheet is sent; its form may be as large as that of *Periksa LKE*.
    static let upload = SitePath.development(.nation, "", .draft)

    func add(to routes: GuardedRoutes) {
        routes.get(.development(.nation, "", .plan), .full) { visit in
            let view = try await actions.see(visit.candidacy(), of: visit.agency(), by: visit.identity(), at: visit.visitor.now)
            return Response(page: PlanPage(view: view).render(in: frame, for: visit.visitor))
        }
        routes.get(.development(.nation, "", .chart), .full) { visit in
            let view = try await actions.see(visit.candidacy(), of: visit.agency(), by: visit.identity(), at: visit.visitor.now)
            return Response(page: PlanChartPage(view: view).render(in: frame, for: visit.visitor))
        }
        routes.get(.development(.nation, "", .newAction), .full) { visit in try await newAction(visit) }
        routes.post(.development(.nation, "", .newAction), .full) { visit in try await addAction(visit) }
        routes.get(.development(.nation, "", .adopt), .full) { visit in try await adopting(visit) }
        routes.post(.development(.nation, "", .adopt), .full) { visit in try await adopt(visit) }
        routes.get(.development(.nation, "", .draft), .full) { visit in
            Response(page: PlanDraftPage(view: try await drafting(visit)).render(in: frame, for: visit.visitor))
        }
        routes.upload(Self.upload, .full) { visit in try await draft(visit) }
        routes.post(.development(.nation, "", .addDrafted), .full) { visit in try await addDrafted(visit) }
    }

    /// What a drafter sees, before anything of a form is read.
    private func drafting(_ visit: Visit) async throws -> DevelopmentView {
        try await actions.see(visit.candidacy(), of: visit.agency(), by: visit.identity(), for: .draftPlan, at: visit.visitor.now)
    }

    private func newAction(_ visit: Visit) async throws -> Response {
        let view = try await drafting(visit)
        let area = PlanArea.all(of: view.instrument).first { String($0.number) == visit.query(PlanActionForm.Field.area) }
        return Response(page: NewActionPage(view: view, area: area).render(in: frame, for: visit.visitor))
    }

    private func addAction(_ visit: Visit) async throws -> Response {
        let view = try await drafting(visit)
        do {
            let form = try PlanActionForm(fields: visit.fields).parse(for: view.instrument)
            try await actions.add([form.content], to: view.candidacy.id, of: view.agency.id, by: visit.identity(), at: visit.visitor.now)
            return Response(seeOther: view.path(.plan).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            let area = PlanArea.all(of: view.instrument).first { String($0.number) == visit.fields.text(PlanActionForm.Field.area) }
            let page = NewActionPage(view: view, area: area, typed: visit.fields, refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    private func adopting(_ visit: Visit) async throws -> Response {
        let view = try await actions.see(
            visit.candidacy(), of: visit.agency(), by: visit.identity(), for: .adoptPlan, at: visit.visitor.now)
        let names = Set(view.plan.waiting.map(\.by)).map(view.name).sorted().joined(separator: ", ")
        let page = ConfirmationPage(
            title: "Tetapkan rencana aksi \(view.unit.name)?", above: DevelopmentHead.below(.plan, view), here: "Tetapkan",
            consequences: [
                "Rencana dengan \(view.plan.standing.count) aksi menjadi rencana yang ditetapkan; \(view.plan.waiting.count) perubahan ikut ditetapkan.",
                "Yang menyusunnya: \(names.isEmpty ? "belum ada" : names).",
                "Perubahan sesudah ini dicatat sebagai revisi dengan alasannya, dan menunggu penetapan lagi.",
            ],
            warning: "Penetapan tidak dapat ditarik; rencana sesudahnya hanya berubah lewat revisi.", action: view.path(.adopt),
            button: "Ya, tetapkan rencana", back: view.path(.plan))
        return Response(page: page.render(in: frame, for: visit.visitor))
    }

    private func adopt(_ visit: Visit) async throws -> Response {
        let (agency, candidacy) = (try visit.agency(), try visit.candidacy())
        try await actions.adopt(candidacy, of: agency, by: visit.identity(), at: visit.visitor.now)
        return Response(seeOther: SitePath.development(agency, candidacy, .plan).address)
    }

    private func draft(_ visit: Visit) async throws -> Response {
        let view = try await drafting(visit)
        switch await drafted(CheckForm(visit.files, instruments: []), for: view, at: Moment(visit.visitor.now)) {
        case .success(let drafted):
            let page = PlanDraftPage(view: view, rows: drafted.rows, remark: drafted.remark)
            return Response(page: page.render(in: frame, for: visit.visitor))
        case .failure(let refusal):
            guard refusal != CheckGate.tooBusy else { throw refusal }
            let page = PlanDraftPage(view: view, refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    /// A result rather than an error: Swift 6.3.1 crashes on optimising a caught typed error of an async function.
    private func drafted(
        _ form: CheckForm, for view: DevelopmentView, at moment: Moment
    ) async -> Result<PlanDraftActions.Drafted, Refusal> {
        do throws(Refusal) {
            let parsed = try form.parse()
            return .success(try await gate.perform { () throws(Refusal) in try drafts.draft(parsed, for: view, at: moment) })
        } catch { return .failure(error) }
    }

    private func addDrafted(_ visit: Visit) async throws -> Response {
        let view = try await drafting(visit)
        let form = PlanDraftForm(fields: visit.fields)
        do {
            try await actions.add(
                form.parse(for: view.instrument), to: view.candidacy.id, of: view.agency.id, by: visit.identity(), at: visit.visitor.now)
            return Response(seeOther: view.path(.plan).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            let page = PlanDraftPage(view: view, rows: form.rows, typed: visit.fields, refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }
}

extension Visit {
    /// The agency in the address.
    fileprivate func agency() throws -> AgencyID { AgencyID(try step(SitePath.agencyStep)) }

    /// The candidacy in the address.
    fileprivate func candidacy() throws -> CandidacyID { CandidacyID(try step(SitePath.candidacyStep)) }
}
