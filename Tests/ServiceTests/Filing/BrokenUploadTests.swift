import Foundation
import HTTPTypes
import HummingbirdTesting
import Rulebook
import Testing

@testable import Service

@Suite("An upload that breaks off") struct BrokenUploadTests {
    @Test("A connection lost in the middle leaves no file and no row; the whole one afterwards is kept, over a real connection")
    func brokenOff() async throws {
        let stage = try await FilingTests.Stage()
        let cookies = stage.ani.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        let key = stage.ani.key
        var body = Array("--b\r\nContent-Disposition: form-data; name=\"\(FormPiece.key)\"\r\n\r\n\(key)\r\n".utf8)
        body += "--b\r\nContent-Disposition: form-data; name=\"jenis-dokumen\"\r\n\r\nsurat\r\n".utf8
        body += "--b\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"SK.pdf\"\r\n\r\n".utf8
        body += Town.pdf + [UInt8](repeating: 0x20, count: 1 << 20) + "\r\n--b--\r\n".utf8
        let head = """
            POST /instansi/kota/unit/dukcapil/dokumen HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: \(cookies)\r
            Content-Type: multipart/form-data; boundary=b\r\nContent-Length: \(body.count)\r\n\r\n
            """
        let (request, whole) = (Array(head.utf8), body)
        try await Running.with(ServerConfiguration(port: 0), storage: stage.town.storage, clock: stage.town.clock) { running throws in
            let port = running.port
            await Task.blocking {
                let socket = Socket(port)
                socket?.write(request + whole.prefix(whole.count / 2))
                socket?.hangUp()
            }
            #expect(try await stage.count("documents") == 0 && stage.files.isEmpty)
            let answer = await Task.blocking {
                guard let socket = Socket(port) else { return "no connection" }
                for start in stride(from: 0, to: whole.count, by: 65_536) {
                    socket.write((start == 0 ? request : []) + whole[start..<min(start + 65_536, whole.count)])
                }
                return socket.answer()
            }
            #expect(answer.hasPrefix("HTTP/1.1 303"), "\(answer.prefix(200))")
        }
        #expect(try await stage.count("documents") == 1 && stage.files.count == 1)
    }
}
