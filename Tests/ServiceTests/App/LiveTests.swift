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

/// A plain connection, to send what no client would.
private final class Socket: Sendable {
    private let descriptor: Int32

    init?(_ port: Int) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(truncatingIfNeeded: port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        var timeout = timeval(tv_sec: 8, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        if connected != 0 { return nil }
    }

    deinit { close(descriptor) }

    func write(_ bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Everything that comes back until the other side closes.
    func answer() -> String {
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = recv(descriptor, &piece, piece.count, 0)
            guard count > 0 else { break }
            answer += piece[..<count]
        }
        return String(decoding: answer, as: UTF8.self)
    }

    /// What comes back for one request; waited for away from the threads that the server needs.
    static func ask(_ port: Int, _ request: String) async -> String {
        await Task.blocking {
            guard let socket = Socket(port) else { return "no connection" }
            socket.write(request.utf8)
            return socket.answer()
        }
    }
}

extension Task where Success == Never, Failure == Never {
    /// Runs something that blocks on a thread of its own.
    static func blocking<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: work()) }
        }
    }
}
