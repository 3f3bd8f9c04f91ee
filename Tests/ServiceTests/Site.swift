import ExactMath
import HTTPTypes
import HummingbirdTesting
import InstrumentFiles
import Logging
import NIOCore
import Rulebook
import Synchronization
import Testing

@testable import Service

/// The whole site with a stopped clock and its log kept, as tests drive it.
struct Site {
    struct StoppedClock: WallClock {
        // 23 November 2026, 09:40 UTC.
        let timestamp = Timestamp(milliseconds: 1_795_426_800_000)
    }

    let server: ZonaServer
    let log = Log()

    final class Log: Sendable {
        private let kept = Mutex<[String]>([])
        var lines: [String] { kept.withLock { $0 } }
        func add(_ line: String) { kept.withLock { $0.append(line) } }
    }

    init(_ configuration: ServerConfiguration = .init(port: 0)) throws {
        let log = log
        server = try ZonaServer(
            configuration, library: InstrumentLibrary(),
            logger: Logger(label: "test") { _ in JSONLogHandler { log.add($0) } }, clock: StoppedClock())
    }

    /// Sends one request to the router and returns the answer.
    func send(
        _ path: String, _ method: HTTPRequest.Method = .get, headers: HTTPFields = [:], body: [UInt8]? = nil
    ) async throws -> TestResponse {
        try await server.application().test(.router) { client in
            try await client.execute(
                uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) })
        }
    }

    /// Sends a form.
    func post(_ fields: [Upload.Field], to path: String = "/periksa") async throws -> TestResponse {
        let upload = Upload(fields)
        return try await send(path, .post, headers: [.contentType: upload.contentType], body: upload.body)
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
}

/// A form as a browser writes it.
struct Upload {
    struct Field {
        var name: String
        var fileName: String?
        var content: [UInt8]

        static func file(_ content: String, name: String = "lembar.csv") -> Field {
            Field(name: "berkas", fileName: name, content: Array(content.utf8))
        }

        static func field(_ name: String, _ text: String) -> Field {
            Field(name: name, fileName: nil, content: Array(text.utf8))
        }
    }

    static let boundary = "----geckoformboundary4f1c"
    let body: [UInt8]
    let contentType = "multipart/form-data; boundary=\(boundary)"

    init(_ fields: [Field]) {
        var body: [UInt8] = []
        for field in fields {
            var head = "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"\(field.name)\""
            if let fileName = field.fileName {
                head += "; filename=\"\(fileName.replacing("\"", with: "%22"))\"\r\nContent-Type: application/octet-stream"
            }
            body += Array((head + "\r\n\r\n").utf8) + field.content + [0x0D, 0x0A]
        }
        self.body = body + Array("--\(Self.boundary)--\r\n".utf8)
    }
}

/// Sheets to check.
enum Sheets {
    static let sample = String(decoding: Embedded.bytes("contoh-lke.csv"), as: UTF8.self)

    /// Every question answered at its best.
    static func best(_ id: InstrumentID) throws -> String {
        let instrument = try InstrumentLibrary().instrument(id)
        var lines = ["kode,jawaban"]
        for question in instrument.questions {
            switch question.kind {
            case .choice(let scale, _): lines.append("\(question.code),\(scale.choices[0].letter)")
            case .number(let maximum, _): lines.append("\(question.code),\(maximum.rounded(places: 0))")
            case .ratio(let rule):
                for (index, input) in rule.inputs.enumerated() {
                    lines.append("\(question.code)/\(input.id),\(rule.minus.contains(index) ? 0 : 5)")
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
