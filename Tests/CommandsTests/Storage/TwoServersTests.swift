import Foundation
import Testing

@Suite("Several servers on one PostgreSQL", .enabled(if: Engine.postgresAddress != nil))
struct TwoServersTests {
    private static let name = "siti@contoh.go.id"
    private static let password = "gunung teduh pagi 42"

    @Test("Two work as one; when one is killed, the other goes on with all that was acknowledged", .timeLimit(.minutes(3)))
    func killed() async throws {
        try await Place.with(.postgres) { place in
            try await Place.with(.sqlite) { second in
                let interval = ["--journal-sign-seconds", "5"]
                let first = try place.serving(lines: 3, interval)
                let guest = Guest(try first.port)
                try Self.setUp(first, guest)
                // As the guide says: the same keys for every server, made by the first.
                try place.copyKeys(to: second)
                let other = try Serving(["--port", "0"] + second.options + interval, environment: place.environment)
                let (one, two) = (try first.port, try other.port)

                let codes = try Self.enrol(guest, one, two)
                try Self.expectSharedThrottle(one, two)
                let signed = try await Self.covered(place)
                let key = try #require(signed.texts("keys")?.first)
                let kept = "\(try #require(signed["covered"] as? Int)):\(try #require(signed.object("kept").text("root")))"
                let holder = try await place.ask("SELECT holder FROM leases WHERE name = 'jurnal'")

                let acknowledged = try await Self.writeUntilKilled(first, guest)
                #expect(acknowledged.count >= 5)

                // The other one: the same session, what was acknowledged, changes, new sessions.
                guest.port = two
                for (code, location) in acknowledged { #expect(try guest.get(location).text.contains(code), "\(code)") }
                #expect(try Self.make("SESUDAH", guest).status == 303)
                let fresh = Guest(two)
                #expect(try fresh.signIn(Self.name, Self.password).location == "/masuk/faktor-kedua")
                try fresh.get("/masuk/faktor-kedua")
                #expect(try fresh.post("/masuk/faktor-kedua", ["kode": codes]).status == 303)
                #expect(try fresh.get("/instansi").status == 200)

                // Signing passes to the other one.
                while try await place.ask("SELECT holder FROM leases WHERE name = 'jurnal'") == holder { try Task.checkCancellation() }
                let after = try await Self.covered(place, "--key", key, "--kept", kept)
                #expect(try #require(after["entries"] as? Int) > signed["entries"] as? Int ?? .max)
                #expect(try place.done("check").hasSuffix("Semua utuh.\n"))
                #expect(other.stop() == 0)
            }
        }
    }

    /// The link that the first server printed makes the first administrator.
    private static func setUp(_ server: Serving, _ guest: Guest) throws {
        let link = String(try #require(server.lines[1].firstMatch(of: /\/tautan\/.+/)).0)
        try guest.get(link)
        let fields = ["nama": "Siti Rahma", "nip": "", "surel": name, "sandi-baru": password, "sandi-ulang": password]
        try #require(try guest.post(link, fields).status == 303)
    }

    /// Signs in on one server, puts up the second factor on the other, and is signed in on both; gives a recovery code.
    private static func enrol(_ guest: Guest, _ one: Substring, _ two: Substring) throws -> String {
        let enrolment = "/masuk/pasang-faktor-kedua"
        #expect(try guest.signIn(name, password).location == enrolment)
        guest.port = two
        let page = try guest.get(enrolment).text
        let offer = try #require(page.firstMatch(of: /name="tawaran" value="([0-9a-f]+)"/)).1
        let typed = try #require(page.firstMatch(of: /[A-Z2-7]{4}( [A-Z2-7]{4}){7}/)).0
        let done = try guest.post(enrolment, ["tawaran": String(offer), "kode": Authenticator.code(typed)])
        try #require(done.status == 200, "\(done)")
        #expect(try guest.get("/instansi").status == 200)
        guest.port = one
        #expect(try guest.get("/instansi").status == 200)
        return String(try #require(done.text.firstMatch(of: /[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}/)).0)
    }

    /// Five failures with one name, here and there: the sixth attempt has to wait on both.
    private static func expectSharedThrottle(_ one: Substring, _ two: Substring) throws {
        let (here, there) = (Guest(one), Guest(two))
        for guest in [here, there, here, there, here] {
            #expect(try guest.signIn("siapa@contoh.go.id", "salah ketik sekali").status != 429)
        }
        for guest in [here, there] { #expect(try guest.signIn("siapa@contoh.go.id", "salah ketik sekali").status == 429) }
    }

    private static func make(_ code: String, _ guest: Guest) throws -> Guest.Answer {
        try guest.post(
            "/instansi/nasional/instansi-baru", ["kode-instansi": code, "nama-instansi": "Instansi \(code)", "zona-waktu": "wib"])
    }

    /// Makes agencies one after the other on a server that is killed meanwhile; gives what it had acknowledged.
    private static func writeUntilKilled(_ server: Serving, _ guest: Guest) async throws -> [(code: String, location: String)] {
        try guest.get("/instansi")
        // Used by the thread that is started, and by nobody else.
        nonisolated(unsafe) let writer = Guest(sameAs: guest)
        let (written, continuation) = AsyncStream.makeStream(of: (code: String, location: String).self)
        writer.start { number in
            let code = "INSTANSI-\(number)"
            guard let answer = try? make(code, writer), answer.status == 303, let location = answer.location else {
                continuation.finish()
                return false
            }
            continuation.yield((code, location))
            return true
        }
        var acknowledged: [(code: String, location: String)] = []
        for await change in written {
            acknowledged.append(change)
            if acknowledged.count == 5 { server.crash() }
        }
        return acknowledged
    }

    /// Exports until every entry is covered by a signature, and gives what the verification says then.
    private static func covered(_ place: Place, _ arguments: String...) async throws -> [String: Any] {
        while true {
            try Task.checkCancellation()
            let run = try Zona.run(["journal", "verify", try place.exported(), "--format", "json"] + arguments)
            let result = try run.object
            // Nothing is signed yet: that alone may be wrong for a moment.
            guard run.status == 0, result["covered"] as? Int == result["entries"] as? Int else { continue }
            return result
        }
    }
}
