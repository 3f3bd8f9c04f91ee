import Foundation
import Testing

@Suite("zona journal proof")
struct JournalProofCommandTests {
    @Test("Proofs of entries and of the way from one state to another verify without a server", arguments: Engine.available)
    func proofs(engine: Engine) async throws {
        try await Place.with(engine) { place in
            try place.begin()
            let before = try place.exported()
            try place.done("account", "reset", "siti@contoh.go.id")
            try #require(place.serving().stop() == 0)
            let key = try #require(try verification(before).texts("keys")?.first)
            for number in 1...4 {
                let file = "\(place.path)/bukti-\(number).jsonl"
                try place.done("journal", "proof", "--agency", "nasional", "--entry", "\(number)", "--output", file)
                #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
                let result = try verification(file, "--key", key)
                #expect(result.flag("isSound") == true && result["covered"] as? Int == 4, "\(result)")
                #expect(try String(contentsOfFile: file, encoding: .utf8).contains("\"urutan\":\(number)"))
                #expect(
                    try place.done("journal", "proof", "--agency", "NASIONAL", "--entry", "\(number)", "-o", "-")
                        == String(contentsOfFile: file, encoding: .utf8))
            }
            let onward = "\(place.path)/lanjutan.jsonl"
            try place.done("journal", "proof", "--agency", "nasional", "--from", "3", "--to", "4", "-o", onward)
            let result = try verification(onward, "--key", key, "--kept", before)
            #expect(result.flag("isSound") == true && result["covered"] as? Int == 4, "\(result)")
            // A changed byte is found.
            var bytes = try Data(contentsOf: URL(filePath: onward))
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: URL(filePath: onward))
            #expect(try verification(onward).flag("isSound") == false)
        }
    }

    @Test("What cannot be proven is told with the way out, and nothing is written", arguments: Engine.available)
    func refusals(engine: Engine) async throws {
        try await Place.with(engine) { place in
            try place.begin()
            try place.done("account", "reset", "siti@contoh.go.id")
            let file = "\(place.path)/bukti"
            func expectUsage(_ arguments: [String], _ words: String) throws {
                let run = try Zona.run(["journal", "proof", "-o", file] + arguments + place.options, environment: place.environment)
                #expect(run.status == 64 && run.errors.contains(words), "\(arguments): \(run)")
            }
            let nation = ["--agency", "nasional"]
            try expectUsage(nation, "--entry")
            try expectUsage(nation + ["--from", "3"], "--to")
            try expectUsage(nation + ["--entry", "1", "--from", "1", "--to", "3"], "--entry")
            try expectUsage(nation + ["--entry", "0"], "mulai dari 1")
            try expectUsage(nation + ["--from", "3", "--to", "3"], "lebih kecil")
            try expectUsage(nation + ["--entry", "5"], "yang terakhir bernomor 4")
            try expectUsage(nation + ["--entry", "4"], "belum ditandatangani; tanda tangan terakhir mencakup 3 catatan")
            try expectUsage(nation + ["--from", "2", "--to", "3"], "Tidak ada titik periksa atas 2 catatan. Yang terdekat: 3.")
            try expectUsage(nation + ["--from", "3", "--to", "9"], "Tidak ada titik periksa atas 9 catatan. Yang terdekat: 3.")
            try expectUsage(["--agency", "tidak-ada", "--entry", "1"], "tidak-ada")
            #expect(!place.names.contains { $0.hasPrefix("bukti") })

            try "milik orang".write(toFile: file, atomically: false, encoding: .utf8)
            let arguments = ["journal", "proof", "--agency", "nasional", "--entry", "1", "-o", file] + place.options
            #expect(try Zona.run(arguments, environment: place.environment).isRefused("ZI-1010", at: file))
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "milik orang")
            #expect(try Zona.run(arguments + ["--replace"], environment: place.environment).status == 0)
            #expect(try verification(file).flag("isSound") == true)

            try await place.tamper("UPDATE journal_entries SET text = replace(text, 'akun-diundang', 'akun-diundanh') WHERE sequence = 2")
            let run = try place.run("journal", "proof", "--agency", "nasional", "--entry", "2", "-o", "\(place.path)/rusak")
            #expect(run.isRefused("ZI-1613", at: place.shown), "\(run)")
            #expect(!place.names.contains("rusak"))
        }
    }
}
