import CSodium
import Crypto

/// A secret that a browser or a link carries. The database only ever sees its digest, so that whoever reads the
/// database cannot use it.
struct Token: Sendable {
    /// Letters of the secret: 32 bytes in base64url without padding.
    static let length = 43

    /// As cookies and links carry it.
    let text: String
    /// As the database keeps it.
    let digest: [UInt8]

    /// A new one.
    init() {
        self.init(bytes: Sodium.random(32))
    }

    /// One that somebody sent; `nil` when it does not look like one.
    init?(_ sent: some StringProtocol) {
        guard sent.utf8.count == Self.length else { return nil }
        var bytes = [UInt8](repeating: 0, count: 33)
        var count = 0
        let text = String(sent)
        guard
            sodium_base642bin(
                &bytes, bytes.count, text, text.utf8.count, nil, &count, nil,
                Int32(sodium_base64_VARIANT_URLSAFE_NO_PADDING)) == 0, count == 32
        else { return nil }
        self.init(bytes: Array(bytes[..<32]))
    }

    private init(bytes: [UInt8]) {
        var text = [CChar](repeating: 0, count: Self.length + 1)
        sodium_bin2base64(&text, text.count, bytes, bytes.count, Int32(sodium_base64_VARIANT_URLSAFE_NO_PADDING))
        self.text = String(decoding: text.prefix(Self.length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        digest = Array(SHA256.hash(data: bytes))
    }

    /// What a form carries to show that it came from a page this token was given to. It tells nothing of the token.
    var formKey: String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("formulir".utf8), using: SymmetricKey(data: Array(text.utf8)))
        return HexText.text(code.prefix(16))
    }

    /// Whether a form that was sent carries the key of this token.
    func accepts(formKey sent: String) -> Bool {
        Sodium.areEqual(Array(formKey.utf8), Array(sent.utf8))
    }
}
