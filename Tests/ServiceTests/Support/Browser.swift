import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Service

/// Sends requests as a browser does: keeps cookies, and sends the key of the last page with each form.
final class Browser {
    let town: Town
    private(set) var cookies: [String: String] = [:]
    private(set) var key = ""
    /// The last page.
    private(set) var text = ""

    init(_ town: Town) {
        self.town = town
    }

    @discardableResult
    func get(_ path: String) async throws -> TestResponse {
        try await send(path, .get, nil)
    }

    /// Sends a form with the key of the last page.
    @discardableResult
    func post(_ path: String, _ fields: [String: String] = [:], key: String? = nil) async throws -> TestResponse {
        var fields = fields
        fields[FormPiece.key] = key ?? self.key
        let body = fields.map { "\(Self.encode($0.key))=\(Self.encode($0.value))" }.joined(separator: "&")
        return try await send(path, .post, body)
    }

    /// Opens the form and signs in.
    @discardableResult
    func signIn(_ name: String, password: String = Town.password) async throws -> TestResponse {
        try await get("/masuk")
        return try await post("/masuk", ["nama": "\(name)@contoh.go.id", "sandi": password])
    }

    /// Takes over the session of another browser, as a thief of a cookie would.
    func steal(from other: Browser) {
        cookies = other.cookies
        key = other.key
    }

    /// Sends a form with a file, and the key of the last page.
    @discardableResult
    func upload(_ path: String, _ fields: [String: String] = [:], file: [UInt8]?, name: String = "surat.pdf", key: String? = nil) async throws -> TestResponse {
        var body: [UInt8] = []
        for (field, text) in fields.merging([FormPiece.key: key ?? self.key], uniquingKeysWith: { first, _ in first }) {
            body += "--batas\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(text)\r\n".utf8
        }
        if let file {
            body += "--batas\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"\(name)\"\r\nContent-Type: text/html\r\n\r\n".utf8
            body += file + "\r\n".utf8
        }
        body += "--batas--\r\n".utf8
        return try await send(path, .post, ByteBuffer(bytes: body), type: "multipart/form-data; boundary=batas")
    }

    /// Sends a form with a text as its file, and the key of the last page.
    @discardableResult
    func upload(
        _ path: String, _ fields: [String: String], file: String, named name: String = "daftar.csv", key: String? = nil
    ) async throws -> TestResponse {
        try await upload(path, fields, file: Array(file.utf8), name: name, key: key)
    }

    private func send(_ path: String, _ method: HTTPRequest.Method, _ body: String?) async throws -> TestResponse {
        try await send(path, method, body.map { ByteBuffer(string: $0) }, type: "application/x-www-form-urlencoded")
    }

    private func send(_ path: String, _ method: HTTPRequest.Method, _ body: ByteBuffer?, type: String) async throws -> TestResponse {
        var headers: HTTPFields = [.userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"]
        if !cookies.isEmpty { headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        if body != nil { headers[.contentType] = type }
        let response = try await town.server.application().test(.router) { [headers] client in
            try await client.execute(
                uri: path, method: method, headers: headers, body: body)
        }
        for field in response.headers[values: .setCookie] {
            let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            cookies[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1])
        }
        text = response.text
        if let found = text.firstMatch(of: /name="kunci" value="([0-9a-f]+)"/) { key = String(found.1) }
        return response
    }

    private static func encode(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + HexText.text([byte]).uppercased()
        }.joined()
    }
}
