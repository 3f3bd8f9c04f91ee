import ExactMath
import Testing

@testable import Documents

@Suite("Computing formulas")
struct FormulaEvaluatorTests {
    /// A1 = 1, A2 = 2, A3 text, A4 blank, A5 a number kept as text, A6 TRUE, A7 an error; C1… formulas.
    private func evaluator(_ formulas: [String: String] = [:]) -> FormulaEvaluator {
        var cells = [
            ("A1", CellValue.number("1")), ("A2", .number("2")), ("A3", .text("Blm Diisi")), ("A5", .text("5")),
            ("A6", .boolean(true)), ("A7", .error("#N/A")), ("A8", .text("")),
        ].compactMap { name, value in CellAddress(name).map { Cell(address: $0, value: value) } }
        for (name, formula) in formulas {
            if let address = CellAddress(name) { cells.append(Cell(address: address, value: .empty, formula: formula)) }
        }
        let sheet = Worksheet(name: "Uji", cells: cells)
        return FormulaEvaluator(sheet, formulas: SheetFormulas(sheet))
    }

    private func value(_ text: String, _ formulas: [String: String] = [:]) -> SpreadsheetValue? {
        FormulaParser.parse(text).map(evaluator(formulas).value(of:))
    }

    private func number(_ text: String) throws -> SpreadsheetValue { .number(try Ratio(stored: text)) }

    @Test("Arithmetic is exact; blanks are 0 and yes is 1")
    func arithmetic() throws {
        #expect(value("0.1+0.2") == (try number("0.3")))
        #expect(value("1/3*3") == .number(.one))
        #expect(value("A1+A4+A6") == .number(Ratio(2)))
        #expect(value("-A2") == .number(Ratio(-2)))
        #expect(value("A5*2") == .number(Ratio(10)))
        #expect(value("50%") == (try number("0.5")))
        #expect(value("A1/A4") == .divisionByZero)
        #expect(value("A3+1") == .wrongKind)
        #expect(value("A8+1") == .wrongKind)
    }

    @Test("Sums, means, extremes and counts leave out texts, blanks and logical values in cells")
    func lists() throws {
        #expect(value("SUM(A1:A6)") == .number(Ratio(3)))
        #expect(value("AVERAGE(A1:A6)") == (try number("1.5")))
        #expect(value("MIN(A1:A6)") == .number(.one))
        #expect(value("MAX(A1:A6)") == .number(Ratio(2)))
        #expect(value("COUNT(A1:A7)") == .number(Ratio(2)))
        #expect(value("SUM(A1,A2,A3,10)") == .number(Ratio(13)))
        #expect(value("SUM(A2:A1)") == .number(Ratio(3)))
        #expect(value("AVERAGE(A1,A3)") == .number(.one))
        #expect(value("AVERAGE(A3:A4)") == .divisionByZero)
        #expect(value("SUM(A3:A4)") == .number(.zero))
        #expect(value("MIN(A3:A4)") == .number(.zero))
    }

    @Test("IF looks only at the branch it takes")
    func lazy() {
        #expect(value("IF(A1=1,7,1/0)") == .number(Ratio(7)))
        #expect(value("IF(A1=2,1/0,8)") == .number(Ratio(8)))
        #expect(value("IF(A1=2,1)") == .boolean(false))
        #expect(value("IF(A3,1,2)") == .wrongKind)
        #expect(value("IF(1/0,1,2)") == .divisionByZero)
        #expect(value("IF(A4,1,2)") == .number(Ratio(2)))
        #expect(value("IFERROR(1/0,9)") == .number(Ratio(9)))
        #expect(value("IFERROR(3,1/0)") == .number(Ratio(3)))
        #expect(value("IFERROR(A7,\"x\")") == .text("x"))
    }

    @Test("Errors pass through every operation")
    func errors() {
        for text in ["A7", "A7+1", "-A7", "A7%", "A7=1", "SUM(A1:A7)", "AVERAGE(A7)", "MAX(A7,1)", "AND(TRUE,A7)", "NOT(A7)", "ROUND(A7,1)"] {
            #expect(value(text) == .error("#N/A"), "\(text)")
        }
        #expect(value("SUM(1/0,1)") == .divisionByZero)
    }

    @Test("AND, OR and NOT take numbers and logical values")
    func logic() {
        #expect(value("AND(A1=1,A2=2)") == .boolean(true))
        #expect(value("AND(A1=1,A2=1)") == .boolean(false))
        #expect(value("OR(A1=2,A2=2)") == .boolean(true))
        #expect(value("OR(FALSE,0)") == .boolean(false))
        #expect(value("NOT(A6)") == .boolean(false))
        #expect(value("NOT(0)") == .boolean(true))
        #expect(value("NOT(A3)") == .wrongKind)
    }

    @Test("ROUND rounds half away from zero")
    func round() throws {
        #expect(value("ROUND(2.345,2)") == (try number("2.35")))
        #expect(value("ROUND(-2.5,0)") == .number(Ratio(-3)))
        #expect(value("ROUND(2/3,4)") == (try number("0.6667")))
        #expect(value("ROUND(1)") == .unknown)
        #expect(value("ROUND(15,-1)") == .unknown)
    }

    @Test("Texts compare without regard to case, and a blank equals an empty text and zero")
    func comparisons() {
        #expect(value("\"ya\"=\"YA\"") == .boolean(true))
        #expect(value("A3=\"blm diisi\"") == .boolean(true))
        #expect(value("A4=\"\"") == .boolean(true))
        #expect(value("A4=0") == .boolean(true))
        #expect(value("A1=\"1\"") == .boolean(false))
        #expect(value("A1<>\"\"") == .boolean(true))
        #expect(value("A3>1000") == .boolean(true))
        #expect(value("A3<1000") == .boolean(false))
        #expect(value("A1<A2") == .boolean(true))
        #expect(value("A1>=A2") == .boolean(false))
        #expect(value("A2<=2") == .boolean(true))
    }

    @Test("What is not computed is unknown, never wrong")
    func unknown() {
        for text in ["VLOOKUP(A1,A1:A7,1)", "A1&A2", "A1:A2", "SUM(VLOOKUP(1,2,3))", "1+TODAY()", "IF(RAND()>1,1,2)"] {
            #expect(value(text) == .unknown, "\(text)")
        }
        #expect(value("C1", ["C1": "Lain!A1"]) == .unknown)
        #expect(value("SUM(C1,1)", ["C1": "2^3"]) == .unknown)
    }

    @Test("Formulas follow formulas; circles give an error and end")
    func chains() {
        #expect(value("C3", ["C1": "A1+A2", "C2": "C1*2", "C3": "SUM(C1:C2)"]) == .number(Ratio(9)))
        #expect(value("C1", ["C1": "C1+1"]) == .error("#REF!"))
        #expect(value("C1", ["C1": "C2", "C2": "C3", "C3": "SUM(C1:C2)"]) == .error("#REF!"))
        #expect(value("IFERROR(C1,4)", ["C1": "C1"]) == .number(Ratio(4)))
        var long: [String: String] = [:]
        for row in 1..<5_000 { long["D\(row)"] = "D\(row + 1)+1" }
        #expect(value("D1", long) == .error("#REF!"))
    }

    @Test("A replaced cell changes everything that depends on it, and nothing else")
    func replacing() throws {
        let evaluator = evaluator(["C1": "A1+A2", "C2": "C1*2"])
        let c1 = try #require(CellAddress("C1"))
        let c2 = try #require(CellAddress("C2"))
        #expect(evaluator.value(of: c2) == .number(Ratio(6)))
        evaluator.replace(c1, with: .number(Ratio(10)))
        #expect(evaluator.value(of: c2) == .number(Ratio(20)))
        evaluator.replace(try #require(CellAddress("A4")), with: .text("x"))
        #expect(evaluator.value(of: c2) == .number(Ratio(20)))
    }

    @Test("Sums that do not fit are unknown")
    func overflow() {
        let huge = "1E30"
        #expect(value("\(huge)*\(huge)") == .unknown)
        #expect(value("SUM(\(huge)*\(huge),1)") == .unknown)
    }
}
