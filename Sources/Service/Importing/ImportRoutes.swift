import Documents
import Hummingbird
import Markup
import Rulebook

/// The pages that bring in files.
struct ImportRoutes: Sendable {
    let actions: ImportActions
    let agencies: AgencyActions
    let frame: PageFrame
    /// What links to hand over begin with.
    let site: SiteAddress

    func add(to routes: GuardedRoutes) {
        let none = ImportID("")
        routes.get(.agencyAction(.nation, .importing), .full) { visit in
            let offered = try offered(visit)
            let page = ImportPage(agency: try await agencies.kept(try agency(visit)), offered: offered)
            return Response(page: page.render(in: frame, for: visit.visitor))
        }
        routes.upload(.agencyAction(.nation, .importing), .full, permit: { _ = try offered($0) }) { visit in
            try await upload(visit, ImportForm(form: visit.files))
        }
        routes.get(.importFile(.nation, none), .full) { visit in
            let preview = try await actions.preview(
                id(visit), in: agency(visit), by: visit.identity(), at: visit.visitor.now)
            return try await show(preview, visit)
        }
        routes.post(.importAction(.nation, none, .carryOut), .full) { visit in try await carryOut(visit) }
        routes.post(.importAction(.nation, none, .discard), .full) { visit in
            try await actions.discard(id(visit), in: agency(visit), by: visit.identity(), at: visit.visitor.now)
            return Response(seeOther: SitePath.agencyAction(try agency(visit), .importing).address)
        }
        routes.post(.importAction(.nation, none, .links), .full) { visit in try await links(visit) }
    }

    private func agency(_ visit: Visit) throws -> AgencyID { AgencyID(try visit.step(SitePath.agencyStep)) }

    private func id(_ visit: Visit) throws -> ImportID { ImportID(try visit.step(SitePath.importStep)) }

    /// What the person may bring in here.
    ///
    /// - Throws: `Refusal` of code `accessDenied` when it is nothing.
    private func offered(_ visit: Visit) throws -> [ImportKind] {
        let (agency, identity) = (try agency(visit), try visit.identity())
        let offered = ImportKind.offered(in: agency, to: identity, at: visit.visitor.now)
        guard !offered.isEmpty else { throw AccessDenial.outOfReach.refusal(.inviteAccount) }
        return offered
    }

    private func upload(_ visit: Visit, _ form: ImportForm) async throws -> Response {
        let (agency, offered) = (try agency(visit), try offered(visit))
        do {
            let id = try await actions.keep(
                form.parse(offered: offered), in: agency, by: visit.identity(), at: visit.visitor.now)
            return Response(seeOther: SitePath.importFile(agency, id).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess && refusal != CheckGate.tooBusy {
            let page = ImportPage(
                agency: try await agencies.kept(agency), offered: offered, chosen: form.kind, refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }

    private func show(_ preview: ImportActions.Preview, _ visit: Visit, _ refusal: Refusal? = nil) async throws -> Response {
        let agency = try await agencies.kept(try agency(visit))
        guard let work = preview.work else {
            return Response(page: ImportDonePage(agency: agency, kept: preview.kept).render(in: frame, for: visit.visitor))
        }
        let page = ImportPreviewPage(
            agency: agency, preview: preview, work: work, page: Paging.page(visit.query(Paging.name)), refusal: refusal)
        return Response(page: page.render(in: frame, for: visit.visitor), status: refusal?.status ?? .ok)
    }

    private func carryOut(_ visit: Visit) async throws -> Response {
        let (agency, id, identity, now) = (try agency(visit), try id(visit), try visit.identity(), visit.visitor.now)
        do {
            try await actions.carryOut(id, shown: visit.fields.text(ImportForm.Field.digest), in: agency, by: identity, at: now)
        } catch let refusal as Refusal where refusal == ImportActions.outdated {
            return try await show(try await actions.preview(id, in: agency, by: identity, at: now), visit, refusal)
        }
        return Response(seeOther: SitePath.importFile(agency, id).address)
    }

    private func links(_ visit: Visit) async throws -> Response {
        let now = visit.visitor.now
        let links = try await actions.takeLinks(id(visit), in: agency(visit), by: visit.identity(), at: now)
        let bytes = TableWriter.csv(
            titles: ["nama", "nip", "surel", "tautan"],
            rows: links.map { [$0.person.name, $0.person.nip ?? "", $0.person.email ?? "", site.text + SitePath.link($0.link.text).address.text] })
        return Response(file: bytes, named: "tautan-undangan.csv", type: "text/csv; charset=utf-8")
    }
}
