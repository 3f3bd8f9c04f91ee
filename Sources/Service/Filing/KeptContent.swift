import Crypto
import Rulebook

/// The content of a file, by its digest, once it survives a power cut.
struct KeptContent: Hashable, Sendable {
    let digest: DocumentDigest
    /// Bytes; never 0.
    let size: Int
}

extension KeptContent {
    /// What bytes are named by.
    ///
    /// - Complexity: O(length)
    init(of bytes: ArraySlice<UInt8>) throws(ContentFault) {
        guard let digest = DocumentDigest(HexText.text(bytes.withUnsafeBytes { SHA256.hash(data: $0) })) else { throw .damaged }
        self.init(digest: digest, size: bytes.count)
    }
}

extension KeptContent {
    /// Bytes of a content that are read or written at once.
    static let pieceLength = 256 << 10
    /// How long, in milliseconds, a content may wait for the row that names it.
    static let patience: Int64 = 86_400_000
}

/// What went wrong with a kept content.
enum ContentFault: Error, Hashable, Sendable {
    /// It is not there.
    case missing
    /// It is there and not what it was.
    case damaged
    /// The system refuses, with its error number.
    case system(Int32)
}
