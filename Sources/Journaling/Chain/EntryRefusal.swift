/// Why something cannot become an entry of the journal.
public enum EntryRefusal: Error, Hashable, Sendable {
    /// A name has characters that names do not have, none, or more than 64.
    case word
    /// The fact belongs to another chain.
    case otherChain
    /// The sequence number is not from 1 to 2⁵³ − 1.
    case sequence
    /// The time is not from 0 to 2⁵³ − 1 milliseconds since 1970.
    case time
    /// The content is not an object.
    case contentIsNoObject
    /// The content has no canonical text.
    case content(CanonicalRefusal)
    /// The whole entry has more than ``JournalEntry/maximumBytes`` bytes.
    case tooLong
    /// Bytes that are not the canonical text of an entry, first seen at this byte.
    case malformed(at: Int)
}
