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
    /// What the server counts; whoever has something to count adds it before the server runs.
    public let metrics = Metrics()
    /// What the server needs to be ready; whoever it depends on is added before the server runs.
    public let readiness = Readiness()
    private let configuration: ServerConfiguration
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void
    private let onMetrics: @Sendable (Int) async -> Void
    private let actions: CheckActions
    private let clock: any WallClock
    private let requestMetrics: RequestMetrics
    private let accounts: AccountsSite?
    private let site: SiteAddress
    /// Nil for plain HTTP.
    let certificates: CertificateStore?

    /// Prepares the server; reads every instrument, which takes some tens of milliseconds.
    ///
    /// - Parameters:
    ///   - configuration: address and limits.
    ///   - library: where instruments come from.
    ///   - storage: accounts and the journal; `nil` for a server that only checks sheets.
    ///   - logger: one line of JSON per event on standard error unless told otherwise.
    ///   - onListening: called once with the port when requests are accepted. The server itself prints nothing.
    ///   - onMetrics: called once with the port when metrics are handed out.
    /// - Throws: `Refusal` when an instrument, the certificate or its key cannot be used.
    public init(
        _ configuration: ServerConfiguration, library: InstrumentLibrary = InstrumentLibrary(),
        storage: ServerStorage? = nil, logger: Logger? = nil, onListening: @escaping @Sendable (Int) async -> Void = { _ in },
        onMetrics: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws(Refusal) {
        try self.init(
            configuration, library: library, storage: storage, logger: logger, clock: SystemClock(),
            onListening: onListening, onMetrics: onMetrics)
    }

    init(
        _ configuration: ServerConfiguration, library: InstrumentLibrary, storage: ServerStorage? = nil,
        logger: Logger?, clock: any WallClock, checks: CandidacyChecks? = nil,
        onListening: @escaping @Sendable (Int) async -> Void = { _ in },
        onMetrics: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws(Refusal) {
        self.configuration = configuration
        self.logger = logger ?? Self.standardLogger(configuration.logLevel)
        self.onListening = onListening
        self.onMetrics = onMetrics
        self.clock = clock
        certificates = try Self.certificates(configuration.tls)
        let instruments = try PreparedInstruments(library)
        actions = CheckActions(instruments: instruments)
        let programmes = try PreparedProgrammes()
        requestMetrics = RequestMetrics(metrics)
        let site = SiteAddress(
            configuration.publicAddress, isSecure: configuration.tls != nil, host: configuration.host,
            port: configuration.port)
        self.site = site
        let metrics = metrics
        accounts = storage.map {
            AccountsSite(
                $0, configuration, clock: clock, site: site, metrics: metrics, programmes: programmes, checks: checks ?? .all(instruments))
        }
        if let storage {
            readiness.require("basis-data") {
                await storage.isReachable
            }
        }
        ProcessMetrics.register(on: metrics)
        if let certificates {
            metrics.samples("zona_tls_certificate_end_seconds", "When the certificate ends, since 1970 UTC.") {
                [MetricSample(certificates.notAfter)]
            }
        }
    }

    /// Makes sure that a server could start with these instruments.
    ///
    /// - Throws: `Refusal` when one cannot be used.
    public static func check(_ library: InstrumentLibrary) throws(Refusal) {
        _ = try PreparedInstruments(library)
    }

    private static func standardLogger(_ level: Logger.Level) -> Logger {
        var logger = Logger(label: "zona") { _ in JSONLogHandler() }
        logger.logLevel = level
        return logger
    }

    private static func certificates(_ files: ServerConfiguration.TLSFiles?) throws(Refusal) -> CertificateStore? {
        guard let files else { return nil }
        return try CertificateStore(files)
    }

    /// Serves until the surrounding service group asks to stop; requests in progress are finished first.
    ///
    /// - Throws: ``ListenFailure`` when a port cannot be listened on.
    public func run() async throws {
        // A group stops its services from the last to the first, each after the one before has ended: the drain; the
        // pages, whose requests are finished; the keeper of the journal, which signs what they left; the rest. Only then
        // is the door closed, and whoever opened the database may close it once this returns.
        defer { accounts?.close() }
        var services: [any ServiceLifecycle.Service] = []
        if let address = configuration.metrics {
            services.append(
                MetricsServer(
                    address: address, metrics: metrics, readiness: readiness, logger: logger, onListening: onMetrics))
        }
        if let certificates {
            let reload = CertificateReload(certificates: certificates, logger: logger, clock: clock)
            reload.warn()
            services.append(reload)
        }
        if let accounts { services += accounts.services(logger) }
        services.append(Pages(server: self))
        services.append(DrainStep(readiness: readiness, time: configuration.drainTime))
        try await ServiceGroup(configuration: .init(services: services, logger: logger)).run()
    }

    /// Serves until the process is asked to stop (SIGTERM, SIGINT); requests in progress are finished first.
    ///
    /// - Throws: ``ListenFailure`` when a port cannot be listened on.
    public func runUntilSignal() async throws {
        var group = ServiceGroupConfiguration(
            services: [.init(service: self)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = configuration.stopTime + configuration.drainTime
        try await ServiceGroup(configuration: group).run()
    }

    /// The part that answers people.
    private struct Pages: ServiceLifecycle.Service {
        let server: ZonaServer

        func run() async throws {
            try await ListenFailure.telling(server.configuration.listening) { try await server.application().run() }
        }
    }

    /// The routes as they are served.
    func router() -> Router<ZonaContext> {
        ZonaRoutes(
            configuration: configuration, actions: actions, accounts: accounts, clock: clock, metrics: requestMetrics,
            readiness: readiness
        ).router()
    }

    /// The whole application; tests drive it without a socket.
    func application() -> some ApplicationProtocol {
        Application(
            router: router(),
            server: HTTPServerBuilder { [certificates, configuration] responder in
                let channel = HTTP1Channel(
                    responder: responder,
                    configuration: .init(
                        idleTimeout: TimeAmount(configuration.idleTime),
                        httpDecoderConfiguration: .init(
                            maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)))
                return certificates.map { CertifiedChannel(base: channel, certificates: $0) } ?? channel
            },
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                availableConnectionsDelegate: MaximumAvailableConnections(configuration.connections, logger: logger)),
            onServerRunning: { [onListening, configuration, site] channel in
                let port = channel.localAddress?.port ?? configuration.port
                site.listens(on: port)
                await onListening(port)
            },
            logger: logger)
    }
}
