import HTTPTypes
import Hummingbird
import NIOCore
import Rulebook

/// What people see and do about their own account. Putting a second factor in place stands in ``SecondFactorRoutes``.
struct OwnAccountRoutes: Sendable {
    let actions: OwnAccountActions
    let secondFactor: SecondFactorActions
    let deeds: DeedActions
    let frame: PageFrame

    /// The field that names a session to end.
    static let sessionField = "sesi"

    func add(to routes: GuardedRoutes) {
        routes.get(.account, .full, account)
        // A password that has to be changed is changed here, before anything else.
        routes.get(.accountAction(.password), .newPassword, passwordForm)
        routes.post(.accountAction(.password), .newPassword, changePassword)
        routes.get(.accountAction(.correction), .full, correctionForm)
        routes.post(.accountAction(.correction), .full, correct)
        routes.get(.accountAction(.removeSecondFactor), .full) { page(.removal, $0) }
        routes.post(.accountAction(.removeSecondFactor), .full, removeSecondFactor)
        routes.get(.accountAction(.recoveryCodes), .full, codesForm)
        routes.post(.accountAction(.recoveryCodes), .full, renewCodes)
        routes.post(.accountAction(.endSession), .full, endSession)
        routes.post(.accountAction(.endOtherSessions), .full, endOtherSessions)
        // It leaves a fact in the journal, so no link of another page may bring it about.
        routes.post(.accountAction(.export), .full, export)
        routes.get(.accountAction(.close), .full) { page(.closing, $0) }
        routes.post(.accountAction(.close), .full, close)
    }

    private func page(_ page: AccountConfirmationPage, _ visit: Visit, _ refusal: Refusal? = nil) -> Response {
        var page = page
        page.refusal = refusal
        let html = page.render(in: frame, for: visit.visitor)
        return refusal.map { Response(page: html, refusing: $0) } ?? Response(page: html)
    }

    private func account(telling message: AccountMessage) -> Response {
        Response(seeOther: SitePath.account.address(telling: message))
    }

    @Sendable private func account(_ visit: Visit) async throws -> Response {
        let identity = try visit.identity()
        let overview = try await actions.overview(of: identity, at: visit.visitor.now)
        let names = try await actions.records.read { try ScopeNames(overview.grants, in: $0) }
        let page = OwnAccountPage(
            overview: overview, names: names, session: identity.session,
            message: AccountMessage(rawValue: visit.query(AccountMessage.name)))
        return Response(page: page.render(in: frame, for: visit.visitor))
    }

    /// The person, when the session is whole or owes nothing but a new password.
    private static func identityForPassword(_ visit: Visit) throws -> Identity {
        let identity = try visit.identity()
        if let pending = identity.pending, pending != .passwordChange { throw StepPending(step: pending) }
        return identity
    }

    @Sendable private func passwordForm(_ visit: Visit) async throws -> Response {
        _ = try Self.identityForPassword(visit)
        return Response(page: ChangePasswordPage().render(in: frame, for: visit.visitor))
    }

    @Sendable private func changePassword(_ visit: Visit) async throws -> Response {
        let identity = try Self.identityForPassword(visit)
        do {
            try await actions.changePassword(PasswordForm(fields: visit.fields), of: identity, at: visit.visitor.now)
        } catch let refusal as Refusal {
            let page = ChangePasswordPage(refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), refusing: refusal)
        }
        return account(telling: .passwordChanged)
    }

    @Sendable private func correctionForm(_ visit: Visit) async throws -> Response {
        let overview = try await actions.overview(of: try visit.identity(), at: visit.visitor.now)
        let typed = overview.listed.person.map { PersonFields.Typed($0) } ?? PersonFields.Typed()
        return Response(page: CorrectionPage(typed: typed).render(in: frame, for: visit.visitor))
    }

    @Sendable private func correct(_ visit: Visit) async throws -> Response {
        let identity = try visit.identity()
        do {
            try await actions.correct(try PersonForm(fields: visit.fields).parse(), of: identity, at: visit.visitor.now)
        } catch let refusal as Refusal {
            let page = CorrectionPage(typed: PersonFields.Typed(visit.fields), refusal: refusal)
            return Response(page: page.render(in: frame, for: visit.visitor), refusing: refusal)
        }
        return account(telling: .personCorrected)
    }

    @Sendable private func removeSecondFactor(_ visit: Visit) async throws -> Response {
        do {
            let password = visit.fields.raw(PasswordForm.Field.current)
            try await secondFactor.remove(for: try visit.identity(), password: password, at: visit.visitor.now)
        } catch let refusal as Refusal {
            return page(.removal, visit, refusal)
        }
        return account(telling: .secondFactorRemoved)
    }

    @Sendable private func codesForm(_ visit: Visit) async throws -> Response {
        guard try visit.identity().hasSecondFactor else { return Response(seeOther: SitePath.accountAction(.secondFactor).address) }
        return page(.codes, visit)
    }

    @Sendable private func renewCodes(_ visit: Visit) async throws -> Response {
        let identity = try visit.identity()
        guard identity.hasSecondFactor else { return Response(seeOther: SitePath.accountAction(.secondFactor).address) }
        do {
            let password = visit.fields.raw(PasswordForm.Field.current)
            let codes = try await secondFactor.renewCodes(for: identity, password: password, at: visit.visitor.now)
            let page = RecoveryCodesPage(codes: codes, next: SitePath.account.address)
            return Response(page: page.render(in: frame, for: visit.visitor))
        } catch let refusal as Refusal {
            return page(.codes, visit, refusal)
        }
    }

    @Sendable private func endSession(_ visit: Visit) async throws -> Response {
        let session = String(visit.fields.text(Self.sessionField).prefix(40))
        try await actions.endSession(session, of: try visit.identity(), at: visit.visitor.now)
        return account(telling: .sessionEnded)
    }

    @Sendable private func endOtherSessions(_ visit: Visit) async throws -> Response {
        try await actions.endSession(nil, of: try visit.identity(), at: visit.visitor.now)
        return account(telling: .sessionEnded)
    }

    @Sendable private func export(_ visit: Visit) async throws -> Response {
        let bytes = try await actions.export(of: try visit.identity(), at: visit.visitor.now)
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/json; charset=utf-8",
                .contentDisposition: "attachment; filename=\"zona-data-pribadi.json\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    @Sendable private func close(_ visit: Visit) async throws -> Response {
        let identity = try visit.identity()
        do {
            if case .awaiting = try await deeds.ask(.close, for: identity.account, by: identity, at: visit.visitor.now) {
                return account(telling: .closingRequested)
            }
        } catch let refusal as Refusal {
            return page(.closing, visit, refusal)
        }
        var response = Response(seeOther: SitePath.signIn(wanted: nil).address(telling: .accountClosed))
        response.headers[values: .setCookie].append(Cookie.session.forget(secure: visit.visitor.isSecure))
        return response
    }
}
