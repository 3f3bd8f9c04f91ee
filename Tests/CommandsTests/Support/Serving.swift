import Foundation
import Glibc
import Testing

/// A server that runs until it is told to stop.
final class Serving {
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

    /// Where its pages are.
    var port: Substring {
        get throws { try #require(lines.compactMap { $0.firstMatch(of: #/Zona siap di http://127\.0\.0\.1:([0-9]+) /#) }.first).1 }
    }

    /// The body of what one of its ports answers.
    static func ask(_ port: Substring, _ path: String) throws -> String {
        let text = try Wire.exchange(port, "GET \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        try #require(text.hasPrefix("HTTP/1.1 200 OK\r\n"), "\(text)")
        return text.components(separatedBy: "\r\n\r\n").dropFirst().joined(separator: "\r\n\r\n")
    }

    /// Asks it to stop; gives its exit status.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Takes it away as a power cut would.
    func crash() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    deinit { if process.isRunning { process.terminate() } }
}

/// One request over a socket of its own.
enum Wire {
    /// The server went away before it answered.
    struct Lost: Error {}

    /// Sends a request that asks to close the connection; gives everything that comes back.
    static func exchange(_ port: Substring, _ request: String) throws -> String {
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
        guard connected == 0 else { throw Lost() }
        let bytes = Array(request.utf8)
        guard send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else { throw Lost() }
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4_096)
        while case let count = recv(descriptor, &piece, piece.count, 0), count > 0 { answer += piece[..<count] }
        guard !answer.isEmpty else { throw Lost() }
        return String(decoding: answer, as: UTF8.self)
    }
}
