import Foundation
import Relational
import Testing

@testable import RelationalPostgres

@Suite("TLS to the server, as the address asks for it", .needsServer, .serialized)
struct EncryptionTests {
    /// Whether a connection came about, and then whether it is encrypted.
    private enum Outcome: Equatable {
        case encrypted, plain
        case refused(RelationalError.Kind)
    }

    private static func open(_ cluster: Cluster, _ parameters: String, as host: String? = nil) async throws -> Outcome {
        var options = PostgresOptions.small
        options.patience = .zero
        // A name that means nothing anywhere: where it is, the address says beside it.
        var url = cluster.url
        var parameters = parameters
        if let host {
            url = url.replacing("@127.0.0.1:", with: "@\(host):")
            parameters += "&hostaddr=127.0.0.1"
        }
        do {
            let database = try await PostgresDatabase.open(url: "\(url)?\(parameters)", options: options)
            let answer = try await database.read {
                try $0.row("SELECT CAST(CAST(ssl AS INTEGER) AS BIGINT) FROM pg_stat_ssl WHERE pid = pg_backend_pid()")?.integer(0)
            }
            await database.close()
            return answer == 1 ? .encrypted : .plain
        } catch let error as RelationalError {
            let password = try #require(url.firstMatch(of: /zona:([^@]+)@/)).1
            #expect(!error.detail.contains(password), "\(parameters)")
            return .refused(error.kind)
        }
    }

    /// Gives the server a certificate for `localhost` and `127.0.0.1`.
    private static func encrypt(_ cluster: Cluster) async throws {
        let data = "\(cluster.directory)/data"
        let owner = try #require(FileManager.default.attributesOfItem(atPath: data)[.ownerAccountID])
        for (name, text) in [("server.crt", Certificates.one), ("server.key", Certificates.oneKey)] {
            try text.appending("\n").write(toFile: "\(data)/\(name)", atomically: false, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o600, .ownerAccountID: owner], ofItemAtPath: "\(data)/\(name)")
        }
        try await TestServer.run("ALTER SYSTEM SET ssl = on", on: cluster.url)
        try await cluster.halt()
        try await cluster.start()
    }

    @Test("disable, require and verify-full do what they say, with the right authority, a wrong one and none")
    func modes() async throws {
        try await Cluster.with { cluster async throws in
            func file(_ name: String, _ text: String) throws -> String {
                try text.appending("\n").write(toFile: "\(cluster.directory)/\(name)", atomically: false, encoding: .utf8)
                return "\(cluster.directory)/\(name)"
            }
            let right = try file("benar.pem", Certificates.one)
            let wrong = try file("salah.pem", Certificates.two)
            // A server without a certificate is no place for whoever asks for encryption.
            #expect(try await Self.open(cluster, "sslmode=disable") == .plain)
            for mode in ["sslmode=require", "sslmode=verify-full&sslrootcert=\(right)"] {
                #expect(try await Self.open(cluster, mode) == .refused(.unavailable), "\(mode)")
            }

            try await Self.encrypt(cluster)
            #expect(try await Self.open(cluster, "sslmode=disable") == .plain)
            #expect(try await Self.open(cluster, "sslmode=require") == .encrypted)
            #expect(try await Self.open(cluster, "sslmode=verify-full&sslrootcert=\(right)") == .encrypted)
            #expect(try await Self.open(cluster, "sslmode=verify-full&sslrootcert=\(right)", as: "localhost") == .encrypted)
            // The authority is not the one that vouched for this server, or there is none.
            for mode in ["verify-ca", "verify-full"] {
                #expect(try await Self.open(cluster, "sslmode=\(mode)&sslrootcert=\(wrong)") == .refused(.unavailable))
                #expect(try await Self.open(cluster, "sslmode=\(mode)&sslrootcert=\(cluster.directory)/tidak-ada.pem") == .refused(.unavailable))
            }
            // The certificate is right, and of another server than the one that was asked for.
            #expect(try await Self.open(cluster, "sslmode=verify-full&sslrootcert=\(right)", as: "lain.zona.test") == .refused(.unavailable))
            #expect(try await Self.open(cluster, "sslmode=verify-ca&sslrootcert=\(right)", as: "lain.zona.test") == .encrypted)

            // A server that takes encrypted connections only.
            let rules = "\(cluster.directory)/data/pg_hba.conf"
            let text = try String(contentsOfFile: rules, encoding: .utf8).replacing(/(?m)^host(?=\s)/, with: "hostssl")
            try text.write(toFile: rules, atomically: false, encoding: .utf8)
            try await cluster.halt()
            try await cluster.start()
            #expect(try await Self.open(cluster, "sslmode=disable") == .refused(.unavailable))
            #expect(try await Self.open(cluster, "sslmode=require") == .encrypted)
        }
    }
}
