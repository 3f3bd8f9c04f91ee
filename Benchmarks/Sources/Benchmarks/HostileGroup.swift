import Documents
import FoundationEssentials
import InstrumentFiles
import Rulebook
import Samples

/// Files that ask too much, each read in a process of its own.
enum HostileGroup {
    static func run() throws {
        print("\n### Hostile files\n\n| file | bytes | answer | time | peak memory |\n|---|--:|---|--:|--:|")
        let folder = "\(FileManager.default.temporaryDirectory.path)/zona-bench-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, make) in files {
            let bytes = make()
            let path = "\(folder)/file"
            try Data(bytes).write(to: URL(filePath: path))
            let outputs = (0..<5).map { _ in Child.run([CommandLine.arguments[0], "--refuse", path]).output }
            let words = outputs.sorted()[2].split(whereSeparator: \.isWhitespace)
            let shown = words.count == 3 ? "\(words[1]) | \(Measurement.shown(Double(words[0]) ?? 0)) | \(words[2]) MB" : "crashed | | "
            print("| \(name) | \(bytes.count) | \(shown) |")
        }
    }

    /// What the child does: reads one file and prints seconds, the refusal's code and its own peak memory.
    static func refuse(_ path: String) throws {
        let library = InstrumentLibrary()
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        var answer = "read"
        let clock = ContinuousClock()
        let start = clock.now
        do throws(Refusal) {
            _ = try SheetFile.read(bytes, from: library)
        } catch {
            answer = error.findings.first?.code.rawValue ?? "?"
        }
        let seconds = (clock.now - start) / .seconds(1)
        let padded = String(Int(seconds * 1e9) + 1_000_000_000_000).dropFirst()
        print("\(padded.prefix(3)).\(padded.dropFirst(3)) \(answer) \(Child.ownPeak >> 20)")
    }

    private static let files: [(String, @Sendable () -> [UInt8])] = [
        ("zip bomb: 1 GB of blanks", { bomb(String(repeating: " ", count: 1 << 20), times: 1_024) }),
        ("zip bomb: 1 GB of zeros in a cell", { bomb(String(repeating: "0", count: 1 << 20), times: 1_024, around: ("<row><c><v>", "</v></c></row>")) }),
        ("10 million cells", { cells() }),
        ("entities within entities (billion laughs)", { laughs() }),
        ("a cell of a million characters", { bomb(String(repeating: "é", count: 1_000_000), times: 1, around: ("<row><c t=\"str\"><v>", "</v></c></row>")) }),
        ("every formula reads a million cells", { form { _ in "SUM(A1:ZZ9999)" } }),
        ("every formula reads the one before", { form { row in "SUM(" + String(repeating: "L\(row - 1),", count: 2_000) + "1)" } }),
        ("every formula 2,000 levels deep", { form { _ in String(repeating: "(", count: 2_000) + "1" + String(repeating: ")", count: 2_000) } }),
    ]

    private static func bomb(_ piece: String, times: Int, around: (String, String) = ("", "")) -> [UInt8] {
        let bytes = Array(piece.utf8)
        return workbook { packed in
            packed.add(Array(around.0.utf8))
            for _ in 0..<times { packed.add(bytes) }
            packed.add(Array(around.1.utf8))
        }
    }

    /// Each row bears some noise, so that how much the file swells gives nothing away.
    private static func cells() -> [UInt8] {
        var numbers = SeededNumbers(10)
        let cells = String(repeating: "<c/>", count: 1_000)
        return workbook { packed in
            for _ in 0..<10_000 {
                let noise = (0..<4).map { _ in String(numbers.next(), radix: 16) }.joined()
                packed.add(Array("<row spans=\"\(noise)\">\(cells)</row>".utf8))
            }
        }
    }

    private static func laughs() -> [UInt8] {
        let entities = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }
        let type = "<!DOCTYPE a [<!ENTITY l0 \"lol\">\(entities.joined())]>"
        return WorkbookFrame([("LKE ZI", Array("\(type)<worksheet><sheetData><row><c><v>&l9;</v></c></row></sheetData></worksheet>".utf8))]).bytes
    }

    private static func form(_ formula: (Int) -> String) -> [UInt8] {
        guard let instrument = try? InstrumentLibrary().instrument("permenpanrb-90-2021") else { return [] }
        var numbers = SeededNumbers(3)
        return FilesGroup.sampleForm(RandomSheets.sheet(of: instrument, using: &numbers), formulas: formula)
    }

    private static func workbook(_ rows: (Deflate) -> Void) -> [UInt8] {
        let packed = Deflate()
        packed.add(Array("<worksheet xmlns=\"\(WorkbookFrame.main)\"><sheetData>".utf8))
        rows(packed)
        packed.add(Array("</sheetData></worksheet>".utf8))
        let listings = WorkbookFrame([("LKE ZI", [])]).listings.map { ZipArchive.Entry($0.name, $0.xml) }
        return ZipArchive(listings + [packed.entry("xl/worksheets/sheet1.xml")]).bytes
    }
}
