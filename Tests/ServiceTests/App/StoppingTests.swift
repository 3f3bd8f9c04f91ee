import HTTPTypes
import HummingbirdTesting
import Journaling
import NIOCore
import Logging
import Relational
import Rulebook
import ServiceLifecycle
import Testing

@testable import Service

@Suite("Stopping", .timeLimit(.minutes(2))) struct StoppingTests {
    private func until(_ isSo: () async throws -> Bool) async throws {
        while try await !isSo() { await Task.yield() }
    }

    @Test(
        "What was accepted before the stop is answered, kept and signed; then the door is closed and the lease let go",
        arguments: TestEngine.available)
    func order(engine: TestEngine) async throws {
        let town = try await Town(engine)
        try await town.agency("kota")
        try await town.person("ratna", of: "kota", [(.auditor, .agency("kota"))])
        let browser = Browser(town)
        try await browser.get("/masuk")
        let cookie = browser.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        let form = "kunci=\(browser.key)&nama=ratna%40contoh.go.id&sandi=\(Town.password.replacing(" ", with: "+"))"
        let head = [
            "POST /masuk HTTP/1.1", "Host: x", "Cookie: \(cookie)", "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: \(form.utf8.count)", "", "",
        ]
        try await Running.with(ServerConfiguration(port: 0), storage: town.storage, clock: town.clock) { running in
            let socket = try #require(Socket(running.port))
            socket.write(head.joined(separator: "\r\n").utf8)
            socket.write(form.utf8.prefix(10))
            try await until {
                try PrometheusText(await running.server.metrics.text()).value("zona_http_requests_in_flight") == 1
            }
            await running.group.triggerGracefulShutdown()
            try await until { await running.server.readiness.obstacles() == ["berhenti"] }
            socket.write(form.utf8.dropFirst(10))
            let answer = await Task.blocking { socket.answer() }
            #expect(answer.hasPrefix("HTTP/1.1 303 ") && answer.contains("\r\nLocation: /beranda\r\n"))
        }
        let records = town.storage.records
        let found = try await records.read { session in
            (
                last: try JournalStore.entry(try JournalStore.lastSequence(of: "kota", in: session), of: "kota", in: session)?.kind,
                size: try JournalStore.tip(of: "kota", in: session)?.chain.size,
                signed: try JournalStore.lastCheckpoint(of: "kota", in: session)?.checkpoint.size,
                lease: try session.row("SELECT until FROM leases WHERE name = \(Lease.journal)")?.integer(0)
            )
        }
        #expect(found.last == FactKind.signedIn.rawValue)
        #expect(found.size != nil && found.size == found.signed)
        #expect(found.lease == 0)
        await #expect {
            try await records.change { try $0.session.execute("UPDATE leases SET until = 1") }
        } throws: { ($0 as? RelationalError)?.kind == .unavailable }
    }

    @Test(
        "After the door is closed changes are refused with a page, and reading goes on until the database is closed",
        arguments: TestEngine.available)
    func closed(engine: TestEngine) async throws {
        let town = try await Town(engine)
        try await town.agency("kota")
        try await town.person("ratna", of: "kota", [(.auditor, .agency("kota"))])
        let browser = Browser(town)
        try await browser.signIn("ratna")
        try await browser.get("/akun")
        town.storage.records.close()
        let refused = try await browser.post("/akun/sesi-lain")
        #expect(refused.status == .serviceUnavailable && refused.headers[.retryAfter] == "5")
        #expect(refused.text.contains("ZI-1608") && refused.text.contains("Tidak ada yang tersimpan setengah jadi"))
        #expect(refused.text.contains("<span>Orang ratna</span>"), "reading still tells who she is")
        #expect(try await browser.get("/beranda").status == .ok)
        await town.storage.records.database.close()
        let away = try await browser.get("/beranda")
        #expect(away.status == .serviceUnavailable && away.text.contains("ZI-1608"))
        #expect(try await browser.get("/periksa").status == .ok)
        #expect(await town.server.readiness.obstacles() == ["basis-data"])
    }
}
