import CMagic
import NIOPosix
import Rulebook

/// Looks at what a file holds. Nothing is unpacked and nothing run; libmagic sees the beginning only.
enum ContentSniffer {
    /// Bytes that libmagic is shown: what it needs, and a bound to what a crafted file can make it do.
    private static let window = 64 << 10

    /// The kind of a file, when it is one that is kept.
    ///
    /// - Throws: ``DocumentMediaRefusal``; ``MagicMissing``.
    /// - Complexity: O(length)
    static func media(of bytes: ArraySlice<UInt8>, isNamedTable: Bool) async throws -> DocumentMedia {
        try await NIOThreadPool.singleton.runIfActive { try look(bytes, isNamedTable) }
    }

    /// The database of libmagic is not there: the package `libmagic-mgc`.
    struct MagicMissing: Error {}

    private static func look(_ bytes: ArraySlice<UInt8>, _ isNamedTable: Bool) throws -> DocumentMedia {
        let said = try said(of: bytes.prefix(window))
        let isText = said.hasPrefix("text/") || said == "application/csv"
        return try DocumentEvidence(
            said: said, head: Array(bytes.prefix(256)), names: ArchiveListing.names(bytes), isText: isText && Self.isText(bytes),
            isNamedTable: isNamedTable
        ).media()
    }

    /// What libmagic says. One cookie for each call: it must not be shared by threads, and takes a millisecond to make.
    private static func said(of bytes: ArraySlice<UInt8>) throws -> String {
        let flags =
            MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR | MAGIC_NO_CHECK_ELF | MAGIC_NO_CHECK_CDF | MAGIC_NO_CHECK_APPTYPE
        guard let cookie = magic_open(flags) else { throw MagicMissing() }
        defer { magic_close(cookie) }
        guard magic_load(cookie, nil) == 0 else { throw MagicMissing() }
        return bytes.withUnsafeBytes { buffer in magic_buffer(cookie, buffer.baseAddress, buffer.count).map { String(cString: $0) } ?? "" }
    }

    /// UTF-8 without control characters.
    private static func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } && String(validating: bytes, as: UTF8.self) != nil
    }
}
