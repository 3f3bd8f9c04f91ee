import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Rulebook
import ServiceLifecycle
import Testing

@testable import Service

@Suite("Operation")
struct OperationTests {
    private func configuration(trusting networks: [String] = []) -> ServerConfiguration {
        var configuration = ServerConfiguration(port: 0)
        configuration.proxies = ProxyTrust(networks.compactMap { IPNetwork($0) })
        configuration.metrics = .init(host: "127.0.0.1", port: 0)
        return configuration
    }

    @Test("Over plain HTTP nothing is said about TLS, whatever the client claims")
    func forgedScheme() async throws {
        try await Running.with(configuration(trusting: ["10.0.0.0/8"])) { running in
            let answer = try await Running.ask(
                running.port, "/health", fields: ["X-Forwarded-Proto: https", "X-Forwarded-For: 10.0.0.1", "Forwarded: proto=https"])
            #expect(answer.contains("200 OK"))
            #expect(!answer.contains("Strict-Transport-Security"))
        }
    }

    @Test("Behind a trusted proxy that speaks TLS browsers are told, for as long as it is set")
    func trustedScheme() async throws {
        var configuration = configuration(trusting: ["127.0.0.1"])
        configuration.strictTransport = .seconds(86_400)
        try await Running.with(configuration) { running in
            let secure = try await Running.ask(running.port, "/health", fields: ["X-Forwarded-Proto: https"])
            #expect(secure.contains("Strict-Transport-Security: max-age=86400\r\n"))
            let plain = try await Running.ask(running.port, "/health", fields: ["X-Forwarded-Proto: http"])
            #expect(plain.contains("200 OK") && !plain.contains("Strict-Transport-Security"))
            #expect(!(try await Running.ask(running.port, "/health")).contains("Strict-Transport-Security"))
        }
    }

    @Test("Addresses of clients are in no line of the log")
    func privacy() async throws {
        try await Running.with(configuration(trusting: ["127.0.0.1"])) { running in
            _ = try await Running.ask(running.port, "/periksa?nik=3171", fields: ["X-Forwarded-For: 198.51.100.77", "User-Agent: Budi"])
            _ = try await Running.ask(running.port, "/rahasia", fields: ["X-Forwarded-For: 198.51.100.77"])
            let lines = running.log.lines.filter { $0.contains("\"message\":\"request\"") }
            #expect(lines.count == 2)
            for secret in ["198.51", "3171", "Budi", "rahasia", "127.0.0.1"] { #expect(!lines.joined().contains(secret), "\(secret)") }
        }
    }

    @Test("Metrics lie on a port of their own and name routes, never paths")
    func metrics() async throws {
        try await Running.with(configuration()) { running in
            for path in ["/periksa", "/periksa", "/rahasia-budi", "/templat/permenpanrb-52-2014.xlsx?x=1", "/templat/rahasia.xlsx"] {
                _ = try await Running.ask(running.port, path)
            }
            running.server.metrics.gauge("zona_sessions", "Sessions.").set(7)
            #expect(try await Running.ask(running.port, "/metrics").hasPrefix("HTTP/1.1 404"))
            #expect(try await Running.ask(running.metricsPort, "/periksa").hasPrefix("HTTP/1.1 404"))
            let answer = try await Running.ask(running.metricsPort, "/metrics")
            #expect(answer.contains("Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"))
            let body = try #require(answer.split(separator: "\r\n\r\n", maxSplits: 1).last)
            let text = try PrometheusText(String(body))
            func count(_ route: String, _ status: String) -> Int? {
                text.value("zona_http_requests_total", ["route": route, "method": "GET", "status": status])
            }
            #expect(count("/periksa", "2xx") == 2)
            #expect(count("/templat/{berkas}", "2xx") == 1)
            #expect(count("/templat/{berkas}", "4xx") == 1)
            #expect(count("unknown", "4xx") == 2)
            #expect(text.value("zona_sessions") == 7)
            #expect(text.value("zona_http_requests_in_flight") == 0)
            #expect(!answer.contains("rahasia") && !answer.contains("budi"))
        }
    }

    @Test("Every route that is registered is counted under its own name")
    func routeNames() async throws {
        let site = try Site()
        let routes = Set(site.server.router().routes.map(\.path.description))
        for route in routes {
            _ = try await site.send(route.replacing("{berkas}", with: "permenpanrb-52-2014.xlsx"), .delete)
        }
        let text = try PrometheusText(await site.server.metrics.text())
        for route in routes {
            #expect(text.value("zona_http_requests_total", ["route": route, "method": "DELETE", "status": "4xx"]) == 1, "\(route)")
        }
    }

    @Test("What is turned away is counted by reason")
    func refused() async throws {
        var configuration = ServerConfiguration(port: 0)
        configuration.uploadMemory = 20 << 20
        let site = try Site(configuration)
        let large = try await site.send("/periksa", .post, body: Array(repeating: 0, count: (10 << 20) + RequestBounds.formOverhead + 1))
        #expect(large.status == .contentTooLarge)
        configuration.uploadMemory = 10
        let busySite = try Site(configuration)
        #expect(try await busySite.send("/periksa", .post, body: Array(repeating: 0, count: 11)).status == .serviceUnavailable)
        #expect(try PrometheusText(await site.server.metrics.text()).value("zona_http_refused_total", ["reason": "too_large"]) == 1)
        #expect(try PrometheusText(await busySite.server.metrics.text()).value("zona_http_refused_total", ["reason": "busy"]) == 1)
    }

    @Test("A server is ready when everything it needs is, and says what is not")
    func readiness() async throws {
        let site = try Site()
        #expect(try await site.send(ReadinessRoutes.path).status == .ok)
        let gauge = Gauge()
        site.server.readiness.require("basis-data") { gauge.value == 1 }
        let waiting = try await site.send(ReadinessRoutes.path)
        #expect(waiting.status == .serviceUnavailable)
        #expect(waiting.text == "belum siap: basis-data\n")
        #expect(try await site.send("/health").status == .ok)
        gauge.set(1)
        #expect(try await site.send(ReadinessRoutes.path).text == "siap\n")
    }

    @Test("A server asked to stop says that it is no longer ready while it still answers, and then ends")
    func draining() async throws {
        var configuration = configuration()
        configuration.drainTime = .seconds(2)
        try await Running.with(configuration) { running in
            #expect(try await Running.ask(running.port, ReadinessRoutes.path).contains("200 OK"))
            await running.group.triggerGracefulShutdown()
            var answer = ""
            repeat { answer = try await Running.ask(running.port, ReadinessRoutes.path) } while answer.contains("200 OK")
            #expect(answer.hasPrefix("HTTP/1.1 503"))
            #expect(answer.hasSuffix("belum siap: berhenti\n"))
            #expect(try await Running.ask(running.port, "/periksa").contains("200 OK"))
            #expect(try await Running.ask(running.metricsPort, "/metrics").contains("200 OK"))
        }
    }

    @Test("A port that is taken is told with its address, for pages and for metrics")
    func portTaken() async throws {
        try await Running.with(configuration()) { running in
            let metricsOnly = ServerConfiguration(port: 0)
            for change in [
                { (configuration: inout ServerConfiguration) in configuration.port = running.port },
                { $0.metrics = .init(host: "127.0.0.1", port: running.port) },
            ] {
                var configuration = metricsOnly
                change(&configuration)
                let second = try ZonaServer(configuration, logger: .init(label: "test") { _ in JSONLogHandler { _ in } })
                let failure = await #expect(throws: ListenFailure.self) { try await second.runUntilSignal() }
                let finding = try #require(failure?.refusal.findings.first)
                #expect(finding.code == .addressUnavailable)
                #expect(finding.location == "127.0.0.1:\(running.port)")
                #expect(finding.message.contains("sedang dipakai program lain"))
            }
        }
    }

    @Test("An address that is not this machine's, or a name that does not exist, is told so", arguments: ["192.0.2.1", "tidak-ada.invalid"])
    func wrongHost(host: String) async throws {
        let server = try ZonaServer(
            ServerConfiguration(host: host, port: 0), logger: .init(label: "test") { _ in JSONLogHandler { _ in } })
        let failure = await #expect(throws: ListenFailure.self) { try await server.runUntilSignal() }
        let finding = try #require(failure?.refusal.findings.first)
        #expect(finding.code == .addressUnavailable)
        #expect(finding.message.contains(host.hasSuffix("invalid") ? "tidak ditemukan alamatnya" : "bukan milik mesin ini"))
    }
}
