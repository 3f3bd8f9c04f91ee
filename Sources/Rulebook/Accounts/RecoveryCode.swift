/// A code to keep on paper for the day the phone is lost: twelve characters, written `7K3M-XQ92-ABCD`, good once.
public struct RecoveryCode: Hashable, Sendable {
    /// Twelve characters of ``alphabet``, without hyphens: what is hashed and stored. Secret.
    public let key: String

    /// How many codes a person gets at once. New ones replace all old ones.
    public static let sheet = 10
    /// Random bytes that make one code.
    public static let randomBytes = 8
    /// Base32 after Crockford: no I, L, O or U, which look like others or make words.
    public static let alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

    private static let length = 12
    private static let letters = Array(alphabet.utf8)

    /// Makes a code of 8 random bytes, of which the first 60 bits are used; `nil` for any other number of bytes.
    public init?(random bytes: [UInt8]) {
        guard bytes.count == Self.randomBytes else { return nil }
        let word = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        key = String(decoding: (0..<Self.length).map { Self.letters[Int(word >> UInt64(59 - 5 * $0) & 31)] }, as: UTF8.self)
    }

    /// Reads a code as people copy it: any case, hyphens and blanks anywhere, O for 0, I and L for 1. `nil` for anything else.
    ///
    /// - Complexity: O(length), and no more than 64 bytes are looked at
    public init?(_ typed: String) {
        guard typed.utf8.prefix(65).count <= 64 else { return nil }
        var read: [UInt8] = []
        for scalar in typed.unicodeScalars where scalar != "-" && !scalar.properties.isWhitespace {
            guard scalar.isASCII, read.count < Self.length else { return nil }
            var byte = UInt8(scalar.value)
            if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) { byte -= 32 }
            switch byte {
            case UInt8(ascii: "O"): byte = UInt8(ascii: "0")
            case UInt8(ascii: "I"), UInt8(ascii: "L"): byte = UInt8(ascii: "1")
            default: break
            }
            guard Self.letters.contains(byte) else { return nil }
            read.append(byte)
        }
        guard read.count == Self.length else { return nil }
        key = String(decoding: read, as: UTF8.self)
    }

    /// The code in three groups of four. Secret.
    public var text: String {
        let letters = Array(key)
        return [letters[0..<4], letters[4..<8], letters[8..<12]].map { String($0) }.joined(separator: "-")
    }

    /// A stored code: what is left of it, and whether it was used.
    public struct Kept<Digest: Sendable>: Sendable {
        /// The digest of ``RecoveryCode/key``.
        public let digest: Digest
        /// Whether it was used before.
        public let isUsed: Bool

        /// Puts a stored code together.
        public init(digest: Digest, isUsed: Bool) {
            self.digest = digest
            self.isUsed = isUsed
        }
    }

    /// What a typed code was worth.
    public enum Outcome: Hashable, Sendable {
        /// It is the one at this position, which is to be marked as used in the transaction that signs the person in; so many are left then.
        case accepted(position: Int, left: Int)
        /// It was used before.
        case used
        /// It is none of them.
        case unknown
    }

    /// Looks a code up among the stored ones. All are compared, so that the time taken tells nothing of the position.
    ///
    /// - Complexity: O(kept) comparisons
    public static func judge<Digest>(among kept: [Kept<Digest>], matches: (Digest) -> Bool) -> Outcome {
        var found: Int?
        for (position, code) in kept.enumerated() where matches(code.digest) { found = found ?? position }
        guard let found else { return .unknown }
        guard !kept[found].isUsed else { return .used }
        return .accepted(position: found, left: kept.count { !$0.isUsed } - 1)
    }
}
