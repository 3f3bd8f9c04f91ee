import InstrumentFiles
import Rulebook
import Testing

@testable import Documents

@Suite("Telling workbooks apart")
struct WorkbookSheetTests {
    private let library = InstrumentLibrary()

    @Test("The ministry's sheet is found among others, wherever it stands")
    func amongOthers() throws {
        let form = try MinistryFormFixture.complete()
        let filler: WorkbookBytes.Cells = [CellAddress(known: 1, 0): .init(value: .text("x"))]
        for name in ["LKE ZI", "Lembar 7"] {
            let sheets = [
                WorkbookBytes.Sheet(name: "Utama", cells: filler), .init(name: name, cells: form.cells), .init(name: "Akhir", cells: filler),
            ]
            let reading = try SheetFile.read(WorkbookBytes.file(sheets), from: library)
            #expect(reading.format == .ministryForm)
            #expect(reading.sheet.allAnswers == form.answers.allAnswers)
        }
    }

    @Test("Zona's own stamp decides before anything else")
    func stamp() throws {
        let form = try MinistryFormFixture.complete()
        let answers = try FormAnswers.complete(library.instrument("permenpanrb-52-2014"), seed: 1)
        var own = try EditableWorkbook(TemplateWorkbook.write(answers.instrument, answers: answers))
        own.sheets.append(.init(name: "LKE ZI", cells: form.cells))
        let reading = try SheetFile.read(own.bytes, from: library)
        #expect(reading.format == .zonaWorkbook)
        #expect(reading.sheet.allAnswers == answers.allAnswers)
    }

    @Test("A sheet named Zona without the stamp is only a sheet of that name")
    func otherZona() throws {
        let form = try MinistryFormFixture.complete()
        let sheets = [
            WorkbookBytes.Sheet(name: "Zona", cells: [CellAddress(known: 1, 0): .init(value: .text("peta"))]),
            .init(name: "LKE ZI", cells: form.cells),
        ]
        #expect(try SheetFile.read(WorkbookBytes.file(sheets), from: library).format == .ministryForm)
    }

    @Test("Damage in an archive is refused, not read around")
    func damaged() throws {
        let bytes = try MinistryFormFixture.complete().bytes
        for length in [4, 30, 1_000, bytes.count / 2, bytes.count - 1] {
            #expect(throws: Refusal.self) { try SheetFile.read(Array(bytes.prefix(length)), from: library) }
        }
    }
}
