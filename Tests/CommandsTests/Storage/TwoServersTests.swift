import Foundation
import Testing

@Suite("Several servers on one PostgreSQL", .enabled(if: Engine.postgresAddress != nil))
struct TwoServersTests {
    @Test("Two work as one; when one is killed, the other goes on with all that was acknowledged", .timeLimit(.minutes(3)))
    func killed() async throws {
        try await Place.with(.postgres) { place in
            try await Place.with(.sqlite) { second in
                let interval = ["--journal-sign-seconds", "5"]
                let first = try place.serving(lines: 3, interval)
                let guest = Guest(try first.port)
                try guest.setUp(first)
                // As the guide says: the same keys for every server, made by the first.
                try place.copyKeys(to: second)
                let other = try Serving(["--port", "0"] + second.options + interval, environment: place.environment)
                let (one, two) = (try first.port, try other.port)

                let codes = try guest.enrol(one, two)
                try Self.expectSharedThrottle(one, two)
                let signed = try await Self.covered(place)
                let key = try #require(signed.texts("keys")?.first)
                let kept = "\(try #require(signed["covered"] as? Int)):\(try #require(signed.object("kept").text("root")))"
                let holder = try await place.ask("SELECT holder FROM leases WHERE name = 'jurnal'")

                let acknowledged = try await guest.makeAgencies("INSTANSI", until: 5) { first.crash() }
                #expect(acknowledged.count >= 5)

                // The other one: the same session, what was acknowledged, changes, new sessions.
                guest.port = two
                for (code, location) in acknowledged { #expect(try guest.get(location).text.contains(code), "\(code)") }
                #expect(try guest.makeAgency("SESUDAH").status == 303)
                let fresh = Guest(two)
                #expect(try fresh.signIn(Guest.name, Guest.password).location == "/masuk/faktor-kedua")
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

    /// Five failures with one name, here and there: the sixth attempt has to wait on both.
    private static func expectSharedThrottle(_ one: Substring, _ two: Substring) throws {
        let (here, there) = (Guest(one), Guest(two))
        for guest in [here, there, here, there, here] {
            #expect(try guest.signIn("siapa@contoh.go.id", "salah ketik sekali").status != 429)
        }
        for guest in [here, there] { #expect(try guest.signIn("siapa@contoh.go.id", "salah ketik sekali").status == 429) }
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
