import HTTPTypes
import Hummingbird

/// Tells browsers to keep every page to itself: no script, no frame, no other host; and to come by TLS only where the
/// page came by TLS.
struct SecurityHeaders: RouterMiddleware {
    private static let fields: [(HTTPField.Name, String)] = {
        let texts = [
            (
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
            ),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ]
        return texts.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
    }()

    private let strictTransport: String

    init(_ configuration: ServerConfiguration) {
        strictTransport = "max-age=\(configuration.strictTransport.components.seconds)"
    }

    func handle(
        _ request: Request, context: ZonaContext, next: (Request, ZonaContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.fields { response.headers[name] = value }
        // Over plain HTTP the header means nothing, and a browser must not take it from there.
        if context.isSecure { response.headers[.strictTransportSecurity] = strictTransport }
        // A page may show what somebody uploaded: nothing is kept unless it says that it may be.
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
