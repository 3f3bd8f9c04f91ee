import Foundation
import HTTPTypes
import HummingbirdTesting
import Rulebook
import Testing

@testable import Service

@Suite("Contents of documents") struct DocumentContentsTests {
    private static func path(_ town: Town, _ content: KeptContent) -> String { "\(town.folder)/berkas/\(content.digest.path)" }

    @Test("A damaged or missing content is named by the check, not handed out, and healed when the same is sent again")
    func damage() async throws {
        let stage = try await FilingTests.Stage()
        try await stage.town.document("a", in: FilingPlace("kota", unit: "dukcapil"))
        let contents = stage.town.storage.contents
        let kept = try await contents.keep(Town.pdf[...], at: stage.town.clock.timestamp)
        let file = Self.path(stage.town, kept)
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
        let now = stage.town.clock.timestamp.milliseconds

        var bytes = Town.pdf
        bytes[20] ^= 1
        try Data(bytes).write(to: URL(filePath: file))
        #expect(try await contents.check(at: now, sweeping: false).problems == ["\(kept.digest): isinya berubah sejak disimpan."])
        await #expect(throws: (any Error).self) { try await stage.ani.get("/instansi/kota/dokumen/a/berkas") }
        try FileManager.default.removeItem(atPath: file)
        #expect(try await contents.check(at: now, sweeping: false).problems == ["\(kept.digest): isinya tidak ada."])
        let missing = try await stage.ani.get("/instansi/kota/dokumen/a/berkas")
        #expect(missing.status == .unprocessableContent && missing.text.contains("ZI-2705"))
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "/etc/passwd")
        #expect(try await contents.check(at: now, sweeping: false).problems.count == 1, "no link is followed")

        _ = try await contents.keep(Town.pdf[...], at: stage.town.clock.timestamp)
        #expect(try await contents.check(at: now, sweeping: false).problems == [])
        #expect(try await stage.ani.get("/instansi/kota/dokumen/a/berkas").status == .ok)
    }

    @Test("What no document names is swept away after a day, and nothing else", arguments: TestEngine.available)
    func orphans(engine: TestEngine) async throws {
        let stage = try await FilingTests.Stage(engine)
        try await stage.town.document("a", in: FilingPlace("kota"))
        let contents = stage.town.storage.contents
        // The clock of the machine, as files have it.
        let now = SystemClock().timestamp
        let later = now.milliseconds + 86_400_000 + 10_000
        let loose = try await contents.keep(Array("Kiriman yang terputus.".utf8)[...], at: now)
        if engine == .sqlite { try Data([1]).write(to: URL(filePath: Self.path(stage.town, loose).dropLast(64) + ".baru-x")) }
        let there = engine == .sqlite ? 2 : 1
        #expect(try await contents.check(at: now.milliseconds, sweeping: true).orphans == 0, "perhaps on its way")
        #expect(try await contents.check(at: later, sweeping: false).orphans == there)
        #expect(try await contents.check(at: later, sweeping: true).orphans == there)
        #expect(try await contents.check(at: later, sweeping: true) == DocumentContents.Report(contents: 1, bytes: Int64(Town.pdf.count)))
        await #expect(throws: (any Error).self) { try await contents.piece(0, of: loose.digest) }
    }

    @Test("A content of any length comes back piece by piece", arguments: TestEngine.available)
    func pieces(engine: TestEngine) async throws {
        let town = try await Town(engine)
        let length = KeptContent.pieceLength
        for size in [1, length - 1, length, length + 1, 3 * length] {
            let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ size) }
            let kept = try await town.storage.contents.keep(([7] + bytes)[1...], at: town.clock.timestamp)
            var read: [UInt8] = []
            var number = 0
            while case let piece = try await town.storage.contents.piece(number, of: kept.digest), !piece.isEmpty {
                read += piece
                number += 1
            }
            #expect(read == bytes && kept.size == size, "\(size)")
        }
    }

    @Test("What the other place still holds is read from there")
    func bothPlaces() async throws {
        let town = try await Town()
        let database = town.storage.records.database
        // As after a backup of PostgreSQL was restored into a file: the contents came along as rows.
        let kept = try await ContentTable(database: database).keep(Town.pdf[...], at: town.clock.timestamp)
        #expect(try await town.storage.contents.piece(0, of: kept.digest) == Town.pdf)
        #expect(try await town.storage.contents.outside().count == 0)
        await #expect(throws: ContentFault.missing) {
            try await DocumentContents(database, folder: nil).piece(0, of: #require(DocumentDigest(String(repeating: "0", count: 64))))
        }
    }
}
