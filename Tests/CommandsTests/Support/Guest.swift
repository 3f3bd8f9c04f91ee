import Crypto
import Foundation
import Rulebook
import Testing

/// A browser over real sockets: keeps cookies, sends the key of the last page with each form.
final class Guest {
    struct Answer {
        let status: Int
        let location: String?
        let text: String
    }

    /// The server that the next request reaches, as a load balancer would choose it.
    var port: Substring
    private var cookies: [String: String] = [:]
    private var key = ""

    init(_ port: Substring) {
        self.port = port
    }

    /// Another window with the same session.
    init(sameAs other: Guest) {
        (port, cookies, key) = (other.port, other.cookies, other.key)
    }

    @discardableResult
    func get(_ path: String) throws -> Answer { try send("GET", path, nil) }

    /// Sends a form with the key of the last page.
    @discardableResult
    func post(_ path: String, _ fields: [String: String]) throws -> Answer {
        let all = fields.merging(["kunci": key]) { $1 }
        return try send("POST", path, all.map { "\(Self.encode($0.key))=\(Self.encode($0.value))" }.joined(separator: "&"))
    }

    /// Opens the form and signs in.
    @discardableResult
    func signIn(_ name: String, _ password: String) throws -> Answer {
        try get("/masuk")
        return try post("/masuk", ["nama": name, "sandi": password])
    }

    private func send(_ method: String, _ path: String, _ body: String?) throws -> Answer {
        var request = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nUser-Agent: Mozilla/5.0 Firefox/128.0\r\n"
        if !cookies.isEmpty { request += "Cookie: \(cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))\r\n" }
        if let body { request += "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n" }
        let parts = try Wire.exchange(port, request + "\r\n" + (body ?? "")).split(separator: "\r\n\r\n", maxSplits: 1)
        let lines = try #require(parts.first).split(separator: "\r\n")
        var location: String?
        for line in lines.dropFirst() {
            let field = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard field.count == 2 else { continue }
            if field[0].lowercased() == "location" { location = field[1] }
            guard field[0].lowercased() == "set-cookie" else { continue }
            let pair = field[1].prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = pair.count == 2 && !pair[1].isEmpty ? String(pair[1]) : nil
        }
        let text = parts.count == 2 ? String(parts[1]) : ""
        if let found = text.firstMatch(of: /name="kunci" value="([0-9a-f]+)"/) { key = String(found.1) }
        let status = try #require(lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) })
        return Answer(status: status, location: location, text: text)
    }

    private static func encode(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

/// What an authenticator app shows.
enum Authenticator {
    /// - Parameter key: as a page shows it for typing, in base32 with blanks.
    static func code(_ key: Substring) throws -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bytes, bits, count): ([UInt8], UInt32, UInt32) = ([], 0, 0)
        for letter in key where letter != " " {
            bits = bits << 5 | UInt32(try #require(alphabet.firstIndex(of: letter)))
            count += 5
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(bits >> count & 0xFF))
        }
        let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
        let counter = SecondFactor.counter(SecondFactor.step(at: now))
        let mac = HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: bytes))
        return try #require(OneTimeCode(mac: Array(mac))).text
    }
}

extension Guest {
    /// Does something again and again on a thread of its own, until it says that it is over.
    func start(_ step: @escaping @Sendable (_ number: Int) -> Bool) {
        Thread.detachNewThread {
            var number = 1
            while step(number) { number += 1 }
        }
    }
}
