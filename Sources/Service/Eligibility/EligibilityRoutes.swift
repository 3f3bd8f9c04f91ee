import Hummingbird
import Markup
import Rulebook

/// The page about the prerequisites of a unit.
struct EligibilityRoutes: Sendable {
    let actions: EligibilityActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        routes.get(.unitAction(.nation, "", .eligibility), .full) { visit in
            let seen = try await actions.judge(
                WorkUnitID(visit.step(SitePath.unitStep)), of: AgencyID(visit.step(SitePath.agencyStep)),
                EligibilityForm(visit.query), by: visit.identity(), at: visit.visitor.now)
            let page = EligibilityPage(seen: seen, instruments: actions.instruments)
            return Response(page: page.render(in: frame, for: visit.visitor))
        }
    }
}
