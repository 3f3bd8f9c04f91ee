import InstrumentFiles
import Rulebook
import Testing

@testable import Documents

@Suite("Recognising files")
struct SheetFileTests {
    private let library = InstrumentLibrary()

    private func refusal(_ bytes: [UInt8], _ id: InstrumentID? = nil) -> Refusal? {
        do throws(Refusal) {
            _ = try SheetFile.read(bytes, from: library, instrument: id)
            return nil
        } catch {
            return error
        }
    }

    @Test("Every kind of file is known by its content", arguments: InstrumentLibrary.shipped)
    func kinds(id: InstrumentID) throws {
        let sheet = try FormAnswers.complete(try library.instrument(id), seed: 3)
        let files: [(SheetReading.Format, [UInt8])] = [
            (.csv, Array(SheetExport.csv(sheet).utf8)), (.json, Array(SheetExport.json(sheet).utf8)),
            (.zonaWorkbook, try TemplateWorkbook.write(sheet.instrument, answers: sheet)),
        ]
        for (format, bytes) in files {
            let reading = try SheetFile.read(bytes, from: library)
            #expect(reading.format == format)
            #expect(reading.sheet.instrument.id == id)
            #expect(reading.sheet.allAnswers == sheet.allAnswers)
            #expect(reading.allFindings.isEmpty, "\(format)")
            #expect(reading.facts.isEmpty)
            #expect((reading.diagnosis != nil) == (format == .zonaWorkbook))
        }
    }

    @Test("Nothing, too much, old workbooks and what is no sheet at all are refused with a way out")
    func refused() {
        #expect(refusal([])?.findings.map(\.code) == [.unknownFormat])
        #expect(refusal([UInt8](repeating: 0x20, count: 11 << 20))?.findings.map(\.code) == [.fileTooLarge])
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
        #expect(refusal(old)?.findings.map(\.code) == [.unknownFormat])
        #expect(refusal(old)?.findings.first?.message.contains(".xlsx") == true)
        let pdf = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x00, 0x01]
        #expect(refusal(pdf)?.findings.map(\.code) == [.unknownFormat])
        #expect(refusal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0])?.findings.map(\.code) == [.unknownFormat])
        #expect(refusal(Array("PK\u{3}\u{4}bukan arsip".utf8))?.findings.map(\.code) == [.brokenArchive])
        #expect(refusal(Array("halo, apa kabar?\n".utf8)) != nil)
        #expect(refusal(Array(" \n\t\n".utf8))?.findings.map(\.code) == [.unknownFormat])
    }

    @Test("Exactly ten megabytes are read")
    func largest() throws {
        var bytes = Array("kode,jawaban\nA.I.1.i.a,Ya\n".utf8)
        bytes += [UInt8](repeating: UInt8(ascii: "\n"), count: SheetFile.largestFile - bytes.count)
        let reading = try SheetFile.read(bytes, from: library)
        #expect(reading.sheet.answer("A.I.1.i.a") == .choice(0))
        bytes.append(UInt8(ascii: "\n"))
        #expect(refusal(bytes)?.findings.map(\.code) == [.fileTooLarge])
    }

    @Test("A workbook that is none of the known ones is refused, naming its sheets")
    func otherWorkbook() {
        let bytes = WorkbookBytes.file(visible: "Anggaran", cells: [:], hidden: ["Daftar"])
        let found = refusal(bytes)
        #expect(found?.findings.map(\.code) == [.sheetMissing])
        #expect(found?.findings.first?.message.contains("“Daftar”, “Anggaran”") == true)
    }

    @Test("The instrument is known by its codes, also when one is misspelt", arguments: InstrumentLibrary.shipped)
    func recognition(id: InstrumentID) throws {
        let instrument = try library.instrument(id)
        var codes = instrument.questions.map(\.code.text)
        #expect(try SheetFile.recognise(codes, from: library).id == id)
        codes[3] = "A.X.9"
        #expect(try SheetFile.recognise(codes, from: library).id == id)
        #expect(try SheetFile.recognise(codes.map { " \($0)\u{A0}" }, from: library).id == id)
        #expect(try SheetFile.recognise([codes[0]], from: library).id == id)
    }

    @Test("Codes that no instrument has, or that two share, decide nothing: the person is asked")
    func undecided() throws {
        for codes in [["X.1", "X.2"], [], [""]] {
            let found = #expect(throws: Refusal.self) { try SheetFile.recognise(codes, from: library) }
            #expect(found?.findings.map(\.code) == [.undecidedInstrument])
            for id in InstrumentLibrary.shipped { #expect(found?.findings.first?.message.contains(id.text) == true) }
        }
        let mixed = ["A.I.1.a", "A.I.2.a", "A.I.1.i.a", "A.I.1.i.b"]
        #expect(throws: Refusal.self) { try SheetFile.recognise(mixed, from: library) }
    }

    @Test("A misspelt code is refused at its line although the instrument was recognised")
    func misspelt() throws {
        let sheet = try FormAnswers.complete(library.instrument("permenpanrb-52-2014"), seed: 1)
        let text = SheetExport.csv(sheet).replacing("A.I.1.b,", with: "A.I.1.bb,")
        let found = refusal(Array(text.utf8))
        #expect(found?.findings.map(\.code) == [.unknownItem])
        #expect(found?.findings.first?.location == "baris 3")
    }

    @Test("An instrument that does not exist is refused")
    func unknownInstrument() {
        #expect(refusal(Array("kode,jawaban\nA.I.1.i.a,Ya\n".utf8), "tidak-ada")?.findings.map(\.code) == [.unknownInstrument])
    }
}
