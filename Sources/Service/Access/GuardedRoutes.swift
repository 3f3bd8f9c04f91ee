import HTTPTypes
import Hummingbird
import Rulebook

/// Adds routes together with what they ask of their callers: there is no way to add one without saying.
struct GuardedRoutes {
    let router: Router<ZonaContext>
    let access: AccessGuard

    typealias Answer = @Sendable (_ visit: Visit) async throws -> Response

    /// A page.
    func get(_ path: SitePath, _ asked: RouteAccess, _ answer: @escaping Answer) {
        router.get(RouterPath(path.pattern)) { [access] request, context in
            let visitor = try await access.visitor(request, context)
            return try await Self.guiding(visitor, to: request.uri.path) {
                try access.admit(visitor, to: asked)
                return try await answer(Visit(request, context, visitor: visitor, fields: FormFields()))
            }
        }
    }

    /// What a form sends, which must come from one of our own pages.
    func post(_ path: SitePath, _ asked: RouteAccess, _ answer: @escaping Answer) {
        router.post(RouterPath(path.pattern)) { [access] request, context in
            let visitor = try await access.visitor(request, context)
            return try await Self.guiding(visitor, to: nil) {
                try access.admit(visitor, to: asked)
                // The body is in memory already, within bounds (see RequestBounds).
                let body = try await request.body.collect(upTo: RequestBounds.smallBody)
                let fields = try FormFields(body.readableBytesView)
                try access.verify(fields, of: request, from: visitor)
                return try await answer(Visit(request, context, visitor: visitor, fields: fields))
            }
        }
    }

    /// Leads whoever lacks something to the page where it can be had, and gives a browser that has no token one.
    static func guiding(
        _ visitor: Visitor, to wanted: String?, _ body: () async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await body()
        } catch is SignInNeeded {
            response = Response(seeOther: SitePath.signIn(wanted: wanted).address)
        } catch let pending as StepPending {
            let path: SitePath =
                switch pending.step {
                case .secondFactor: .secondFactor
                case .enrolment: .secondFactorEnrolment
                case .passwordChange: .accountAction(.password)
                }
            response = Response(seeOther: path.address)
        } catch {
            throw VisitFailure(visitor: visitor, cause: error)
        }
        if visitor.identity == nil, !visitor.isTokenKnown {
            response.headers[values: .setCookie].append(Cookie.visitor.keep(visitor.token, secure: visitor.isSecure))
        }
        return response
    }
}
