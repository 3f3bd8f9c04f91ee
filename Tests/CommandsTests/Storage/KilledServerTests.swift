import Foundation
import Testing

@Suite("A server that is killed while people write")
struct KilledServerTests {
    @Test("Time after time, all it had acknowledged is there again, and the journal is whole", arguments: Engine.available)
    func killed(engine: Engine) async throws {
        try await Place.with(engine) { place in
            var serving = try place.serving(lines: 3)
            let guest = Guest(try serving.port)
            try guest.setUp(serving)
            try guest.enrol(try serving.port, try serving.port)
            var known: [(code: String, location: String)] = []
            for (round, count) in [1, 9, 4].enumerated() {
                let acknowledged = try await guest.makeAgencies("PUTARAN-\(round)", until: count) { [serving] in serving.crash() }
                try #require(acknowledged.count >= count)
                known += acknowledged
                // As the crash left it, and again once a server has taken over.
                #expect(try place.done("check").hasSuffix("Semua utuh.\n"))
                serving = try place.serving()
                guest.port = try serving.port
                // The session, too, was on record.
                for (code, location) in known { #expect(try guest.get(location).text.contains(code), "\(code)") }
            }
            #expect(serving.stop() == 0)
            // Not all of it is signed yet: the lease of a killed server has to run out before another one signs.
            #expect(try place.done("check").hasSuffix("Semua utuh.\n"))
            let codes = Set(try await place.ask("SELECT code FROM agencies"))
            #expect(Set(known.map(\.code)).isSubset(of: codes))
            // What was not acknowledged is there whole or not at all: at most one for each crash.
            #expect(codes.count <= known.count + 3 + 1)
        }
    }
}
