import Documents
import FoundationEssentials
import InstrumentFiles
import Rulebook
import Samples

/// Reading and writing files that are in memory.
enum FilesGroup {
    /// - Parameter form: a filled ministry form; one of our own making when `nil`.
    static func run(form: [UInt8]?) throws {
        heading("Files")
        let library = InstrumentLibrary()
        let instruments = try library.ids.map { id in try library.instrument(id) }
        let kept = InstrumentLibrary(added: instruments)
        var numbers = SeededNumbers(60)
        let sheet = RandomSheets.sheet(of: instruments[0], using: &numbers)
        if let form { try read("the ministry's form, as given", form, kept) }
        try read("a sheet laid out as the ministry's form", sampleForm(sheet), kept)
        try read("Zona's workbook", try TemplateWorkbook.write(instruments[0], answers: sheet), kept)
        for (name, text) in [("CSV", SheetExport.csv(sheet)), ("JSON", SheetExport.json(sheet))] {
            let bytes = Array(text.utf8)
            try Measurement(runs: 200) { _ in keep(try SheetFile.read(bytes, from: kept).findings.count) }
                .report("read \(name)", note: "\(bytes.count) bytes")
        }
        for id in library.ids {
            try Measurement(runs: 40) { _ in keep(try TemplateWorkbook.write(try kept.instrument(id)).count) }
                .report("write the workbook of \(id)")
            try Measurement(runs: 60) { _ in keep(try library.instrument(id).nodes.count) }.report("load \(id)")
        }
    }

    /// The sheet as a packed workbook in the layout of the ministry's form.
    static func sampleForm(_ sheet: ScoringSheet, formulas: (Int) -> String? = { _ in nil }) -> [UInt8] {
        guard var sample = MinistryFormSample(sheet) else { return [] }
        for row in sample.questionRows { sample.formulas[row] = formulas(row) }
        let packed = Deflate()
        packed.add(sample.xml)
        let frame = WorkbookFrame([(sample.name, [])])
        let entries = frame.listings.map { ZipArchive.Entry($0.name, $0.xml) } + [packed.entry("xl/worksheets/sheet1.xml")]
        return ZipArchive(entries).bytes
    }

    private static func read(_ name: String, _ bytes: [UInt8], _ library: InstrumentLibrary) throws {
        Measurement(runs: 100) { _ in keep(inflateAll(bytes)) }
            .report("baseline: unpack \(name)", note: "\(bytes.count) bytes, \(inflateAll(bytes)) unpacked")
        let faults = try SheetFile.read(bytes, from: library).diagnosis?.faults.count ?? 0
        try Measurement(runs: 100) { _ in keep(try SheetFile.read(bytes, from: library).findings.count) }
            .report("read \(name)", note: "examined by the doctor, \(faults) faults")
    }
}
