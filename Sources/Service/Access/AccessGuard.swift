import HTTPTypes
import Hummingbird
import Relational
import Rulebook

/// Finds out who sends a request, and turns away whoever a route is not for.
struct AccessGuard: Sendable {
    let records: Records
    let rule: SessionRule
    let clock: any WallClock

    /// How much later than noted a session may have been used, in milliseconds; saves a write for each request.
    private static let patience: Int64 = 60_000

    /// Who sends a request. A session that ran out, was ended or belongs to a closed account counts as nobody.
    ///
    /// - Throws: `RelationalError`.
    func visitor(_ request: Request, _ context: ZonaContext) async throws -> Visitor {
        let now = clock.timestamp
        let secure = context.isSecure
        if let token = Cookie.session.token(in: request.headers, secure: secure),
            let identity = try await identity(token, at: now)
        {
            return Visitor(
                identity: identity, token: token, isTokenKnown: true, now: now, isSecure: secure,
                address: context.clientAddress.subscriber.description)
        }
        let known = Cookie.visitor.token(in: request.headers, secure: secure)
        return Visitor(
            identity: nil, token: known ?? Token(), isTokenKnown: known != nil, now: now, isSecure: secure,
            address: context.clientAddress.subscriber.description)
    }

    /// Who sends a request that no route took, for the page that says so. Notes nothing; a guest, and whoever cannot be
    /// found out now, is nobody.
    func recognise(_ request: Request, _ context: ZonaContext) async -> Visitor? {
        let now = clock.timestamp
        guard let token = Cookie.session.token(in: request.headers, secure: context.isSecure),
            let found = try? await found(token, at: now)
        else { return nil }
        return Visitor(
            identity: found.identity, token: token, isTokenKnown: true, now: now, isSecure: context.isSecure,
            address: context.clientAddress.subscriber.description)
    }

    private func identity(_ token: Token, at now: Timestamp) async throws -> Identity? {
        guard let found = try await found(token, at: now) else { return nil }
        if now.milliseconds(since: found.facts.lastUsedAt) > Self.patience {
            try await records.change { try SessionStore.touch(token, at: now, in: $0.session) }
        }
        return found.identity
    }

    /// The session of a token, if it is good for anything.
    private func found(_ token: Token, at now: Timestamp) async throws -> SessionStore.Found? {
        guard let found = try await records.read({ try SessionStore.find(token, in: $0) }) else { return nil }
        guard found.isAccountActive else { return nil }
        switch rule.state(of: found.facts, at: now) {
        case .valid, .pending: break
        case .idleExpired, .expired, .revoked: return nil
        }
        return found
    }

    /// Lets a visitor through to a route, or says what is missing.
    ///
    /// - Throws: ``SignInNeeded``, ``StepPending``.
    func admit(_ visitor: Visitor, to access: RouteAccess) throws {
        if access == .open { return }
        guard let identity = visitor.identity else { throw SignInNeeded() }
        guard let pending = identity.pending, access != .half else { return }
        if access == .newPassword, pending == .passwordChange { return }
        throw StepPending(step: pending)
    }

    /// Makes sure that a form was sent from one of our own pages by the browser it was shown in.
    ///
    /// - Throws: `Refusal` of code `foreignForm`.
    func verify(_ fields: FormFields, of request: Request, from visitor: Visitor) throws(Refusal) {
        try verify(formKey: fields.raw(FormPiece.key), of: request, from: visitor)
    }

    /// The same for the key by itself.
    ///
    /// - Throws: `Refusal` of code `foreignForm`.
    func verify(formKey: String, of request: Request, from visitor: Visitor) throws(Refusal) {
        // Browsers tell where a request comes from; a page of another site never gets further than this.
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name],
            site != "same-origin" && site != "none"
        {
            throw Self.foreign
        }
        guard visitor.token.accepts(formKey: formKey) else { throw Self.foreign }
    }

    private static let foreign = Refusal(
        .foreignForm, at: "",
        "Formulir ini sudah kedaluwarsa atau tidak dikirim dari halaman Zona, jadi tidak ada yang diubah. Buka kembali halamannya, lalu kirim sekali lagi.")
}
