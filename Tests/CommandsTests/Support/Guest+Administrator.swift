import Foundation
import Testing

/// What tests do as the first administrator of a server.
extension Guest {
    static let name = "siti@contoh.go.id"
    static let password = "gunung teduh pagi 42"

    /// The link that the first server printed makes the first administrator.
    func setUp(_ server: Serving) throws {
        let link = String(try #require(server.lines[1].firstMatch(of: /\/tautan\/.+/)).0)
        try get(link)
        let fields = ["nama": "Siti Rahma", "nip": "", "surel": Self.name, "sandi-baru": Self.password, "sandi-ulang": Self.password]
        try #require(try post(link, fields).status == 303)
    }

    /// Signs in on one server, puts up the second factor on another, and is signed in on both; gives a recovery code.
    @discardableResult
    func enrol(_ one: Substring, _ two: Substring) throws -> String {
        let enrolment = "/masuk/pasang-faktor-kedua"
        port = one
        #expect(try signIn(Self.name, Self.password).location == enrolment)
        port = two
        let page = try get(enrolment).text
        let offer = try #require(page.firstMatch(of: /name="tawaran" value="([0-9a-f]+)"/)).1
        let typed = try #require(page.firstMatch(of: /[A-Z2-7]{4}( [A-Z2-7]{4}){7}/)).0
        let done = try post(enrolment, ["tawaran": String(offer), "kode": Authenticator.code(typed)])
        try #require(done.status == 200, "\(done)")
        #expect(try get("/instansi").status == 200)
        port = one
        #expect(try get("/instansi").status == 200)
        return String(try #require(done.text.firstMatch(of: /[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}/)).0)
    }

    func makeAgency(_ code: String) throws -> Answer {
        try post("/instansi/nasional/instansi-baru", ["kode-instansi": code, "nama-instansi": "Instansi \(code)", "zona-waktu": "wib"])
    }

    /// Makes agencies one after the other on a thread of its own, until the server is gone; gives what it had acknowledged.
    ///
    /// - Parameters:
    ///   - prefix: of their codes.
    ///   - count: after so many the end is brought about.
    ///   - end: takes the server away.
    func makeAgencies(_ prefix: String, until count: Int, _ end: () -> Void) async throws -> [(code: String, location: String)] {
        try get("/instansi")
        // Used by the thread that is started, and by nobody else.
        nonisolated(unsafe) let writer = Guest(sameAs: self)
        let (written, continuation) = AsyncStream.makeStream(of: (code: String, location: String).self)
        writer.start { number in
            let code = "\(prefix)-\(number)"
            guard let answer = try? writer.makeAgency(code), answer.status == 303, let location = answer.location else {
                continuation.finish()
                return false
            }
            continuation.yield((code, location))
            return true
        }
        var acknowledged: [(code: String, location: String)] = []
        for await change in written {
            acknowledged.append(change)
            if acknowledged.count == count { end() }
        }
        return acknowledged
    }
}
