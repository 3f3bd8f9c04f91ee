/// The key an authenticator app shares with the account: 20 random bytes, made by whoever calls.
public struct SecondFactorKey: Hashable, Sendable {
    /// The key itself. Secret.
    public let bytes: [UInt8]

    /// Bytes of a key, as long as the result of HMAC-SHA-1.
    public static let length = 20

    /// Takes exactly 20 bytes; `nil` for any other number.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        self.bytes = bytes
    }

    /// The key in base32 (RFC 4648), 32 characters, for typing into an app by hand. Secret.
    public var base32: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        var text: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(alphabet[Int(bits >> UInt32(count) & 31)])
            }
            bits &= 0xFF
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The address that the QR code carries. Secret, as the key stands in it.
    ///
    /// - Parameters:
    ///   - issuer: what the app shows as the service; a colon in it becomes a blank.
    ///   - account: what the app shows as the account; a colon in it becomes a blank.
    /// - Complexity: O(length)
    public func address(issuer: String, account: String) -> String {
        let issuer = Self.escaped(issuer)
        return "otpauth://totp/\(issuer):\(Self.escaped(account))?secret=\(base32)&issuer=\(issuer)&algorithm=SHA1&digits=6&period=\(SecondFactor.stepLength)"
    }

    /// Every byte but unreserved ones as `%XX`.
    private static func escaped(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var escaped: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                escaped.append(byte)
            default:
                let plain = byte == UInt8(ascii: ":") ? UInt8(ascii: " ") : byte
                escaped += [UInt8(ascii: "%"), hex[Int(plain >> 4)], hex[Int(plain & 15)]]
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
