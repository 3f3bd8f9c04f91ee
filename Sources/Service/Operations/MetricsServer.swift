import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// Hands out metrics on a port of its own, which is for machines inside and never for the public.
struct MetricsServer: ServiceLifecycle.Service {
    let address: ServerConfiguration.Listening
    let metrics: Metrics
    let readiness: Readiness
    let logger: Logger
    let onListening: @Sendable (Int) async -> Void

    func run() async throws {
        try await ListenFailure.telling(address) { try await application().run() }
    }

    func router() -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self, options: .autoGenerateHeadEndpoints)
        router.get("/metrics") { [metrics] _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: await metrics.text())))
        }
        ReadinessRoutes(readiness: readiness).add(to: router)
        return router
    }

    func application() -> some ApplicationProtocol {
        Application(
            router: router(),
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(30),
                    httpDecoderConfiguration: .init(maxHeaderFieldSize: 4 << 10, maxHeaderListSize: 8 << 10, maxHeaderFieldCount: 50))),
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port),
                availableConnectionsDelegate: MaximumAvailableConnections(32, logger: logger)),
            onServerRunning: { [onListening, address] channel in
                await onListening(channel.localAddress?.port ?? address.port)
            },
            logger: logger)
    }
}
