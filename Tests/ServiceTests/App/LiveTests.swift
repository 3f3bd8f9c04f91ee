import Foundation
import Glibc
import HTTPTypes
import HummingbirdTesting
import InstrumentFiles
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization
import Testing

@testable import Service

/// Over a real socket.
@Suite struct LiveTests {
    @Test func `A server on any free port tells which, serves and stops when asked`() async throws {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = try ZonaServer(
            ServerConfiguration(port: 0), library: InstrumentLibrary(),
            logger: Logger(label: "test") { _ in JSONLogHandler { _ in } }, clock: SystemClock()
        ) { port.yield($0) }
        let running = Task { try await server.runUntilSignal() }
        var iterator = ports.makeAsyncIterator()
        let number = try #require(await iterator.next())
        #expect(number > 0)
        #expect(await Socket.ask(number, "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").hasPrefix("HTTP/1.1 200 OK\r\n"))
        running.cancel()
        try? await running.value
    }

    @Test func `A request that has begun is finished when the server is asked to stop`() async throws {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "test") { _ in JSONLogHandler { _ in } }
        let server = try ZonaServer(
            ServerConfiguration(port: 0), library: InstrumentLibrary(), logger: logger, clock: SystemClock()
        ) { port.yield($0) }
        let group = ServiceGroup(configuration: .init(services: [.init(service: server)], logger: logger))
        let running = Task { try await group.run() }
        var iterator = ports.makeAsyncIterator()
        let number = try #require(await iterator.next())
        let socket = try #require(Socket(number))
        let upload = Upload([.file(Sheets.sample)])
        socket.write(
            "POST /periksa HTTP/1.1\r\nHost: x\r\nContent-Type: \(upload.contentType)\r\nContent-Length: \(upload.body.count)\r\n\r\n"
                .utf8)
        socket.write(upload.body.prefix(500))
        try await Task.sleep(for: .milliseconds(300))
        await group.triggerGracefulShutdown()
        try await Task.sleep(for: .milliseconds(300))
        socket.write(upload.body.dropFirst(500))
        let answer = await Task.blocking { socket.answer() }
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answer.contains("</html>"))
        try await running.value
    }

    @Test func `An upload arrives in pieces and is answered over one connection`() async throws {
        let site = try Site()
        try await site.server.application().test(.live) { client in
            for _ in 0..<2 {
                let upload = Upload([.file(Sheets.sample), .field("tuju", "wbbm")])
                let response = try await client.execute(
                    uri: "/periksa", method: .post, headers: [.contentType: upload.contentType],
                    body: ByteBuffer(bytes: upload.body))
                #expect(response.status == .ok)
                #expect(response.text.contains("syarat WBBM</h1>"))
            }
        }
    }

    @Test func `A body that trickles in is cut off in time`() async throws {
        var configuration = ServerConfiguration(port: 0)
        configuration.uploadTime = .milliseconds(300)
        let site = try Site(configuration)
        try await site.server.application().test(.live) { client in
            let port = try #require(client.port)
            let start = ContinuousClock.now
            let answer = await Socket.ask(port, "POST /periksa HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc")
            #expect(ContinuousClock.now - start < .seconds(10))
            #expect(!answer.contains("200 OK"))
        }
    }

    @Test func `A connection that says nothing, or half a head, is closed in time`() async throws {
        var configuration = ServerConfiguration(port: 0)
        configuration.idleTime = .milliseconds(300)
        let site = try Site(configuration)
        try await site.server.application().test(.live) { client in
            let port = try #require(client.port)
            let start = ContinuousClock.now
            for text in ["", "GET /health HTTP/1.1\r\nHost:"] { _ = await Socket.ask(port, text) }
            #expect(ContinuousClock.now - start < .seconds(7))
        }
    }

    @Test func `A head that is too long is refused, and malformed requests too`() async throws {
        let site = try Site()
        try await site.server.application().test(.live) { client in
            let port = try #require(client.port)
            let long = String(repeating: "y", count: 40_000)
            #expect(!(await Socket.ask(port, "GET /health HTTP/1.1\r\nHost: x\r\nX: \(long)\r\n\r\n")).contains("200 OK"))
            #expect(!(await Socket.ask(port, "BLAH\r\n\r\n")).contains("200 OK"))
            #expect(await Socket.ask(port, "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").contains("200 OK"))
        }
    }
}
