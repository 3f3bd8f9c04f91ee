/// What is known of a file's content, by which its kind is decided. Its name counts for nothing but the difference
/// between a table and plain text, which is the same to every reader.
public struct DocumentEvidence: Sendable {
    /// The type that libmagic found, such as `application/pdf`.
    public let said: String
    /// The first bytes, at least 128 of them where there are so many.
    public let head: [UInt8]
    /// The names in the archive's own list; `nil` when it has none that is whole.
    public let names: [String]?
    /// Whether all of it is UTF-8 without characters that cannot be seen.
    public let isText: Bool
    /// Whether the file's name ends in `.csv`.
    public let isNamedTable: Bool

    /// Puts the evidence together.
    public init(said: String, head: [UInt8], names: [String]?, isText: Bool, isNamedTable: Bool) {
        self.said = said
        self.head = head
        self.names = names
        self.isText = isText
        self.isNamedTable = isNamedTable
    }

    /// The kind, when what libmagic found and what the file itself begins with agree on one that is kept.
    ///
    /// - Throws: ``DocumentMediaRefusal``.
    /// - Complexity: O(names)
    public func media() throws(DocumentMediaRefusal) -> DocumentMedia {
        switch said {
        case "application/pdf": return try beginning("%PDF-", .pdf)
        case "image/png": return try beginning([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png)
        case "image/jpeg": return try beginning([0xFF, 0xD8, 0xFF], .jpeg)
        case "image/webp":
            guard head.count >= 12, head.starts(with: "RIFF".utf8), head[8..<12].elementsEqual("WEBP".utf8) else { throw .ambiguous }
            return .webp
        case "application/zip", DocumentMedia.workbook.rawValue, DocumentMedia.wordText.rawValue, DocumentMedia.openText.rawValue:
            return try archive()
        case "text/plain", "text/csv", "application/csv": return try text()
        // libmagic takes some short texts for data, and names them by nothing worth telling.
        default: throw .other(said.isEmpty ? "jenis yang tidak dikenal" : said)
        }
    }

    private func beginning(_ bytes: some Sequence<UInt8>, _ media: DocumentMedia) throws(DocumentMediaRefusal) -> DocumentMedia {
        guard head.starts(with: bytes) else { throw .ambiguous }
        return media
    }

    private func beginning(_ text: String, _ media: DocumentMedia) throws(DocumentMediaRefusal) -> DocumentMedia {
        try beginning(text.utf8, media)
    }

    /// Nothing is unpacked: the list of names at the end of the archive tells what it is.
    private func archive() throws(DocumentMediaRefusal) -> DocumentMedia {
        guard head.starts(with: [0x50, 0x4B, 0x03, 0x04]), let names else { throw .broken }
        let lower = Set(names.map { $0.lowercased() })
        guard lower.count == names.count else { throw .broken }
        if lower.contains(where: { $0.hasSuffix("vbaproject.bin") || $0.hasPrefix("basic/") || $0.hasPrefix("scripts/") }) { throw .macros }
        var found: [DocumentMedia] = []
        if lower.contains("[content_types].xml") {
            if lower.contains("xl/workbook.xml") { found.append(.workbook) }
            if lower.contains("word/document.xml") { found.append(.wordText) }
        }
        if isOpenText { found.append(.openText) }
        guard let media = found.first else { throw .other(said == "application/zip" ? "arsip zip" : said) }
        let isAgreed = said == "application/zip" || said == media.rawValue
        guard found.count == 1, isAgreed else { throw .ambiguous }
        return media
    }

    /// The first entry of an OpenDocument file is its type, not packed (OpenDocument 1.3, part 2, 3.3).
    private var isOpenText: Bool {
        let mark = Array("mimetype\(DocumentMedia.openText.rawValue)PK".utf8)
        return head.count >= 30 + mark.count && head[30..<(30 + mark.count)].elementsEqual(mark)
    }

    private func text() throws(DocumentMediaRefusal) -> DocumentMedia {
        guard isText else { throw .unreadableText }
        // Whatever libmagic makes of it, what begins like markup is none of ours.
        let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
        if start.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") { throw .other("halaman atau XML") }
        return said == "text/plain" && !isNamedTable ? .text : .table
    }
}
