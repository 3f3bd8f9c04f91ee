import Hummingbird
import HummingbirdCore
public import InstrumentFiles
public import Logging
import NIOCore
public import Rulebook
public import ServiceLifecycle
import UnixSignals

/// The web server.
///
///     let server = try ZonaServer(ServerConfiguration(port: 0)) { port in print("http://127.0.0.1:\(port)") }
///     try await server.runUntilSignal()
public struct ZonaServer: ServiceLifecycle.Service {
    private let configuration: ServerConfiguration
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void
    private let actions: CheckActions
    private let clock: any WallClock

    /// Prepares the server; reads every instrument, which takes some tens of milliseconds.
    ///
    /// - Parameters:
    ///   - configuration: address and limits.
    ///   - library: where instruments come from.
    ///   - logger: one line of JSON per event on standard error unless told otherwise.
    ///   - onListening: called once with the port when requests are accepted. The server itself prints nothing.
    /// - Throws: `Refusal` when an instrument cannot be used.
    public init(
        _ configuration: ServerConfiguration, library: InstrumentLibrary = InstrumentLibrary(),
        logger: Logger? = nil, onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws(Refusal) {
        try self.init(configuration, library: library, logger: logger, clock: SystemClock(), onListening: onListening)
    }

    init(
        _ configuration: ServerConfiguration, library: InstrumentLibrary, logger: Logger?, clock: any WallClock,
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws(Refusal) {
        self.configuration = configuration
        self.logger = logger ?? Logger(label: "zona") { _ in JSONLogHandler() }
        self.onListening = onListening
        self.clock = clock
        actions = CheckActions(instruments: try PreparedInstruments(library))
    }

    /// Serves until the surrounding service group asks to stop; requests in progress are finished first.
    ///
    /// - Throws: whatever keeps the server from listening, such as a port in use.
    public func run() async throws {
        try await application().run()
    }

    /// Serves until the process is asked to stop (SIGTERM, SIGINT); requests in progress are finished first.
    ///
    /// - Throws: whatever keeps the server from listening, such as a port in use.
    public func runUntilSignal() async throws {
        var group = ServiceGroupConfiguration(
            services: [.init(service: self)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = configuration.stopTime
        try await ServiceGroup(configuration: group).run()
    }

    /// The routes as they are served.
    func router() -> Router<ZonaContext> {
        ZonaRoutes(configuration: configuration, actions: actions, clock: clock).router()
    }

    /// The whole application; tests drive it without a socket.
    func application() -> some ApplicationProtocol {
        Application(
            router: router(),
            server: .http1(
                configuration: .init(
                    idleTimeout: TimeAmount(configuration.idleTime),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                availableConnectionsDelegate: MaximumAvailableConnections(configuration.connections, logger: logger)),
            onServerRunning: { [onListening, configuration] channel in
                await onListening(channel.localAddress?.port ?? configuration.port)
            },
            logger: logger)
    }
}
