import Hummingbird
import Markup
import Rulebook

/// The page about what is announced for a year.
struct AnnouncementRoutes: Sendable {
    let actions: AnnouncementActions
    let programmes: PreparedProgrammes
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        routes.get(.announcements(.nation), .full) { visit in
            Response(page: try await page(visit).render(in: frame, for: visit.visitor))
        }
        routes.post(.announcements(.nation), .full) { visit in try await announce(visit) }
    }

    private func agency(_ visit: Visit) throws -> AgencyID { AgencyID(try visit.step(SitePath.agencyStep)) }

    private func page(_ visit: Visit) async throws -> AnnouncementsPage {
        let found = try await actions.list(about: agency(visit), by: visit.identity(), at: visit.visitor.now)
        return AnnouncementsPage(
            agency: found.agency, announcements: found.announcements, programmes: programmes, year: Identity.day(visit.visitor.now).date.year)
    }

    private func announce(_ visit: Visit) async throws -> Response {
        let (agency, identity, now) = (try agency(visit), try visit.identity(), visit.visitor.now)
        // Before the form is read: what is wrong with it is nobody's business who may not send it.
        try identity.require(.announceProgramme, on: .nation, at: now)
        do {
            try await actions.announce(
                AnnouncementForm(fields: visit.fields).parse(programmes, about: agency), about: agency, by: identity, at: now)
            return Response(seeOther: SitePath.announcements(agency).address)
        } catch let refusal as Refusal where !refusal.isAboutAccess {
            var page = try await page(visit)
            (page.typed, page.refusal) = (visit.fields, refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), status: refusal.status)
        }
    }
}
