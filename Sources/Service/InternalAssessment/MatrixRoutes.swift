import Hummingbird
import Markup
import Rulebook

/// The page with the table of an agency's units.
struct MatrixRoutes: Sendable {
    let actions: MatrixActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        routes.get(.agencyAction(.nation, .matrix), .full) { visit in
            let wish = MatrixActions.Wish(
                instrument: visit.query(MatrixPage.Query.instrument), designation: visit.query(MatrixPage.Query.designation),
                column: visit.query(MatrixPage.Query.column), descending: visit.query(MatrixPage.Query.ascending).isEmpty,
                page: Paging.page(visit.query(Paging.name)))
            let view = try await actions.view(
                wish, in: AgencyID(visit.step(SitePath.agencyStep)), by: visit.identity(), at: visit.visitor.now)
            return Response(page: MatrixPage(view: view).render(in: frame, for: visit.visitor))
        }
    }
}
