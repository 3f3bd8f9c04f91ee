import Foundation
import Relational
import RelationalSQLite
import Testing

@Suite("Backups")
struct BackupFileTests {
    private let folder: ScratchFolder
    private let tables = ["units", "parts", "secrets"]

    init() throws { folder = try ScratchFolder() }

    private let steps: [Migration] = {
        let scripts = [
            """
            CREATE TABLE units (id TEXT NOT NULL PRIMARY KEY, parent TEXT REFERENCES units (id), number INTEGER, bytes BLOB) STRICT;
            CREATE TABLE parts (id TEXT NOT NULL PRIMARY KEY, unit TEXT NOT NULL REFERENCES units (id)) STRICT, WITHOUT ROWID;
            CREATE TRIGGER parts_stay BEFORE UPDATE ON parts BEGIN SELECT RAISE(ABORT, 'append-only'); END;
            INSERT INTO units (id) VALUES ('bawaan');
            """,
            "CREATE TABLE secrets (id TEXT NOT NULL PRIMARY KEY, words TEXT NOT NULL) STRICT;",
            "ALTER TABLE parts ADD COLUMN colour TEXT NOT NULL DEFAULT 'putih'; CREATE TABLE late (id TEXT NOT NULL PRIMARY KEY) STRICT;",
        ]
        return scripts.enumerated().map { index, script in
            Migration(number: index + 1, name: "n", scripts: [.sqlite: script], checksums: [.sqlite: "\(script.count)"])
        }
    }()

    /// A database at its second step, with rows in every table.
    private func filled(_ name: String = "zona.db") async throws -> SQLiteDatabase {
        let database = try SQLiteDatabase(path: folder.file(name))
        _ = try await Migrator(Array(steps.prefix(2))).migrate(database, at: 1)
        try await database.write { session in
            try session.execute("PRAGMA defer_foreign_keys = ON")
            for index in 0..<500 {
                let parent = index == 499 ? nil : "u\(index + 1)"
                try session.execute(
                    "INSERT INTO units (id, parent, number, bytes) VALUES (\("u\(index)"), \(parent), \(Int64.max - Int64(index)), \([UInt8(index % 256), 0])) "
                )
                try session.execute("INSERT INTO parts (id, unit) VALUES (\("p\(index)"), \("u\(index)"))")
            }
            try session.execute("INSERT INTO secrets (id, words) VALUES ('kunci', 'sangat-rahasia-4711')")
        }
        return database
    }

    private func write(_ database: SQLiteDatabase, _ name: String = "salinan.zona", excluding: Set<String> = [], overwriting: Bool = false) async throws
        -> BackupFile
    {
        try await BackupFile.write(
            from: database, to: folder.file(name), tables: tables, excluding: excluding, migrations: Array(steps.prefix(2)), overwriting: overwriting, at: 5)
    }

    private func dump(_ database: any Database, _ tables: [String]) async throws -> [[Row]] {
        try await database.read { session in
            try tables.map { try session.rows(SQL(text: "SELECT * FROM \($0) ORDER BY id")) }
        }
    }

    @Test("A backup holds everything, is private, stands alone and can be checked", arguments: [true, false])
    func roundTrip(whole: Bool) async throws {
        let database = try await filled()
        let backup = try await write(database, excluding: whole ? [] : ["secrets"])
        #expect(try await BackupFile(checking: backup.path) == backup)
        #expect(try FileManager.default.attributesOfItem(atPath: backup.path)[.posixPermissions] as? Int == 0o600)
        let inside = try backup.open()
        #expect(try await dump(inside, ["units", "parts"]) == dump(database, ["units", "parts"]))
        #expect(try await inside.read { try $0.rows("SELECT id FROM secrets").count } == (whole ? 1 : 0))
        #expect(try await Migrator(Array(steps.prefix(2))).state(of: inside).isCurrent)
        #expect(try await inside.integrityProblems() == [])
        await inside.close()
        await database.close()
        // Nothing is left beside the two files.
        #expect(folder.names == ["salinan.zona", "zona.db"])
    }

    @Test("What is excluded is nowhere in the file")
    func excluded() async throws {
        let database = try await filled()
        let secret = Array("sangat-rahasia".utf8)
        _ = try await write(database, "ganz.zona")
        _ = try await write(database, "ohne.zona", excluding: ["secrets"])
        #expect(try folder.bytes("ganz.zona").firstRange(of: secret) != nil)
        #expect(try folder.bytes("ohne.zona").firstRange(of: secret) == nil)
        await database.close()
    }

    @Test("An existing file is replaced only when that is asked for")
    func existing() async throws {
        let database = try await filled()
        try folder.put([1, 2, 3], "salinan.zona")
        await #expect(throws: BackupFault.exists) { try await write(database) }
        #expect(try folder.bytes("salinan.zona") == [1, 2, 3])
        let backup = try await write(database, overwriting: true)
        #expect(try await BackupFile(checking: backup.path) == backup)
        await database.close()
        #expect(folder.names == ["salinan.zona", "zona.db"])
    }

    @Test("A backup taken while others write is one consistent state")
    func consistent() async throws {
        let database = try await filled()
        let door = WriteDoor<Int>(database) { _, _ in }
        let writing = Task {
            var written = 0
            while !Task.isCancelled {
                let number = written
                try await door.perform { session, _ in
                    try session.execute("INSERT INTO units (id) VALUES (\("w\(number)"))")
                    try session.execute("INSERT INTO parts (id, unit) VALUES (\("w\(number)"), \("w\(number)"))")
                }
                written += 1
            }
            return written
        }
        for round in 0..<4 {
            let backup = try await write(database, "\(round).zona", excluding: round % 2 == 0 ? [] : ["secrets"])
            let inside = try backup.open()
            let counts = try await inside.read { session in
                try ["SELECT count(*) FROM units WHERE id LIKE 'w%'", "SELECT count(*) FROM parts WHERE id LIKE 'w%'"].map {
                    try session.row(SQL(text: $0))?.integer(0)
                }
            }
            #expect(counts[0] == counts[1])
            #expect(try await inside.integrityProblems() == [])
            await inside.close()
        }
        writing.cancel()
        #expect(try await writing.value > 0)
        await database.close()
    }

    @Test("Every single changed byte is found")
    func changedBytes() async throws {
        let database = try await filled()
        let backup = try await write(database)
        await database.close()
        let good = try folder.bytes("salinan.zona")
        #expect(Int64(good.count) == backup.length + 112)
        let places = [0, 15, 16, 17, 99, 100, 4_096, good.count / 2, good.count - 113] + Array(good.count - 112..<good.count)
        for place in places {
            for bit: UInt8 in [1, 0x20, 0x80] {
                var bad = good
                bad[place] ^= bit
                try folder.put(bad, "salinan.zona")
                await #expect(throws: BackupFault.self, "byte \(place)") { try await BackupFile(checking: backup.path) }
            }
        }
        try folder.put(good, "salinan.zona")
        #expect(try await BackupFile(checking: backup.path) == backup)
    }

    @Test("Every shortened or lengthened file is found")
    func changedLength() async throws {
        let database = try await filled()
        let backup = try await write(database)
        await database.close()
        let good = try folder.bytes("salinan.zona")
        for length in [0, 1, 15, 16, 111, 112, 113, 128, 4_096, good.count / 2, good.count - 113, good.count - 112, good.count - 1] {
            try folder.put(Array(good.prefix(length)), "salinan.zona")
            let fault = await #expect(throws: BackupFault.self) { try await BackupFile(checking: backup.path) }
            #expect(fault == (length < 16 ? .notABackup : .truncated), "\(length)")
        }
        for more: [UInt8] in [[0], [10], Array(good.suffix(112)), good] {
            try folder.put(good + more, "salinan.zona")
            await #expect(throws: BackupFault.extended) { try await BackupFile(checking: backup.path) }
        }
        // A piece out of the middle, with the seal at its place.
        try folder.put(Array(good.prefix(8_192) + good.dropFirst(12_288)), "salinan.zona")
        await #expect(throws: BackupFault.damaged) { try await BackupFile(checking: backup.path) }
    }

    @Test("Something else than a backup is told as such")
    func notABackup() async throws {
        await #expect(throws: BackupFault.missing) { try await BackupFile(checking: folder.file("nirgends")) }
        try folder.put(Array("PK\u{3}\u{4} buku kerja".utf8), "buku.xlsx")
        await #expect(throws: BackupFault.notABackup) { try await BackupFile(checking: folder.file("buku.xlsx")) }
        let database = try await filled()
        await database.close()
        await #expect(throws: BackupFault.truncated) { try await BackupFile(checking: folder.file("zona.db")) }
    }

    @Test("A backup becomes a database file again, and nothing that is there is replaced")
    func restoreFile() async throws {
        let database = try await filled()
        let backup = try await write(database)
        for taken in ["neu.db", "neu.db-wal", "neu.db-journal"] {
            try folder.put([1], taken)
            await #expect(throws: BackupFault.exists) { try await backup.restore(to: folder.file("neu.db")) }
            #expect(try folder.bytes(taken) == [1])
            try FileManager.default.removeItem(atPath: folder.file(taken))
        }
        try await backup.restore(to: folder.file("neu.db"))
        let again = try SQLiteDatabase(path: folder.file("neu.db"))
        #expect(try await dump(again, tables) == dump(database, tables))
        #expect(try await again.integrityProblems() == [])
        #expect(try await Migrator(steps).migrate(again, at: 9).map(\.number) == [3])
        await again.close()
        await database.close()
        #expect(folder.names == ["neu.db", "salinan.zona", "zona.db"])
    }

    @Test("A backup that changed after it was checked is not restored")
    func changedLater() async throws {
        let database = try await filled()
        let backup = try await write(database)
        await database.close()
        var bytes = try folder.bytes("salinan.zona")
        bytes[5_000] ^= 1
        try folder.put(bytes, "salinan.zona")
        await #expect(throws: BackupFault.damaged) { try await backup.restore(to: folder.file("neu.db")) }
        #expect(folder.names == ["salinan.zona", "zona.db"])
    }

    @Test("Rows go into an empty database, which is then brought to the last step")
    func restoreRows() async throws {
        let database = try await filled()
        let backup = try await write(database)
        let target = try SQLiteDatabase(path: folder.file("neu.db"))
        let counts = try await backup.restore(into: target, tables: tables + ["late"], migrations: steps, at: 9)
        #expect(counts == ["units": 501, "parts": 500, "secrets": 1])
        #expect(try await Migrator(steps).state(of: target).applied.map(\.number) == [1, 2, 3])
        #expect(try await dump(target, ["units", "secrets"]) == dump(database, ["units", "secrets"]))
        #expect(try await target.read { try $0.row("SELECT colour FROM parts")?.text(0) } == "putih")
        #expect(try await target.integrityProblems() == [])
        let error = await #expect(throws: RelationalError.self) {
            _ = try await backup.restore(into: target, tables: tables + ["late"], migrations: steps, at: 9)
        }
        #expect(error?.kind == .schema)
        await target.close()
        await database.close()
    }

    @Test("A backup of a newer program and a list that forgets a table are refused, with nothing left behind")
    func refused() async throws {
        let database = try await filled()
        let backup = try await write(database)
        let target = try SQLiteDatabase(path: folder.file("neu.db"))
        for (names, migrations) in [(["units", "parts"], Array(steps.prefix(1))), (["units", "parts"], steps), (["units"], steps)] {
            let error = await #expect(throws: RelationalError.self) {
                _ = try await backup.restore(into: target, tables: names, migrations: migrations, at: 9)
            }
            #expect(error?.kind == .schema)
            #expect(try await target.read { try TableShape.tables(in: $0) } == [])
        }
        let error = await #expect(throws: RelationalError.self) {
            _ = try await BackupFile.write(
                from: database, to: folder.file("b.zona"), tables: ["units", "secrets"], excluding: ["secrets"], migrations: Array(steps.prefix(2)), at: 5)
        }
        #expect(error?.kind == .schema)
        await target.close()
        await database.close()
        #expect(!folder.names.contains { $0.hasPrefix("b.zona") })
    }
}
