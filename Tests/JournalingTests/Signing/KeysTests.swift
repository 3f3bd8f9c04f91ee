import Testing

@testable import Journaling

@Suite("Keys and what they sign")
struct KeysTests {
    /// RFC 8032, 7.1: seed, public key, message, signature.
    static let known = [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ]

    @Test("Known seeds give the known public keys, and known signatures are accepted", arguments: known)
    func vectors(seed: String, publicKey: String, message: String, signature: String) throws {
        let key = try #require(SigningKey(seed: hex(seed)))
        #expect(key.verifying.hex == publicKey)
        #expect(key.seed == hex(seed))
        let known = try #require(Signature(hex: signature))
        #expect(key.verifying.accepts(known, over: hex(message)))
        #expect(key.verifying.accepts(try key.signature(over: hex(message)), over: hex(message)))
        #expect(!key.verifying.accepts(known, over: hex(message) + [0]))
        for byte in 0..<Signature.byteCount {
            var bytes = known.bytes
            bytes[byte] ^= 1
            #expect(!key.verifying.accepts(try #require(Signature(bytes: bytes)), over: hex(message)))
        }
    }

    @Test("Only whole keys, seeds, signatures and ids are read")
    func refused() {
        for count in [0, 31, 33] {
            #expect(SigningKey(seed: [UInt8](repeating: 1, count: count)) == nil)
            #expect(VerifyingKey(bytes: [UInt8](repeating: 1, count: count)) == nil)
            #expect(VerifyingKey(hex: String(repeating: "0", count: 2 * count)) == nil)
        }
        for count in [0, 63, 65] {
            #expect(Signature(bytes: [UInt8](repeating: 1, count: count)) == nil)
            #expect(Signature(hex: String(repeating: "0", count: 2 * count)) == nil)
        }
        for text in ["", "0123456789abcde", "0123456789abcdef0", "0123456789ABCDEF", "0123456789abcdeg"] { #expect(KeyID(text) == nil) }
    }

    @Test("A key that is no point of the curve, or a weak one, accepts nothing it did not sign")
    func strangeKeys() throws {
        let signature = try #require(Signature(bytes: [UInt8](repeating: 0, count: 64)))
        for byte in [0, 2, 255] as [UInt8] {
            let key = try #require(VerifyingKey(bytes: [UInt8](repeating: byte, count: 32)))
            #expect(!key.accepts(signature, over: [1, 2, 3]) || byte == 0)
        }
    }

    @Test("The name of a key is the beginning of the SHA-256 of its public half, and no secret is printed")
    func names() throws {
        let key = try #require(SigningKey(seed: hex(Self.known[0].0)))
        #expect(key.verifying.id.text == String(Fingerprint.plain(key.verifying.bytes).hex.prefix(16)))
        #expect("\(key)" == "SigningKey(\(key.verifying.id))")
        #expect(SigningKey().verifying != SigningKey().verifying)
    }

    @Test("A checkpoint binds each of its fields")
    func checkpoint() throws {
        let key = SigningKey()
        let chain = try ChainID("instansi-1")
        func state(_ chain: ChainID, _ size: Int, _ root: Fingerprint, _ head: Fingerprint, _ time: Int64) throws -> Checkpoint {
            try Checkpoint(chain: chain, size: size, root: root, head: head, time: time, key: key.verifying.id)
        }
        let (root, head, other) = (Fingerprint.ofLeaf([1]), Fingerprint.ofLeaf([2]), Fingerprint.ofLeaf([3]))
        let signed = try key.sign(try state(chain, 4, root, head, 5))
        #expect(signed.isSigned(by: key.verifying))
        #expect(!signed.isSigned(by: SigningKey().verifying))
        for changed in [
            try state(.national, 4, root, head, 5), try state(chain, 5, root, head, 5), try state(chain, 4, other, head, 5),
            try state(chain, 4, root, other, 5), try state(chain, 4, root, head, 6),
        ] {
            #expect(!SignedCheckpoint(changed, signature: signed.signature).isSigned(by: key.verifying))
        }
        #expect(throws: SigningFailure.self) { try SigningKey().sign(signed.checkpoint) }
    }

    @Test("Numbers of a checkpoint are not negative and at most 2^53 - 1")
    func limits() throws {
        let (key, root, most) = (SigningKey().verifying.id, Fingerprint.ofEmptyTree, CanonicalValue.maximumInteger)
        for number in [0, 1, most] { _ = try Checkpoint(chain: .national, size: number, root: root, head: root, time: Int64(number), key: key) }
        for number in [-1, most + 1] {
            #expect(throws: EntryRefusal.sequence) { try Checkpoint(chain: .national, size: number, root: root, head: root, time: 0, key: key) }
            #expect(throws: EntryRefusal.time) { try Checkpoint(chain: .national, size: 0, root: root, head: root, time: Int64(number), key: key) }
        }
    }

    @Test("A rotation needs both keys")
    func rotation() throws {
        let (old, new, other) = (SigningKey(), SigningKey(), SigningKey())
        let rotation = try KeyRotation(from: old, to: new, at: 7)
        #expect(rotation.isSignedByOld && rotation.isSignedByNew)
        let stranger = try KeyRotation(from: other, to: new, at: 7)
        let forged = try KeyRotation(old: old.verifying, new: new.verifying, time: 7, oldSignature: stranger.oldSignature, newSignature: rotation.newSignature)
        #expect(!forged.isSignedByOld && forged.isSignedByNew)
        let later = try KeyRotation(old: old.verifying, new: new.verifying, time: 8, oldSignature: rotation.oldSignature, newSignature: rotation.newSignature)
        #expect(!later.isSignedByOld && !later.isSignedByNew)
        #expect(throws: EntryRefusal.time) { try KeyRotation(from: old, to: new, at: -1) }
    }
}
