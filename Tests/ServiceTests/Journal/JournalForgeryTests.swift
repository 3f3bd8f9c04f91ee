import Foundation
import Journaling
import Relational
import Rulebook
import Testing

@testable import Service

@Suite("A journal whose end, tree, keys or whole past were forged in the database")
struct JournalForgeryTests {
    private func identity() throws -> Identity {
        let grant = try Grant(
            id: GrantID("g"), role: .auditor, scope: JournalHouse.agency.scope, from: try #require(Day("2026-01-01")), until: nil)
        return Identity(
            account: AccountID("akun-1"), agency: JournalHouse.agency, name: "A", grants: [grant], session: "s", token: Token(),
            pending: nil, hasSecondFactor: true)
    }

    @Test("A replaced head is found before anything is signed over it, and by what is appended to it", arguments: TestEngine.available)
    func head(engine: TestEngine) async throws {
        let house = try await JournalTamperTests.house(engine)
        try await house.tamper("UPDATE journal_heads SET head = \(house.literal(Sodium.random(32)))")
        #expect(try await house.checked().isHeadWhole == false)
        try await house.append(1_001...1_001)
        let round = try await house.sign()
        #expect(round.differing == [JournalHouse.agency])
        #expect(round.signed == 0)
        #expect(try await JournalTamperTests.faults(house) == [.brokenLink(1_001)])
    }

    @Test(
        "An end of the chain that was removed, cut or made unreadable is found", arguments: TestEngine.available,
        [
            "DELETE FROM journal_heads", "UPDATE journal_heads SET size = size - 1", "UPDATE journal_heads SET size = size + 1",
            "UPDATE journal_heads SET frontier = frontier_cut", "UPDATE journal_heads SET frontier = frontier_wrong",
        ])
    func lostHead(engine: TestEngine, statement: String) async throws {
        let house = try await JournalHouse(engine)
        try await house.append(1...10)
        try await house.sign()
        let cut = house.literal([0, 0, 0])
        let wrong = house.literal([0, 0, 0, 0, 0, 0, 0, 1] + Sodium.random(32))
        try await house.tamper(statement.replacing("frontier_cut", with: cut).replacing("frontier_wrong", with: wrong))
        let check = try await house.checked()
        #expect(!check.isHeadWhole)
        #expect(!check.isSound)
        #expect(check.report.isSound)
    }

    @Test("A chain that was removed is named by its checkpoint, by its agency, and by whoever kept a state", arguments: TestEngine.available)
    func emptied(engine: TestEngine) async throws {
        let house = try await JournalHouse(engine)
        try await house.append(1...10)
        try await house.sign()
        let kept = try #require(try await house.verified().keptHead)
        let rest = ["openings", "entries", "nodes", "heads"].map { "DELETE FROM journal_\($0)" }
        try await house.tamper(rest[0], rest[1], rest[2], rest[3])
        #expect(try await JournalTamperTests.faults(house).contains(.missingEntries(1...10)))
        try await house.tamper("DELETE FROM journal_checkpoints")
        // Nothing is left of it, but its agency is there, and agencies are made with a fact.
        let check = try await house.checked()
        #expect(check.report.isSound && check.isHeadWhole && !check.isBegun && !check.isSound)
        #expect(try await house.checked(kept: [kept]).report.faults.map(\.fault) == [.rolledBack(kept: 10, found: 0)])
    }

    @Test("A forged node of the tree is named, and no proof made of it is taken for one", arguments: TestEngine.available)
    func node(engine: TestEngine) async throws {
        let house = try await JournalTamperTests.house(engine)
        try await house.tamper(
            "UPDATE journal_nodes SET fingerprint = \(house.literal(Sodium.random(32))) WHERE level = 1 AND position = 1")
        let check = try await house.checked()
        #expect(check.wrongNodes.map(\.index) == [1] && check.wrongNodes.map(\.level) == [1])
        #expect(!check.isSound)
        let proven = try await JournalActions(records: house.records).entry(
            3, of: JournalHouse.agency, by: identity(), at: JournalHouse.start)
        #expect(!proven.isIncluded)
    }

    @Test("A removed node of the tree is named", arguments: TestEngine.available)
    func missingNode(engine: TestEngine) async throws {
        let house = try await JournalTamperTests.house(engine)
        try await house.tamper("DELETE FROM journal_nodes WHERE level = 1 AND position = 2")
        let check = try await house.checked()
        #expect(check.wrongNodes.map(\.index) == [2])
        #expect(!check.isHeadWhole)
    }

    @Test("A proof file in which one letter of a path was changed proves nothing any more", arguments: TestEngine.available)
    func proof(engine: TestEngine) async throws {
        let house = try await JournalHouse(engine)
        try await house.append(1...20)
        try await house.sign()
        let bytes = try await JournalActions(records: house.records).proofFile(
            7, of: JournalHouse.agency, by: identity(), at: JournalHouse.start)
        let text = String(decoding: bytes, as: UTF8.self)
        let start = try #require(text.range(of: "\"jalur\":[\"")?.upperBound)
        let forged = text.replacingCharacters(in: start...start, with: text[start] == "a" ? "b" : "a")
        for (text, faults) in [(text, []), (forged, [.inclusionFails(7)])] as [(String, [JournalFault])] {
            var verifier = JournalVerifier(trust: Trust(key: house.keys.verifying))
            verifier.read(Array(text.utf8))
            #expect(verifier.finish().faults.map(\.fault) == faults)
        }
    }

    @Test("A checkpoint with a forged signature is named", arguments: TestEngine.available)
    func checkpoint(engine: TestEngine) async throws {
        let house = try await JournalTamperTests.house(engine)
        let foreign = String(repeating: "0a", count: 64)
        let (last, start) = (1_000, "\"tanda\":\"")
        try await house.tamper(
            """
            UPDATE journal_checkpoints SET text = substr(text, 1, \(house.engine == .sqlite ? "instr(text, '\(start)')" : "strpos(text, '\(start)')")
            + \(start.count - 1)) || '\(foreign)' || '","ukuran":1000,"waktu":' || at || '}' WHERE size = \(last)
            """)
        #expect(try await JournalTamperTests.faults(house) == [.badSignature(size: last)])
    }

    @Test("A replaced key is named by whoever holds the right one", arguments: TestEngine.available)
    func key(engine: TestEngine) async throws {
        let house = try await JournalTamperTests.house(engine)
        let foreign = SigningKey().verifying
        try await house.tamper("UPDATE journal_keys SET id = '\(foreign.id)', public = \(house.literal(foreign.bytes))")
        let faults = try await JournalTamperTests.faults(house)
        #expect(faults.contains(.replacedKey(house.keys.verifying.id)))
        #expect(faults.contains(.unknownKey(house.keys.verifying.id)))
        #expect(try await house.keys.standing(in: house.database) == .other(newest: foreign.id))
        try await house.append(1_001...1_001)
        let round = try await house.sign()
        #expect(round.standing == .other(newest: foreign.id))
        #expect(round.signed == 0)
    }

    @Test("An older copy is sound in itself, and found by whoever kept a later state", arguments: TestEngine.available)
    func older(engine: TestEngine) async throws {
        let house = try await JournalHouse(engine)
        try await house.append(1...40)
        try await house.sign()
        // As somebody would who has the disk: the database as it was.
        let folder = "\(house.folder)/salinan"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        let restored = try await engine.open(in: folder)
        try await Files.copy(house.database, to: restored)
        try await house.append(41...50)
        try await house.sign()
        let kept = try #require(try await house.verified().keptHead)

        let key = house.keys.verifying
        #expect(try await JournalCheck.all(in: restored, key: key).filter(\.isBegun).map(\.isSound) == [true])
        let careful = try await JournalCheck.all(in: restored, key: key, kept: [kept])
        #expect(careful.flatMap(\.report.faults).map(\.fault) == [.rolledBack(kept: 50, found: 40)])
        var export = try await JournalExport(JournalHouse.agency, in: restored, withPersonal: true)
        var verifier = JournalVerifier(trust: Trust(key: key, kept: [kept]))
        while let piece = try await export.next() { verifier.read(piece) }
        #expect(verifier.finish().faults.map(\.fault) == [.rolledBack(kept: 50, found: 40)])
        await restored.close()
    }

    @Test("A rewritten beginning is found by whoever kept a state", arguments: TestEngine.available)
    func rewritten(engine: TestEngine) async throws {
        let house = try await JournalTamperTests.house(engine)
        let kept = try #require(try await house.verified().keptHead)
        let second = try await JournalHouse(engine)
        try await second.append(1...1_000)
        try await second.sign()
        #expect(try await JournalTamperTests.faults(second, kept: [kept]).contains(.rewritten(size: 1_000)))
    }
}
