import Foundation
import Testing

@Suite("zona score with several files")
struct ScoreReportTests {
    private static let header =
        "file,instrument,designation,complete,total,total_exact,ceiling,spreadsheet,met,unmet,warnings,error"

    @Test("JSON is one object a line with its file, in the order of the files; a bad file stops nothing")
    func jsonLines() throws {
        let folder = try Folder()
        let bad = try folder.write("rusak.csv", "kode,jawaban\nA.I.1.i.a,Z\n")
        let files = [
            try folder.sheet(SampleSheet.filled), bad, try folder.sheet(SampleSheet.old), folder.path("hilang.xlsx"),
            try folder.sheet(SampleSheet.best),
        ]
        let run = try Zona.run(["score", "--format", "json"] + files)
        #expect(run.status == 65)
        #expect(run.lines.count == 5)
        let objects = try run.lines.map(Zona.object)
        #expect(objects.map { $0.text("file") } == files)
        #expect(objects.map { $0["score"] != nil } == [true, false, true, false, true])
        #expect(objects[1].names == ["file", "findings"])
        #expect(objects[2].text("instrument") == "permenpanrb-52-2014")
        #expect(try objects[3].list("findings").first?.text("code") == "ZI-1010")
    }

    @Test("One file alone has no file key and stands over several lines")
    func single() throws {
        let folder = try Folder()
        let run = try Zona.run(["score", "--format", "json", try folder.sheet(SampleSheet.filled)])
        #expect(try run.object["file"] == nil)
        #expect(run.lines.count > 1)
    }

    @Test("CSV has a heading and one row a file, refused files included")
    func csv() throws {
        let folder = try Folder()
        let bad = try folder.write("rusak.csv", "kode,jawaban\nA.I.1.i.a,Z\n")
        let filled = try folder.sheet(SampleSheet.filled, as: "a,b.csv")
        let run = try Zona.run(["score", "--format", "csv", filled, bad])
        #expect(run.status == 65)
        #expect(run.lines.count == 3)
        #expect(run.lines.first == Self.header)
        let sheet = try SampleSheet(SampleSheet.filled)
        let total = SampleSheet.rounded(sheet.expected.total)
        #expect(
            run.lines[1].hasPrefix("\"\(filled)\",permenpanrb-90-2021,wbk,true,\(total),\(sheet.expected.total),\(total),\(total),false,"))
        #expect(run.lines[2] == "\(bad),,,,,,,,,,,ZI-1103")
        #expect(run.errors.contains("ZI-1103"))
        let alone = try Zona.run(["score", "--format", "csv", filled])
        #expect(alone.lines.count == 2)
        #expect(alone.lines.first == Self.header)
    }

    @Test("Names that a spreadsheet would take for formulas are kept texts")
    func formulas() throws {
        let folder = try Folder()
        _ = try folder.sheet(SampleSheet.best, as: "=1+1.csv")
        let process = Process()
        let program: URL = try #require(Zona.program)
        process.executableURL = program
        process.arguments = ["score", "--format", "csv", "=1+1.csv"]
        process.currentDirectoryURL = folder.url
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(text.split(separator: "\n").last?.hasPrefix("'=1+1.csv,") == true)
    }

    @Test("Text has one line a file and a summary; refused files are explained on standard error")
    func text() throws {
        let folder = try Folder()
        let bad = try folder.write("rusak.csv", "kode,jawaban\nA.I.1.i.a,Z\n")
        let filled = try folder.sheet(SampleSheet.filled)
        let best = try folder.sheet(SampleSheet.best)
        let run = try Zona.run(["score", filled, bad, best])
        #expect(run.status == 65)
        #expect(run.lines.count == 3)
        #expect(run.lines[0].contains("belum") && run.lines[0].hasSuffix(filled))
        #expect(run.lines[1].contains("memenuhi") && run.lines[1].hasSuffix(best))
        #expect(run.lines[2] == "3 berkas: 1 memenuhi syarat WBK, 1 belum, 1 ditolak.")
        #expect(run.errors.hasPrefix("\(bad) ditolak, 1 masalah:\n"))
        #expect(!(run.output + run.errors).contains("\u{1B}"))
        #expect(!run.errors.contains("\r"))
    }

    @Test("A hundred files come out in their order")
    func many() throws {
        let folder = try Folder()
        let names = [SampleSheet.filled, SampleSheet.old, SampleSheet.empty]
        let files = try (0..<100).map { try folder.sheet(names[$0 % 3], as: "\($0).csv") }
        let run = try Zona.run(["score", "--format", "json"] + files)
        #expect(run.status == 0)
        #expect(try run.lines.map { try Zona.object($0).text("file") } == files)
        #expect(try Zona.run(["score", "--require"] + files).status == 1)
    }

    @Test("The same file twice is scored twice")
    func twice() throws {
        let folder = try Folder()
        let file = try folder.sheet(SampleSheet.filled)
        let run = try Zona.run(["score", "--format", "json", file, file])
        #expect(run.lines.count == 2)
        #expect(run.lines.first == run.lines.last)
    }
}
