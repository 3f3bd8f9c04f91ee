import Testing

@testable import Service

@Suite("What is kept of passwords") struct PasswordHasherTests {
    private let cheap = PasswordHasher.Cost(passes: 1, memory: 8_192)

    @Test("A password fits its own hash, and nothing else does")
    func matching() async throws {
        let hasher = PasswordHasher(cost: cheap)
        let password = "kuda baterai pokok é\u{301}"
        let hash = try await hasher.hash(password)
        #expect(hash.hasPrefix("$argon2id$"))
        #expect(!hash.contains("kuda"))
        #expect(try await hasher.matches(password, hash))
        for other in ["", "Kuda baterai pokok é\u{301}", password + " ", String(password.dropLast()), "kuda baterai pokok", hash] {
            #expect(try await !hasher.matches(other, hash), "\(other)")
        }
        await hasher.stop()
    }

    @Test("Two people with the same password have different hashes")
    func salted() async throws {
        let hasher = PasswordHasher(cost: cheap)
        let (one, other) = (try await hasher.hash("kuda baterai pokok"), try await hasher.hash("kuda baterai pokok"))
        #expect(one != other)
        #expect(try await hasher.matches("kuda baterai pokok", other))
        await hasher.stop()
    }

    @Test("Where there is no hash, or a broken one, no password fits", arguments: ["", "kuda baterai pokok"])
    func nobody(password: String) async throws {
        let hasher = PasswordHasher(cost: cheap)
        #expect(try await !hasher.matches(password, nil))
        for broken in ["", "x", "$argon2id$", "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA", String(repeating: "$", count: 200)] {
            #expect(try await !hasher.matches(password, broken))
        }
        await hasher.stop()
    }

    @Test("A hash made at another cost is known for it")
    func outdated() async throws {
        let hasher = PasswordHasher(cost: cheap)
        let hash = try await hasher.hash("kuda baterai pokok")
        #expect(!hasher.isOutdated(hash))
        let dearer = PasswordHasher(cost: .init(passes: 2, memory: 8_192))
        #expect(dearer.isOutdated(hash))
        #expect(try await dearer.matches("kuda baterai pokok", hash))
        await hasher.stop()
        await dearer.stop()
    }
}
