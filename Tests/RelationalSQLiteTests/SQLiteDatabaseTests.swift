import Foundation
import Relational
import RelationalSQLite
import Testing

@Suite("One SQLite file")
struct SQLiteDatabaseTests {
    private let folder: ScratchFolder
    private var path: String { folder.file("zona.db") }

    init() throws { folder = try ScratchFolder() }

    @Test("A new file and its side files can be read by their owner only")
    func fileMode() async throws {
        let database = try SQLiteDatabase(path: path)
        try await database.write { try $0.script("CREATE TABLE t (id TEXT) STRICT") }
        #expect(folder.names == ["zona.db", "zona.db-shm", "zona.db-wal"])
        for name in folder.names {
            let mode = try FileManager.default.attributesOfItem(atPath: folder.file(name))[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(name)")
        }
        await database.close()
    }

    @Test("The file is durable: WAL, full synchronisation, foreign keys, also when opened again")
    func settings() async throws {
        for _ in 1...2 {
            let database = try SQLiteDatabase(path: path)
            let found = try await database.write { session in
                try ["journal_mode", "synchronous", "foreign_keys"].map { try session.row(SQL(text: "PRAGMA \($0)"))?.values }
            }
            #expect(found == [[.text("wal")], [.integer(2)], [.integer(1)]])
            await database.close()
        }
    }

    @Test("After closing, everything is in the one file and nothing more is answered")
    func closing() async throws {
        let database = try SQLiteDatabase(path: path)
        try await database.write { try $0.script("CREATE TABLE t (id TEXT) STRICT; INSERT INTO t VALUES ('a')") }
        await database.close()
        #expect(folder.names == ["zona.db"])
        await #expect(throws: RelationalError.self) { try await database.read { try $0.rows("SELECT 1") } }
        await #expect(throws: RelationalError.self) { try await database.write { try $0.execute("SELECT 1") } }
        let again = try SQLiteDatabase(path: path)
        #expect(try await again.read { try $0.rows("SELECT id FROM t").map(\.values) } == [[.text("a")]])
        await again.close()
    }

    @Test("A folder that is not there, a folder in place of the file and a foreign file are refused")
    func notADatabase() throws {
        try expectKind(.unavailable) { _ = try SQLiteDatabase(path: folder.file("nirgends/zona.db")) }
        try expectKind(.unavailable) { _ = try SQLiteDatabase(path: folder.path) }
        try folder.put(Array("Ini bukan basis data, melainkan catatan biasa yang cukup panjang. ".utf8) + Array(repeating: 7, count: 9_000), "zona.db")
        try expectKind(.damaged) { _ = try SQLiteDatabase(path: path) }
    }

    @Test("A file that is only read must be there, and is not changed")
    func readOnly() async throws {
        var options = SQLiteDatabase.Options()
        options.isReadOnly = true
        try expectKind(.unavailable) { _ = try SQLiteDatabase(path: path, options: options) }
        #expect(folder.names == [])
        let database = try SQLiteDatabase(path: path)
        try await database.write { try $0.script("CREATE TABLE t (id TEXT) STRICT; INSERT INTO t VALUES ('a')") }
        await database.close()
        let reader = try SQLiteDatabase(path: path, options: options)
        #expect(try await reader.read { try $0.rows("SELECT id FROM t").count } == 1)
        await #expect(throws: RelationalError.self) { try await reader.write { try $0.execute("INSERT INTO t VALUES ('b')") } }
        await reader.close()
    }

    @Test("A writer that waits longer than the limit for another program is told so, and succeeds later")
    func busy() async throws {
        var options = SQLiteDatabase.Options()
        options.busyTimeout = 20
        let first = try SQLiteDatabase(path: path, options: options)
        let second = try SQLiteDatabase(path: path, options: options)
        try await first.write { try $0.script("CREATE TABLE t (id TEXT) STRICT") }
        let (inside, goOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let held: Void = first.write { session in
            try session.execute("INSERT INTO t VALUES ('a')")
            inside.signal()
            goOn.wait()
        }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                inside.wait()
                continuation.resume()
            }
        }
        let error = await #expect(throws: RelationalError.self) { try await second.write { try $0.execute("INSERT INTO t VALUES ('b')") } }
        #expect(error?.kind == .locked)
        #expect(try await second.read { try $0.rows("SELECT id FROM t").count } == 0)
        goOn.signal()
        try await held
        try await second.write { try $0.execute("INSERT INTO t VALUES ('b')") }
        #expect(try await first.read { try $0.rows("SELECT id FROM t").count } == 2)
        await first.close()
        await second.close()
    }

    @Test("A full file refuses the change, leaves nothing half done and goes on when there is room")
    func full() async throws {
        let database = try SQLiteDatabase(path: path)
        try await database.write { try $0.script("CREATE TABLE t (id TEXT NOT NULL) STRICT") }
        let door = WriteDoor<Int>(database) { _, _ in }
        try await database.write { _ = try $0.rows("PRAGMA max_page_count = 50") }
        let large = String(repeating: "x", count: 300_000)
        let error = await #expect(throws: RelationalError.self) {
            try await door.perform { session, _ in
                try session.execute("INSERT INTO t VALUES ('klein')")
                try session.execute("INSERT INTO t VALUES (\(large))")
            }
        }
        #expect(error?.kind == .full)
        #expect(try await database.read { try $0.rows("SELECT id FROM t").count } == 0)
        try await door.perform { session, _ in try session.execute("INSERT INTO t VALUES ('klein')") }
        #expect(try await database.integrityProblems() == [])
        await database.close()
    }

    @Test("After the engine took a transaction back by itself, nothing more of it is kept")
    func takenBack() async throws {
        let database = try SQLiteDatabase(path: path)
        try await database.write { try $0.script("CREATE TABLE t (id TEXT NOT NULL PRIMARY KEY) STRICT; INSERT INTO t VALUES ('a')") }
        let error = await #expect(throws: RelationalError.self) {
            try await database.write { session in
                try session.execute("INSERT INTO t VALUES ('b')")
                // Swallowed by a careless program; the engine has rolled back everything.
                try? session.execute("INSERT OR ROLLBACK INTO t VALUES ('a')")
                try? session.execute("INSERT INTO t VALUES ('c')")
                try? session.savepoint { try session.execute("INSERT INTO t VALUES ('d')") }
            }
        }
        #expect(error?.kind == .unique)
        for ending: SQL in ["COMMIT", "ROLLBACK"] {
            await #expect(throws: RelationalError.self) {
                try await database.write { session in
                    try? session.execute(ending)
                    try? session.execute("INSERT INTO t VALUES ('e')")
                }
            }
        }
        #expect(try await database.read { try $0.rows("SELECT id FROM t").count } == 1)
        await database.close()
    }

    @Test("Fractions in a column are never taken for numbers")
    func fractions() async throws {
        let database = try SQLiteDatabase(path: path)
        for expression in ["1.5", "2.0", "1e300", "9223372036854775808"] {
            let error = await #expect(throws: RelationalError.self) {
                try await database.read { try $0.rows(SQL(text: "SELECT \(expression)")) }
            }
            #expect(error?.kind == .misread, "\(expression)")
        }
        let error = await #expect(throws: RelationalError.self) {
            try await database.read { try $0.rows("SELECT CAST(x'ff41' AS TEXT)") }
        }
        #expect(error?.kind == .misread)
        await database.close()
    }

    @Test("The same statement can be at work twice in one session")
    func nested() async throws {
        let database = try SQLiteDatabase(path: path)
        let count = try await database.write { session in
            try session.script("CREATE TABLE t (id INTEGER NOT NULL) STRICT; INSERT INTO t VALUES (1), (2), (3)")
            var pairs: [Int64] = []
            try session.forEachRow("SELECT id FROM t ORDER BY id") { outer in
                try session.forEachRow("SELECT id FROM t ORDER BY id") { pairs.append(try outer.integer(0) * 10 + $0.integer(0)) }
            }
            return pairs
        }
        #expect(count == [11, 12, 13, 21, 22, 23, 31, 32, 33])
        await database.close()
    }

    @Test("Placeholders of another form are a mistake", arguments: ["?", "?1", ":a", "@a", "$a", "$", "$0", "$1x", "$99999999999999999999"])
    func placeholders(_ placeholder: String) async throws {
        let database = try SQLiteDatabase(path: path)
        let error = await #expect(throws: RelationalError.self) {
            try await database.read { try $0.rows(SQL(text: "SELECT \(placeholder)", arguments: [.integer(1)])) }
        }
        #expect(error?.kind == .other)
        await database.close()
    }

    @Test("Damage inside the file is found")
    func damage() async throws {
        let database = try SQLiteDatabase(path: path)
        try await database.write { session in
            try session.script("CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, words TEXT NOT NULL) STRICT; CREATE INDEX i ON t (words)")
            for index in 0..<5_000 { try session.execute("INSERT INTO t VALUES (\(index), \("kata \(index)"))") }
        }
        #expect(try await database.integrityProblems() == [])
        await database.close()
        var bytes = try folder.bytes("zona.db")
        for offset in 4_096 * 3..<4_096 * 4 { bytes[offset] = 0xa5 }
        try folder.put(bytes, "zona.db")
        let again = try SQLiteDatabase(path: path)
        #expect(try await again.integrityProblems().isEmpty == false)
        await again.close()
    }

    @Test("Rows that point to missing ones are found")
    func danglingRows() async throws {
        let database = try SQLiteDatabase(path: path)
        try await database.write {
            try $0.script(
                """
                CREATE TABLE t (id TEXT NOT NULL PRIMARY KEY) STRICT;
                CREATE TABLE u (id TEXT NOT NULL, up TEXT /*REFERENCES t (id)*/) STRICT;
                INSERT INTO u VALUES ('x', 'weg');
                """)
        }
        await database.close()
        // The rule comes into force behind the engine's back.
        var bytes = try folder.bytes("zona.db")
        for mark in ["/*REF", "*/)"] {
            let start = try #require(bytes.firstRange(of: Array(mark.utf8))).lowerBound
            bytes.replaceSubrange(start..<start + 2, with: [0x20, 0x20])
        }
        try folder.put(bytes, "zona.db")
        let again = try SQLiteDatabase(path: path)
        #expect(try await again.integrityProblems().count == 1)
        await again.close()
    }

    private func expectKind(_ kind: RelationalError.Kind, _ work: () throws -> Void) throws {
        let error = #expect(throws: RelationalError.self) { try work() }
        #expect(error?.kind == kind, "\(error?.detail ?? "")")
    }
}
