import CSodium
import Crypto

/// Seals what the database must keep but whoever reads the database must not use, such as the secret of a second
/// factor; and makes keyed digests. Its key stands in a file apart from the database.
struct Vault: Sendable {
    /// Bytes of the key.
    static let keyLength = 32

    private let key: [UInt8]

    /// - Parameter key: 32 bytes; `nil` comes back for any other number.
    init?(key: [UInt8]) {
        guard key.count == Self.keyLength else { return nil }
        self.key = key
    }

    /// A key nobody has had.
    static func newKey() -> [UInt8] { Sodium.random(keyLength) }

    /// The bytes sealed: nonce and box.
    func seal(_ bytes: [UInt8]) -> [UInt8] {
        let nonce = Sodium.random(Int(crypto_secretbox_NONCEBYTES))
        var box = [UInt8](repeating: 0, count: bytes.count + Int(crypto_secretbox_MACBYTES))
        crypto_secretbox_easy(&box, bytes, UInt64(bytes.count), nonce, key)
        return nonce + box
    }

    /// What was sealed; `nil` when it was sealed with another key or changed since.
    func open(_ sealed: [UInt8]) -> [UInt8]? {
        let nonceLength = Int(crypto_secretbox_NONCEBYTES)
        let overhead = nonceLength + Int(crypto_secretbox_MACBYTES)
        guard sealed.count >= overhead else { return nil }
        let box = Array(sealed[nonceLength...])
        var bytes = [UInt8](repeating: 0, count: sealed.count - overhead)
        let nonce = Array(sealed[..<nonceLength])
        guard crypto_secretbox_open_easy(&bytes, box, UInt64(box.count), nonce, key) == 0 else { return nil }
        return bytes
    }

    /// A digest that only this key makes, 32 bytes: the same for the same text, of no use without the key.
    func digest(_ text: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: SymmetricKey(data: key)))
    }
}
