import Glibc
import Journaling
import Logging
import Relational
import RelationalSQLite
import Rulebook
import Testing

@testable import Service

/// An installation with a journal in a folder of its own, which is removed at the end.
final class JournalHouse: Sendable {
    let folder: String
    let database: SQLiteDatabase
    let records: Records
    let keys: JournalKeys

    static let start = Timestamp(milliseconds: 1_795_426_800_000)
    static let agency = AgencyID("instansi-a")
    static let other = AgencyID("instansi-b")

    struct StoppedClock: WallClock {
        var timestamp: Timestamp
    }

    var path: String { "\(folder)/zona.db" }
    var keyFile: KeyFile { KeyFile("\(folder)/jurnal") }

    init() async throws {
        var template = Array("/tmp/zona-jurnal-XXXXXX".utf8CString)
        folder = try #require(mkdtemp(&template).map { String(cString: $0) })
        database = try SQLiteDatabase(path: "\(folder)/zona.db")
        _ = try await Migrator(Schema.migrations).migrate(database, at: Self.start.milliseconds)
        records = Records(database)
        keys = try await JournalKeys.open(KeyFile("\(folder)/jurnal"), in: database, at: Self.start.milliseconds).keys
        try await records.change { change in
            for (id, code) in [(AgencyID.nation, "NASIONAL"), (Self.agency, "A-01"), (Self.other, "B-01")] {
                try AgencyStore.insert(
                    AgencyStore.Kept(id: id, code: code, name: "Instansi \(code)", parent: nil, offsetMinutes: 420, secondFactorRoles: []),
                    at: Self.start, in: change.session)
            }
        }
    }

    deinit {
        for name in ["zona.db", "zona.db-wal", "zona.db-shm", "salinan.db"] { unlink("\(folder)/\(name)") }
        if let directory = opendir(folder) {
            while let entry = readdir(directory) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
                if name.hasPrefix("jurnal") { unlink("\(folder)/\(name)") }
            }
            closedir(directory)
        }
        rmdir(folder)
    }

    /// Fact `number` of the sample: every third carries personal data, two people act in turn.
    static func fact(_ number: Int, in agency: AgencyID = agency) -> JournalFact {
        let account = AccountID("akun-\(number % 7)")
        let personal = [JournalFact.Personal(field: "nama", account: account, value: "Orang \(number)")]
        return JournalFact(
            number.isMultiple(of: 3) ? .accountInvited : .signedIn, in: agency,
            by: JournalFact.Actor(account: AccountID("akun-\(number % 2)"), role: .agencyAdministrator), about: account.text,
            number.isMultiple(of: 3) ? [:] : ["cara": "sandi"], personal: number.isMultiple(of: 3) ? personal : [],
            at: start.adding(seconds: Int64(number) * 60))
    }

    /// Puts facts on record, a hundred a change.
    func append(_ numbers: ClosedRange<Int>, in agency: AgencyID = agency) async throws {
        for first in stride(from: numbers.lowerBound, through: numbers.upperBound, by: 100) {
            let some = first...min(first + 99, numbers.upperBound)
            try await records.change { change in
                for number in some { change.record(Self.fact(number, in: agency)) }
            }
        }
    }

    func keeper(at now: Timestamp = start) -> JournalKeeper {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return JournalKeeper(records: records, keyFile: keyFile, clock: StoppedClock(timestamp: now), logger: logger)
    }

    /// Signs what there is.
    @discardableResult
    func sign(at now: Timestamp = start) async throws -> JournalKeeper.Round {
        let keeper = keeper(at: now)
        let round = try await keeper.round()
        // The next keeper is another server to the lease.
        try await records.change { try $0.session.execute("UPDATE leases SET until = 0") }
        return round
    }

    /// The file of a chain.
    func exported(_ agency: AgencyID = agency, withPersonal: Bool = true) async throws -> [UInt8] {
        var export = try await JournalExport(agency, in: database, withPersonal: withPersonal)
        var bytes: [UInt8] = []
        while let piece = try await export.next() { bytes += piece }
        return bytes
    }

    /// What the verifier finds in a chain, by somebody who holds the first key.
    func verified(_ agency: AgencyID = agency, kept: [KeptHead] = []) async throws -> JournalReport {
        var verifier = JournalVerifier(trust: Trust(key: keys.verifying, kept: kept))
        verifier.read(try await exported(agency))
        return verifier.finish()
    }

    /// Changes the file behind the program's back, after the triggers and the checks of foreign keys were taken off.
    func tamper(_ statements: String...) async throws {
        let triggers = [
            "entries_stay", "entries_remain", "nodes_stay", "nodes_remain", "checkpoints_stay", "checkpoints_remain", "keys_stay", "keys_remain",
            "openings_stay",
        ]
        try await database.write { session in
            for name in triggers { try session.script("DROP TRIGGER IF EXISTS journal_\(name)") }
            try session.script("PRAGMA defer_foreign_keys = ON")
            for statement in statements { try session.script(statement) }
        }
    }
}
