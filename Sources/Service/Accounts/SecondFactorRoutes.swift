import Hummingbird
import Markup
import Rulebook

/// Giving the second factor at sign-in, and putting one in place.
struct SecondFactorRoutes: Sendable {
    let actions: SecondFactorActions
    let frame: PageFrame

    func add(to routes: GuardedRoutes) {
        routes.get(.secondFactor, .half, ask)
        routes.post(.secondFactor, .half, complete)
        routes.get(.secondFactorEnrolment, .half) { try await offer($0, .secondFactorEnrolment) }
        routes.post(.secondFactorEnrolment, .half) { try await enrol($0, .secondFactorEnrolment) }
        routes.get(.accountAction(.secondFactor), .full) { try await offer($0, .accountAction(.secondFactor)) }
        routes.post(.accountAction(.secondFactor), .full) { try await enrol($0, .accountAction(.secondFactor)) }
    }

    @Sendable private func ask(_ visit: Visit) async throws -> Response {
        let wanted = WantedPage.address(visit.query(SitePath.wanted))
        guard try visit.identity().pending == .secondFactor else { return Response(seeOther: wanted ?? SitePath.desk.address) }
        return Response(page: SecondFactorPage(wanted: wanted).render(in: frame, for: visit.visitor))
    }

    @Sendable private func complete(_ visit: Visit) async throws -> Response {
        let identity = try visit.identity()
        let wanted = WantedPage.address(visit.fields.raw(SitePath.wanted))
        guard identity.pending == .secondFactor else { return Response(seeOther: wanted ?? SitePath.desk.address) }
        do {
            let token = try await actions.complete(
                visit.fields.text(SecondFactorForm.code), for: identity, device: visit.device, address: visit.visitor.address,
                at: visit.visitor.now)
            var response = Response(seeOther: wanted ?? SitePath.desk.address)
            response.give(token, to: visit.visitor)
            return response
        } catch let refusal as Refusal {
            let page = SecondFactorPage(wanted: wanted, refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), refusing: refusal)
        }
    }

    /// Whether this session may put a second factor in place. One that still owes the code of an earlier one may
    /// not: whoever knows only the password could replace it.
    private static func mayEnrol(_ identity: Identity, _ path: SitePath) -> Bool {
        if case .secondFactorEnrolment = path { identity.pending == .enrolment } else { identity.pending == nil }
    }

    private func offer(_ visit: Visit, _ path: SitePath) async throws -> Response {
        let identity = try visit.identity()
        guard Self.mayEnrol(identity, path) else { return Response(seeOther: SitePath.desk.address) }
        let page = EnrolmentPage(
            offer: try actions.offer(to: identity), path: path, wanted: WantedPage.address(visit.query(SitePath.wanted)))
        return Response(page: page.render(in: frame, for: visit.visitor))
    }

    private func enrol(_ visit: Visit, _ path: SitePath) async throws -> Response {
        let identity = try visit.identity()
        guard Self.mayEnrol(identity, path) else { return Response(seeOther: SitePath.desk.address) }
        let wanted = WantedPage.address(visit.fields.raw(SitePath.wanted))
        // An offer that cannot be read is replaced; the code of the old one then does not fit, and the page says so.
        let offer = try actions.offer(visit.fields.raw(SecondFactorForm.offer), to: identity) ?? actions.offer(to: identity)
        do {
            let enrolled = try await actions.enrol(
                offer, code: visit.fields.text(SecondFactorForm.code), password: visit.fields.raw(PasswordForm.Field.current),
                for: identity, device: visit.device, at: visit.visitor.now)
            let next = wanted ?? (identity.pending == nil ? SitePath.account.address : SitePath.desk.address)
            let page = RecoveryCodesPage(codes: enrolled.codes, next: next)
            var response = Response(page: page.render(in: frame, for: visit.visitor.enrolled(enrolled.token)))
            response.give(enrolled.token, to: visit.visitor)
            return response
        } catch let refusal as Refusal {
            let page = EnrolmentPage(offer: offer, path: path, wanted: wanted, refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), refusing: refusal)
        }
    }
}

extension Visitor {
    /// The same person with the session that enrolling began, so that the forms of the page carry the right key.
    fileprivate func enrolled(_ token: Token) -> Visitor {
        let renewed = identity.map {
            Identity(
                account: $0.account, agency: $0.agency, name: $0.name, grants: $0.grants, session: "", token: token,
                pending: nil, hasSecondFactor: true)
        }
        return Visitor(
            identity: renewed, token: token, isTokenKnown: true, now: now, isSecure: isSecure, address: address)
    }
}
