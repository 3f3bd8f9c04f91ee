import Journaling
import Logging
import Relational
import Rulebook
import ServiceLifecycle
import Testing

@testable import Service

@Suite("The keeper of the journal")
struct JournalKeeperTests {
    /// Runs a keeper while the work is done, then stops it as the server does, and waits for its end.
    private func running(_ keeper: JournalKeeper, _ work: () async throws -> Void) async throws {
        let group = ServiceGroup(configuration: .init(services: [.init(service: keeper)], logger: JournalHouse.silent))
        let run = Task { try await group.run() }
        do {
            try await work()
        } catch {
            await group.triggerGracefulShutdown()
            _ = try? await run.value
            throw error
        }
        await group.triggerGracefulShutdown()
        try await run.value
    }

    private func number(_ statement: SQL, in house: JournalHouse) async throws -> Int64 {
        try await house.database.read { try $0.row(statement)?.integer(0) ?? -1 }
    }

    private func checkpoints(_ house: JournalHouse) async throws -> Int64 {
        try await number("SELECT count(*) FROM journal_checkpoints", in: house)
    }

    private func logger(_ log: Site.Log) -> Logger {
        Logger(label: "test") { _ in JSONLogHandler { log.add($0) } }
    }

    @Test("It signs at once what there is and at its end what has grown since, and lets go of the lease", arguments: TestEngine.available)
    func run(engine: TestEngine) async throws {
        let house = try await JournalHouse(engine)
        try await house.append(1...5)
        let keeper = house.keeper()
        try await running(keeper) {
            while try await checkpoints(house) < 1 { await Task.yield() }
            #expect(try await number("SELECT until FROM leases WHERE name = 'jurnal'", in: house) == JournalHouse.start.milliseconds + 660_000)
            try await house.append(6...9)
            // The next round would be ten minutes away.
            #expect(try await checkpoints(house) == 1)
        }
        #expect(try await checkpoints(house) == 2)
        #expect(try await house.verified().covered == 9)
        #expect(try await number("SELECT until FROM leases WHERE name = 'jurnal'", in: house) == 0)
        // Another server need not wait, though no time has passed.
        #expect(try await house.keeper().round().isHolder)
    }

    @Test("It signs again and again, and nothing is signed twice", arguments: TestEngine.available)
    func rounds(engine: TestEngine) async throws {
        let house = try await JournalHouse(engine)
        try await running(house.keeper(interval: .milliseconds(1))) {
            for number in 1...3 {
                try await house.append(number...number)
                while try await checkpoints(house) < number { await Task.yield() }
            }
        }
        let report = try await house.verified()
        #expect((report.checkpoints, report.covered) == (3, 3))
        #expect(report.isSound)
    }

    @Test("What has not grown is not signed again", arguments: TestEngine.available)
    func idle(engine: TestEngine) async throws {
        let house = try await JournalHouse(engine)
        #expect(try await house.keeper().round().signed == 0)
        try await house.append(1...5)
        try await house.database.write { try $0.execute("UPDATE leases SET until = 0") }
        let keeper = house.keeper()
        #expect(try await keeper.round().signed == 1)
        #expect(try await keeper.round().signed == 0)
        #expect(try await house.verified().checkpoints == 1)
    }

    @Test("One of two servers signs; the other takes over when the lease is up, not before", arguments: TestEngine.available)
    func lease(engine: TestEngine) async throws {
        let house = try await JournalHouse(engine)
        let clock = MovableClock()
        try await house.append(1...5)
        let first = house.keeper(clock: clock)
        let second = house.keeper(clock: clock)
        #expect(try await first.round().isHolder)
        try await house.append(6...10)
        // Held for the interval and a minute.
        clock.pass(seconds: 659)
        var round = try await second.round()
        #expect((round.isHolder, round.signed) == (false, 0))
        #expect(try await checkpoints(house) == 1)
        clock.pass(seconds: 1)
        round = try await second.round()
        #expect((round.isHolder, round.signed) == (true, 1))
        try await house.append(11...12)
        round = try await first.round()
        #expect((round.isHolder, round.signed) == (false, 0))
        // Who renews keeps it.
        clock.pass(seconds: 659)
        #expect(try await second.round().signed == 1)
        clock.pass(seconds: 659)
        #expect(try await first.round().isHolder == false)
        #expect(try await house.verified().isSound)
    }

    @Test("A lease is up in the very millisecond it names", arguments: TestEngine.available)
    func leaseEnd(engine: TestEngine) async throws {
        let house = try await JournalHouse(engine)
        #expect(try await house.keeper().round().isHolder)
        let end = JournalHouse.start.milliseconds + 660_000
        for (time, isHolder) in [(end - 1, false), (end, true)] {
            let keeper = house.keeper(clock: JournalHouse.StoppedClock(timestamp: Timestamp(milliseconds: time)))
            #expect(try await keeper.round().isHolder == isHolder)
        }
    }

    @Test("Of many chains every one is signed, but none that differs, which is told loudly", arguments: TestEngine.available, [20, 21, 41])
    func chains(engine: TestEngine, count: Int) async throws {
        let house = try await JournalHouse(engine)
        let agencies = (1...count).map { AgencyID("instansi-\($0 + 100)") }
        try await house.records.change { change in
            for agency in agencies {
                try AgencyStore.insert(
                    AgencyStore.Kept(
                        id: agency, code: agency.text.uppercased(), name: "Instansi", parent: nil, offsetMinutes: 420, secondFactorRoles: []),
                    at: JournalHouse.start, in: change.session)
                change.record(JournalHouse.fact(1, in: agency))
            }
        }
        // All but the last: whole readings of twenty in which nothing can be signed.
        try await house.tamper(
            "UPDATE journal_heads SET head = \(house.literal(Sodium.random(32))) WHERE agency <> '\(agencies[count - 1].text)'")
        let log = Site.Log()
        let keeper = house.keeper(logger: logger(log))
        let round = try await keeper.round()
        #expect(round.signed == 1)
        #expect(round.differing == Array(agencies.dropLast()))
        #expect(try await number("SELECT count(*) FROM journal_checkpoints WHERE agency = \(agencies[count - 1].text)", in: house) == 1)
        try await running(keeper) {}
        for agency in agencies.dropLast() {
            #expect(log.lines.contains { $0.contains("journal differs from what was signed") && $0.contains(agency.text) && $0.contains("critical") })
        }
        #expect(try await checkpoints(house) == 1)
    }

    @Test("After a rotation from the command line the running keeper signs with the new key", arguments: TestEngine.available)
    func rotated(engine: TestEngine) async throws {
        let house = try await JournalHouse(engine)
        try await house.append(1...5)
        let keeper = house.keeper()
        #expect(try await keeper.round().signed == 1)
        let new = try await house.keys.rotate(in: house.database, at: JournalHouse.start.milliseconds)
        try await house.append(6...9)
        // The chain of the nation has the fact of the rotation.
        #expect(try await keeper.round().signed == 2)
        let report = try await house.verified()
        #expect(report.faults == [])
        #expect(report.checkpoint?.checkpoint.key == new.verifying.id)
        #expect(report.covered == 9)
    }

    @Test("With a foreign key file it signs nothing, says so, and leaves the lease to a server that can", arguments: TestEngine.available)
    func foreign(engine: TestEngine) async throws {
        let house = try await JournalHouse(engine)
        try await house.append(1...5)
        let log = Site.Log()
        let path = house.keyFile.path
        let keeper = house.keeper(logger: logger(log))
        try Files.move(path, to: "\(path)-asli")
        try KeyFile(path).make(SigningKey().seed)
        let round = try await keeper.round()
        #expect(round.standing == .other(newest: house.keys.verifying.id))
        #expect((round.isHolder, round.signed) == (false, 0))
        try await running(keeper) {}
        #expect(log.lines.contains { $0.contains("the key file is not the key in use") && $0.contains(house.keys.verifying.id.text) })
        #expect(try await checkpoints(house) == 0)
        let able = JournalKeeper(
            records: house.records, keyFile: KeyFile("\(path)-asli"), clock: JournalHouse.StoppedClock(timestamp: JournalHouse.start),
            logger: JournalHouse.silent)
        #expect(try await able.round().signed == 1)
    }

    @Test("A key file that cannot be used stops the signing, not the keeper; mended, it is used again", arguments: TestEngine.available)
    func mended(engine: TestEngine) async throws {
        let house = try await JournalHouse(engine)
        try await house.append(1...5)
        let log = Site.Log()
        let path = house.keyFile.path
        try Files.move(path, to: "\(path)-asli")
        await #expect(throws: Refusal.self) { try await house.keeper().round() }
        // Never a new key beside the one on record.
        #expect(!house.keyFile.exists)
        try await running(house.keeper(interval: .milliseconds(1), logger: logger(log))) {
            while !log.lines.contains(where: { $0.contains("journal is not signed") }) { await Task.yield() }
            #expect(try await checkpoints(house) == 0)
            try Files.move("\(path)-asli", to: path)
            while try await checkpoints(house) < 1 { await Task.yield() }
        }
        #expect(try await house.verified().isSound)
    }
}
