import HTTPTypes
import Hummingbird
import Logging

/// Logs each request once it is answered: method, route, status, duration and size. Never a path as typed, a
/// file's name or an address, which could tell who asked for what.
struct RequestLog: RouterMiddleware {
    func handle(
        _ request: Request, context: ZonaContext, next: (Request, ZonaContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        do {
            let response = try await next(request, context)
            log(request, context, status: response.status.code, bytes: response.body.contentLength, since: start)
            return response
        } catch {
            // Only a connection that broke off comes this far.
            log(request, context, status: 499, bytes: nil, since: start)
            throw error
        }
    }

    private func log(
        _ request: Request, _ context: ZonaContext, status: Int, bytes: Int?, since start: ContinuousClock.Instant
    ) {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        context.logger.info(
            "request",
            metadata: [
                "method": .string(request.method.rawValue),
                "route": .string(context.endpointPath ?? "-"),
                "status": .stringConvertible(status),
                "us": .stringConvertible(Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)),
                "bytes": .stringConvertible(bytes ?? 0),
            ])
    }
}
