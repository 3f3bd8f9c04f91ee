import HTTPTypes
import HummingbirdTesting
import Rulebook
import Testing

@testable import Service

@Suite("Signing in") struct SigningInTests {
    @Test("A right password opens a session that lasts until somebody signs out", arguments: TestEngine.available)
    func signIn(engine: TestEngine) async throws {
        let town = try await Town(engine)
        try await town.agency("kota", units: ["dukcapil"])
        try await town.person("ratna", of: "kota", [(.unitMember, .unit("dukcapil", in: "kota"))])
        let ratna = Browser(town)
        let answer = try await ratna.signIn("ratna")
        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == "/beranda")
        let cookie = try #require(answer.headers[values: .setCookie].first { $0.hasPrefix("zona-sesi=") })
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
        #expect(try await ratna.get("/instansi").status == .ok)
        let thief = Browser(town)
        thief.steal(from: ratna)
        #expect(try await ratna.post("/keluar").status == .seeOther)
        #expect(try await thief.get("/instansi").headers[.location] == "/masuk?tujuan=%2Finstansi")
    }

    @Test("An unknown name, a wrong password and a closed account get the same answer")
    func sameAnswer() async throws {
        let town = try await Town()
        try await town.agency("kota")
        try await town.person("ada", of: "kota")
        let closed = try await town.person("tutup", of: "kota")
        let now = town.clock.timestamp
        try await town.storage.records.change { try AccountStore.close(closed, at: now, in: $0.session) }
        var answers: Set<String> = []
        for (name, password) in [("ada", "salah salah salah"), ("tidakada", Town.password), ("tutup", Town.password)] {
            let browser = Browser(town)
            try await browser.get("/masuk")
            let answer = try await browser.post("/masuk", ["nama": "\(name)@contoh.go.id", "sandi": password])
            #expect(answer.status == .unprocessableContent)
            answers.insert(
                answer.text.replacing("\(name)@contoh.go.id", with: "NAMA").replacing(/value="[0-9a-f]{32}"/, with: ""))
        }
        #expect(answers.count == 1)
    }

    @Test("After five failures even the right password has to wait, a minute later it is taken", arguments: TestEngine.available)
    func throttled(engine: TestEngine) async throws {
        let town = try await Town(engine)
        try await town.agency("kota")
        try await town.person("budi", of: "kota")
        let browser = Browser(town)
        for _ in 0..<5 { #expect(try await browser.signIn("budi", password: "bukan yang ini").status == .unprocessableContent) }
        #expect(try await browser.signIn("budi").status == .tooManyRequests)
        town.clock.pass(seconds: 61)
        #expect(try await browser.signIn("budi").status == .seeOther)
    }

    @Test("A session ends thirty minutes after its last use, and twelve hours after its beginning")
    func limits() async throws {
        let town = try await Town()
        try await town.agency("kota")
        try await town.person("sari", of: "kota", [(.auditor, .agency("kota"))])
        let sari = Browser(town)
        try await sari.signIn("sari")
        town.clock.pass(seconds: 1_799)
        #expect(try await sari.get("/instansi").status == .ok)
        town.clock.pass(seconds: 1_800)
        #expect(try await sari.get("/instansi").status == .seeOther)

        try await sari.signIn("sari")
        for _ in 0..<28 {
            town.clock.pass(seconds: 1_500)
            #expect(try await sari.get("/instansi").status == .ok)
        }
        town.clock.pass(seconds: 1_200)
        #expect(try await sari.get("/instansi").status == .seeOther)
    }

    @Test("A form of another site, without the key, or with somebody else's key changes nothing")
    func foreignForms() async throws {
        let town = try await Town()
        try await town.agency("kota")
        try await town.person("ani", of: "kota", [(.auditor, .agency("kota"))])
        let ani = Browser(town)
        try await ani.signIn("ani")
        try await ani.get("/instansi")
        #expect(try await ani.post("/keluar", key: "").status == .forbidden)
        #expect(try await ani.post("/keluar", key: Token().formKey).status == .forbidden)
        #expect(try await ani.get("/instansi").status == .ok)
    }

    @Test("Administrators enrol a second factor first, and then sign in with its code, each code once")
    func secondFactor() async throws {
        let town = try await Town()
        try await town.person("induk", of: .nation, [(.nationalAdministrator, .nation)])
        let browser = Browser(town)
        #expect(try await browser.signIn("induk").headers[.location] == "/masuk/pasang-faktor-kedua")
        #expect(try await browser.get("/instansi").headers[.location] == "/masuk/pasang-faktor-kedua")
        let page = try await browser.get("/masuk/pasang-faktor-kedua")
        #expect(page.text.contains("<svg class=\"qr\""))
        let offer = try #require(page.text.firstMatch(of: /name="tawaran" value="([0-9a-f]+)"/)).1
        let typed = try #require(page.text.firstMatch(of: /[A-Z2-7]{4}( [A-Z2-7]{4}){7}/)).0.filter { $0 != " " }
        let key = try #require(Base32.key(typed))
        #expect(
            try await browser.post("/masuk/pasang-faktor-kedua", ["tawaran": String(offer), "kode": "000000"]).status
                == .unprocessableContent)
        let done = try await browser.post(
            "/masuk/pasang-faktor-kedua", ["tawaran": String(offer), "kode": town.code(key)])
        #expect(done.status == .ok)
        let codes = done.text.matches(of: /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/).map { String($0.0) }
        #expect(Set(codes).count == 10)
        #expect(try await browser.get("/instansi").status == .ok)

        // The code that enrolled is used up; the next one is good once.
        let second = Browser(town)
        #expect(try await second.signIn("induk").headers[.location] == "/masuk/faktor-kedua")
        try await second.get("/masuk/faktor-kedua")
        #expect(try await second.post("/masuk/faktor-kedua", ["kode": town.code(key)]).status == .unprocessableContent)
        town.clock.pass(seconds: 30)
        let code = town.code(key)
        try await second.get("/masuk/faktor-kedua")
        #expect(try await second.post("/masuk/faktor-kedua", ["kode": code]).status == .seeOther)
        #expect(try await second.get("/instansi").status == .ok)
        let third = Browser(town)
        try await third.signIn("induk")
        try await third.get("/masuk/faktor-kedua")
        #expect(try await third.post("/masuk/faktor-kedua", ["kode": code]).status == .unprocessableContent)
        // A recovery code instead of the app, once.
        try await third.get("/masuk/faktor-kedua")
        #expect(try await third.post("/masuk/faktor-kedua", ["kode": codes[0]]).status == .seeOther)
        let fourth = Browser(town)
        try await fourth.signIn("induk")
        try await fourth.get("/masuk/faktor-kedua")
        #expect(try await fourth.post("/masuk/faktor-kedua", ["kode": codes[0]]).status == .unprocessableContent)
    }

    @Test("Neither names nor addresses nor passwords come into the log")
    func log() async throws {
        let town = try await Town()
        try await town.agency("kota")
        try await town.person("rahasiawati", of: "kota")
        let browser = Browser(town)
        try await browser.signIn("rahasiawati")
        try await browser.signIn("rahasiawati", password: "salah ketik sekali")
        try await browser.get("/tautan/\(Token().text)")
        let log = town.log.lines.joined()
        #expect(!log.isEmpty)
        for secret in ["rahasiawati", "contoh.go.id", Town.password, "salah ketik"] { #expect(!log.contains(secret)) }
    }
}

/// Reads the text form of a key, as an app does.
enum Base32 {
    static func key(_ text: String) -> SecondFactorKey? {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var bytes: [UInt8] = []
        var (bits, count) = (0, 0)
        for letter in text {
            guard let value = alphabet.firstIndex(of: letter) else { return nil }
            bits = (bits << 5 | value) & 0xFFFF
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(bits >> count & 255))
            }
        }
        return SecondFactorKey(bytes)
    }
}
