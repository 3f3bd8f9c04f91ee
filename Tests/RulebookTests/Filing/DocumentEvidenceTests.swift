import Rulebook
import Testing

@Suite("What a file is") struct DocumentEvidenceTests {
    private static func media(
        _ said: String, _ head: [UInt8], names: [String]? = nil, isText: Bool = false, isNamedTable: Bool = false
    ) -> Result<DocumentMedia, DocumentMediaRefusal> {
        do throws(DocumentMediaRefusal) {
            return .success(try DocumentEvidence(said: said, head: head, names: names, isText: isText, isNamedTable: isNamedTable).media())
        } catch { return .failure(error) }
    }

    private static let zip: [UInt8] = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26)
    private static let word = ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
    private static let work = ["[Content_Types].xml", "xl/workbook.xml"]

    @Test("libmagic and the first bytes must agree")
    func agreement() {
        #expect(Self.media("application/pdf", Array("%PDF-1.7".utf8)) == .success(.pdf))
        #expect(Self.media("application/pdf", Array("<html>%PDF-1.7".utf8)) == .failure(.ambiguous))
        #expect(Self.media("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) == .success(.png))
        #expect(Self.media("image/png", [0x89, 0x50]) == .failure(.ambiguous))
        #expect(Self.media("image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0]) == .success(.jpeg))
        #expect(Self.media("image/jpeg", []) == .failure(.ambiguous))
        #expect(Self.media("image/webp", Array("RIFF....WEBPVP8 ".utf8)) == .success(.webp))
        #expect(Self.media("image/webp", Array("RIFF....WAVE".utf8)) == .failure(.ambiguous))
    }

    @Test(
        "What is not kept is named", arguments: ["text/html", "image/svg+xml", "application/x-dosexec", "application/x-sharedlib", "application/octet-stream"])
    func others(said: String) {
        #expect(Self.media(said, Array("MZ".utf8), isText: true) == .failure(.other(said)))
    }

    @Test("An archive is known by the names in it")
    func archives() {
        #expect(Self.media("application/zip", Self.zip, names: Self.work) == .success(.workbook))
        #expect(Self.media(DocumentMedia.workbook.rawValue, Self.zip, names: Self.work) == .success(.workbook))
        #expect(Self.media(DocumentMedia.wordText.rawValue, Self.zip, names: Self.word) == .success(.wordText))
        #expect(Self.media(DocumentMedia.wordText.rawValue, Self.zip, names: Self.work) == .failure(.ambiguous))
        #expect(Self.media("application/zip", Self.zip, names: Self.work + ["word/document.xml"]) == .failure(.ambiguous))
        #expect(Self.media("application/zip", Self.zip, names: ["a.exe"]) == .failure(.other("arsip zip")))
        #expect(Self.media("application/zip", Self.zip, names: nil) == .failure(.broken))
        #expect(Self.media("application/zip", Array("%PDF-".utf8), names: Self.word) == .failure(.broken))
        #expect(Self.media("application/zip", Self.zip, names: Self.word + ["WORD/document.xml"]) == .failure(.broken), "two of one name")
    }

    @Test("Macros are refused wherever they lie", arguments: ["xl/vbaProject.bin", "word/VBAPROJECT.BIN", "Basic/Standard/Module1.xml", "Scripts/python/a.py"])
    func macros(name: String) {
        #expect(Self.media("application/zip", Self.zip, names: Self.word + [name]) == .failure(.macros))
    }

    @Test("An OpenDocument text says so in its first entry; a table of the same family does not")
    func openText() {
        func head(_ type: String) -> [UInt8] { Self.zip + Array("mimetype\(type)PK".utf8) }
        let type = DocumentMedia.openText.rawValue
        #expect(Self.media(type, head(type), names: ["mimetype", "content.xml"]) == .success(.openText))
        #expect(Self.media(type, head(type + "-master"), names: ["mimetype"]) == .failure(.other(type)))
        #expect(Self.media("application/zip", head("application/vnd.oasis.opendocument.spreadsheet"), names: ["mimetype"]) == .failure(.other("arsip zip")))
    }

    @Test("Text is UTF-8 that does not begin like markup; its name tells a table from a text and nothing more")
    func text() {
        #expect(Self.media("text/plain", Array("Berita acara".utf8), isText: true) == .success(.text))
        #expect(Self.media("text/plain", Array("a;b".utf8), isText: true, isNamedTable: true) == .success(.table))
        #expect(Self.media("text/csv", Array("a,b".utf8), isText: true) == .success(.table))
        #expect(Self.media("text/plain", Array("x".utf8)) == .failure(.unreadableText))
        #expect(Self.media("text/plain", [0xEF, 0xBB, 0xBF] + Array(" \n<script>".utf8), isText: true) == .failure(.other("halaman atau XML")))
        #expect(Self.media("", [], isText: true) == .failure(.other("jenis yang tidak dikenal")))
    }
}
