import HTTPTypes
import Hummingbird

/// Where a request came from, after the proxies that are believed.
struct ClientOrigin: Equatable {
    let address: IPAddress
    /// Whether the client spoke TLS, with us or with a proxy that is believed.
    let isSecure: Bool

    /// Walks from the connection outwards, as far as each hop is believed. The first address that is not one of the
    /// proxies' is the client's; what it wrote about itself counts for nothing.
    ///
    /// - Parameters:
    ///   - peer: the other end of the connection.
    ///   - isSecure: whether the connection itself is TLS.
    /// - Complexity: O(length of the header × trusted networks)
    init(peer: IPAddress, isSecure: Bool, headers: HTTPFields, trust: ProxyTrust) {
        var address = peer
        var secure = isSecure
        if trust.includes(peer) {
            for hop in ForwardedHops(headers, trust.header).hops.reversed() {
                secure = hop.isSecure ?? secure
                guard let next = hop.address else { break }
                address = next
                guard trust.includes(next) else { break }
            }
        }
        self.address = address
        self.isSecure = secure
    }
}

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
