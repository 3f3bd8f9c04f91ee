import Foundation
import HTTPTypes
import HummingbirdTesting
import InstrumentFiles
import Logging
import Relational
import Rulebook
import Synchronization
import Testing

@testable import Service

/// A clock that tests move.
final class MovableClock: WallClock {
    private let milliseconds: Mutex<Int64>

    /// Starts on 24 November 2026, 08:00 WIB.
    init() {
        milliseconds = Mutex(1_795_482_000_000)
    }

    var timestamp: Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }

    func pass(seconds: Int64) {
        milliseconds.withLock { $0 += seconds * 1_000 }
    }
}

/// A whole site with a real database, two agencies with two units each, and people for every role.
final class Town: Sendable {
    static let password = "gunung teduh pagi 42"

    let server: ZonaServer
    let storage: ServerStorage
    let clock = MovableClock()
    let folder: String
    let log = Site.Log()

    /// - Parameters:
    ///   - wrap: may put something between the server and its database.
    ///   - checks: who finds out what candidacies need, in place of the features.
    init(
        _ engine: TestEngine = .sqlite, wrap: (any Database) -> any Database = { $0 }, checks: CandidacyChecks? = nil
    ) async throws {
        folder = NSTemporaryDirectory() + "zona-kota-" + NewID.make(at: 0)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let database = wrap(try await engine.open(in: folder))
        storage = try ServerStorage(
            database: database, keys: folder, documents: "\(folder)/berkas", passwordCost: PasswordHasher.Cost(passes: 1, memory: 8_192))
        let log = log
        server = try ZonaServer(
            ServerConfiguration(port: 0), library: InstrumentLibrary(), storage: storage,
            logger: Logger(label: "test") { _ in JSONLogHandler { log.add($0) } }, clock: clock, checks: checks)
        let now = clock.timestamp
        _ = try await storage.records.change { try FirstStart.prepare(at: now, in: &$0) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Makes an agency with units.
    func agency(_ id: AgencyID, units: [WorkUnitID] = []) async throws {
        let now = clock.timestamp
        try await storage.records.change { change in
            try AgencyStore.insert(
                AgencyStore.Kept(
                    id: id, code: id.text.uppercased(), name: "Instansi \(id.text)", parent: nil, offsetMinutes: 420,
                    secondFactorRoles: []), at: now, in: change.session)
            for unit in units {
                try WorkUnitStore.insert(
                    WorkUnitStore.Kept(
                        agency: id, id: unit, code: unit.text.uppercased(), name: "Unit \(unit.text)", parent: nil,
                        closedAt: nil), at: now, in: change.session)
            }
        }
    }

    /// Makes a person with an active account, a password and roles.
    @discardableResult
    func person(
        _ name: String, of agency: AgencyID, _ roles: [(Role, Scope)] = [], key: SecondFactorKey? = nil
    ) async throws -> AccountID {
        let now = clock.timestamp
        let account = AccountID("akun-\(name)")
        let cost = storage.passwordCost
        let hasher = PasswordHasher(cost: cost)
        let hash = try await hasher.hash(Self.password)
        let vault = storage.vault
        try await storage.records.change { change in
            try AccountStore.insert(
                account, in: agency,
                AccountStore.Person(name: "Orang \(name)", nip: nil, email: "\(name)@contoh.go.id"), at: now, in: change.session)
            try AccountStore.setPassword(hash, of: account, at: now, in: change.session)
            if let key {
                try AccountStore.setSecondFactor(vault.seal(key.bytes), step: nil, of: account, at: now, in: change.session)
            }
            for (role, scope) in roles {
                let grant = try Grant(
                    id: GrantID(NewID.make(at: now.milliseconds)), role: role, scope: scope, from: Identity.day(now))
                try GrantStore.insert(grant, to: account, by: nil, at: now, in: change.session)
            }
        }
        await hasher.stop()
        return account
    }

    /// The code that an app would show now.
    func code(_ key: SecondFactorKey) -> String {
        OneTimeCode(mac: key.mac(SecondFactor.counter(SecondFactor.step(at: clock.timestamp))))?.text ?? ""
    }
}
