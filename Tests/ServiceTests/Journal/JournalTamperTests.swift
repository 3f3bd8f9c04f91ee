import Journaling
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("A journal, changed behind the program's back by the owner of its tables")
struct JournalTamperTests {
    /// Every engine with every number.
    static func each(_ numbers: [Int]) -> [(TestEngine, Int)] {
        TestEngine.available.flatMap { engine in numbers.map { (engine, $0) } }
    }

    /// A house with a thousand facts, signed at 600 and at 1,000.
    static func house(_ engine: TestEngine) async throws -> JournalHouse {
        let house = try await JournalHouse(engine)
        try await house.append(1...600)
        try await house.sign()
        try await house.append(601...1_000)
        try await house.sign()
        return house
    }

    /// What `zona check` names, which is what the reader of an export finds as well.
    static func faults(_ house: JournalHouse, kept: [KeptHead] = []) async throws -> [JournalFault] {
        let check = try await house.checked(kept: kept)
        #expect(!check.isSound)
        let report = try await house.verified(kept: kept)
        #expect(check.report.faults == report.faults)
        return report.faults.map(\.fault)
    }

    @Test("A thousand facts with personal data are exported and found sound", arguments: TestEngine.available)
    func sound(engine: TestEngine) async throws {
        let house = try await Self.house(engine)
        let report = try await house.verified()
        #expect(report.faults == [])
        #expect((report.entries, report.openings, report.checkpoints, report.covered) == (1_000, 333, 2, 1_000))
        let bare = try await house.exported(withPersonal: false)
        #expect(!String(decoding: bare, as: UTF8.self).contains("Orang 3"))
        var verifier = JournalVerifier(trust: Trust(key: house.keys.verifying))
        verifier.read(bare)
        #expect(verifier.finish().isSound)
        let checks = try await JournalCheck.all(in: house.database, key: house.keys.verifying)
        #expect(checks.filter(\.isBegun).map(\.agency) == ["A-01"])
        #expect(checks.filter(\.isSound).map(\.agency) == ["A-01"])
        // Where only the triggers were taken off, nothing is wrong yet.
        try await house.tamper()
        #expect(try await house.checked().isSound)
    }

    @Test("A changed entry is named", arguments: each([1, 256, 600, 999]))
    func changed(engine: TestEngine, number: Int) async throws {
        let house = try await Self.house(engine)
        try await house.tamper(
            "UPDATE journal_entries SET text = replace(text, '\"pelaku\":\"akun-', '\"pelaku\":\"bkun-') WHERE sequence = \(number)")
        #expect(try await Self.faults(house).contains(.changedEntry(number)))
        #expect(try await house.checked().misfiled == [number])
    }

    @Test("A changed last entry is named, and its head no longer agrees", arguments: TestEngine.available)
    func changedLast(engine: TestEngine) async throws {
        let house = try await Self.house(engine)
        try await house.tamper("UPDATE journal_entries SET text = replace(text, 'sandi', 'sindi') WHERE sequence = 1000")
        #expect(try await Self.faults(house).contains(.changedEntry(1_000)))
        #expect(try await house.checked().isHeadWhole == false)
    }

    @Test("One byte changed anywhere in an entry is found, and the entry named", arguments: TestEngine.available)
    func oneByte(engine: TestEngine) async throws {
        let house = try await JournalHouse(engine)
        try await house.append(1...5)
        try await house.sign()
        try await house.tamper()
        let agency = JournalHouse.agency.text
        let text = try #require(try await house.database.read { try JournalStore.entry(3, of: JournalHouse.agency, in: $0)?.text })
        let bytes = Array(text.utf8)
        // Every place of the entry, each with another wrong letter than the one before.
        for place in stride(from: 0, to: bytes.count, by: 5) {
            var wrong = bytes
            wrong[place] = [UInt8(ascii: "x"), UInt8(ascii: "7"), UInt8(ascii: "\"")].first { $0 != bytes[place] } ?? 0
            let changed = String(decoding: wrong, as: UTF8.self)
            try await house.database.write {
                try $0.execute("UPDATE journal_entries SET text = \(changed) WHERE agency = \(agency) AND sequence = 3")
            }
            let check = try await house.checked()
            #expect(!check.report.isSound, "place \(place)")
            #expect(check.misfiled == [3], "place \(place)")
        }
        try await house.database.write {
            try $0.execute("UPDATE journal_entries SET text = \(text) WHERE agency = \(agency) AND sequence = 3")
        }
        #expect(try await house.checked().isSound)
    }

    @Test("A removed entry is named, the last one too", arguments: each([1, 300, 600, 1_000]))
    func removed(engine: TestEngine, number: Int) async throws {
        let house = try await Self.house(engine)
        try await house.tamper(
            "DELETE FROM journal_openings WHERE sequence = \(number)", "DELETE FROM journal_entries WHERE sequence = \(number)")
        #expect(try await Self.faults(house).contains(.missingEntries(number...number)))
    }

    @Test("An entry that was put in is named", arguments: TestEngine.available)
    func added(engine: TestEngine) async throws {
        let house = try await Self.house(engine)
        // Room is made for it first, and what would point to other entries then goes.
        try await house.tamper(
            "DELETE FROM journal_openings WHERE sequence > 500",
            "UPDATE journal_entries SET sequence = sequence + 100000 WHERE sequence > 500",
            "UPDATE journal_entries SET sequence = sequence - 99999 WHERE sequence > 500",
            """
            INSERT INTO journal_entries (agency, sequence, at, actor, kind, subject, text, fingerprint)
            SELECT agency, 501, at, actor, kind, subject, replace(text, '"urutan":500,', '"urutan":501,'), fingerprint
            FROM journal_entries WHERE sequence = 500
            """)
        #expect(try await Self.faults(house).contains(.addedEntry(501)))
    }

    @Test("Two exchanged entries are named", arguments: TestEngine.available)
    func reordered(engine: TestEngine) async throws {
        let house = try await Self.house(engine)
        try await house.tamper(
            "CREATE TEMP TABLE t AS SELECT sequence, text FROM journal_entries WHERE sequence IN (500, 501)",
            "UPDATE journal_entries SET text = (SELECT t.text FROM t WHERE t.sequence = 1001 - journal_entries.sequence) WHERE sequence IN (500, 501)",
            "DROP TABLE t")
        let faults = try await Self.faults(house)
        #expect(faults.contains(.reorderedEntry(500)) || faults.contains(.reorderedEntry(501)))
        #expect(try await house.checked().misfiled == [500, 501])
    }

    @Test("A changed opening is named, an erased one leaves the chain sound", arguments: TestEngine.available)
    func openings(engine: TestEngine) async throws {
        let house = try await Self.house(engine)
        try await house.database.write { try $0.execute("DELETE FROM journal_openings WHERE account = 'akun-0'") }
        let erased = try await house.verified()
        #expect(erased.isSound)
        #expect(erased.openings < 333)
        try await house.tamper("UPDATE journal_openings SET value = 'Orang lain' WHERE sequence = 3")
        #expect(try await Self.faults(house) == [.openingMismatch(3)])
    }

    @Test(
        "What an entry is found and proven by may not differ from its text: the row is named",
        arguments: TestEngine.available,
        ["at = at + 1", "actor = 'akun-9'", "kind = 'masuk-lagi'", "subject = 'akun-9'"])
    func columns(engine: TestEngine, change: String) async throws {
        let house = try await JournalHouse(engine)
        try await house.append(1...20)
        try await house.sign()
        try await house.tamper("UPDATE journal_entries SET \(change) WHERE sequence = 7")
        let check = try await house.checked()
        #expect(check.misfiled == [7])
        #expect(!check.isSound)
    }

    @Test("The tables of the journal refuse changes, and stay as they were", arguments: TestEngine.available)
    func appendOnly(engine: TestEngine) async throws {
        let house = try await JournalHouse(engine)
        try await house.append(1...300)
        try await house.sign()
        var statements = ["UPDATE journal_openings SET value = ''"]
        for (table, column) in [("entries", "text"), ("nodes", "level"), ("checkpoints", "at"), ("keys", "since")] {
            statements += ["UPDATE journal_\(table) SET \(column) = \(column)", "DELETE FROM journal_\(table)"]
            if engine == .postgres { statements += ["TRUNCATE journal_\(table)", "TRUNCATE journal_\(table) CASCADE"] }
        }
        // A row that is put over another one.
        let keys = ["entries": "agency, sequence", "nodes": "agency, level, position", "checkpoints": "agency, size, at", "keys": "id"]
        for (table, key) in keys {
            let column = key.split(separator: ",")[0]
            statements.append(
                engine == .sqlite
                    ? "INSERT OR REPLACE INTO journal_\(table) SELECT * FROM journal_\(table)"
                    : "INSERT INTO journal_\(table) SELECT * FROM journal_\(table) ON CONFLICT (\(key)) DO UPDATE SET \(column) = EXCLUDED.\(column)")
        }
        if engine == .sqlite { statements.append("INSERT OR REPLACE INTO journal_openings SELECT * FROM journal_openings") }
        for statement in statements {
            await #expect("\(statement)") {
                try await house.database.write { try $0.execute(SQL(text: statement)) }
            } throws: { error in
                // A plain TRUNCATE is refused for what points to the table, before the trigger is asked.
                [.check, .other].contains((error as? RelationalError)?.kind)
            }
        }
        #expect(try await house.checked().isSound)
        #expect(try await house.verified().entries == 300)
    }
}
