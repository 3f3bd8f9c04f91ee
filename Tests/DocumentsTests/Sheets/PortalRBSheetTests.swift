import Foundation
import InstrumentFiles
import Rulebook
import Testing

@testable import Documents

@Suite("PortalRB's answer sheet")
struct PortalRBSheetTests {
    private struct Layout: Decodable {
        struct Row: Decodable {
            let row: Int
            let code: String
        }

        let sheet: String
        let answerColumn: String
        let rows: [Row]
    }

    private let library = InstrumentLibrary()
    private let layout: Layout

    init() throws {
        layout = try embeddedJSON("forms/portalrb-2026.json")
    }

    /// The sheet's cells with these answers.
    private func cells(_ sheet: ScoringSheet) -> WorkbookBytes.Cells {
        let answers = Dictionary(SheetExport.rows(of: sheet).map { ($0.code, $0.text) }, uniquingKeysWith: { first, _ in first })
        var cells: WorkbookBytes.Cells = [:]
        for row in layout.rows {
            if let address = CellAddress("B\(row.row)") { cells[address] = .init(value: .text("Butir \(row.code)")) }
            guard let address = CellAddress("\(layout.answerColumn)\(row.row)"), let text = answers[row.code] ?? nil else { continue }
            cells[address] = .init(value: text.first?.isNumber == true ? .number(text) : .text(text))
        }
        return cells
    }

    private func file(_ cells: WorkbookBytes.Cells) -> [UInt8] { WorkbookBytes.file(visible: layout.sheet, cells: cells, hidden: ["Info"]) }

    private func instrument() throws -> Instrument { try library.instrument("permenpanrb-90-2021") }

    @Test("Every question and count of the instrument has a row")
    func complete() throws {
        let codes = SheetExport.rows(of: ScoringSheet(try instrument())).map(\.code)
        #expect(Set(layout.rows.map(\.code)) == Set(codes))
        #expect(layout.rows.count == codes.count)
    }

    @Test("Answers are read from their rows", arguments: 1...5)
    func answers(seed: Int) throws {
        for sheet in [
            try FormAnswers.complete(instrument(), seed: UInt64(seed)), try AnswerCases.random(instrument(), seed: UInt64(seed)),
            ScoringSheet(try instrument()),
        ] {
            let reading = try SheetFile.read(file(cells(sheet)), from: library)
            #expect(reading.format == .portalRB)
            #expect(reading.sheet.allAnswers == sheet.allAnswers)
            #expect(reading.allFindings.isEmpty)
            #expect(reading.diagnosis == nil)
        }
    }

    @Test("Letters in lower case are noted at their cells")
    func tidied() throws {
        let reading = try SheetFile.read(file([CellAddress(known: 7, 10): .init(value: .text("b "))]), from: library)
        #expect(reading.findings.map { "\($0.code.rawValue) \($0.location)" } == ["ZI-1201 Jawaban!K7"])
        #expect(reading.locations["A.I.1.i.b"] == "Jawaban!K7")
    }

    @Test("Cells with errors and wrong answers are refused together, in the order of the sheet")
    func problems() throws {
        var cells = cells(try FormAnswers.complete(instrument(), seed: 1))
        cells[CellAddress(known: 6, 10)] = .init(value: .error("#N/A"))
        cells[CellAddress(known: 7, 10)] = .init(value: .text("D"))
        cells[CellAddress(known: 199, 10)] = .init(value: .boolean(true))
        let refusal = #expect(throws: Refusal.self) { try SheetFile.read(file(cells), from: library) }
        #expect(
            refusal?.findings.map { "\($0.code.rawValue) \($0.location)" } == [
                "ZI-1110 Jawaban!K6", "ZI-1103 Jawaban!K7", "ZI-1110 Jawaban!K199",
            ])
    }

    @Test("It belongs to one instrument")
    func otherInstrument() throws {
        let refusal = #expect(throws: Refusal.self) {
            try SheetFile.read(file([:]), from: library, instrument: "permenpanrb-52-2014")
        }
        #expect(refusal?.findings.map(\.code) == [.unknownInstrument])
    }
}
