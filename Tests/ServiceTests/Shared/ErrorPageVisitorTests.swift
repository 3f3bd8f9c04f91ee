import HTTPTypes
import Hummingbird
import HummingbirdTesting
import InstrumentFiles
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("Who an error page is shown to") struct ErrorPageVisitorTests {
    private let town: Town
    private let database: WatchedDatabase
    private let browser: Browser

    init() async throws {
        town = try await Town(wrap: WatchedDatabase.init)
        database = try #require(town.storage.records.database as? WatchedDatabase)
        try await town.agency("kota", units: ["dukcapil"])
        try await town.person("ratna", of: "kota", [(.unitMember, .unit("dukcapil", in: "kota"))])
        browser = Browser(town)
        try await browser.signIn("ratna")
    }

    private func isHers(_ text: String) -> Bool {
        text.contains("<span>Orang ratna</span>") && text.contains("action=\"/keluar\"") && text.contains("name=\"kunci\"")
            && text.contains("href=\"/instansi\"") && text.contains("Kembali ke beranda") && !text.contains("href=\"/masuk\"")
    }

    private func isForGuests(_ text: String) -> Bool {
        !text.contains("Orang ratna") && !text.contains("action=\"/keluar\"") && text.contains("href=\"/masuk\"")
            && !text.contains("href=\"/beranda\"")
    }

    @Test(
        "Whoever is signed in stays signed in on it, and can sign out from there",
        arguments: [
            ("/instansi/kota/jurnal", HTTPResponse.Status.forbidden), ("/instansi/kota/akun", .forbidden),
            ("/akun/tak-ada", .notFound), ("/periksa/tak-ada", .notFound), ("/akun/sesi", .methodNotAllowed),
        ])
    func signedIn(path: String, status: HTTPResponse.Status) async throws {
        let answer = try await browser.get(path)
        #expect(answer.status == status)
        #expect(isHers(answer.text))
        #expect(answer.headers[.cacheControl] == "no-store")
        let out = try await browser.post("/keluar")
        #expect(out.status == .seeOther)
        #expect(isForGuests(try await browser.get("/akun/tak-ada").text))
    }

    @Test("A refused form is hers as well", arguments: ["/akun/sesi-lain", "/instansi/kota/undang"])
    func form(path: String) async throws {
        let answer = try await browser.post(path, key: "00")
        #expect(answer.status == .forbidden)
        #expect(isHers(answer.text))
    }

    @Test("A guest sees the page of guests", arguments: ["/akun/tak-ada", "/tautan/x/y", "/keluar"])
    func guest(path: String) async throws {
        let before = database.counts.reads
        let answer = try await Browser(town).get(path)
        #expect([.notFound, .methodNotAllowed].contains(answer.status))
        #expect(isForGuests(answer.text))
        #expect(database.counts.reads == before, "nobody is looked for without a token")
    }

    @Test("Whoever still owes the second factor sees the way out, and none further in")
    func pending() async throws {
        try await town.person("setengah", of: "kota", key: try .new())
        let half = Browser(town)
        try await half.signIn("setengah")
        let text = try await half.get("/akun/tak-ada").text
        #expect(text.contains("<span>Orang setengah</span>") && text.contains("action=\"/keluar\""))
        #expect(!text.contains("href=\"/beranda\"") && !text.contains("href=\"/instansi\""))
    }

    @Test("A session that has ended is a guest's")
    func expired() async throws {
        town.clock.pass(seconds: 1_800)
        #expect(isForGuests(try await browser.get("/akun/tak-ada").text))
    }

    @Test("The guard has looked already, so the page does not look again")
    func oneLook() async throws {
        let before = database.counts.reads
        let answer = try await browser.get("/instansi/kota/jurnal")
        #expect(answer.status == .forbidden && isHers(answer.text))
        #expect(database.counts.reads == before + 1)
    }

    @Test("While the database is away the page says so and is shown to a guest; once it is back, to her")
    func databaseAway() async throws {
        database.cut(true)
        let before = database.counts.reads
        let away = try await browser.get("/beranda")
        #expect(away.status == .serviceUnavailable && away.headers[.retryAfter] == "5")
        #expect(isForGuests(away.text))
        #expect(database.counts.reads == before + 1, "it is not asked once more for the page")
        let missing = try await browser.get("/akun/tak-ada")
        #expect(missing.status == .notFound && isForGuests(missing.text))
        database.cut(false)
        #expect(isHers(try await browser.get("/akun/tak-ada").text))
    }

    @Test("A fault after the guard is told to whom it happened, with its number")
    func fault() async throws {
        struct Broken: Error {}
        let access = AccessGuard(
            records: town.storage.records, rule: SessionRule(idleLimit: 1_800, absoluteLimit: 43_200), clock: town.clock)
        let frame = PageFrame(try PreparedInstruments(InstrumentLibrary()), hasAccounts: true)
        let router = Router(context: ZonaContext.self)
        router.add(middleware: ErrorPages(frame: frame, recognise: access.recognise))
        GuardedRoutes(router: router, access: access).get(.desk, .full) { _ in throw Broken() }
        let cookie = browser.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        let answer = try await Application(router: router).test(.router) { client in
            try await client.execute(uri: "/beranda", method: .get, headers: [.cookie: cookie])
        }
        #expect(answer.status == .internalServerError)
        #expect(isHers(answer.text) && answer.text.contains("Nomor kejadian"))
    }
}
