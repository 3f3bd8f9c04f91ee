import Foundation
import Testing

@Suite("zona sheet")
struct SheetCommandTests {
    @Test("new writes an empty workbook that score reads back", arguments: ["permenpanrb-90-2021", "permenpanrb-52-2014"])
    func new(id: String) throws {
        let folder = try Folder()
        let run = try Zona.run(["sheet", "new", "--instrument", id, "--output", folder.path("baru.xlsx")])
        #expect(run.status == 0)
        #expect(run.output.contains("baru.xlsx"))
        #expect(folder.exists("baru.xlsx"))
        #expect(!folder.exists("baru.xlsx.sementara"))
        let object = try Zona.run(["score", folder.path("baru.xlsx"), "--format", "json"]).object
        #expect(object.text("instrument") == id)
        #expect(object.flag("complete") == false)
        #expect(try object.object("score").object("total").text("exact") == "0")
        #expect(try object.list("findings").isEmpty)
    }

    @Test("new needs an instrument and a place to write")
    func newUsage() throws {
        let folder = try Folder()
        #expect(try Zona.run(["sheet", "new", "--output", folder.path("a.xlsx")]).status == 64)
        #expect(try Zona.run(["sheet", "new", "--instrument", "permenpanrb-90-2021"]).status == 64)
        let unknown = try Zona.run(["sheet", "new", "--instrument", "tidak-ada", "--output", folder.path("a.xlsx")])
        #expect(unknown.status == 65)
        #expect(unknown.errors.contains("ZI-1008"))
        #expect(!folder.exists("a.xlsx"))
        let nowhere = folder.path("tidak/ada/a.xlsx")
        let run = try Zona.run(["sheet", "new", "--instrument", "permenpanrb-90-2021", "--output", nowhere])
        #expect(run.status == 65)
        #expect(run.errors.contains("tidak dapat ditulis"))
    }

    @Test("convert leads through every kind of file back to the same answers", arguments: [SampleSheet.filled, SampleSheet.partly, SampleSheet.old])
    func roundTrip(name: String) throws {
        let folder = try Folder()
        let sheet = try SampleSheet(name)
        var last = try folder.sheet(name, as: "awal.csv")
        for (number, ending) in ["xlsx", "json", "csv", "json", "xlsx", "csv"].enumerated() {
            let next = folder.path("\(number).\(ending)")
            // A half-filled sheet of few codes still names its instrument.
            let run = try Zona.run(["sheet", "convert", last, "--instrument", sheet.instrument, "--output", next])
            #expect(run.status == 0, "\(ending) \(run.errors)")
            #expect(run.errors.isEmpty)
            last = next
        }
        #expect(try folder.text("2.csv") == folder.text("5.csv"))
        let object = try Zona.run(["score", last, "--instrument", sheet.instrument, "--format", "json"]).object
        #expect(try object.object("score").object("total").text("exact") == sheet.expected.total)
        // Remarks on the verdict are no faults of the file.
        #expect(try object.list("findings").allSatisfy { $0.text("code") == "ZI-1501" })
    }

    @Test("The kind of file follows from the ending, in any case; others are wrong usage")
    func endings() throws {
        let folder = try Folder()
        let file = try folder.sheet(SampleSheet.filled)
        #expect(try Zona.run(["sheet", "convert", file, "--output", folder.path("a.CSV")]).status == 0)
        #expect(try folder.text("a.CSV").hasPrefix("kode,jawaban\n"))
        #expect(try Zona.run(["sheet", "convert", file, "--output", folder.path("a.pdf")]).status == 64)
        #expect(try Zona.run(["sheet", "convert", file]).status == 64)
        #expect(try Zona.run(["sheet", "convert", "--output", folder.path("a.csv")]).status == 64)
    }

    @Test("A refused file is not converted, and nothing is written")
    func refused() throws {
        let folder = try Folder()
        let bad = try folder.write("rusak.csv", "kode,jawaban\nA.I.1.i.a,Z\nA.I.1.i.b,Z\n")
        let run = try Zona.run(["sheet", "convert", bad, "--output", folder.path("a.json")])
        #expect(run.status == 65)
        #expect(run.errors.components(separatedBy: "ZI-1103").count == 3)
        #expect(!folder.exists("a.json"))
    }

    @Test("What was forgiven is told on standard error")
    func forgiven() throws {
        let folder = try Folder()
        let file = try folder.write("a.csv", "kode,jawaban\nA.I.1.i.a, ya\n")
        let run = try Zona.run(["sheet", "convert", file, "--output", folder.path("a.json")])
        #expect(run.status == 0)
        #expect(run.errors.contains("ZI-1201  baris 2"))
        #expect(try Zona.object(folder.text("a.json")).object("answers").text("A.I.1.i.a") == "Ya")
    }

    @Test("What is there already is kept, with the way out said, until it is to be replaced")
    func taken() throws {
        let folder = try Folder()
        let file = try folder.sheet(SampleSheet.filled)
        let target = try folder.write("hasil.xlsx", "lama")
        for command in [["sheet", "convert", file], ["sheet", "new", "--instrument", "permenpanrb-90-2021"]] {
            try "lama".write(toFile: target, atomically: false, encoding: .utf8)
            let run = try Zona.run(command + ["--output", target])
            #expect(run.isRefused("ZI-1010", at: target), "\(run)")
            #expect(run.errors.contains("--replace"))
            #expect(try folder.text("hasil.xlsx") == "lama")
            #expect(try Zona.run(command + ["--output", target, "--replace"]).status == 0)
            #expect(try Data(contentsOf: URL(filePath: target)).starts(with: Data("PK".utf8)))
            #expect(!folder.exists("hasil.xlsx.sementara"))
        }
        // Also a link that leads nowhere is somebody's.
        let link = folder.path("tautan.json")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path("tidak-ada"))
        #expect(try Zona.run(["sheet", "convert", file, "--output", link]).isRefused("ZI-1010", at: link))
        #expect(!folder.exists("tidak-ada"))
    }

    @Test("An empty sheet is a workbook and nothing else", arguments: ["a.csv", "a.json", "a", "a.xls", "xlsx", "a.xlsx.txt"])
    func newEnding(name: String) throws {
        let folder = try Folder()
        let run = try Zona.run(["sheet", "new", "--instrument", "permenpanrb-90-2021", "--output", folder.path(name)])
        #expect(run.status == 64 && run.errors.contains(".xlsx"), "\(run)")
        #expect(!folder.exists(name))
    }
}
