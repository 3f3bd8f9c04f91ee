import Foundation
import Testing

@Suite("zona migrate, and what every command demands of the data")
struct MigrateCommandTests {
    @Test("An empty place gets every step once; looking only makes nothing", arguments: Engine.available)
    func steps(engine: Engine) async throws {
        try await Place.with(engine) { place in
            let before = try place.run("migrate", "--check")
            #expect(before.status == 1 && before.output.hasPrefix("belum: 1 dasar\n"), "\(before)")
            let steps = before.lines.compactMap { $0.hasPrefix("belum: ") ? $0.dropFirst(7) : nil }
            #expect(steps.count == before.lines.count)
            #expect(place.names == [])
            #expect(try place.done("migrate") == steps.map { "selesai: \($0)\n" }.joined() + "Susunan basis data mutakhir.\n")
            #expect(try place.done("migrate") == "Susunan basis data mutakhir.\n")
            #expect(try place.done("migrate", "--check") == "Susunan basis data mutakhir.\n")
            if engine == .sqlite {
                #expect(place.names == ["zona.db"])
                #expect(try FileManager.default.attributesOfItem(atPath: place.file)[.posixPermissions] as? Int == 0o600)
            }
        }
    }

    @Test("Several that start at once run each step once", arguments: Engine.available)
    func together(engine: Engine) async throws {
        try await Place.with(engine) { place in
            let outputs = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<4 { group.addTask { try place.done("migrate") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outputs.filter { $0.contains("selesai: 1") }.count == 1, "\(outputs)")
        }
    }

    /// Commands that need data; the file of a backup stands beside the data.
    private static func commands(_ place: Place) -> [[String]] {
        [
            ["backup", "\(place.path)/c.zona"], ["check"], ["account", "reset", "siti@contoh.go.id"],
            ["journal", "export", "--agency", "nasional", "-o", "\(place.path)/j.jsonl"], ["journal", "key", "show"],
            ["journal", "key", "rotate"],
        ]
    }

    @Test("Where there are no data yet, commands say so and make none", arguments: Engine.available)
    func nothing(engine: Engine) async throws {
        try await Place.with(engine) { place in
            for command in Self.commands(place) {
                let run = try Zona.run(command + place.options, environment: place.environment)
                #expect(run.isRefused(engine == .sqlite ? "ZI-1010" : "ZI-1611", at: place.shown), "\(command): \(run)")
                #expect(run.errors.contains("zona migrate"), "\(run.errors)")
            }
            #expect(place.names == [])
            #expect(try place.run("migrate", "--check").status == 1)
        }
    }

    @Test("Data of a newer program are refused by every command, and nothing is touched", arguments: Engine.available)
    func newer(engine: Engine) async throws {
        try await Place.with(engine) { place in
            try place.begin(isSigned: false)
            try await place.change("INSERT INTO zona_migrations (number, name, checksum, applied_at) VALUES (99, 'baru', 'x', 1)")
            let kept = place.names
            let more = [["migrate"], ["migrate", "--check"], ["serve", "--port", "0"], ["account", "create", "--name", "Budi", "--email", "b@contoh.go.id"]]
            for command in Self.commands(place) + more {
                let run = try Zona.run(command + place.options, environment: place.environment)
                #expect(run.isRefused("ZI-1611", at: place.shown), "\(command): \(run)")
                #expect(run.errors.contains("Pakai Zona yang lebih baru."), "\(run.errors)")
            }
            #expect(place.names == kept)
            #expect(try await place.ask("SELECT kind FROM journal_entries ORDER BY sequence").count == 3)
        }
    }

    @Test("Tables of another program are left alone", arguments: Engine.available)
    func foreign(engine: Engine) async throws {
        try await Place.with(engine) { place in
            try await place.change("CREATE TABLE milik_lain (id TEXT)")
            for command in [["migrate"], ["check"], ["serve", "--port", "0"]] {
                let run = try Zona.run(command + place.options, environment: place.environment)
                #expect(run.isRefused("ZI-1611", at: place.shown), "\(command): \(run)")
                #expect(run.errors.contains("tabel milik program lain"))
            }
        }
    }

    @Test("A folder that is missing, a file that is no database, and a server that does not answer are told by place and way out")
    func unusable() async throws {
        try await Place.with(.sqlite) { place in
            let missing = "\(place.path)/tidak-ada"
            for command in [["migrate"], ["check"], ["backup", "\(place.path)/c.zona"]] {
                let run = try Zona.run(command + ["--data", missing])
                #expect(run.isRefused("ZI-1010", at: missing), "\(command): \(run)")
            }
            try Data("bukan basis data, tetapi cukup panjang untuk dibaca sebagai kepala berkas".utf8).write(to: URL(filePath: place.file))
            for command in [["migrate"], ["check"]] {
                let run = try Zona.run(command + place.options)
                #expect(run.isRefused("ZI-1613", at: place.file), "\(command): \(run)")
                #expect(run.errors.contains("zona restore"))
            }
            // Nobody listens on the first port.
            let run = try Zona.run(["check", "--data", place.path, "--database", "postgres://zona:s4ngat@127.0.0.1:1/zona"])
            #expect(run.isRefused("ZI-1608", at: "postgres://zona:****@127.0.0.1:1/zona"), "\(run)")
            #expect(!run.errors.contains("s4ngat"))
            for command in [["migrate"], ["check"], ["backup", "c.zona"], ["restore", "c.zona"], ["journal", "key", "show"]] {
                let run = try Zona.run(command)
                #expect(run.status == 64 && run.errors.contains("--data"), "\(command): \(run)")
            }
        }
    }
}
