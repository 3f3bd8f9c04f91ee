/// Why a text is not canonical, or a value has no canonical text.
public struct CanonicalRefusal: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// A byte that cannot stand here, such as a blank.
        case unexpectedByte
        /// The text ends too early.
        case unexpectedEnd
        /// Something follows after the value.
        case trailingBytes
        /// A key is empty, too long, or has a character other than `a…z`, `0…9` and `_`.
        case badKey
        /// A key does not stand after the one before it.
        case keyOrder
        /// A text with a raw control character, or an escape where none is needed or a shorter one exists.
        case badText
        /// Bytes that are not UTF-8.
        case badUTF8
        /// A number that is not an integer in its one form, or not within ±(2⁵³ − 1).
        case badInteger
        /// More than ``CanonicalValue/maximumDepth`` levels.
        case tooDeep
        /// More than ``CanonicalValue/maximumBytes`` bytes.
        case tooLong
    }

    /// What is wrong.
    public let reason: Reason
    /// At which byte of the text, from 0; 0 where a value was to be written.
    public let offset: Int

    /// A refusal at a place.
    public init(_ reason: Reason, at offset: Int = 0) {
        self.reason = reason
        self.offset = offset
    }
}
