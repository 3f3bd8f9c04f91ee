import Rulebook
import Testing

@Suite("The names in an archive") struct ArchiveListingTests {
    private static let entries: [(name: String, content: [UInt8])] = [("[Content_Types].xml", [1, 2, 3]), ("word/document.xml", []), ("foto/é.png", [9])]

    @Test("Names are read from the list, in its order")
    func names() {
        #expect(ArchiveListing.names(ZipBytes.make(Self.entries)[...]) == ["[Content_Types].xml", "word/document.xml", "foto/é.png"])
        let inside = [0, 0] + ZipBytes.make(Self.entries) + [0]
        #expect(ArchiveListing.names(inside[2..<(inside.count - 1)])?.count == 3, "of a slice as well")
    }

    @Test("An archive with something before, behind or in between is none")
    func polyglots() {
        let whole = ZipBytes.make(Self.entries)
        #expect(ArchiveListing.names(ZipBytes.make(Self.entries, before: Array("%PDF-1.7\n".utf8))[...]) == nil)
        #expect(ArchiveListing.names(ZipBytes.make(Self.entries, comment: Array("<html>".utf8))[...]) == nil)
        #expect(ArchiveListing.names((whole + [0])[...]) == nil)
        #expect(ArchiveListing.names([]) == nil)
        #expect(ArchiveListing.names(ZipBytes.make([])[...]) == nil, "an empty one has nothing to tell")
    }

    @Test("Cut off or changed anywhere in its list, it is none or has other names, and reading it never ends badly")
    func damage() {
        let whole = ZipBytes.make(Self.entries)
        for length in 0..<whole.count { #expect(ArchiveListing.names(whole[..<length]) == nil, "cut at \(length)") }
        for place in whole.indices {
            for bit in 0..<8 {
                var changed = whole
                changed[place] ^= 1 << bit
                _ = ArchiveListing.names(changed[...])
            }
        }
    }

    @Test("An archive of more files than any document has is not looked through", arguments: [(4_095, true), (4_096, true), (4_097, false)])
    func many(count: Int, isRead: Bool) {
        let bytes = ZipBytes.make((0..<count).map { ("b\($0)", []) })
        #expect((ArchiveListing.names(bytes[...]) != nil) == isRead)
    }
}
