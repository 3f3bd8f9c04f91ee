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
            #expect(
                lines == [
                    "utuh  basis data", "utuh  kunci server", "utuh  instrumen dan kata-kata instansi", "utuh  isi dokumen (0 isi, 0 bita)",
                    "utuh  jurnal NASIONAL (3 catatan)", "Semua utuh.",
                ])
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
                try await place.tamper("DELETE FROM journal_openings;" + statement)
                try Self.expectDamage(place, "jurnal NASIONAL", words)
            }
        }
    }

    @Test("A journal that was taken away whole is found, though no row of it is left", arguments: Engine.available)
    func emptied(engine: Engine) async throws {
        try await Place.with(engine) { place in
            try place.begin()
            let tables = ["openings", "entries", "heads", "nodes", "checkpoints"].map { "journal_\($0)" }
            try await place.tamper(tables.map { "DELETE FROM \($0);" }.joined())
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

    @Test("What no signature covers is told, also where all signatures of a young chain were removed", arguments: Engine.available)
    func unsigned(engine: Engine) async throws {
        try await Place.with(engine) { place in
            try place.begin()
            #expect(try !place.done("check").contains("Perhatikan"))
            try place.done("account", "reset", "siti@contoh.go.id")
            #expect(try place.done("check").contains("(4 catatan)\n      Perhatikan: 1 dari 4 catatan tidak dicakup tanda tangan"))
            try await place.tamper("DELETE FROM journal_checkpoints")
            #expect(try place.done("check").contains("(4 catatan)\n      Perhatikan: 4 dari 4 catatan tidak dicakup tanda tangan"))
        }
    }

    @Test("Instruments and wordings of the data folder are refused as a server would refuse them", arguments: Engine.available)
    func files(engine: Engine) async throws {
        try await Place.with(engine) { place in
            try place.begin()
            for (name, text) in [("instrumen/rusak.json", "{}"), ("kata-kata/rusak.json", "["), ("instrumen/bukan.txt", "x")] {
                let url = URL(filePath: "\(place.path)/\(name)")
                try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try text.write(to: url, atomically: true, encoding: .utf8)
            }
            let run = try place.run("check")
            #expect(run.status == 65 && run.output.contains("RUSAK instrumen dan kata-kata instansi\n"), "\(run)")
            #expect(run.output.contains("utuh  jurnal NASIONAL") && !run.output.contains("Semua utuh"))
            #expect(run.errors.contains("zona serve tidak menyala") && !run.errors.contains("ZI-1613"), "\(run.errors)")
            let served = try place.run("serve", "--port", "0")
            #expect(served.status == 65)
            func codes(_ text: String) -> [String] { text.matches(of: /(ZI-14\d\d) +\//).map { String($0.1) } }
            #expect(!codes(run.output).isEmpty && codes(run.output) == codes(served.errors), "\(run.output)\(served.errors)")
            for name in ["instrumen/rusak.json", "kata-kata/rusak.json"] { #expect(run.output.contains("/\(name) "), "\(name)") }
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
