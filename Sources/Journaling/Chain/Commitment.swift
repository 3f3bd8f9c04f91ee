/// Stands in the journal for a value that may have to be deleted later: it binds to the value, but without the salt
/// nobody can tell from it what the value was, not even by trying all likely ones.
public struct Commitment: Hashable, Sendable {
    /// The sixteen bytes that make a commitment impossible to guess from. They are kept beside the value, never in
    /// the journal, and deleted with it.
    public struct Salt: Hashable, Sendable {
        /// How many bytes a salt has.
        public static let byteCount = 16

        /// The bytes.
        public let bytes: [UInt8]

        /// Takes sixteen bytes; `nil` for any other number of them.
        public init?(bytes: [UInt8]) {
            guard bytes.count == Self.byteCount else { return nil }
            self.bytes = bytes
        }

        /// Reads 32 lower-case hexadecimal digits.
        public init?(hex: String) {
            guard let bytes = Hexadecimal.bytes(hex, count: Self.byteCount) else { return nil }
            self.bytes = bytes
        }

        /// Draws a salt. The generator must be one for secrets, as the system's is.
        public init(using generator: inout some RandomNumberGenerator) {
            bytes = (0..<Self.byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        }

        /// 32 lower-case hexadecimal digits.
        public var hex: String { Hexadecimal.text(bytes) }
    }

    /// Stands before everything that is committed to, so that it is never mistaken for anything else that is hashed.
    static let tag = "zona-komitmen/1\n"

    /// SHA-256 of the tag, the salt and the value.
    public let fingerprint: Fingerprint

    /// A commitment that was made elsewhere.
    public init(fingerprint: Fingerprint) {
        self.fingerprint = fingerprint
    }

    /// Commits to a value. O(value)
    public static func make(value: String, salt: Salt) -> Commitment {
        Commitment(fingerprint: .plain(Array(tag.utf8) + salt.bytes + Array(value.utf8)))
    }

    /// Whether this is the commitment to `value` with this salt. O(value)
    public func matches(value: String, salt: Salt) -> Bool {
        Self.make(value: value, salt: salt) == self
    }

    /// How it stands in the content of an entry: an object with the one key `komitmen`.
    public var value: CanonicalValue { ["komitmen": .text(fingerprint.hex)] }

    /// Reads a commitment out of the content of an entry; `nil` if `value` is anything else.
    public init?(_ value: CanonicalValue) {
        guard case .object(let fields) = value, fields.count == 1, let hex = fields["komitmen"]?.text,
            let fingerprint = Fingerprint(hex: hex)
        else { return nil }
        self.fingerprint = fingerprint
    }
}
