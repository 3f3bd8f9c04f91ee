import Foundation
import NIOSSL
import Rulebook
import Testing

@testable import Service

@Suite("TLS")
struct TLSTests {
    /// A folder with certificate and key, gone afterwards.
    private final class Files {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zona-tls-\(UUID().uuidString)")

        init(_ certificate: String = Certificates.one, _ key: String = Certificates.oneKey) throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try write(certificate, key)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func write(_ certificate: String, _ key: String) throws {
            try certificate.write(toFile: paths.certificate, atomically: true, encoding: .utf8)
            try key.write(toFile: paths.key, atomically: true, encoding: .utf8)
        }

        var paths: ServerConfiguration.TLSFiles {
            .init(certificate: folder.appending(path: "c.pem").path, key: folder.appending(path: "k.pem").path)
        }
    }

    /// A client that trusts one certificate only.
    private func client(trusting certificate: String) throws -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(Array(certificate.utf8)))
        return configuration
    }

    private func configuration(_ files: Files) -> ServerConfiguration {
        var configuration = ServerConfiguration(port: 0)
        configuration.tls = files.paths
        return configuration
    }

    @Test("A server with a certificate serves over TLS and says so to browsers; without TLS it gives nothing")
    func serving() async throws {
        let files = try Files()
        try await Running.with(configuration(files)) { running in
            let answer = try await Running.ask(running.port, "/health", tls: try client(trusting: Certificates.one))
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.contains("Strict-Transport-Security: max-age=31536000\r\n"))
            let plain = try? await Running.ask(running.port, "/health")
            #expect(plain?.contains("200 OK") != true)
            await #expect(throws: (any Error).self) {
                _ = try await Running.ask(running.port, "/health", tls: try client(trusting: Certificates.two))
            }
        }
    }

    @Test("TLS 1.2 and 1.3 are spoken, nothing older")
    func versions() async throws {
        let files = try Files()
        try await Running.with(configuration(files)) { running in
            for version in [TLSVersion.tlsv12, .tlsv13] {
                var exactly = try client(trusting: Certificates.one)
                exactly.minimumTLSVersion = version
                exactly.maximumTLSVersion = version
                #expect(try await Running.ask(running.port, "/health", tls: exactly).contains("200 OK"))
            }
            var old = try client(trusting: Certificates.one)
            old.minimumTLSVersion = .tlsv1
            old.maximumTLSVersion = .tlsv11
            await #expect(throws: (any Error).self) { _ = try await Running.ask(running.port, "/health", tls: old) }
        }
    }

    @Test("A new certificate is shown to new connections once it is reloaded, and a bad one changes nothing")
    func reloading() async throws {
        let files = try Files()
        try await Running.with(configuration(files)) { running in
            let certificates = try #require(running.server.certificates)
            try files.write(Certificates.two, Certificates.twoKey)
            #expect(try await Running.ask(running.port, "/health", tls: try client(trusting: Certificates.one)).contains("200 OK"))
            try certificates.reload()
            #expect(try await Running.ask(running.port, "/health", tls: try client(trusting: Certificates.two)).contains("200 OK"))
            try files.write(Certificates.one, Certificates.twoKey)
            #expect(throws: Refusal.self) { try certificates.reload() }
            #expect(try await Running.ask(running.port, "/health", tls: try client(trusting: Certificates.two)).contains("200 OK"))
        }
    }

    @Test("A connection that begins no TLS is closed in time", .timeLimit(.minutes(1)))
    func silent() async throws {
        let files = try Files()
        var configuration = configuration(files)
        configuration.idleTime = .seconds(3)
        try await Running.with(configuration) { running in
            // Comes back when the server closes.
            #expect(try await Running.ask(running.port, nil) == "")
            let answer = try await Running.ask(running.port, "/health", tls: try client(trusting: Certificates.one))
            #expect(answer.contains("200 OK"))
        }
    }

    @Test("Files that are missing, damaged, locked or strangers to each other are refused, each with its code")
    func refusals() throws {
        func code(_ certificate: String, _ key: String) throws -> (FindingCode?, String) {
            let files = try Files(certificate, key)
            var configuration = ServerConfiguration(port: 0)
            configuration.tls = files.paths
            do {
                _ = try ZonaServer(configuration)
                return (nil, "")
            } catch {
                return (error.findings.first?.code, String(error.findings.first?.location.suffix(5) ?? ""))
            }
        }
        #expect(try code(Certificates.one, Certificates.oneKey) == (nil, ""))
        #expect(try code(Certificates.two + "\n" + Certificates.one, Certificates.twoKey) == (nil, ""))
        #expect(try code("", Certificates.oneKey) == (.certificateUnusable, "c.pem"))
        #expect(try code("bukan sertifikat", Certificates.oneKey) == (.certificateUnusable, "c.pem"))
        #expect(try code(String(Certificates.one.dropLast(60)), Certificates.oneKey) == (.certificateUnusable, "c.pem"))
        #expect(try code(Certificates.oneKey, Certificates.one) == (.certificateUnusable, "c.pem"))
        #expect(try code(Certificates.one, "") == (.privateKeyUnusable, "k.pem"))
        #expect(try code(Certificates.one, Certificates.twoKey) == (.privateKeyUnusable, "k.pem"))
        #expect(try code(Certificates.one, Certificates.lockedKey) == (.privateKeyUnusable, "k.pem"))
        #expect(try code(String(repeating: "x", count: 2 << 20), Certificates.oneKey) == (.certificateUnusable, "c.pem"))
        for (certificate, key, expected) in [
            ("/tidak/ada.pem", "/tidak/ada.key", FindingCode.certificateUnusable), ("/", "/", .certificateUnusable),
        ] {
            let refusal = #expect(throws: Refusal.self) { _ = try CertificateStore(.init(certificate: certificate, key: key)) }
            #expect(refusal?.findings.first?.code == expected)
        }
    }

    @Test("The end of a certificate is told two weeks ahead")
    func expiry() throws {
        let files = try Files()
        let store = try CertificateStore(files.paths)
        let end = Int64(store.notAfter)
        #expect(end > 4_000_000_000)
        #expect(store.warning(at: Moment(seconds: end - 14 * 86_400 - 1)) == nil)
        #expect(store.warning(at: Moment(seconds: end - 14 * 86_400)) == nil)
        #expect(store.warning(at: Moment(seconds: end - 14 * 86_400 + 1))?.message.contains("hanya sampai") == true)
        #expect(store.warning(at: Moment(seconds: end))?.message.contains("hanya sampai") == true)
        #expect(store.warning(at: Moment(seconds: end + 1))?.message.contains("tidak berlaku sejak") == true)
    }
}
