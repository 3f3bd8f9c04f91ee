import Hummingbird

/// The page people land on after signing in.
struct DeskRoutes: Sendable {
    let actions: DeskActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        routes.get(.desk, .full) { visit in
            let page = Paging.page(visit.query(Paging.name))
            let overview = try await actions.overview(of: try visit.identity(), page: page, at: visit.visitor.now)
            return Response(page: DeskPage(overview: overview).render(in: frame, for: visit.visitor))
        }
    }
}
