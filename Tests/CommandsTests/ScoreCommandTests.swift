import Foundation
import Testing

@Suite("zona score")
struct ScoreCommandTests {
    @Test("A sheet that was scored ends well, met or not; --require ends with 1 when a condition is not met")
    func exitCodes() throws {
        let folder = try Folder()
        let filled = try folder.sheet(SampleSheet.filled)
        let best = try folder.sheet(SampleSheet.best)
        #expect(try SampleSheet(SampleSheet.filled).expected.met == false)
        #expect(try Zona.run(["score", filled]).status == 0)
        #expect(try Zona.run(["score", filled, "--require"]).status == 1)
        #expect(try Zona.run(["score", best, "--require"]).status == 0)
        #expect(try Zona.run(["score", best, "--require", "--for", "wbbm"]).status == 0)
        #expect(try Zona.run(["score", best, filled, "--require"]).status == 1)
    }

    @Test("Wrong usage ends with 64")
    func usage() throws {
        let folder = try Folder()
        let file = try folder.sheet(SampleSheet.empty)
        for arguments in [
            ["score"], ["score", file, "--for", "emas"], ["score", file, "--format", "xml"], ["score", file, "--tidak-ada"],
            ["score", file, "--instrument"],
        ] {
            let run = try Zona.run(arguments)
            #expect(run.status == 64, "\(arguments)")
            #expect(run.output.isEmpty)
            #expect(!run.errors.isEmpty)
        }
    }

    @Test("What cannot be read or is refused ends with 65 and says why, also with --require")
    func refused() throws {
        let folder = try Folder()
        let wrong = try folder.write("salah.csv", "kode,jawaban\nA.I.1.i.a,Mungkin\nA.I.1.i.b,Z\n")
        let run = try Zona.run(["score", wrong])
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("ditolak, 2 masalah"))
        #expect(run.errors.contains("ZI-1103  baris 2: A.I.1.i.a"))
        #expect(run.errors.contains("ZI-1103  baris 3: A.I.1.i.b"))
        #expect(try Zona.run(["score", wrong, "--require"]).status == 65)
        let missing = try Zona.run(["score", folder.path("tidak-ada.csv")])
        #expect(missing.status == 65)
        #expect(missing.errors.contains("ZI-1010"))
        #expect(missing.errors.contains("tidak ada"))
        #expect(try Zona.run(["score", folder.url.path]).status == 65)
        #expect(try Zona.run(["score", try folder.write("kosong.csv", "")]).status == 65)
    }

    @Test("An instrument that does not exist is refused once; one that does not fit, too")
    func instrument() throws {
        let folder = try Folder()
        let file = try folder.sheet(SampleSheet.old)
        let unknown = try Zona.run(["score", file, file, "--instrument", "tidak-ada"])
        #expect(unknown.status == 65)
        #expect(unknown.errors.components(separatedBy: "ZI-1008").count == 2)
        #expect(try Zona.run(["score", file, "--instrument", "permenpanrb-90-2021"]).status == 65)
        #expect(try Zona.run(["score", file, "--instrument", "permenpanrb-52-2014"]).status == 0)
        #expect(try Zona.run(["score", file]).output.contains("PermenPANRB 52/2014"))
    }

    @Test("A file of an instrument may be given in place of its name")
    func instrumentFile() throws {
        let folder = try Folder()
        let file = try folder.sheet(SampleSheet.filled)
        let own = Zona.root.appending(path: "Instruments/permenpanrb-90-2021.json").path
        let run = try Zona.run(["score", file, "--instrument", own, "--format", "json"])
        #expect(run.status == 0)
        #expect(try run.object.object("score").object("total").text("exact") == SampleSheet(SampleSheet.filled).expected.total)
    }

    @Test("Standard input is read where the name is -")
    func standardInput() throws {
        let run = try Zona.run(["score", "-"], input: try SampleSheet(SampleSheet.filled).csv)
        #expect(run.status == 0)
        #expect(try Zona.run(["score", "-"], input: "").status == 65)
    }

    @Test("Text is Indonesian, in aligned columns, and without colour where no person reads it")
    func text() throws {
        let folder = try Folder()
        let sheet = try SampleSheet(SampleSheet.filled)
        let run = try Zona.run(["score", try folder.sheet(SampleSheet.filled)])
        #expect(run.errors.isEmpty)
        #expect(!run.output.contains("\u{1B}"))
        let unmet = sheet.expected.unmet.count
        #expect(run.lines.first?.hasPrefix("Belum memenuhi syarat WBK: \(unmet) dari ") == true)
        let total = SampleSheet.rounded(sheet.expected.total).replacing(".", with: ",")
        #expect(run.output.contains("Nilai  \(total)"))
        #expect(run.output.contains("terisi"))
        let start = try #require(run.lines.firstIndex(of: "Syarat"))
        let table = run.lines[(start + 1)...].prefix { $0.hasPrefix("  ") }
        let heading = try #require(table.first)
        for word in ["Terukur", "Minimum", "Selisih"] {
            let range = try #require(heading.range(of: word))
            let edge = heading.distance(from: heading.startIndex, to: range.upperBound)
            for line in table.dropFirst() {
                let characters = Array(line)
                #expect(characters.count > edge, "\(line)")
                #expect(characters[edge - 1].isNumber || characters[edge - 1] == "–", "\(line)")
                #expect(characters[edge] == " ", "\(line)")
            }
        }
        #expect(table.dropFirst().count { $0.contains("✗ belum") } == unmet)
        #expect(run.output.contains("−"))
        #expect(!run.output.contains(/\d\.\d\d\b/))
    }

    @Test("A half-filled sheet shows its three scores and what is unanswered")
    func partly() throws {
        let folder = try Folder()
        let text = try Zona.run(["score", try folder.sheet(SampleSheet.partly)]).output
        for part in ["Nilai", "Tampak di lembar", "Paling tinggi", "Belum terjawab"] { #expect(text.contains(part), "\(part)") }
        let full = try Zona.run(["score", try folder.sheet(SampleSheet.best)]).output
        #expect(full.contains("Memenuhi syarat WBK"))
        #expect(!full.contains("Belum terjawab"))
        #expect(!full.contains("Paling tinggi"))
    }

    @Test("--trace shows the arithmetic down to the answers")
    func trace() throws {
        let folder = try Folder()
        let file = try folder.sheet(SampleSheet.filled)
        let plain = try Zona.run(["score", file])
        let traced = try Zona.run(["score", file, "--trace"])
        #expect(traced.status == 0)
        #expect(traced.output.hasPrefix(plain.output))
        #expect(!plain.output.contains("Hitungan"))
        #expect(traced.output.contains("A.I.1.i.a: Ya → 1"))
        #expect(traced.output.contains("÷"))
        #expect(traced.output.contains("Nilai total: "))
        let object = try Zona.run(["score", file, "--trace", "--format", "json"]).object
        #expect(object.texts("trace")?.last?.hasPrefix("Nilai total: ") == true)
    }

    @Test("Facts about agency and unit are judged beside the score")
    func facts() throws {
        let folder = try Folder()
        let file = try folder.write(
            "fakta.json", #"{"answers": {"A.I.1.i.a": "Ya"}, "facts": {"opini-bpk": "WTP", "spip": 2}}"#)
        let text = try Zona.run(["score", file]).output
        #expect(text.contains("Syarat pengajuan"))
        #expect(text.contains("belum diketahui"))
        let object = try Zona.run(["score", file, "--format", "json"]).object
        let conditions = try object.object("eligibility").list("conditions")
        #expect(conditions.first { $0.text("id") == "opini-bpk" }?.flag("met") == true)
        #expect(conditions.first { $0.text("id") == "spip" }?.flag("met") == false)
    }
}
