import Relational
import Testing

@testable import RelationalPostgres

@Suite("Opening")
struct OpeningTests {
    private func refusal(_ url: String) async throws -> RelationalError? {
        var options = PostgresOptions.small
        options.patience = .zero
        do {
            let database = try await PostgresDatabase.open(url: url, options: options)
            await database.close()
            return nil
        } catch let error as RelationalError {
            return error
        }
    }

    @Test(
        "An address that cannot be read is refused without repeating it",
        arguments: [
            "", "rahasia7731", "mysql://u:rahasia7731@h/d", "postgres://u:rahasia7731@[::1/d", "postgres://u:rahasia7731@h/d?nothing=1",
            "postgres://u:rahasia7731@h/d?sslmode", "postgres://u:rahasia7731%zz@h/d", "postgres://u:rahasia7731@h/d\u{0}", "POSTGRES://u:rahasia7731@h/d",
        ])
    func address(url: String) async throws {
        let error = try await refusal(url)
        #expect(error?.kind == .other)
        #expect(error?.detail.contains("7731") == false)
    }

    @Test("A server that is not there is unavailable")
    func nobody() async throws {
        // Port 1 on loopback: nobody listens there.
        let error = try await refusal("postgres://u:rahasia7731@127.0.0.1:1/d")
        #expect(error?.kind == .unavailable)
        #expect(error?.detail.contains("7731") == false)
        #expect(error?.detail.contains("\n") == false)
    }

    @Test("A wrong password and a missing database are told, without the password", .needsServer)
    func refused() async throws {
        let missing = try await refusal(TestServer.address(of: "tidak_ada"))
        #expect(missing?.kind == .unavailable)
        #expect(missing?.detail.contains("tidak_ada") == true)
        guard let at = TestServer.url.lastIndex(of: "@") else { return }
        let wrong = try await refusal("postgres://zona:rahasia7731" + TestServer.url[at...])
        #expect(wrong?.kind == .unavailable)
        #expect(wrong?.detail.contains("7731") == false)
    }

    @Test("A database in another encoding is refused", .needsServer)
    func encoding() async throws {
        let name = "zona_test_latin_\(UInt32.random(in: 0 ... .max))"
        try await TestServer.run("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
        let error = try await refusal(TestServer.address(of: name))
        try await TestServer.run("DROP DATABASE \(name) WITH (FORCE)")
        #expect(error?.kind == .other)
    }

    @Test("Connections are shared out between reading and changing", arguments: [(0, 1, 1), (1, 1, 1), (2, 1, 1), (3, 1, 2), (8, 2, 6), (9, 2, 7)])
    func shares(connections: Int, writers: Int, readers: Int) {
        var options = PostgresOptions()
        options.connections = connections
        #expect(options.writers == writers)
        #expect(options.readers == readers)
    }

    @Test("A limit of time is never taken for none by the server, nor refused as too long")
    func limits() {
        let durations: [(Duration, Int64)] = [
            (.zero, 1), (.seconds(-5), 1), (.microseconds(999), 1), (.milliseconds(1), 1), (.milliseconds(2), 2),
            (.milliseconds(2_147_483_646), 2_147_483_646), (.milliseconds(2_147_483_647), 2_147_483_647),
            (.milliseconds(2_147_483_648), 2_147_483_647), (.seconds(Int64.max / 2), 2_147_483_647), (.seconds(Int64.min / 2), 1),
        ]
        for (duration, limit) in durations { #expect(duration.limit == limit) }
    }

    @Test("An operator's own parameters in the address are kept", .needsServer)
    func parameters() async throws {
        let url = TestServer.url + (TestServer.url.contains("?") ? "&" : "?") + "application_name=kantor&options=-csearch_path%3Dpg_catalog"
        let database = try await PostgresDatabase.open(url: url, options: .small)
        let values = try await database.read {
            try $0.row("SELECT current_setting('application_name'), current_setting('search_path'), current_setting('client_encoding')")?.values
        }
        await database.close()
        #expect(values == [.text("kantor"), .text("pg_catalog"), .text("UTF8")])
    }
}
