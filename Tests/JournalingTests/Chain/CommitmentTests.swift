import Testing

@testable import Journaling

@Suite("Commitments to personal data")
struct CommitmentTests {
    private let salt = Commitment.Salt(bytes: Array(0..<16))

    @Test("A commitment is SHA-256 of tag, salt and value")
    func vector() throws {
        let salt = try #require(salt)
        let commitment = Commitment.make(value: "Siti Aminah", salt: salt)
        #expect(commitment.fingerprint == .plain(Array("zona-komitmen/1\n".utf8) + Array(0..<16) + Array("Siti Aminah".utf8)))
        #expect(commitment.fingerprint.hex == "fb32d93ac2071eb7553f5e51155aee80abb9b38f3e7253b008a1a2eae81864fb")
    }

    @Test("It matches its value and salt and no other")
    func matching() throws {
        let salt = try #require(salt)
        let commitment = Commitment.make(value: "é", salt: salt)
        #expect(commitment.matches(value: "é", salt: salt))
        #expect(!commitment.matches(value: "e\u{301}", salt: salt))
        #expect(!commitment.matches(value: "", salt: salt))
        #expect(!commitment.matches(value: "é", salt: try #require(Commitment.Salt(bytes: Array(1..<17)))))
    }

    @Test("It stands in content as an object with one key, and is found there")
    func inContent() throws {
        let salt = try #require(salt)
        let first = Commitment.make(value: "a", salt: salt)
        let second = Commitment.make(value: "b", salt: salt)
        #expect(Commitment(first.value) == first)
        for other in [["komitmen": "x"], ["komitmen": .text(first.fingerprint.hex), "lain": 1], [:], "komitmen", .null] as [CanonicalValue] {
            #expect(Commitment(other) == nil)
        }
        let content: CanonicalValue = [
            "nama": first.value, "daftar": [second.value],
            // Neither a text that looks like one nor an object with more keys is a commitment.
            "teks": .text("{\"komitmen\":\"\(Fingerprint.ofLeaf([1]).hex)\"}"),
            "lebih": ["komitmen": .text(Fingerprint.ofLeaf([2]).hex), "lain": 1],
        ]
        let found = try content.canonicalBytes().withUnsafeBytes { Commitment.all(in: $0) }
        #expect(found == [first.fingerprint, second.fingerprint])
        #expect(Array("{\"komitmen\":\"".utf8).withUnsafeBytes { Commitment.all(in: $0) }.isEmpty)
    }

    @Test("Salts are sixteen bytes, drawn anew each time")
    func salts() {
        for count in [0, 15, 17] { #expect(Commitment.Salt(bytes: [UInt8](repeating: 0, count: count)) == nil) }
        #expect(salt?.hex == "000102030405060708090a0b0c0d0e0f")
        #expect(Commitment.Salt(hex: "000102030405060708090a0b0c0d0e0f") == salt)
        for text in ["", "000102030405060708090A0B0C0D0E0F", "00"] { #expect(Commitment.Salt(hex: text) == nil) }
        var generator = SystemRandomNumberGenerator()
        #expect(Commitment.Salt(using: &generator) != Commitment.Salt(using: &generator))
    }
}
