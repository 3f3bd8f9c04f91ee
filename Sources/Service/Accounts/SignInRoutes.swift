import HTTPTypes
import Hummingbird
import Markup
import Rulebook

/// Signing in and out.
struct SignInRoutes: Sendable {
    let actions: SignInActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        routes.get(.signIn(wanted: nil), .open, form)
        routes.post(.signIn(wanted: nil), .open, signIn)
        routes.post(.signOut, .half, signOut)
    }

    @Sendable private func form(_ visit: Visit) async throws -> Response {
        let wanted = WantedPage.address(visit.query(SitePath.wanted))
        if visit.visitor.identity != nil { return Response(seeOther: wanted ?? SitePath.desk.address) }
        let page = SignInPage(wanted: wanted, message: AccountMessage(rawValue: visit.query(AccountMessage.name)))
        return Response(page: page.render(in: frame, for: visit.visitor))
    }

    @Sendable private func signIn(_ visit: Visit) async throws -> Response {
        let wanted = WantedPage.address(visit.fields.raw(SignInForm.wanted))
        if visit.visitor.identity != nil { return Response(seeOther: wanted ?? SitePath.desk.address) }
        let name = visit.fields.text(SignInForm.name)
        let opened: SignInActions.Opened
        do {
            opened = try await actions.signIn(
                name: name, password: visit.fields.raw(SignInForm.password), device: visit.device,
                address: visit.visitor.address, at: visit.visitor.now)
        } catch let refusal as Refusal {
            let page = SignInPage(name: String(name.prefix(200)), wanted: wanted, refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), refusing: refusal)
        }
        var response = Response(seeOther: Self.next(opened.pending, wanted: wanted))
        response.give(opened.token, to: visit.visitor)
        return response
    }

    /// Where somebody goes whose password was right.
    private static func next(_ pending: SessionRule.Pending?, wanted: Address?) -> Address {
        switch pending {
        case nil: wanted ?? SitePath.desk.address
        case .secondFactor: SecondFactorForm.address(.secondFactor, wanted: wanted)
        case .enrolment: SecondFactorForm.address(.secondFactorEnrolment, wanted: wanted)
        case .passwordChange: SitePath.accountAction(.password).address
        }
    }

    @Sendable private func signOut(_ visit: Visit) async throws -> Response {
        try await actions.signOut(try visit.identity(), at: visit.visitor.now)
        var response = Response(seeOther: SitePath.signIn(wanted: nil).address(telling: .signedOut))
        response.headers[values: .setCookie].append(Cookie.session.forget(secure: visit.visitor.isSecure))
        return response
    }
}

extension Response {
    /// Gives the browser a new token of a session and takes away what it had before.
    mutating func give(_ token: Token, to visitor: Visitor) {
        headers[values: .setCookie].append(Cookie.session.keep(token, secure: visitor.isSecure))
        headers[values: .setCookie].append(Cookie.visitor.forget(secure: visitor.isSecure))
    }
}
