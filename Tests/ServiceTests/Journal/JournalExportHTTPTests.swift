import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journaling
import Logging
import NIOCore
import Relational
import Rulebook
import Synchronization
import Testing

@testable import Service

@Suite("The whole journal over HTTP", .timeLimit(.minutes(2))) struct JournalExportHTTPTests {
    private let path = "/instansi/kota/jurnal.jsonl"

    /// A town with a journal of so many entries, each of about so many bytes, and an auditor at a browser.
    private func town(_ engine: TestEngine, entries: Int, bytes: Int = 0) async throws -> (Town, Browser) {
        let town = try await Town(engine, wrap: WatchedDatabase.init)
        try await town.agency("kota")
        try await town.person("pengawas", of: "kota", [(.auditor, .agency("kota"))])
        let now = town.clock.timestamp
        let filling = String(repeating: "x", count: bytes)
        for start in stride(from: 0, to: entries, by: 500) {
            try await town.storage.records.change { change in
                for number in start..<min(start + 500, entries) {
                    let personal = [JournalFact.Personal(field: "nama", account: AccountID("akun-\(number)"), value: "Orang nomor \(number)")]
                    change.record(
                        JournalFact(
                            .accountInvited, in: "kota", by: .system, about: "akun-\(number)", ["catatan": .text(filling)],
                            personal: bytes == 0 ? personal : [], at: now))
                }
            }
        }
        _ = try await JournalKeeper(
            records: town.storage.records, keyFile: town.storage.journalKey, clock: town.clock, logger: Logger(label: "test")
        ).round()
        let browser = Browser(town)
        try await browser.signIn("pengawas")
        try await browser.get("/instansi/kota/jurnal")
        return (town, browser)
    }

    private func fields(_ browser: Browser) -> HTTPFields {
        [
            .cookie: browser.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "),
            .contentType: "application/x-www-form-urlencoded", .acceptEncoding: "gzip",
        ]
    }

    @Test("Thousands of entries arrive whole, piece by piece, and verify; a changed byte is found", arguments: TestEngine.available)
    func whole(engine: TestEngine) async throws {
        let count = 3_000
        let (town, browser) = try await town(engine, entries: count)
        let key = try JournalKeys(town.storage.journalKey).verifying
        let (fields, path, formKey) = (fields(browser), path, browser.key)
        try await town.server.application().test(.live) { client in
            for withPersonal in [false, true] {
                let form = "kunci=\(formKey)" + (withPersonal ? "&data-diri=ya" : "")
                let answer = try await client.execute(uri: path, method: .post, headers: fields, body: ByteBuffer(string: form))
                #expect(answer.status == .ok)
                #expect(answer.headers[.contentDisposition] == "attachment; filename=\"jurnal-kota.jsonl\"")
                #expect(answer.headers[.transferEncoding] == "chunked" && answer.headers[.contentLength] == nil)
                #expect(answer.headers[.contentEncoding] == nil)
                var bytes = Array(answer.body.readableBytesView)
                var verifier = JournalVerifier(trust: Trust(key: key))
                verifier.read(bytes)
                let report = verifier.finish()
                #expect(report.faults == [])
                // Signing in, and that the journal was taken, stand in it as well.
                #expect(report.entries == count + (withPersonal ? 3 : 2))
                #expect(report.openings == (withPersonal ? count : 0))
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(text.contains("Orang nomor 7") == withPersonal)
                #expect(text.contains("\"isi\":{\"data_diri\":\(withPersonal)},\"jenis\":\"jurnal-diunduh\",\"pelaku\":\"akun-pengawas\""))
                let place = try #require(text.firstRange(of: "akun-1500")).lowerBound.utf16Offset(in: text)
                bytes[place] ^= 1
                var second = JournalVerifier(trust: Trust(key: key))
                second.read(bytes)
                #expect(!second.finish().isSound)
            }
        }
    }

    @Test("A client that hangs up midway ends the reading, and nothing of it stays open", arguments: TestEngine.available)
    func hangUp(engine: TestEngine) async throws {
        let (town, browser) = try await town(engine, entries: 4_000, bytes: 4_000)
        let database = try #require(town.storage.records.database as? WatchedDatabase)
        let pieces = 4_000 / 256
        let start = database.counts.reads
        let form = "kunci=\(browser.key)"
        let cookie = try #require(fields(browser)[.cookie])
        let head = [
            "POST \(path) HTTP/1.1", "Host: x", "Cookie: \(cookie)", "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: \(form.utf8.count)", "", form,
        ]
        try await Running.with(ServerConfiguration(port: 0), storage: town.storage, clock: town.clock) { running in
            // More clients than the database has readers: one that kept its reader would stop the others.
            for _ in 0..<8 {
                let before = database.counts.reads
                let socket = try #require(Socket(running.port, receiveBuffer: 4_096))
                socket.write(head.joined(separator: "\r\n").utf8)
                let answer = await Task.blocking { socket.some() }
                #expect(String(decoding: answer, as: UTF8.self).hasPrefix("HTTP/1.1 200 OK\r\n"))
                socket.hangUp()
                // The server itself is alive and answers others.
                #expect(await Socket.ask(running.port, "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").contains("200 OK"))
                #expect(database.counts.reads - before < pieces, "it was not read to its end")
            }
        }
        // The server has stopped, which waits for every answer that was on its way.
        #expect(database.counts.open == 0)
        #expect(database.counts.reads - start < 8 * pieces)
    }

    @Test("It is taken by a form of our own only; whatever a foreign page can bring about leaves no fact")
    func foreign() async throws {
        let (town, browser) = try await town(.sqlite, entries: 2)
        let before = try await town.size(of: "kota")
        let get = try await browser.get(path)
        #expect(get.status == .methodNotAllowed && get.headers[.allow] == "POST")
        #expect(try await browser.post(path, key: "00").status == .forbidden)
        #expect(try await town.size(of: "kota") == before)
        try await browser.get("/instansi/kota/jurnal")
        #expect(try await browser.post(path).status == .ok)
        #expect(try await town.size(of: "kota") == before + 1)
        let page = try await browser.get("/instansi/kota/jurnal").text
        #expect(page.contains("Seluruh jurnal diunduh") && page.contains("Tanpa data diri."))
    }

    @Test("Packing leaves a body alone whose length is not known, and never takes it in")
    func streamed() async throws {
        let isWritten = Flag()
        let router = Router(context: ZonaContext.self)
        router.add(
            middleware: LaterCheck {
                let isTakenIn = isWritten.isUp
                #expect(!isTakenIn, "the answer was taken in before it was sent")
            })
        router.add(middleware: Compression())
        router.get("alir") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/jsonl; charset=utf-8"],
                body: ResponseBody { writer in
                    isWritten.raise()
                    for _ in 0..<100 { try await writer.write(ByteBuffer(string: String(repeating: "{}\n", count: 1_000))) }
                    try await writer.finish(nil)
                })
        }
        let answer = try await Application(router: router).test(.router) { client in
            try await client.execute(uri: "/alir", method: .get, headers: [.acceptEncoding: "gzip"])
        }
        let isSent = isWritten.isUp
        #expect(isSent)
        #expect(answer.headers[.contentEncoding] == nil && answer.body.readableBytes == 300_000)
    }
}

/// Says that something has happened.
private final class Flag: Sendable {
    private let state = Mutex(false)
    var isUp: Bool { state.withLock { $0 } }
    func raise() { state.withLock { $0 = true } }
}

/// Looks at how things stand once the layers inside have made the answer.
private struct LaterCheck: RouterMiddleware {
    let check: @Sendable () -> Void

    init(_ check: @escaping @Sendable () -> Void) { self.check = check }

    func handle(
        _ request: Request, context: ZonaContext, next: (Request, ZonaContext) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        check()
        return response
    }
}
