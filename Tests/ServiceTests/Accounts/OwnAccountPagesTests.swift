import HTTPTypes
import HummingbirdTesting
import Rulebook
import Testing

@testable import Service

@Suite("One's own account in the browser") struct OwnAccountPagesTests {
    private func signedIn() async throws -> (Town, Browser) {
        let town = try await Town()
        try await town.agency("kota", units: ["dukcapil"])
        try await town.person("ratna", of: "kota", [(.unitMember, .unit("dukcapil", in: "kota"))])
        let browser = Browser(town)
        try await browser.signIn("ratna")
        return (town, browser)
    }

    @Test("The pages of an account and the desk can be opened, and hold no script")
    func pages() async throws {
        let (_, browser) = try await signedIn()
        for path in [
            "/beranda", "/akun", "/akun/sandi", "/akun/faktor-kedua", "/akun/faktor-kedua-lepas", "/akun/data-diri", "/akun/tutup",
        ] {
            let answer = try await browser.get(path)
            #expect(answer.status == .ok, "\(path)")
            #expect(answer.text.contains("<h1") && !answer.text.contains("<script") && !answer.text.contains("style="), "\(path)")
        }
    }

    @Test("Signing in leads to the wanted page of ours, and to no other host")
    func wanted() async throws {
        let town = try await Town()
        try await town.agency("kota")
        try await town.person("ratna", of: "kota")
        for (wanted, place) in [("/akun", "/akun"), ("//evil.example", "/beranda"), ("/\\evil.example", "/beranda")] {
            let browser = Browser(town)
            try await browser.get("/masuk")
            let answer = try await browser.post(
                "/masuk", ["nama": "ratna@contoh.go.id", "sandi": Town.password, "tujuan": wanted])
            #expect(answer.headers[.location] == place)
        }
    }

    @Test("A password is changed with the old one only, and then the new one counts")
    func password() async throws {
        let (town, browser) = try await signedIn()
        let new = "kuda baterai pokok hijau"
        try await browser.get("/akun/sandi")
        let wrong = try await browser.post(
            "/akun/sandi", ["sandi-lama": "bukan yang ini", "sandi-baru": new, "sandi-ulang": new])
        #expect(wrong.status == .unprocessableContent && !wrong.text.contains(new))
        let right = try await browser.post(
            "/akun/sandi", ["sandi-lama": Town.password, "sandi-baru": new, "sandi-ulang": new])
        #expect(right.headers[.location] == "/akun?pesan=sandi-diganti")
        let other = Browser(town)
        #expect(try await other.signIn("ratna").status == .unprocessableContent)
        #expect(try await other.signIn("ratna", password: new).headers[.location] == "/beranda")
    }

    @Test("What is kept about a person comes as one file, and that it was taken stands in it the next time")
    func export() async throws {
        let (_, browser) = try await signedIn()
        try await browser.get("/akun")
        let first = try await browser.post("/akun/data-diri.json")
        #expect(first.headers[.contentType] == "application/json; charset=utf-8")
        #expect(first.text.contains("ratna@contoh.go.id") && !first.text.contains("argon2id$"))
        #expect(!first.text.contains("data-diri-diunduh"))
        #expect(try await browser.post("/akun/data-diri.json").text.contains("data-diri-diunduh"))
    }

    @Test("Another session is ended, and the present one stays")
    func sessions() async throws {
        let (town, browser) = try await signedIn()
        let other = Browser(town)
        try await other.signIn("ratna")
        #expect(try await other.get("/akun").status == .ok)
        let page = try await browser.get("/akun")
        let session = try #require(page.text.firstMatch(of: /name="sesi" value="([0-9a-z]+)"/)).1
        #expect(try await browser.post("/akun/sesi", ["sesi": String(session)]).status == .seeOther)
        #expect(try await other.get("/akun").headers[.location] == "/masuk?tujuan=%2Fakun")
        #expect(try await browser.get("/akun").status == .ok)
    }

    @Test("Whoever closes their account is out at once and cannot come back")
    func closing() async throws {
        let (town, browser) = try await signedIn()
        try await browser.get("/akun/tutup")
        #expect(try await browser.post("/akun/tutup").headers[.location] == "/masuk?pesan=ditutup")
        #expect(try await browser.get("/akun").status == .seeOther)
        #expect(try await Browser(town).signIn("ratna").status == .unprocessableContent)
    }
}
