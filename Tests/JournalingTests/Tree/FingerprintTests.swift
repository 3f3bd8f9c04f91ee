import Testing

@testable import Journaling

@Suite("Fingerprints")
struct FingerprintTests {
    private let digits = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1eff"

    @Test("Bytes and digits go in and come out unchanged")
    func roundTrip() throws {
        let bytes = Array(0..<UInt8(31)) + [255]
        let fingerprint = try #require(Fingerprint(bytes: bytes))
        #expect(fingerprint.bytes == bytes)
        #expect(fingerprint.hex == digits)
        #expect(Fingerprint(hex: digits) == fingerprint)
    }

    @Test("Only 32 bytes and 64 lower-case digits are read")
    func refused() {
        for count in [0, 31, 33, 64] { #expect(Fingerprint(bytes: [UInt8](repeating: 0, count: count)) == nil) }
        for text in [
            "", String(digits.dropLast()), digits + "0", digits.uppercased(), "g" + digits.dropFirst(), "é" + digits.dropFirst(2), " " + digits.dropFirst(),
        ] {
            #expect(Fingerprint(hex: text) == nil, "\(text)")
        }
    }

    @Test("Leaves and nodes are hashed as RFC 6962 says")
    func known() throws {
        #expect(Fingerprint.ofEmptyTree.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(Fingerprint.ofLeaf([]).hex == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
        #expect(Fingerprint.ofLeaf([0]).hex == "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7")
        #expect(Fingerprint.ofNode(.ofLeaf([]), .ofLeaf([0])).hex == "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")
    }
}
