import HTTPTypes
import Hummingbird
import HummingbirdTesting
import InstrumentFiles
import Logging
import Relational
import Rulebook
import Testing

@testable import Service

@Suite struct ErrorPagesTests {
    private struct Broken: Error {
        let secret = "kata-sandi"
    }

    @Test func `A fault shows its number only, and the log has all of it`() async throws {
        let log = Site.Log()
        let router = Router(context: ZonaContext.self)
        router.add(middleware: ErrorPages(frame: PageFrame(try PreparedInstruments(InstrumentLibrary()))))
        router.get("rusak") { _, _ -> Response in throw Broken() }
        let logger = Logger(label: "test") { _ in JSONLogHandler { log.add($0) } }
        let response = try await Application(router: router, logger: logger).test(.router) { client in
            try await client.execute(uri: "/rusak", method: .get)
        }
        #expect(response.status == .internalServerError)
        #expect(!response.text.contains("kata-sandi") && !response.text.contains("Broken"))
        let line = try #require(log.lines.first)
        #expect(line.contains("kata-sandi") && line.contains("\"level\":\"error\""))
        let start = try #require(line.firstRange(of: "\"incident\":\""))
        let number = String(line[start.upperBound...].prefix { $0 != "\"" })
        #expect(number.count == 14)
        #expect(response.text.contains(number))
    }

    @Test(arguments: [RelationalError.Kind.unavailable, .locked, .full, .other])
    func `Only where it is known does a page say that nothing was kept`(kind: RelationalError.Kind) async throws {
        let router = Router(context: ZonaContext.self)
        router.add(middleware: ErrorPages(frame: PageFrame(try PreparedInstruments(InstrumentLibrary()))))
        router.get("gangguan") { _, _ -> Response in throw RelationalError(kind, "it is unknown whether the commit was carried out") }
        let logger = Logger(label: "test") { _ in JSONLogHandler { _ in } }
        let text = try await Application(router: router, logger: logger).test(.router) { client in
            try await client.execute(uri: "/gangguan", method: .get).text
        }
        #expect(text.contains("Tidak ada data yang disimpan atau berubah.") == (kind == .full))
        #expect(text.contains("lihat dahulu apakah perubahannya sudah tersimpan") == (kind != .full))
    }

    @Test(arguments: FindingCode.allCases)
    func `Every refusal has a status of the client's or the server's side`(code: FindingCode) {
        #expect((400..<600).contains(ErrorPages.status(of: code).code))
    }

    @Test func `A line of log stays one line of JSON whatever is in it`() throws {
        let log = Site.Log()
        let logger = Logger(label: "test") { _ in JSONLogHandler { log.add($0) } }
        logger.info("a\"b\\c\nd\u{1}", metadata: ["x": ["y": "\u{2028}"], "n": .stringConvertible(7), "l": ["1", "2"]])
        let line = try #require(log.lines.first)
        #expect(line.hasSuffix(#""message":"a\"b\\c\nd\u0001","l":["1","2"],"n":7,"x":{"y":"\u2028"}}"# + "\n"))
        #expect(line.filter { $0 == "\n" }.count == 1)
    }
}
