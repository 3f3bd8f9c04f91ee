import Journaling
import Relational
import RelationalSQLite
import Rulebook
import Testing

@testable import Service

@Suite("A journal in SQLite, changed behind the program's back")
struct JournalTamperTests {
    /// A house with a thousand facts, signed at 600 and at 1,000.
    private func house() async throws -> JournalHouse {
        let house = try await JournalHouse()
        try await house.append(1...600)
        try await house.sign()
        try await house.append(601...1_000)
        try await house.sign()
        return house
    }

    @Test("A thousand facts with personal data are exported and found sound")
    func sound() async throws {
        let house = try await house()
        let report = try await house.verified()
        #expect(report.faults == [])
        #expect((report.entries, report.openings, report.checkpoints, report.covered) == (1_000, 333, 2, 1_000))
        let bare = try await house.exported(withPersonal: false)
        #expect(!String(decoding: bare, as: UTF8.self).contains("Orang 3"))
        var verifier = JournalVerifier(trust: Trust(key: house.keys.verifying))
        verifier.read(bare)
        #expect(verifier.finish().isSound)
        let checks = try await JournalCheck.all(in: house.database, key: house.keys.verifying)
        #expect(checks.map(\.agency) == ["A-01"])
        #expect(checks.map(\.isSound) == [true])
    }

    @Test("A changed entry is named", arguments: [1, 256, 600, 999])
    func changed(_ number: Int) async throws {
        let house = try await house()
        try await house.tamper(
            "UPDATE journal_entries SET text = replace(text, '\"pelaku\":\"akun-', '\"pelaku\":\"bkun-') WHERE sequence = \(number)")
        let report = try await house.verified()
        #expect(report.faults.contains { $0.fault == .changedEntry(number) })
    }

    @Test("A changed last entry is named, and its head no longer agrees")
    func changedLast() async throws {
        let house = try await house()
        try await house.tamper("UPDATE journal_entries SET text = replace(text, 'sandi', 'sindi') WHERE sequence = 1000")
        let report = try await house.verified()
        #expect(report.faults.contains { $0.fault == .changedEntry(1_000) })
        #expect(try await house.database.read { try JournalStore.isConsistent(JournalHouse.agency, in: $0) } == false)
    }

    @Test("A deleted entry is named", arguments: [1, 300, 600])
    func deleted(_ number: Int) async throws {
        let house = try await house()
        try await house.tamper(
            "DELETE FROM journal_openings WHERE sequence = \(number)", "DELETE FROM journal_entries WHERE sequence = \(number)")
        let report = try await house.verified()
        #expect(report.faults.contains { $0.fault == .missingEntries(number...number) })
    }

    @Test("Two exchanged entries are named")
    func reordered() async throws {
        let house = try await house()
        try await house.tamper(
            "CREATE TEMP TABLE t AS SELECT sequence, text FROM journal_entries WHERE sequence IN (500, 501)",
            "UPDATE journal_entries SET text = (SELECT t.text FROM t WHERE t.sequence = 1001 - journal_entries.sequence) WHERE sequence IN (500, 501)",
            "DROP TABLE t")
        let report = try await house.verified()
        let named = report.faults.contains { $0.fault == .reorderedEntry(500) || $0.fault == .reorderedEntry(501) }
        #expect(named)
    }

    @Test("A replaced head is found before anything is signed over it, and by what is appended to it")
    func head() async throws {
        let house = try await house()
        try await house.tamper("UPDATE journal_heads SET head = randomblob(32)")
        try await house.append(1_001...1_001)
        let round = try await house.sign()
        #expect(round.differing == [JournalHouse.agency])
        #expect(round.signed == 0)
        let report = try await house.verified()
        #expect(report.faults.map(\.fault) == [.brokenLink(1_001)])
    }

    @Test("A replaced key is named by whoever holds the right one")
    func key() async throws {
        let house = try await house()
        let foreign = SigningKey().verifying
        try await house.tamper("UPDATE journal_keys SET id = '\(foreign.id)', public = x'\(foreign.hex)'")
        let report = try await house.verified()
        #expect(report.faults.contains { $0.fault == .replacedKey(house.keys.verifying.id) })
        #expect(report.faults.contains { $0.fault == .unknownKey(house.keys.verifying.id) })
        #expect(try await house.keys.standing(in: house.database) == .other(newest: foreign.id))
        try await house.append(1_001...1_001)
        let round = try await house.sign()
        #expect(round.standing == .other(newest: foreign.id))
        #expect(round.signed == 0)
    }

    @Test("An older copy is sound in itself, and found by whoever kept a later state")
    func older() async throws {
        let house = try await JournalHouse()
        try await house.append(1...40)
        try await house.sign()
        let copy = "\(house.folder)/salinan.db"
        // As somebody would who has the disk: the file as it was.
        try await Files.copy(of: house.database, to: copy)
        try await house.append(41...50)
        try await house.sign()
        let kept = try #require(try await house.verified().keptHead)

        let restored = try SQLiteDatabase(path: copy)
        var export = try await JournalExport(JournalHouse.agency, in: restored, withPersonal: true)
        var careless = JournalVerifier(trust: Trust(key: house.keys.verifying))
        var careful = JournalVerifier(trust: Trust(key: house.keys.verifying, kept: [kept]))
        while let piece = try await export.next() {
            careless.read(piece)
            careful.read(piece)
        }
        await restored.close()
        #expect(careless.finish().isSound)
        #expect(careful.finish().faults.map(\.fault) == [.rolledBack(kept: 50, found: 40)])
    }

    @Test("A rewritten beginning is found by whoever kept a state")
    func rewritten() async throws {
        let house = try await house()
        let kept = try #require(try await house.verified().keptHead)
        let second = try await JournalHouse()
        try await second.append(1...1_000)
        try await second.sign()
        var verifier = JournalVerifier(trust: Trust(kept: [kept]))
        verifier.read(try await second.exported())
        #expect(verifier.finish().faults.contains { $0.fault == .rewritten(size: 1_000) })
    }

    @Test("A changed opening is named, an erased one leaves the chain sound")
    func openings() async throws {
        let house = try await house()
        try await house.database.write { try $0.execute("DELETE FROM journal_openings WHERE account = 'akun-0'") }
        let erased = try await house.verified()
        #expect(erased.isSound)
        #expect(erased.openings < 333)
        try await house.tamper("UPDATE journal_openings SET value = 'Orang lain' WHERE sequence = 3")
        #expect(try await house.verified().faults.map(\.fault) == [.openingMismatch(3)])
    }

    @Test(
        "The tables of the journal refuse changes",
        arguments: [
            "UPDATE journal_entries SET text = text", "DELETE FROM journal_entries", "UPDATE journal_checkpoints SET at = 0",
            "DELETE FROM journal_checkpoints", "UPDATE journal_keys SET since = 0", "DELETE FROM journal_keys",
            "UPDATE journal_openings SET value = ''", "UPDATE journal_nodes SET level = 2", "DELETE FROM journal_nodes",
        ])
    func appendOnly(_ statement: String) async throws {
        let house = try await JournalHouse()
        try await house.append(1...300)
        try await house.sign()
        await #expect {
            try await house.database.write { try $0.execute(SQL(text: statement)) }
        } throws: { ($0 as? RelationalError)?.kind == .check }
        #expect(try await house.verified().isSound)
    }
}
