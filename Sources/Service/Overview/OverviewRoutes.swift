import Hummingbird
import Markup
import Rulebook

/// The pages that show how far units have come: of an agency, and of the nation by agency.
struct OverviewRoutes: Sendable {
    let actions: OverviewActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        routes.get(.agencyAction(.nation, .overview), .full) { visit in
            let agency = AgencyID(try visit.step(SitePath.agencyStep))
            let page = Paging.page(visit.query(Paging.name))
            let (identity, now) = (try visit.identity(), visit.visitor.now)
            if agency == .nation {
                let rows = try await actions.nation(page: page, by: identity, at: now)
                return Response(page: NationPage(rows: rows, page: page).render(in: frame, for: visit.visitor))
            }
            let stage = Stage(rawValue: visit.query(AgencyOverviewPage.stage))
            let view = try await actions.agency(agency, stage: stage, page: page, by: identity, at: now)
            return Response(page: AgencyOverviewPage(view: view, page: page).render(in: frame, for: visit.visitor))
        }
    }
}
