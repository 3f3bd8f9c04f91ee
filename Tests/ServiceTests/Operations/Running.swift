import InstrumentFiles
import Logging
import NIOCore
import NIOPosix
import NIOSSL
import ServiceLifecycle
import Testing

@testable import Service

/// A server that listens, for tests that need more than its routes.
struct Running {
    let server: ZonaServer
    let port: Int
    /// 0 when there are none.
    let metricsPort: Int
    let log: Site.Log
    let group: ServiceGroup

    /// Runs a server while the work is done, then stops it as SIGTERM does, and waits for its end.
    static func with(
        _ configuration: ServerConfiguration, storage: ServerStorage? = nil, clock: any WallClock = SystemClock(),
        _ work: (Running) async throws -> Void
    ) async throws {
        let log = Site.Log()
        var logger = Logger(label: "test") { _ in JSONLogHandler { log.add($0) } }
        logger.logLevel = .debug
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let (metricsPorts, metricsPort) = AsyncStream.makeStream(of: Int.self)
        let server = try ZonaServer(
            configuration, library: InstrumentLibrary(), storage: storage, logger: logger, clock: clock, onListening: { port.yield($0) },
            onMetrics: { metricsPort.yield($0) })
        let group = ServiceGroup(configuration: .init(services: [.init(service: server)], logger: logger))
        let running = Task {
            defer { [port, metricsPort].forEach { $0.finish() } }
            try await group.run()
        }
        var first = ports.makeAsyncIterator()
        var second = metricsPorts.makeAsyncIterator()
        let number = try #require(await first.next(), "The server did not begin to listen.")
        let metricsNumber = configuration.metrics == nil ? 0 : await second.next() ?? 0
        do {
            try await work(Running(server: server, port: number, metricsPort: metricsNumber, log: log, group: group))
        } catch {
            running.cancel()
            throw error
        }
        await group.triggerGracefulShutdown()
        try await running.value
    }

    /// Sends one request and takes what comes back until the server closes.
    ///
    /// - Parameters:
    ///   - path: nil to say nothing at all.
    ///   - tls: nil for plain HTTP.
    static func ask(
        _ port: Int, _ path: String?, fields: [String] = [], tls: TLSConfiguration? = nil
    ) async throws -> String {
        let context = try tls.map { try NIOSSLContext(configuration: $0) }
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let context {
                        try channel.pipeline.syncOperations.addHandler(NIOSSLClientHandler(context: context, serverHostname: "localhost"))
                    }
                    return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            if let path {
                let head = ["GET \(path) HTTP/1.1", "Host: localhost", "Connection: close"] + fields
                try await outbound.write(ByteBuffer(string: head.joined(separator: "\r\n") + "\r\n\r\n"))
            }
            var answer = ""
            do { for try await piece in inbound { answer += String(buffer: piece) } } catch NIOSSLError.uncleanShutdown {}
            return answer
        }
    }
}
