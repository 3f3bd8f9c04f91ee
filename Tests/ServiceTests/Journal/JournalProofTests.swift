import Journaling
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("Proofs and keys of the journal")
struct JournalProofTests {
    private func identity(_ role: Role = .auditor, in agency: AgencyID = JournalHouse.agency) throws -> Identity {
        let grant = try Grant(
            id: GrantID("g"), role: role, scope: agency.scope, from: try #require(Day("2026-01-01")), until: nil)
        return Identity(
            account: AccountID("akun-1"), agency: agency, name: "A", grants: [grant], session: "s", token: Token(),
            pending: nil, hasSecondFactor: true)
    }

    @Test("The proof file of any entry verifies, and of no other", arguments: [1, 256, 257, 512, 700])
    func proofs(_ number: Int) async throws {
        let house = try await JournalHouse()
        try await house.append(1...700)
        try await house.sign()
        let actions = JournalActions(records: house.records)
        let proven = try await actions.entry(number, of: JournalHouse.agency, by: identity(), at: JournalHouse.start)
        #expect(proven.isIncluded)
        #expect(proven.isSigned)
        let bytes = try await actions.proofFile(number, of: JournalHouse.agency, by: identity(), at: JournalHouse.start)
        var verifier = JournalVerifier(trust: Trust(key: house.keys.verifying))
        verifier.read(bytes)
        let report = verifier.finish()
        #expect(report.faults == [])
        #expect(report.entry?.sequence == number)
    }

    @Test("An entry changed in the database is shown as such, and so is one whose columns were changed")
    func changed() async throws {
        let house = try await JournalHouse()
        try await house.append(1...10)
        try await house.sign()
        try await house.tamper(
            "UPDATE journal_entries SET text = replace(text, 'sandi', 'sindi') WHERE sequence = 4",
            "UPDATE journal_entries SET actor = 'akun-9' WHERE sequence = 5")
        let actions = JournalActions(records: house.records)
        for (number, isIncluded) in [(3, true), (4, false), (5, false), (6, true)] {
            let proven = try await actions.entry(number, of: JournalHouse.agency, by: identity(), at: JournalHouse.start)
            #expect(proven.isIncluded == isIncluded)
        }
    }

    @Test("What is not signed yet is proven up to the present end, without a file")
    func unsigned() async throws {
        let house = try await JournalHouse()
        try await house.append(1...5)
        let actions = JournalActions(records: house.records)
        let proven = try await actions.entry(5, of: JournalHouse.agency, by: identity(), at: JournalHouse.start)
        #expect(proven.isIncluded)
        #expect(!proven.isSigned)
        await #expect(throws: PageRefusal.self) {
            try await actions.proofFile(5, of: JournalHouse.agency, by: identity(), at: JournalHouse.start)
        }
    }

    @Test("An auditor of another agency sees nothing")
    func otherAgency() async throws {
        let house = try await JournalHouse()
        try await house.append(1...2)
        let actions = JournalActions(records: house.records)
        let stranger = try identity(in: JournalHouse.other)
        await #expect(throws: Refusal.self) {
            try await actions.list(JournalHouse.agency, .init(), by: stranger, at: JournalHouse.start)
        }
        await #expect(throws: Refusal.self) {
            try await actions.entry(1, of: JournalHouse.agency, by: stranger, at: JournalHouse.start)
        }
        await #expect(throws: Refusal.self) {
            try await actions.beginExport(JournalHouse.agency, withPersonal: false, by: stranger, at: JournalHouse.start)
        }
        #expect(try await actions.list(JournalHouse.agency, .init(), by: identity(), at: JournalHouse.start).entries.count == 2)
    }

    @Test("After a rotation the new key signs, the old one does not, and both halves verify")
    func rotation() async throws {
        let house = try await JournalHouse()
        try await house.append(1...10)
        try await house.sign()
        let new = try await house.keys.rotate(in: house.database, at: JournalHouse.start.milliseconds)
        #expect(new.verifying != house.keys.verifying)
        #expect(try JournalKeys(house.keyFile).verifying == new.verifying)
        #expect(try JournalKeys(KeyFile("\(house.keyFile.path).\(house.keys.verifying.id)")).verifying == house.keys.verifying)
        #expect(try await house.keys.standing(in: house.database) == .other(newest: new.verifying.id))
        await #expect(throws: Refusal.self) {
            try await house.keys.rotate(in: house.database, at: JournalHouse.start.milliseconds)
        }
        try await house.append(11...20)
        // The chain of the nation has the fact of the rotation.
        #expect(try await house.sign().signed == 2)
        let report = try await house.verified()
        #expect(report.faults == [])
        #expect(report.keys == [house.keys.verifying, new.verifying])
        #expect(report.covered == 20)
        let nation = try await house.verified(.nation)
        #expect(nation.isSound)
        #expect(nation.entries == 1)
    }

    @Test("A rotation that was interrupted after it was on record is finished when the key is opened")
    func interrupted() async throws {
        let house = try await JournalHouse()
        let old = try house.keyFile.read()
        let new = try await house.keys.rotate(in: house.database, at: JournalHouse.start.milliseconds)
        // As if the program had ended before the new file got its name.
        #expect(try JournalKeys.make(at: "\(house.folder)/jurnal.sisa").verifying != new.verifying)
        let path = house.keyFile.path
        try Files.move(path, to: "\(path).baru")
        try KeyFile(path).make(old)
        let (keys, standing) = try await JournalKeys.open(KeyFile(path), in: house.database, at: JournalHouse.start.milliseconds)
        #expect(keys.verifying == new.verifying)
        #expect(standing == .current)
        #expect(!KeyFile("\(path).baru").exists)
    }

    @Test("A missing key file is refused when the database has a key, and nothing is made in its place")
    func missing() async throws {
        let house = try await JournalHouse()
        let elsewhere = KeyFile("\(house.folder)/jurnal-lain")
        await #expect(throws: Refusal.self) {
            try await JournalKeys.open(elsewhere, in: house.database, at: 0)
        }
        #expect(!elsewhere.exists)
        try Files.allowOthers(house.keyFile.path)
        #expect(throws: Refusal.self) { try JournalKeys(house.keyFile) }
    }
}
