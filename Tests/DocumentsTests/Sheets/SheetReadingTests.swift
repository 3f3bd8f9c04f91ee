import InstrumentFiles
import Rulebook
import Testing

@testable import Documents

@Suite("What was read from a file")
struct SheetReadingTests {
    @Test("All findings are those of the answers, then those of the doctor")
    func order() throws {
        var form = try MinistryFormFixture(
            MinistryFormFixture.complete().answers.with(.choice(0), "A.I.1.i.a"))
        form.overtype("K8", .text("ya"))
        form.overtype("H7", .number("1"))
        form.recalculate()
        let reading = try form.read()
        #expect(reading.findings.map(\.code) == [.answerTidied])
        #expect(reading.allFindings.map(\.code) == [.answerTidied, .weightChanged])
    }

    @Test("Files without scores of their own have no diagnosis")
    func plain() throws {
        let reading = try SheetFile.read(Array("kode,jawaban\nA.I.1.i.a,Ya\n".utf8), from: InstrumentLibrary())
        #expect(reading.diagnosis == nil)
        #expect(reading.allFindings.isEmpty)
    }
}
