import HTTPTypes
import Hummingbird
import Rulebook

/// What one-time links lead to.
struct LinkRoutes: Sendable {
    let actions: LinkActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        routes.get(.link(""), .open, look)
        routes.post(.link(""), .open, use)
    }

    @Sendable private func look(_ visit: Visit) async throws -> Response {
        let opened = try await actions.look(at: try visit.step(SitePath.token), now: visit.visitor.now)
        return Self.unlisted(Response(page: LinkPage(opened: opened).render(in: frame, for: visit.visitor)))
    }

    @Sendable private func use(_ visit: Visit) async throws -> Response {
        let now = visit.visitor.now
        let opened = try await actions.look(at: try visit.step(SitePath.token), now: now)
        do {
            if opened.kind == .setUp {
                try await actions.setUp(SetUpForm(fields: visit.fields), with: opened, at: now)
            } else {
                try await actions.choosePassword(PasswordForm(fields: visit.fields), with: opened, at: now)
            }
        } catch let refusal as Refusal where refusal != OneTimeLink.refusal {
            let page = LinkPage(opened: opened, typed: PersonFields.Typed(visit.fields), refusal: refusal)
            return Self.unlisted(Response(page: page.render(in: frame, for: visit.visitor), refusing: refusal))
        }
        return Response(seeOther: SitePath.signIn(wanted: nil).address(telling: .passwordChosen))
    }

    /// The address is a secret, so no search engine is to list it.
    private static func unlisted(_ response: Response) -> Response {
        var response = response
        if let name = HTTPField.Name("X-Robots-Tag") { response.headers[name] = "noindex, nofollow" }
        return response
    }
}
