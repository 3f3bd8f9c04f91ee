import Relational
import Rulebook
import Synchronization
import Testing

@testable import Service

@Suite("What a sign-in costs") struct SignInCostTests {
    private final class Tally: Sendable {
        private let count = Mutex(0)

        func add() { count.withLock { $0 += 1 } }

        /// What was counted since the last time.
        func take() -> Int {
            count.withLock { count in
                defer { count = 0 }
                return count
            }
        }
    }

    @Test(
        "One hash, whether the name is known, unknown, invited, closed or none at all, and whether the password is right",
        arguments: TestEngine.available)
    func one(engine: TestEngine) async throws {
        let town = try await Town(engine)
        try await town.agency("kota")
        try await town.person("ada", of: "kota")
        let closed = try await town.person("tutup", of: "kota")
        let now = town.clock.timestamp
        try await town.storage.records.change { change in
            try AccountStore.close(closed, at: now, in: change.session)
            try AccountStore.insert(
                AccountID("akun-undangan"), in: "kota",
                AccountStore.Person(name: "Orang undangan", nip: nil, email: "undangan@contoh.go.id"), at: now, in: change.session)
        }
        let tally = Tally()
        let hasher = PasswordHasher(cost: town.storage.passwordCost) { tally.add() }
        let actions = SignInActions(
            records: town.storage.records,
            secrets: AccountSecrets(hasher: hasher, vault: town.storage.vault, passwords: PasswordPolicy(common: [])))
        func signIn(_ name: String, _ password: String, from address: String) async throws -> Bool {
            do {
                _ = try await actions.signIn(
                    name: name, password: password, device: Device(userAgent: ""), address: address, at: now)
                return true
            } catch is Refusal { return false }
        }
        let names = [
            "ada@contoh.go.id", "tidakada@contoh.go.id", "undangan@contoh.go.id", "tutup@contoh.go.id", "198001012005011001", "", "bukan nama",
            "12", "a@", "\u{7}\u{202E}", String(repeating: "a", count: 10_000) + "@contoh.go.id",
        ]
        for (number, name) in names.enumerated() {
            for password in ["salah salah salah", "", String(repeating: "x", count: 100_000), Town.password] {
                let isIn = try await signIn(name, password, from: "192.0.2.\(number)")
                #expect(isIn == (name == "ada@contoh.go.id" && password == Town.password), "\(name.prefix(40))")
                #expect(tally.take() == 1, "\(name.prefix(40))")
            }
        }
        // Where a name has to wait, nothing is computed: for one that exists as for one that does not.
        for name in ["undangan@contoh.go.id", "tidakada@contoh.go.id"] {
            _ = try await signIn(name, Town.password, from: "192.0.2.100")
            #expect(tally.take() == 1)
            #expect(try await !signIn(name, Town.password, from: "192.0.2.100"))
            #expect(tally.take() == 0)
        }
        await hasher.stop()
    }
}
