import Hummingbird

/// Tells every layer inside of it where the request came from.
struct OriginLayer: RouterMiddleware {
    let trust: ProxyTrust
    /// Whether this server's own connections are TLS.
    let isSecure: Bool

    init(_ configuration: ServerConfiguration) {
        trust = configuration.proxies
        isSecure = configuration.tls != nil
    }

    func handle(
        _ request: Request, context: ZonaContext, next: (Request, ZonaContext) async throws -> Response
    ) async throws -> Response {
        let origin = ClientOrigin(
            peer: context.clientAddress, isSecure: isSecure, headers: request.headers, trust: trust)
        var context = context
        context.clientAddress = origin.address
        context.isSecure = origin.isSecure
        return try await next(request, context)
    }
}
