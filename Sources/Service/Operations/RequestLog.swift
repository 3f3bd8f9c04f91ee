import HTTPTypes
import Hummingbird
import Logging

/// Logs and counts each request once it is answered: method, route, status, duration and size. Never a path as typed,
/// a file's name or an address, which could tell who asked for what.
struct RequestLog: RouterMiddleware {
    let metrics: RequestMetrics

    func handle(
        _ request: Request, context: ZonaContext, next: (Request, ZonaContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        metrics.began()
        do {
            let response = try await next(request, context)
            ended(request, context, status: response.status.code, bytes: response.body.contentLength, since: start)
            return response
        } catch {
            // Only a connection that broke off comes this far.
            ended(request, context, status: 499, bytes: nil, since: start)
            throw error
        }
    }

    private func ended(
        _ request: Request, _ context: ZonaContext, status: Int, bytes: Int?, since start: ContinuousClock.Instant
    ) {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        let microseconds = Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
        let route = context.endpointPath
        metrics.ended(route: route, method: request.method, status: status, microseconds: microseconds)
        context.logger.log(
            level: level(route, status), "request",
            metadata: [
                "method": .string(request.method.rawValue),
                "route": .string(route ?? "-"),
                "status": .stringConvertible(status),
                "us": .stringConvertible(microseconds),
                "bytes": .stringConvertible(bytes ?? 0),
            ])
    }

    /// Faults stand out; machines that ask every few seconds whether we are well do not.
    private func level(_ route: String?, _ status: Int) -> Logger.Level {
        if route == SitePath.health.pattern || route == ReadinessRoutes.path { return .debug }
        return status >= 500 ? .warning : .info
    }
}
