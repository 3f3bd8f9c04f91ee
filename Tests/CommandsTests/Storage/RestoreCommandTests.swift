import Foundation
import Relational
import RelationalSQLite
import Testing

@Suite("What zona restore refuses")
struct RestoreCommandTests {
    /// Tries to restore into an empty place: refused with this code, about this file, and nothing is left behind.
    private static func expectRefused(_ file: String, _ code: String, _ part: String, on engine: Engine) async throws {
        try await Place.with(engine) { target in
            let run = try target.run("restore", file)
            #expect(run.isRefused(code, at: file), "\(run)")
            #expect(run.errors.contains(part), "\(run.errors)")
            #expect(target.names == [])
            if engine == .postgres {
                #expect(try await target.ask("SELECT CAST(relname AS TEXT) FROM pg_class WHERE relnamespace = CAST(current_schema() AS regnamespace)") == [])
            }
        }
    }

    @Test("A damaged, shortened, strange, missing or newer backup, before anything is written", arguments: Engine.available)
    func unusable(engine: Engine) async throws {
        try await Place.with(.sqlite) { source in
            try source.begin(isSigned: false)
            let file = "\(source.path)/cadangan.zona"
            try source.done("backup", file)
            let good = try Data(contentsOf: URL(filePath: file))
            func put(_ bytes: Data, _ name: String) throws -> String {
                try bytes.write(to: URL(filePath: "\(source.path)/\(name)"))
                return "\(source.path)/\(name)"
            }
            for place in [16, 4_096, good.count / 2, good.count - 113, good.count - 112, good.count - 1] {
                var bad = good
                bad[place] ^= 1
                // The first byte of the seal is what an end is known by.
                let part = place == good.count - 112 ? "terpotong" : "berubah sejak ditulis"
                try await Self.expectRefused(try put(bad, "ubah"), "ZI-1612", part, on: engine)
            }
            for length in [16, good.count / 2, good.count - 1] {
                try await Self.expectRefused(try put(good.prefix(length), "potong"), "ZI-1612", "terpotong", on: engine)
            }
            for more in [Data([0]), Data(good.suffix(112)), good] {
                try await Self.expectRefused(try put(good + more, "tambah"), "ZI-1612", "isi lain yang ditambahkan", on: engine)
            }
            try await Self.expectRefused(try put(Data("PK\u{3}\u{4} buku".utf8), "buku.xlsx"), "ZI-1612", "bukan cadangan", on: engine)
            try await Self.expectRefused(try put(Data(), "kosong"), "ZI-1612", "bukan cadangan", on: engine)
            try await Self.expectRefused("\(source.path)/tidak-ada", "ZI-1612", "tidak ada", on: engine)
            try await Self.expectRefused(source.file, "ZI-1612", "terpotong", on: engine)

            try await source.change("INSERT INTO zona_migrations (number, name, checksum, applied_at) VALUES (99, 'baru', 'x', 1)")
            let newer = try await Self.sealed(source.file, as: "\(source.path)/baru.zona")
            try await Self.expectRefused(newer, "ZI-1611", "Pakai Zona yang lebih baru.", on: engine)
            // A whole backup of something that is not Zona's.
            let strange = try SQLiteDatabase(path: "\(source.path)/lain.db")
            try await strange.write { try $0.script("CREATE TABLE milik_lain (id TEXT)") }
            await strange.close()
            try await Self.expectRefused(
                try await Self.sealed("\(source.path)/lain.db", as: "\(source.path)/lain.zona"), "ZI-1611", "milik program lain", on: engine)
            let empty = try await Self.sealed("\(source.path)/hampa.db", as: "\(source.path)/hampa.zona")
            try await Self.expectRefused(empty, "ZI-1612", "bukan cadangan", on: engine)
        }
    }

    /// The backup of a database as it is, whatever the program would say of it.
    private static func sealed(_ database: String, as file: String) async throws -> String {
        let source = try SQLiteDatabase(path: database)
        _ = try await BackupFile.write(from: source, to: file, tables: [], migrations: [], at: 1)
        await source.close()
        return file
    }

    @Test("A place that is not empty stays as it is")
    func notEmpty() async throws {
        try await Place.with(.sqlite) { source in
            try source.begin(isSigned: false)
            let backup = "\(source.path)/cadangan.zona"
            try source.done("backup", backup)
            for taken in ["zona.db", "zona.db-wal", "zona.db-shm", "zona.db-journal"] {
                try await Place.with(.sqlite) { target in
                    try Data("milik lain".utf8).write(to: URL(filePath: "\(target.path)/\(taken)"))
                    let run = try target.run("restore", backup)
                    #expect(run.isRefused("ZI-1612", at: target.file), "\(taken): \(run)")
                    #expect(target.names == [taken])
                    #expect(try String(contentsOfFile: "\(target.path)/\(taken)", encoding: .utf8) == "milik lain")
                }
            }
            let missing = "\(source.path)/tidak-ada"
            #expect(try Zona.run(["restore", backup, "--data", missing]).isRefused("ZI-1010", at: missing))
        }
    }

    @Test("A database in use stays as it is", .enabled(if: Engine.postgresAddress != nil), arguments: [true, false])
    func inUse(isZona: Bool) async throws {
        try await Place.with(.sqlite) { source in
            try source.begin(isSigned: false)
            let backup = "\(source.path)/cadangan.zona"
            try source.done("backup", backup)
            try await Place.with(.postgres) { target in
                if isZona {
                    try target.done("migrate")
                } else {
                    try await target.change("CREATE TABLE milik_lain (id TEXT)")
                }
                let run = try target.run("restore", backup)
                #expect(run.isRefused(isZona ? "ZI-1612" : "ZI-1611", at: target.shown), "\(run)")
                #expect(run.errors.contains(isZona ? "tidak ada yang ditimpa" : "milik program lain"))
                if isZona { #expect(try await target.ask("SELECT id FROM agencies") == []) }
            }
        }
    }
}
