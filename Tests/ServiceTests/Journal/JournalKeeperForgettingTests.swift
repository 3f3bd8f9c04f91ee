import Relational
import Rulebook
import Testing

@testable import Service

@Suite("What the keeper of the journal forgets")
struct JournalKeeperForgettingTests {
    private static let now = MovableClock().timestamp
    private static let account = AccountID("akun-0")
    private static let day: Int64 = 86_400

    /// A house with one account, and a way to put things there.
    private func house(_ engine: TestEngine, _ fill: @escaping @Sendable (any WriteSession) throws -> Void) async throws -> JournalHouse {
        let house = try await JournalHouse(engine)
        try await house.records.change { change in
            let person = AccountStore.Person(name: "Orang", nip: nil, email: "orang@contoh.go.id")
            try AccountStore.insert(Self.account, in: JournalHouse.agency, person, at: Self.now, in: change.session)
            try fill(change.session)
        }
        return house
    }

    private static func session(_ id: String, begun: Int64, in session: any WriteSession) throws {
        try SessionStore.insert(
            Token(), id: id, of: account, device: Device(userAgent: ""), pending: nil, at: Timestamp(milliseconds: begun), in: session)
    }

    private func ids(_ statement: SQL, _ house: JournalHouse) async throws -> [String] {
        try await house.database.read { try $0.rows(statement).map { try $0.text(0) } }
    }

    @Test("Sessions that began longer ago than a session may last and a day are forgotten, to the millisecond", arguments: TestEngine.available)
    func sessions(engine: TestEngine) async throws {
        let limit = Self.now.milliseconds - (12 * 3_600 + Self.day) * 1_000
        let house = try await house(engine) { session in
            for (id, begun) in [("jauh", 0), ("lewat", limit - 1), ("tepat", limit), ("belum", limit + 1), ("kini", Self.now.milliseconds)] {
                try Self.session(id, begun: begun, in: session)
            }
        }
        #expect(try await house.keeper(clock: MovableClock()).round().isHolder)
        #expect(try await ids("SELECT id FROM sessions ORDER BY created_at", house) == ["tepat", "belum", "kini"])
    }

    @Test("More old sessions than go at a time are forgotten in one round, and a longer limit keeps them", arguments: TestEngine.available)
    func manySessions(engine: TestEngine) async throws {
        let begun = Self.now.milliseconds - (12 * 3_600 + Self.day) * 1_000 - 1
        let house = try await house(engine) { session in
            for number in 1...501 { try Self.session("\(number)", begun: begun, in: session) }
        }
        let clock = MovableClock()
        let patient = JournalKeeper(
            records: house.records, keyFile: house.keyFile, sessionLimit: .seconds(12 * 3_600 + 1), clock: clock, logger: JournalHouse.silent)
        #expect(try await patient.round().isHolder)
        #expect(try await ids("SELECT id FROM sessions", house).count == 501)
        // Only who has the lease forgets.
        let keeper = house.keeper(clock: clock)
        #expect(try await keeper.round().isHolder == false)
        #expect(try await ids("SELECT id FROM sessions", house).count == 501)
        clock.pass(seconds: 660)
        #expect(try await keeper.round().isHolder)
        #expect(try await ids("SELECT id FROM sessions", house) == [])
    }

    @Test("Failed sign-ins are forgotten after a day, to the millisecond", arguments: TestEngine.available)
    func failures(engine: TestEngine) async throws {
        let limit = Self.now.milliseconds - Self.day * 1_000
        let house = try await house(engine) { session in
            for (id, at) in [("jauh", 0), ("lewat", limit - 1), ("tepat", limit), ("belum", limit + 1), ("kini", Self.now.milliseconds)] {
                try FailureStore.insert(Sodium.random(32), id: id, at: Timestamp(milliseconds: at), in: session)
            }
        }
        #expect(try await house.keeper(clock: MovableClock()).round().isHolder)
        #expect(try await ids("SELECT id FROM sign_in_failures ORDER BY at", house) == ["tepat", "belum", "kini"])
    }

    @Test("Of very many old failures a round forgets a hundred pieces of ten minutes, the next one the rest", arguments: TestEngine.available)
    func manyFailures(engine: TestEngine) async throws {
        let limit = Self.now.milliseconds - Self.day * 1_000
        let house = try await house(engine) { session in
            // Every ten minutes two, of which the second is in the same piece only just.
            for piece in 1...101 as ClosedRange<Int64> {
                for more in [0, 599_999] as [Int64] {
                    let at = Timestamp(milliseconds: limit - piece * 600_000 + more)
                    try FailureStore.insert(Sodium.random(32), id: "\(piece)", at: at, in: session)
                }
            }
        }
        let keeper = house.keeper(clock: MovableClock())
        _ = try await keeper.round()
        #expect(try await ids("SELECT id FROM sign_in_failures ORDER BY at", house) == ["1", "1"])
        _ = try await keeper.round()
        #expect(try await ids("SELECT id FROM sign_in_failures", house) == [])
    }
}
