import Foundation
import Glibc
import Testing

@Suite("zona serve")
struct ServeCommandTests {
    /// A server that runs until it is told to stop.
    private final class Serving {
        let process = Process()
        private let output = Pipe()
        private(set) var lines: [String] = []

        /// Starts it and reads as many lines as are asked for; each waits for the server to write it.
        init(_ arguments: [String], lines count: Int = 1, environment: [String: String] = [:]) throws {
            let program: URL = try #require(Zona.program, "The program was not built beside the tests.")
            process.executableURL = program
            process.arguments = ["serve"] + arguments
            process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            var bytes: [UInt8] = []
            while lines.count < count {
                let byte = output.fileHandleForReading.readData(ofLength: 1)
                guard let byte = byte.first else { break }
                if byte == 0x0A {
                    lines.append(String(decoding: bytes, as: UTF8.self))
                    bytes = []
                } else {
                    bytes.append(byte)
                }
            }
        }

        /// The body of what one of its ports answers.
        static func ask(_ port: Substring, _ path: String) throws -> String {
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(descriptor) }
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = try #require(in_port_t(port)).bigEndian
            address.sin_addr.s_addr = inet_addr("127.0.0.1")
            let connected = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            try #require(connected == 0)
            let request = Array("GET \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".utf8)
            try #require(send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count)
            var answer: [UInt8] = []
            var piece = [UInt8](repeating: 0, count: 4_096)
            while case let count = recv(descriptor, &piece, piece.count, 0), count > 0 { answer += piece[..<count] }
            let text = String(decoding: answer, as: UTF8.self)
            try #require(text.hasPrefix("HTTP/1.1 200 OK\r\n"), "\(text)")
            return text.components(separatedBy: "\r\n\r\n").dropFirst().joined(separator: "\r\n\r\n")
        }

        func stop() -> Int32 {
            process.terminate()
            process.waitUntilExit()
            return process.terminationStatus
        }

        deinit { if process.isRunning { process.terminate() } }
    }

    @Test("It tells where it is in one line that scripts read, serves, and ends well on SIGTERM")
    func serving() throws {
        let serving = try Serving(["--port", "0"])
        let line = try #require(serving.lines.first)
        let match = try #require(line.wholeMatch(of: /Zona siap di http:\/\/127\.0\.0\.1:([0-9]+) \(Ctrl\+C untuk berhenti\)/))
        #expect(try Serving.ask(match.1, "/health") == "ok\n")
        #expect(serving.stop() == 0)
    }

    @Test("File and variables hold for it too; metrics are where it says")
    func configured() throws {
        let folder = try Folder()
        let file = try folder.write("zona.conf", "port = 0\nmetrics-port = 0\ndata = \(folder.url.path)\n")
        let serving = try Serving([], lines: 4, environment: ["ZONA_CONFIG": file, "ZONA_HOST": "127.0.0.1"])
        let match = try #require(serving.lines.compactMap { $0.wholeMatch(of: /Metrik di http:\/\/127\.0\.0\.1:([0-9]+)\/metrics/) }.first)
        let text = try Serving.ask(match.1, "/metrics")
        #expect(text.contains("\nzona_build_info{version=\""))
        #expect(text.contains("\nprocess_open_fds "))
        #expect(serving.stop() == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["kunci", "zona.conf", "zona.db"])
    }

    @Test("What keeps it from starting is told in one message with its code and exit status")
    func refusals() throws {
        let folder = try Folder()
        let serving = try Serving(["--port", "0"])
        let port = try #require(serving.lines.first?.firstMatch(of: /:([0-9]+)/).map { String($0.1) })
        let text = try folder.write("bukan.pem", "bukan sertifikat")
        let cases: [(arguments: [String], code: String, status: Int32)] = [
            (["--port", "65536"], "ZI-1904", 64), (["--port", "abc"], "ZI-1904", 64), (["--port", port], "ZI-1911", 70),
            (["--port", "0", "--metrics-port", port], "ZI-1911", 70), (["--port", "0", "--host", "192.0.2.1"], "ZI-1911", 70),
            (["--tls-certificate", text], "ZI-1905", 64), (["--tls-certificate", text, "--tls-key", text], "ZI-1907", 65),
            (["--tls-certificate", folder.path("tidak-ada"), "--tls-key", text], "ZI-1907", 65),
            (["--data", folder.path("tidak-ada")], "ZI-1010", 65), (["--data", "/proc"], "ZI-1910", 65),
            (["--config", folder.path("tidak-ada")], "ZI-1010", 65),
        ]
        for (arguments, code, status) in cases {
            let run = try Zona.run(["serve"] + arguments)
            #expect(run.status == status, "\(arguments): \(run.errors)")
            #expect(run.errors.components(separatedBy: "  ZI-").count == 2, "\(arguments): \(run.errors)")
            #expect(run.errors.contains("  \(code)  "), "\(arguments): \(run.errors)")
            #expect(run.output.contains("Zona siap") == false || arguments.contains("--metrics-port"))
        }
        #expect(serving.stop() == 0)
    }
}
