import ExactMath
import Testing

@testable import Documents

@Suite("Values as formulas see them")
struct SpreadsheetValueTests {
    @Test("Stored values become values; numbers stay exact")
    func stored() throws {
        #expect(CellValue.empty.spreadsheetValue == .blank)
        #expect(CellValue.text("x").spreadsheetValue == .text("x"))
        #expect(CellValue.number("0.67").spreadsheetValue == .number(try Ratio(stored: "0.67")))
        #expect(CellValue.number("bukan").spreadsheetValue == .unknown)
        #expect(CellValue.boolean(true).spreadsheetValue == .boolean(true))
        #expect(CellValue.error("#N/A").spreadsheetValue == .error("#N/A"))
    }

    @Test("Arithmetic takes blanks as 0, yes as 1 and texts that are numbers")
    func numbers() {
        #expect(SpreadsheetValue.blank.asNumber == .zero)
        #expect(SpreadsheetValue.boolean(true).asNumber == .one)
        #expect(SpreadsheetValue.text("5").asNumber == Ratio(5))
        #expect(SpreadsheetValue.text("").asNumber == nil)
        #expect(SpreadsheetValue.divisionByZero.asNumber == nil)
        #expect(SpreadsheetValue.unknown.asNumber == nil)
    }

    @Test("Errors and ignorance pass on, nothing else does")
    func failures() {
        #expect(SpreadsheetValue.wrongKind.failure == .wrongKind)
        #expect(SpreadsheetValue.unknown.failure == .unknown)
        #expect(SpreadsheetValue.text("x").failure == nil)
        #expect(SpreadsheetValue.blank.failure == nil)
    }
}
