import CSodium

/// What the journal and the tokens use of swift-crypto, done by libsodium: nothing is fetched, and nobody waits for
/// another library to be built. Neither is under test here.
public struct SHA256: Sendable {
    private var state = crypto_hash_sha256_state()

    /// A hash of nothing so far.
    public init() {
        _ = crypto_hash_sha256_init(&state)
    }

    /// Goes on with these bytes. O(bytes)
    public mutating func update(bufferPointer bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        _ = crypto_hash_sha256_update(&state, start.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
    }

    /// The 32 bytes.
    public func finalize() -> [UInt8] {
        var state = state
        var digest = [UInt8](repeating: 0, count: 32)
        _ = crypto_hash_sha256_final(&state, &digest)
        return digest
    }

    /// The hash of these bytes. O(bytes)
    public static func hash(data: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        data.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return hash.finalize()
    }
}

/// A key for ``HMAC``.
public struct SymmetricKey: Sendable {
    let bytes: [UInt8]

    /// Takes the bytes of a key.
    public init(data: [UInt8]) {
        bytes = data
    }
}

/// RFC 2104, with ``SHA256`` only.
public enum HMAC<Hash> {
    /// The 32 bytes of the code. O(bytes)
    public static func authenticationCode(for data: [UInt8], using key: SymmetricKey) -> [UInt8] where Hash == SHA256 {
        var state = crypto_auth_hmacsha256_state()
        var code = [UInt8](repeating: 0, count: 32)
        _ = crypto_auth_hmacsha256_init(&state, key.bytes, key.bytes.count)
        _ = crypto_auth_hmacsha256_update(&state, data, UInt64(data.count))
        _ = crypto_auth_hmacsha256_final(&state, &code)
        return code
    }
}
