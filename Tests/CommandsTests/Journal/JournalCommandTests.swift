import Foundation
import Glibc
import Testing

@Suite("zona journal")
struct JournalCommandTests {
    @Test("What is exported verifies without a server, whole and against what was kept", arguments: Engine.available)
    func export(engine: Engine) async throws {
        try await Place.with(engine) { place in
            try place.begin()
            let file = try place.exported()
            #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
            let result = try verification(file)
            #expect(result.flag("isSound") == true && result["entries"] as? Int == 3 && result["covered"] as? Int == 3, "\(result)")
            #expect(result["openings"] as? Int == 0)
            // The same on standard output, and more only when it is asked for.
            #expect(try place.done("journal", "export", "--agency", "nasional", "-o", "-") == String(contentsOfFile: file, encoding: .utf8))
            try place.done("journal", "export", "--agency", "nasional", "--with-personal", "-o", "\(place.path)/diri.jsonl")
            #expect(try verification("\(place.path)/diri.jsonl")["openings"] as? Int == 2)
            #expect(place.names.filter { $0.hasSuffix(".sementara") } == [])

            let people = try Zona.run(["journal", "verify", file])
            #expect(people.status == 0 && people.output.hasPrefix("Utuh: \(file)\n") && people.output.contains("--kept 3:"))
            #expect(people.output.contains("Perhatikan: kunci penanda tangan tidak dicocokkan"))
            let piped = try Zona.run(["journal", "verify", "-"], input: String(contentsOfFile: file, encoding: .utf8))
            #expect(piped.status == 0)
            // What came later goes on from a state that somebody kept, not the other way round.
            try place.done("account", "reset", "siti@contoh.go.id")
            let later = try place.exported("nanti.jsonl")
            #expect(try verification(later, "--kept", file).flag("isSound") == true)
            #expect(try verification(file, "--kept", "4:\(String(repeating: "0", count: 64))").flag("isSound") == false)
            #expect(try verification(later, "--kept", "3:\(String(repeating: "0", count: 64))").flag("isSound") == false)
        }
    }

    @Test("Every changed byte of a file is found, and a removed, doubled or exchanged line")
    func altered() async throws {
        try await Place.with(.sqlite) { place in
            try place.begin()
            let file = try place.exported()
            let good = Array(try Data(contentsOf: URL(filePath: file)))
            let key = try #require(try verification(file).texts("keys")?.first)
            func expectFound(_ bytes: [UInt8], _ what: String) throws {
                try Data(bytes).write(to: URL(filePath: file))
                let run = try Zona.run(["journal", "verify", file, "--key", key])
                #expect(run.status == 65, "\(what): \(run)")
                #expect(run.output.hasPrefix("Tidak utuh: ") && run.output.contains("  baris "), "\(what): \(run.output)")
            }
            for place in stride(from: 3, to: good.count, by: good.count / 20) {
                var bad = good
                bad[place] ^= 1
                try expectFound(bad, "byte \(place)")
            }
            let lines = good.split(separator: 10)
            func joined(_ lines: [ArraySlice<UInt8>]) -> [UInt8] { lines.flatMap { $0 + [10] } }
            for index in 1...3 {
                var (fewer, more, other) = (lines, lines, lines)
                fewer.remove(at: index)
                more.insert(lines[index], at: index)
                other.swapAt(index, index % 3 + 1)
                for (changed, what) in [(fewer, "removed"), (more, "doubled"), (other, "exchanged")] {
                    try expectFound(joined(changed), "\(what) \(index)")
                }
            }
        }
    }

    @Test("Another key, an unreadable file and odd arguments are refused")
    func refusals() async throws {
        try await Place.with(.sqlite) { place in
            try place.begin()
            let file = try place.exported()
            let other = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
            #expect(try verification(file, "--key", other).flag("isSound") == false)
            let missing = "\(place.path)/tidak-ada"
            #expect(try Zona.run(["journal", "verify", missing]).isRefused("ZI-1010", at: missing))
            #expect(try Zona.run(["journal", "verify", file, "--kept", missing]).isRefused("ZI-1010", at: missing))
            #expect(try Zona.run(["journal", "verify", file, "--key", "abc"]).status == 64)
            let unknown = try place.run("journal", "export", "--agency", "tidak-ada", "-o", "\(place.path)/x")
            #expect(unknown.status == 64 && unknown.errors.contains("tidak-ada"), "\(unknown)")
            let nowhere = "\(place.path)/tidak/ada"
            #expect(try place.run("journal", "export", "--agency", "nasional", "-o", nowhere).isRefused("ZI-1010", at: nowhere))
            #expect(!place.names.contains("x") && !place.names.contains("x.sementara"))
        }
    }

    @Test("A rotation is vouched for by the old key, on record, and leaves the old file beside the new one", arguments: Engine.available)
    func rotation(engine: Engine) async throws {
        try await Place.with(engine) { place in
            try place.begin()
            let old = try #require(try place.done("journal", "key", "show").firstMatch(of: /^dipakai  ([0-9a-f]+)  ([0-9a-f]{64})\n$/))
            let before = try String(contentsOfFile: "\(place.path)/kunci/jurnal", encoding: .utf8)
            let told = try place.done("journal", "key", "rotate")
            let new = try #require(told.firstMatch(of: /Kunci baru ([0-9a-f]+): ([0-9a-f]{64})\n/))
            #expect(new.2 != old.2)
            #expect(try String(contentsOfFile: "\(place.path)/kunci/jurnal.\(old.1)", encoding: .utf8) == before)
            let shown = try place.done("journal", "key", "show")
            #expect(shown == "lama     \(old.1)  \(old.2)\ndipakai  \(new.1)  \(new.2)\n")
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(place.path)/kunci").sorted() == ["jurnal", "jurnal.\(old.1)", "rahasia"])
            // A server signs with the new key; whoever holds the old one follows the rotation.
            #expect(try place.serving().stop() == 0)
            let file = try place.exported()
            let result = try verification(file, "--key", String(old.2))
            #expect(result.flag("isSound") == true && result.texts("keys") == [String(old.2), String(new.2)], "\(result)")
            #expect(result["covered"] as? Int == 4)
            #expect(try place.done("check").hasSuffix("Semua utuh.\n"))
        }
    }

    @Test("Without the key in use nothing is rotated, and showing says what is wrong", arguments: Engine.available)
    func wrongKey(engine: Engine) async throws {
        try await Place.with(engine) { place in
            try place.begin()
            let key = "\(place.path)/kunci/jurnal"
            let good = try String(contentsOfFile: key, encoding: .utf8)
            func expectRefused(_ words: String) throws {
                let run = try place.run("journal", "key", "rotate")
                #expect(run.isRefused("ZI-1610", at: key), "\(run)")
                #expect(run.errors.contains(words), "\(run.errors)")
            }
            try #require(chmod(key, 0o604) == 0)
            try expectRefused("chmod 600")
            try #require(unlink(key) == 0)
            try expectRefused("tidak dapat dibuka")
            #expect(try place.run("journal", "key", "show").errors.contains("\(key) tidak ada"))
            try (String(good.trimmingCharacters(in: .newlines).reversed()) + "\n").write(toFile: key, atomically: false, encoding: .utf8)
            try #require(chmod(key, 0o600) == 0)
            try expectRefused("bukan kunci jurnal yang sedang dipakai")
            #expect(try place.run("journal", "key", "show").errors.contains("bukan kunci yang dipakai"))
            try good.write(toFile: key, atomically: false, encoding: .utf8)
            #expect(try await place.ask("SELECT id FROM journal_keys").count == 1)
            // Attempts that came to nothing stand in nobody's way.
            try place.done("journal", "key", "rotate")
            #expect(try place.done("check").hasSuffix("Semua utuh.\n"))
        }
    }
}
