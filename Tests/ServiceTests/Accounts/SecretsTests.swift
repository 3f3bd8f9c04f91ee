import Rulebook
import Testing

@testable import Service

@Suite("Secrets") struct SecretsTests {
    @Test("Bytes and digits stand for each other, in lower case only")
    func hex() {
        #expect(HexText.text([UInt8]()) == "")
        #expect(HexText.text([0x00, 0x0F, 0xA0, 0xFF]) == "000fa0ff")
        for byte in UInt8.min...UInt8.max { #expect(HexText.bytes(HexText.text([byte])) == [byte]) }
        #expect(HexText.bytes("") == [])
        for text in ["0", "000", "0g", "g0", "0A", "A0", " 0", "0x", "é", "00 ", "-1", "\u{0}0", "٠٠"] {
            #expect(HexText.bytes(text) == nil, "\(text)")
        }
    }

    @Test("At most 4,096 digits are read")
    func hexLimit() {
        #expect(HexText.bytes(String(repeating: "a", count: 4_094))?.count == 2_047)
        #expect(HexText.bytes(String(repeating: "a", count: 4_096))?.count == 2_048)
        #expect(HexText.bytes(String(repeating: "a", count: 4_098)) == nil)
        #expect(HexText.bytes(String(repeating: "a", count: 4_097)) == nil)
    }

    @Test("A token comes back from its text, with the same digest and the same key for forms")
    func token() throws {
        let token = Token()
        let sent = try #require(Token(token.text))
        #expect(token.text.utf8.count == Token.length && sent.text == token.text)
        #expect(sent.digest == token.digest && token.digest.count == 32)
        #expect(sent.formKey == token.formKey)
        #expect(Set((0..<1_000).map { _ in Token().text }).count == 1_000)
    }

    @Test("A token's digest is SHA-256 of its bytes")
    func tokenDigest() throws {
        // 32 bytes of zero, and the digest of them as any program makes it.
        let zero = try #require(Token(String(repeating: "A", count: 43)))
        #expect(HexText.text(zero.digest) == "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925")
    }

    @Test(
        "What is no token is none",
        arguments: [
            "", String(repeating: "A", count: 42), String(repeating: "A", count: 44), String(repeating: "A", count: 42) + "=",
            String(repeating: "A", count: 42) + "+", String(repeating: "A", count: 42) + "/", String(repeating: "A", count: 42) + " ",
            String(repeating: "A", count: 42) + "\u{0}", "\u{0}" + String(repeating: "A", count: 42), String(repeating: "A", count: 41) + "é",
            // Two spellings of the same bytes would be two names of one session.
            String(repeating: "A", count: 42) + "B",
        ])
    func noToken(text: String) {
        #expect(Token(text) == nil)
    }

    @Test("A form is accepted with the key of its own token only")
    func formKey() {
        let token = Token()
        #expect(token.formKey.utf8.count == 32)
        #expect(token.accepts(formKey: token.formKey))
        for other in ["", Token().formKey, token.formKey.uppercased() + "x", String(token.formKey.dropLast()), token.formKey + "0", token.text] {
            #expect(!token.accepts(formKey: other))
        }
        #expect(!token.formKey.contains(token.text) && !HexText.text(token.digest).contains(token.formKey))
    }

    @Test("A vault opens what it sealed, and seals the same thing differently each time")
    func vault() throws {
        let vault = try #require(Vault(key: Vault.newKey()))
        for length in [0, 1, 20, 1_000] {
            let bytes = Sodium.random(length)
            let sealed = vault.seal(bytes)
            #expect(vault.open(sealed) == bytes)
            #expect(vault.seal(bytes) != sealed)
        }
    }

    @Test("Any changed byte, any missing end and any other key keep a vault shut")
    func vaultShut() throws {
        let vault = try #require(Vault(key: Vault.newKey()))
        let sealed = vault.seal(Array("kunci faktor kedua".utf8))
        for place in sealed.indices {
            var changed = sealed
            changed[place] ^= 1
            #expect(vault.open(changed) == nil)
            #expect(vault.open(Array(sealed[..<place])) == nil)
        }
        #expect(vault.open(sealed + [0]) == nil)
        let other = try #require(Vault(key: Vault.newKey()))
        #expect(other.open(sealed) == nil)
    }

    @Test("A vault's key has 32 bytes", arguments: [0, 31, 32, 33])
    func vaultKey(length: Int) {
        #expect((Vault(key: Sodium.random(length)) != nil) == (length == 32))
    }

    @Test("A vault's digests hang on text and key")
    func digests() throws {
        let key = Vault.newKey()
        let vault = try #require(Vault(key: key))
        #expect(vault.digest("nama/a").count == 32)
        #expect(vault.digest("nama/a") == Vault(key: key)?.digest("nama/a"))
        #expect(vault.digest("nama/a") != vault.digest("nama/b"))
        #expect(vault.digest("nama/a") != Vault(key: Vault.newKey())?.digest("nama/a"))
    }

    @Test(
        "Codes are those of RFC 6238, appendix B",
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ] as [(Int64, String)])
    func codes(seconds: Int64, expected: String) throws {
        let key = try #require(SecondFactorKey(Array("12345678901234567890".utf8)))
        let step = SecondFactor.step(at: Timestamp(milliseconds: seconds * 1_000))
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * Int64($0))) }
        #expect(OneTimeCode(mac: key.mac(counter))?.text == expected)
        let code = try #require(OneTimeCode(expected))
        let judged = SecondFactor.judge(code, at: Timestamp(milliseconds: seconds * 1_000), lastUsed: nil, mac: key.mac)
        #expect(judged == .accepted(step: step))
    }

    @Test("Ids sort by the time they were made, and differ within a moment")
    func ids() {
        let now: Int64 = 1_795_426_800_000
        #expect(NewID.make(at: now).utf8.count == 26)
        #expect(NewID.make(at: now) < NewID.make(at: now + 1))
        #expect(Set((0..<1_000).map { _ in NewID.make(at: now) }).count == 1_000)
    }
}
