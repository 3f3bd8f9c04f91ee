import Foundation
import Journaling
import Logging
import Relational
import Rulebook
import Testing

@testable import Service

/// An installation with a journal in a folder of its own, which is removed at the end.
final class JournalHouse: Sendable {
    let engine: TestEngine
    let folder: String
    let database: any Database
    let records: Records
    let keys: JournalKeys

    static let start = Timestamp(milliseconds: 1_795_426_800_000)
    static let agency = AgencyID("instansi-a")
    static let other = AgencyID("instansi-b")

    struct StoppedClock: WallClock {
        var timestamp: Timestamp
    }

    var keyFile: KeyFile { KeyFile("\(folder)/jurnal") }

    init(_ engine: TestEngine = .sqlite) async throws {
        self.engine = engine
        var template = Array("/tmp/zona-jurnal-XXXXXX".utf8CString)
        folder = try #require(mkdtemp(&template).map { String(cString: $0) })
        database = try await engine.open(in: folder)
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
        try? FileManager.default.removeItem(atPath: folder)
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

    func keeper(
        clock: any WallClock = StoppedClock(timestamp: start), interval: Duration = .seconds(600), logger: Logger = silent
    ) -> JournalKeeper {
        JournalKeeper(records: records, keyFile: keyFile, interval: interval, clock: clock, logger: logger)
    }

    static var silent: Logger {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return logger
    }

    /// Signs what there is.
    @discardableResult
    func sign(at now: Timestamp = start) async throws -> JournalKeeper.Round {
        let keeper = keeper(clock: StoppedClock(timestamp: now))
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

    /// What `zona check` finds in a chain.
    func checked(_ agency: AgencyID = agency, kept: [KeptHead] = []) async throws -> JournalCheck {
        let code = agency == Self.agency ? "A-01" : "B-01"
        let checks = try await JournalCheck.all(in: database, key: keys.verifying, kept: kept)
        return try #require(checks.first { $0.agency == code })
    }

    /// Bytes as the engine writes them in a statement.
    func literal(_ bytes: [UInt8]) -> String {
        engine == .sqlite ? "x'\(HexText.text(bytes))'" : "'\\x\(HexText.text(bytes))'"
    }

    /// Changes the database behind the program's back, as the owner of its tables who has taken the triggers off.
    func tamper(_ statements: String...) async throws {
        let tables = ["entries", "nodes", "checkpoints", "keys", "openings"].map { "journal_\($0)" }
        let engine = engine
        try await database.write { session in
            for table in tables {
                switch engine {
                case .sqlite: for end in ["stay", "remain"] { try session.script("DROP TRIGGER IF EXISTS \(table)_\(end)") }
                case .postgres: try session.script("ALTER TABLE \(table) DISABLE TRIGGER USER")
                }
            }
            if engine == .sqlite { try session.script("PRAGMA defer_foreign_keys = ON") }
            for statement in statements { try session.script(statement) }
        }
    }
}
