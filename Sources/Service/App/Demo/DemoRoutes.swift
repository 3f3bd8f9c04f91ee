import HTTPTypes
import Hummingbird
import Markup
import Rulebook

/// Where the links of a demonstration lead.
struct DemoRoutes: Sendable {
    let actions: DemoActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        routes.get(.demoLink(""), .open) { visit in
            let opened = try await actions.look(at: visit.step(SitePath.demoStep), now: visit.visitor.now)
            return Response(page: DemoPage(opened: opened).render(in: frame, for: visit.visitor))
        }
        routes.post(.demoLink(""), .open) { visit in
            let now = visit.visitor.now
            let opened = try await actions.look(at: visit.step(SitePath.demoStep), now: now)
            let token = try await actions.enter(opened, device: visit.device, at: now)
            var response = Response(seeOther: SitePath.desk.address)
            response.headers[values: .setCookie].append(Cookie.session.keep(token, secure: visit.visitor.isSecure))
            response.headers[values: .setCookie].append(Cookie.visitor.forget(secure: visit.visitor.isSecure))
            return response
        }
    }
}
