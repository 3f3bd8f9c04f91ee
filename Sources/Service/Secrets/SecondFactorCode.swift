import Crypto
import Rulebook

extension SecondFactorKey {
    /// A key nobody has had.
    ///
    /// - Throws: ``NoKey``, which only happens when the length of a key is changed in one place alone.
    static func new() throws -> SecondFactorKey {
        guard let key = SecondFactorKey(Sodium.random(length)) else { throw NoKey() }
        return key
    }

    /// The random bytes were no key.
    struct NoKey: Error {}

    /// HMAC-SHA-1 of a counter under this key. Authenticator apps know no other; what is weak about SHA-1 does not
    /// touch HMAC.
    func mac(_ counter: [UInt8]) -> [UInt8] {
        Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: bytes)))
    }
}
