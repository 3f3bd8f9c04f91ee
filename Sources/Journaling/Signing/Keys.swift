import Crypto

/// A signature could not be made.
public struct SigningFailure: Error, Sendable {}

/// A short name of a key for people and for finding it again: 16 hexadecimal digits, the first eight bytes of
/// SHA-256 of the public key. It is no proof of which key it is; ``VerifyingKey`` is compared for that.
public struct KeyID: Hashable, Sendable, CustomStringConvertible {
    /// How many digits an id has.
    public static let digitCount = 16

    /// The digits.
    public let text: String

    /// Reads sixteen lower-case hexadecimal digits.
    public init?(_ text: String) {
        guard Hexadecimal.bytes(text, count: Self.digitCount / 2) != nil else { return nil }
        self.text = text
    }

    init(of key: [UInt8]) {
        text = Hexadecimal.text(Fingerprint.plain(key).bytes.prefix(Self.digitCount / 2))
    }

    /// The digits.
    public var description: String { text }
}

/// 64 bytes of an Ed25519 signature.
public struct Signature: Hashable, Sendable {
    /// How many bytes a signature has.
    public static let byteCount = 64

    /// The bytes.
    public let bytes: [UInt8]

    /// Takes 64 bytes; `nil` for any other number of them.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// Reads 128 lower-case hexadecimal digits.
    public init?(hex: String) {
        guard let bytes = Hexadecimal.bytes(hex, count: Self.byteCount) else { return nil }
        self.bytes = bytes
    }

    /// 128 lower-case hexadecimal digits.
    public var hex: String { Hexadecimal.text(bytes) }
}

/// The public half of an Ed25519 key: whoever has it can check what the journal signed.
public struct VerifyingKey: Hashable, Sendable {
    /// How many bytes a key has.
    public static let byteCount = 32

    /// The bytes.
    public let bytes: [UInt8]

    /// Takes 32 bytes; `nil` for any other number of them.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// Reads 64 lower-case hexadecimal digits.
    public init?(hex: String) {
        guard let bytes = Hexadecimal.bytes(hex, count: Self.byteCount) else { return nil }
        self.bytes = bytes
    }

    /// 64 lower-case hexadecimal digits.
    public var hex: String { Hexadecimal.text(bytes) }

    /// The short name.
    public var id: KeyID { KeyID(of: bytes) }

    /// Whether `signature` was made over `message` with the private half of this key (RFC 8032). O(message)
    public func accepts(_ signature: Signature, over message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
        return key.isValidSignature(signature.bytes, for: message)
    }
}

/// An Ed25519 key that signs. It is a secret: store it where backups go only by choice, and never log it.
public struct SigningKey: Sendable {
    /// How many bytes the seed has.
    public static let seedByteCount = 32

    private let key: Curve25519.Signing.PrivateKey

    /// A new key from the system's random source.
    public init() {
        key = Curve25519.Signing.PrivateKey()
    }

    /// The key of a seed; `nil` unless it has 32 bytes.
    public init?(seed: [UInt8]) {
        guard seed.count == Self.seedByteCount, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
        self.key = key
    }

    /// The 32 bytes to store.
    public var seed: [UInt8] { [UInt8](key.rawRepresentation) }

    /// The public half.
    public var verifying: VerifyingKey {
        // Always 32 bytes; an empty key would accept nothing.
        VerifyingKey(bytes: [UInt8](key.publicKey.rawRepresentation)) ?? VerifyingKey(unchecked: [])
    }

    /// Signs `message`. O(message)
    ///
    /// - Throws: `SigningFailure` when the library could not.
    public func signature(over message: [UInt8]) throws(SigningFailure) -> Signature {
        guard let data = try? key.signature(for: message), let signature = Signature(bytes: [UInt8](data)) else {
            throw SigningFailure()
        }
        return signature
    }
}

extension VerifyingKey {
    fileprivate init(unchecked bytes: [UInt8]) { self.bytes = bytes }
}

extension SigningKey: CustomStringConvertible {
    /// The name of the public half: a secret does not slip into a log.
    public var description: String { "SigningKey(\(verifying.id))" }
}
