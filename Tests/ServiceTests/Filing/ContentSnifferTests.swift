import Documents
import InstrumentFiles
import Rulebook
import Testing

@testable import Service

@Suite("Looking at what a file holds") struct ContentSnifferTests {
    private static func found(_ bytes: [UInt8], isNamedTable: Bool = false) async throws -> Result<DocumentMedia, DocumentMediaRefusal> {
        do {
            return .success(try await ContentSniffer.media(of: bytes[...], isNamedTable: isNamedTable))
        } catch let refusal as DocumentMediaRefusal { return .failure(refusal) }
    }

    /// A stored zip archive.
    static func zip(_ entries: [(name: String, content: String)]) -> [UInt8] {
        func number(_ value: Int, _ length: Int) -> [UInt8] { (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        var (bytes, list): ([UInt8], [UInt8]) = ([], [])
        for (name, content) in entries {
            let offset = bytes.count
            let common = number(20, 2) + number(0, 12) + number(content.utf8.count, 4) + number(content.utf8.count, 4) + number(name.utf8.count, 2)
            bytes += [0x50, 0x4B, 3, 4] + common + number(0, 2) + Array(name.utf8) + Array(content.utf8)
            list += [0x50, 0x4B, 1, 2] + number(20, 2) + common + number(0, 12) + number(offset, 4) + Array(name.utf8)
        }
        return bytes + list + [0x50, 0x4B, 5, 6] + number(0, 4) + number(entries.count, 2) + number(entries.count, 2)
            + number(list.count, 4) + number(bytes.count, 4) + number(0, 2)
    }

    static let png: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89,
    ]
    static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9]
    static let webp: [UInt8] = Array("RIFF\u{1A}\0\0\0WEBPVP8L\u{0D}\0\0\0/\0\0\0\u{10}\u{07}\u{10}\u{11}\u{11}".utf8)
    private static let types = "<?xml version=\"1.0\"?><Types/>"
    static let word = zip([("[Content_Types].xml", types), ("_rels/.rels", "<x/>"), ("word/document.xml", "<x/>")])
    static let odt = zip([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")])

    @Test("Every kind that is kept is recognised")
    func kinds() async throws {
        #expect(try await Self.found(Town.pdf) == .success(.pdf))
        #expect(try await Self.found(Self.png) == .success(.png))
        #expect(try await Self.found(Self.jpeg) == .success(.jpeg))
        #expect(try await Self.found(Self.webp) == .success(.webp))
        #expect(try await Self.found(Self.word) == .success(.wordText))
        #expect(try await Self.found(Self.odt) == .success(.openText))
        #expect(try await Self.found(Array("Berita acara rapat tanggal 3 Maret 2026.\nHadir: 12 orang.\n".utf8)) == .success(.text))
        #expect(try await Self.found(Array("kode;jawaban\nA.1;Ya\nA.2;Tidak\n".utf8), isNamedTable: true) == .success(.table))
        #expect(try await Self.found(Array("a,b,c\n1,2,3\n4,5,6\n".utf8)) == .success(.table))
    }

    @Test("A workbook of our own is recognised")
    func workbook() async throws {
        let bytes = try TemplateWorkbook.write(InstrumentLibrary().instrument("permenpanrb-90-2021"), answers: nil)
        #expect(try await Self.found(bytes) == .success(.workbook))
    }

    @Test("What runs, what is a page and what is two things at once is refused, whatever it is called")
    func hostile() async throws {
        let refused: [(String, [UInt8])] = [
            ("page", Array("<!DOCTYPE html><html><script>alert(1)</script></html>".utf8)),
            ("page behind blanks", Array("\n\n  <script>alert(1)</script>".utf8)),
            ("drawing", Array("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".utf8)),
            ("page before a PDF", Array("<html>".utf8) + Town.pdf), ("program", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 64)),
            ("program of Windows", Array("MZ".utf8) + [UInt8](repeating: 0, count: 126)), ("shell", Array("#!/bin/sh\nrm -rf /\n".utf8)),
            ("archive of a program", Self.zip([("a.exe", "MZ")])),
            ("archive with a tail", Self.word + Array("<script>".utf8)), ("picture before an archive", Array("GIF89a".utf8) + Self.word),
            ("macros", Self.zip([("[Content_Types].xml", Self.types), ("word/document.xml", "<x/>"), ("word/vbaProject.bin", "x")])),
            ("text with NUL", Array("Berita acara".utf8) + [0]), ("Latin-1", Array("Caf".utf8) + [0xE9, 0x0A]), ("UTF-16", [0xFF, 0xFE, 0x61, 0, 0x62, 0]),
            ("one byte", [0x25]), ("nothing known", [0xDE, 0xAD, 0xBE, 0xEF, 0, 1, 2, 3]),
            ("Word of old", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)),
        ]
        for (name, bytes) in refused {
            if case .success(let media) = try await Self.found(bytes) { Issue.record("\(name) passed as \(media)") }
        }
    }

    @Test("A bomb that calls itself a text is never unpacked: what its list promises is not believed and not tried")
    func bomb() async throws {
        // Four gigabytes, as its list says; there is nothing in it to unpack.
        var bytes = Self.word
        let list = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        for place in 24..<28 { bytes[list + place] = 0xFF }
        #expect(try await Self.found(bytes) == .success(.wordText))
    }

    @Test("Bytes of chance never end badly")
    func chance() async throws {
        var random = SystemRandomNumberGenerator()
        for start in [Town.pdf, Self.word, Self.odt, Self.png, Self.webp] {
            for _ in 0..<20 {
                var bytes = start
                for _ in 0..<4 { bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random) }
                _ = try await Self.found(bytes)
            }
        }
    }
}
