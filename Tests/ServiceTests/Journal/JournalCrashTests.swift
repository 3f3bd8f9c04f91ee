import Foundation
import Journaling
import Logging
import Relational
import Rulebook
import Synchronization
import Testing

@testable import Service

@Suite("A program that is killed while people change things and the journal is signed", .serialized)
struct JournalCrashTests {
    @Test(
        "After each kill every chain verifies, every acknowledged change has its fact and every fact its change",
        arguments: TestEngine.available)
    func killed(engine: TestEngine) async throws {
        let folder = NSTemporaryDirectory() + "zona-jatuh-" + NewID.make(at: 0)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let place = try await engine.makePlace(in: folder)
        let key = try await JournalLoad.prepare(place, folder)
        var kept: [KeptHead] = []
        for round in 0..<12 {
            // Also at once, before or while the database is opened.
            let wanted = round % 6 == 0 ? 0 : Int.random(in: 1...150)
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [place = place as String, folder = folder as String, round = round as Int, wanted = wanted as Int] in
                try await JournalLoad(place: place, folder: folder, round: round).run(killedAfter: wanted)
            }
            let acknowledged = try JournalLoad.acknowledged(folder)
            #expect(acknowledged.count >= wanted)
            // The next start: nothing is needed but to open it.
            let database = try await TestEngine.open(place)
            let found = try await database.read { try JournalLoad.Found($0) }
            #expect(found.accounts.isSuperset(of: acknowledged), "acknowledged changes are gone")
            #expect(found.accounts.count - acknowledged.count <= JournalLoad.lanes * (round + 1))
            #expect(found.people == found.accounts)
            #expect(Set(found.facts) == found.accounts && found.facts.count == found.accounts.count)
            #expect(Set(found.opened) == found.accounts && found.opened.count == found.accounts.count)
            #expect(found.isInOrder)
            for agency in [JournalHouse.agency, JournalHouse.other] {
                let isWhole = try await database.read {
                    try JournalStore.isConsistent(agency, in: $0) && JournalStore.areLinked(sinceCheckpointOf: agency, in: $0)
                }
                #expect(isWhole)
            }
            let checks = try await JournalCheck.all(in: database, key: key, kept: kept)
            #expect(checks.map(\.agency) == ["A-01", "B-01"])
            for check in checks { #expect(check.isSound, "\(check.report.faults)") }
            kept += checks.compactMap(\.report.keptHead)
            if engine == .sqlite { #expect(try await database.integrityProblems() == []) }
            await database.close()
        }
        #expect(try JournalLoad.acknowledged(folder).count > 12)
    }
}

/// What the program does that is killed: sixteen people invite others in two agencies, one change after the other, while
/// the keeper signs without a pause.
struct JournalLoad: Sendable {
    static let lanes = 16

    let place: String
    let folder: String
    let round: Int

    /// Makes the database with two agencies, the key, and a first fact of each chain under a signature.
    static func prepare(_ place: String, _ folder: String) async throws -> VerifyingKey {
        let database = try await TestEngine.open(place)
        _ = try await Migrator(Schema.migrations).migrate(database, at: 1)
        let load = JournalLoad(place: place, folder: folder, round: -1)
        let keys = try await JournalKeys.open(load.keyFile, in: database, at: load.now.milliseconds).keys
        let records = Records(database)
        let now = load.now
        try await records.change { change in
            for (agency, code) in [(JournalHouse.agency, "A-01"), (JournalHouse.other, "B-01")] {
                try AgencyStore.insert(
                    AgencyStore.Kept(id: agency, code: code, name: "Instansi", parent: nil, offsetMinutes: 420, secondFactorRoles: []),
                    at: now, in: change.session)
                change.record(JournalFact(.agencyCreated, in: agency, by: .system, ["nama": "Instansi", "kode": .text(code)], at: now))
            }
        }
        #expect(try await load.keeper(records).round().signed == 2)
        await database.close()
        return keys.verifying
    }

    private var keyFile: KeyFile { KeyFile("\(folder)/jurnal") }
    private static func ledger(_ folder: String) -> String { "\(folder)/diakui" }

    /// An hour after the last round, so that the lease of whoever was killed is up.
    private var now: Timestamp { JournalHouse.start.adding(seconds: Int64(round + 1) * 3_600) }

    private func keeper(_ records: Records) -> JournalKeeper {
        JournalKeeper(records: records, keyFile: keyFile, clock: JournalHouse.StoppedClock(timestamp: now), logger: JournalHouse.silent)
    }

    /// What was acknowledged so far, in all rounds.
    static func acknowledged(_ folder: String) throws -> Set<String> {
        let file = ledger(folder)
        guard FileManager.default.fileExists(atPath: file) else { return [] }
        return Set(try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init))
    }

    /// Changes things until so many changes were acknowledged, and is killed then by the system; with 0 at any moment.
    func run(killedAfter wanted: Int) async throws {
        if wanted == 0 {
            Thread.detachNewThread {
                usleep(.random(in: 0...300_000))
                kill(getpid(), SIGKILL)
            }
        }
        let ledger = open(Self.ledger(folder), O_WRONLY | O_APPEND | O_CREAT, 0o600)
        let records = Records(try await TestEngine.open(place))
        let tally = Tally()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                let keeper = keeper(records)
                while true { _ = try await keeper.round() }
            }
            for lane in 0..<Self.lanes {
                group.addTask {
                    for number in 0... {
                        let account = AccountID("akun-\(lane)-\(round)-\(number)")
                        try await change(account, in: lane.isMultiple(of: 2) ? JournalHouse.agency : JournalHouse.other, records)
                        // One short write is whole or not there at all.
                        let line = Array("\(account.text)\n".utf8)
                        guard write(ledger, line, line.count) == line.count else { return }
                        if tally.next() == wanted { kill(getpid(), SIGKILL) }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func change(_ account: AccountID, in agency: AgencyID, _ records: Records) async throws {
        let now = now
        try await records.change { change in
            let person = AccountStore.Person(name: "Orang \(account.text)", nip: nil, email: "\(account.text)@contoh.go.id")
            try AccountStore.insert(account, in: agency, person, at: now, in: change.session)
            change.record(
                JournalFact(
                    .accountInvited, in: agency, by: .system, about: account.text,
                    personal: [JournalFact.Personal(field: "nama", account: account, value: person.name)], at: now))
        }
    }

    /// Counts what was acknowledged, across tasks.
    private final class Tally: Sendable {
        private let count = Atomic(0)

        func next() -> Int { count.add(1, ordering: .relaxed).newValue }
    }

    /// What is in the database, in one state.
    struct Found: Sendable {
        let accounts: Set<String>
        let people: Set<String>
        /// The accounts that the journal tells of, in the order of the chains.
        let facts: [String]
        /// The accounts whose names the journal can still open.
        let opened: [String]

        init(_ session: any ReadSession) throws {
            func ids(_ statement: SQL) throws -> [String] { try session.rows(statement).map { try $0.text(0) } }
            accounts = Set(try ids("SELECT id FROM accounts"))
            people = Set(try ids("SELECT account FROM people"))
            facts = try ids("SELECT subject FROM journal_entries WHERE kind = 'akun-diundang' ORDER BY agency, sequence")
            opened = try ids("SELECT account FROM journal_openings")
        }

        /// Whether the facts of each lane follow each other as they were acknowledged.
        var isInOrder: Bool {
            var last: [Substring: (Int, Int)] = [:]
            for fact in facts {
                let parts = fact.split(separator: "-")
                guard parts.count == 4, let round = Int(parts[2]), let number = Int(parts[3]) else { return false }
                if let before = last[parts[1]], before >= (round, number) { return false }
                last[parts[1]] = (round, number)
            }
            return true
        }
    }
}
