import HTTPTypes
import HummingbirdTesting
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("Whoever has the password alone") struct SecondFactorReplacingTests {
    @Test("A session that owes a code puts no second factor in place, with junk or with an offer that was made to it", arguments: TestEngine.available)
    func owing(engine: TestEngine) async throws {
        let town = try await Town(engine)
        let key = try SecondFactorKey.new()
        try await town.person("induk", of: .nation, [(.nationalAdministrator, .nation)], key: key)
        let thief = Browser(town)
        #expect(try await thief.signIn("induk").headers[.location] == "/masuk/faktor-kedua")
        let page = try await thief.get("/masuk/pasang-faktor-kedua")
        #expect(page.status == .seeOther && !page.text.contains("tawaran"))
        try await thief.get("/masuk/faktor-kedua")

        let secrets = AccountSecrets(
            hasher: PasswordHasher(cost: town.storage.passwordCost), vault: town.storage.vault, passwords: PasswordPolicy(common: []))
        let actions = SecondFactorActions(records: town.storage.records, secrets: secrets)
        let token = try #require(thief.cookies.values.compactMap { Token($0) }.first)
        let identity = try #require(try await town.storage.records.read { try SessionStore.find(token, in: $0) }).identity
        #expect(identity.pending == .secondFactor)
        // As good as one from the page of somebody who may enrol, and with the right code.
        let offer = try actions.offer(to: identity)
        let before = try await state(of: "akun-induk", in: town)
        let size = try await town.size(of: .nation)
        for (sealed, code) in [("", ""), ("abc", "000000"), (String(repeating: "0", count: 200), town.code(key)), (offer.sealed, town.code(offer.key))] {
            for path in ["/masuk/pasang-faktor-kedua", "/akun/faktor-kedua"] {
                let answer = try await thief.post(path, ["tawaran": sealed, "kode": code, "sandi-lama": Town.password])
                #expect(answer.status == .seeOther && answer.headers[.setCookie] == nil, "\(path) \(sealed.prefix(8)): \(answer.status)")
            }
        }
        // The routes are not what counts.
        await #expect(throws: StepPending.self) {
            _ = try await actions.enrol(
                offer, code: town.code(offer.key), password: Town.password, for: identity, device: Device(userAgent: ""), at: town.clock.timestamp)
        }
        #expect(try await state(of: "akun-induk", in: town) == before)
        #expect(try await town.size(of: .nation) == size)
        #expect(try await thief.get("/instansi").headers[.location] == "/masuk/faktor-kedua")
        // The owner's code is still the one that counts.
        try await thief.get("/masuk/faktor-kedua")
        #expect(try await thief.post("/masuk/faktor-kedua", ["kode": town.code(key)]).status == .seeOther)
        #expect(try await thief.get("/instansi").status == .ok)
        await secrets.hasher.stop()
    }

    @Test("A session that ends while its password is looked at changes neither password nor second factor", arguments: TestEngine.available)
    func ended(engine: TestEngine) async throws {
        let town = try await Town(engine)
        try await town.agency("kota", units: ["dukcapil"])
        let key = try SecondFactorKey.new()
        try await town.person("ratna", of: "kota", [(.unitMember, .unit("dukcapil", in: "kota"))], key: key)
        let browser = Browser(town)
        try await browser.signIn("ratna")
        try await browser.get("/masuk/faktor-kedua")
        #expect(try await browser.post("/masuk/faktor-kedua", ["kode": town.code(key)]).status == .seeOther)
        let token = try #require(browser.cookies.values.compactMap { Token($0) }.first)
        let identity = try #require(try await town.storage.records.read { try SessionStore.find(token, in: $0) }).identity
        // As an administrator would, in the moment in which the request is on its way.
        let now = town.clock.timestamp
        _ = try await town.storage.records.change { try SessionStore.revokeAll(of: identity.account, at: now, in: $0.session) }

        let secrets = AccountSecrets(
            hasher: PasswordHasher(cost: town.storage.passwordCost), vault: town.storage.vault, passwords: PasswordPolicy(common: []))
        let factor = SecondFactorActions(records: town.storage.records, secrets: secrets)
        let own = OwnAccountActions(
            records: town.storage.records, secrets: secrets, sessions: SessionRule(idleLimit: 1_800, absoluteLimit: 43_200))
        let before = try await state(of: "akun-ratna", in: town)
        let size = try await town.size(of: "kota")
        let new = "kuda baterai pokok hijau"
        let form = PasswordForm(fields: try FormFields(typed: [("sandi-lama", Town.password), ("sandi-baru", new), ("sandi-ulang", new)]))
        await #expect(throws: SignInNeeded.self) { try await own.changePassword(form, of: identity, at: now) }
        await #expect(throws: SignInNeeded.self) { _ = try await factor.renewCodes(for: identity, password: Town.password, at: now) }
        await #expect(throws: SignInNeeded.self) { try await factor.remove(for: identity, password: Town.password, at: now) }
        let offer = try factor.offer(to: identity)
        await #expect(throws: SignInNeeded.self) {
            _ = try await factor.enrol(
                offer, code: town.code(offer.key), password: Town.password, for: identity, device: Device(userAgent: ""), at: now)
        }
        #expect(try await state(of: "akun-ratna", in: town) == before)
        #expect(try await town.size(of: "kota") == size)
        #expect(try await Browser(town).signIn("ratna").status == .seeOther)
        await secrets.hasher.stop()
    }

    private func state(of account: AccountID, in town: Town) async throws -> [[SQLValue]] {
        try await town.storage.records.read { session in
            try session.rows("SELECT totp_secret, totp_at FROM accounts WHERE id = \(account.text)").map(\.values)
                + session.rows("SELECT code FROM recovery_codes WHERE account = \(account.text) ORDER BY code").map(\.values)
        }
    }
}

@Suite("An installation that has just begun") struct FirstAdministratorTests {
    @Test("It has no account and no password; the link it prints makes one administrator, once", arguments: TestEngine.available)
    func once(engine: TestEngine) async throws {
        let town = try await Town(engine)
        #expect(try await town.storage.records.read { try $0.rows("SELECT id FROM accounts").count } == 0)
        for (name, password) in [("admin", "admin"), ("root", ""), ("zona", "zona"), ("administrator", "password")] {
            let browser = Browser(town)
            #expect(try await browser.signIn(name, password: password).status == .unprocessableContent)
        }
        let now = town.clock.timestamp
        let token = try #require(try await town.storage.records.change { try FirstStart.prepare(at: now, in: &$0) })
        let link = "/tautan/\(token.text)"
        let fields = ["nama": "Siti Rahma", "nip": "", "surel": "siti@contoh.go.id", "sandi-baru": Town.password, "sandi-ulang": Town.password]
        let first = Browser(town)
        #expect(try await first.get(link).status == .ok)
        #expect(try await first.post(link, fields).status == .seeOther)
        let second = Browser(town)
        let late = try await second.get(link)
        #expect(late.status != .ok && late.text.contains("ZI-1718"), "\(late.status)")
        // With the key of a page that the browser does have.
        try await second.get("/masuk")
        let again = try await second.post(link, fields.merging(["surel": "lain@contoh.go.id"]) { $1 })
        #expect(again.status != .seeOther && again.text.contains("ZI-1718"), "\(again.status)")
        #expect(try await town.storage.records.read { try $0.rows("SELECT id FROM accounts").count } == 1)
        #expect(try await town.storage.records.change { try FirstStart.prepare(at: now, in: &$0) } == nil)
    }
}
