import Foundation
import Glibc
import Testing

@Suite("zona check")
struct CheckCommandTests {
    /// A check that finds something: exit code, the part, what is said of it.
    private static func expectDamage(_ place: Place, _ part: String, _ words: String) throws {
        let run = try place.run("check")
        #expect(run.status == 65, "\(run)")
        #expect(run.output.contains("RUSAK \(part)"), "\(run.output)")
        #expect(run.output.contains(words), "\(run.output)")
        #expect(run.errors.contains("ZI-1613") && run.errors.contains("cadangan terakhir yang utuh"), "\(run.errors)")
    }

    @Test("A sound installation is told as such, part by part, while its server runs", arguments: Engine.available)
    func sound(engine: Engine) async throws {
        try await Place.with(engine) { place in
            try place.begin()
            let serving = try place.serving()
            let lines = try place.done("check").split(separator: "\n")
            #expect(lines == ["utuh  basis data", "utuh  kunci server", "utuh  jurnal NASIONAL (3 catatan)", "Semua utuh."])
            #expect(serving.stop() == 0)
        }
    }

    @Test("An altered entry, a removed entry and a removed signature are found", arguments: Engine.available)
    func altered(engine: Engine) async throws {
        let cases = [
            ("UPDATE journal_entries SET text = replace(text, 'akun-diundang', 'akun-diundanh') WHERE sequence = 2", "Isi catatan 2 diubah."),
            ("DELETE FROM journal_entries WHERE sequence = 3", "Catatan 3 hilang."),
            (
                "DELETE FROM journal_nodes; DELETE FROM journal_checkpoints; UPDATE journal_heads SET size = size + 1",
                "Ujung jurnal tidak cocok dengan isinya."
            ),
        ]
        for (statement, words) in cases {
            try await Place.with(engine) { place in
                try place.begin()
                switch engine {
                case .sqlite:
                    let triggers = try await place.ask("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
                    try await place.change(triggers.map { "DROP TRIGGER \($0);" }.joined() + "PRAGMA defer_foreign_keys = ON; DELETE FROM journal_openings;" + statement)
                case .postgres:
                    let tables = ["entries", "nodes", "checkpoints", "openings"]
                    try await place.change(tables.map { "ALTER TABLE journal_\($0) DISABLE TRIGGER USER;" }.joined() + "DELETE FROM journal_openings;" + statement)
                }
                try Self.expectDamage(place, "jurnal NASIONAL", words)
            }
        }
    }

    @Test("A journal that was taken away whole is found, though no row of it is left", arguments: Engine.available)
    func emptied(engine: Engine) async throws {
        try await Place.with(engine) { place in
            try place.begin()
            let tables = ["openings", "entries", "heads", "nodes", "checkpoints"].map { "journal_\($0)" }
            switch engine {
            case .sqlite:
                let triggers = try await place.ask("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
                try await place.change(triggers.map { "DROP TRIGGER \($0);" }.joined() + tables.map { "DELETE FROM \($0);" }.joined())
            case .postgres:
                try await place.change(tables.map { "ALTER TABLE \($0) DISABLE TRIGGER USER; DELETE FROM \($0);" }.joined())
            }
            try Self.expectDamage(place, "jurnal NASIONAL (0 catatan)", "tidak berisi satu catatan pun")
        }
    }

    @Test("A key file that is missing, open to others, no key, or another key is named with its way out", arguments: Engine.available)
    func keys(engine: Engine) async throws {
        try await Place.with(engine) { place in
            try place.begin()
            let key = "\(place.path)/kunci/jurnal"
            let good = try String(contentsOfFile: key, encoding: .utf8)
            try #require(chmod(key, 0o644) == 0)
            try Self.expectDamage(place, "kunci server", "chmod 600")
            try #require(unlink(key) == 0)
            try Self.expectDamage(place, "kunci server", "jurnal: ")
            func put(_ text: String) throws {
                try text.write(toFile: key, atomically: false, encoding: .utf8)
                try #require(chmod(key, 0o600) == 0)
            }
            try put("bukan kunci")
            try Self.expectDamage(place, "kunci server", "bukan kunci")
            try put(String(good.trimmingCharacters(in: .newlines).reversed()) + "\n")
            try Self.expectDamage(place, "kunci server", "tidak menandatangani")
            try put(good)
            #expect(try place.done("check").hasSuffix("Semua utuh.\n"))
            try FileManager.default.moveItem(atPath: "\(place.path)/kunci", toPath: "\(place.path)/simpanan")
            try Self.expectDamage(place, "kunci server", "rahasia: ")
            // So that the folder can be put back as it was.
            #expect(!place.names.contains("kunci"))
        }
    }

    @Test("Damage inside the file is found")
    func file() async throws {
        try await Place.with(.sqlite) { place in
            try place.begin()
            var bytes = try Data(contentsOf: URL(filePath: place.file))
            for page in stride(from: 8 * 4_096, to: bytes.count, by: 4_096) { bytes[page] ^= 0xFF }
            try bytes.write(to: URL(filePath: place.file))
            let run = try place.run("check")
            #expect(run.status == 65, "\(run)")
            #expect(run.errors.contains("ZI-1613"), "\(run)")
        }
    }
}
