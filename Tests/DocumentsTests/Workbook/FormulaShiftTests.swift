import Testing

@testable import Documents

struct FormulaShiftTests {
    @Test(
        "relative references move, everything else stays",
        arguments: [
            ("A1", "B3"), ("$A1", "$A3"), ("A$1", "B$1"), ("$A$1", "$A$1"), ("a1", "B3"),
            ("SUM(A1:B2)", "SUM(B3:C4)"), ("LOG10(A1)", "LOG10(B3)"), ("A1+1.5E3", "B3+1.5E3"),
            ("\"A1 \"\"B2\"\"\"&A1", "\"A1 \"\"B2\"\"\"&B3"), ("'Q1 A1'!A1", "'Q1 A1'!B3"),
            ("'it''s A1'!A1", "'it''s A1'!B3"), ("AB1!A1", "AB1!B3"), ("Sheet1:Sheet3!A1", "Sheet1:Sheet3!B3"),
            ("[1]Data!A1", "[1]Data!B3"), ("Table1[[#This Row],[A1]]+A1", "Table1[[#This Row],[A1]]+B3"),
            ("A:C", "B:D"), ("$A:C", "$A:D"), ("1:2", "3:4"), ("$1:2", "$1:4"), ("A", "A"), ("12", "12"),
            ("IF(TRUE,A1,#REF!)", "IF(TRUE,B3,#REF!)"), ("#N/A", "#N/A"), ("Rate_A1", "Rate_A1"), ("A1.B", "A1.B"),
            ("ÄA1", "ÄA1"), ("XFD1", "#REF!"), ("A1048576", "#REF!"), ("ABCD1", "ABCD1"), ("Z1", "AA3"),
            ("AZ9", "BA11"), ("", ""), ("\"open A1", "\"open A1"), ("[open A1", "[open A1"), ("A1:A", "B3:A"),
            ("A1#", "B3#"), ("$", "$"), ("A$", "A$"), ("$$A1", "$$A1"), ("A01", "A01"),
        ])
    func shift(formula: String, expected: String) {
        #expect(FormulaShift(rows: 2, columns: 1).applied(to: formula) == expected)
    }

    @Test("a reference that would leave the sheet at the top or left becomes #REF!")
    func leaving() {
        #expect(FormulaShift(rows: -1, columns: 0).applied(to: "A1+A2") == "#REF!+A1")
        #expect(FormulaShift(rows: 0, columns: -1).applied(to: "A1+B1") == "#REF!+A1")
    }

    @Test("moving there and back gives the same formula")
    func thereAndBack() {
        let formula = "IF($J50=\"A/B\",SUM(K51:$L$60),'LKE ZI'!M50)*AA100"
        let there = FormulaShift(rows: 40, columns: 30).applied(to: formula)
        #expect(there != formula)
        #expect(FormulaShift(rows: -40, columns: -30).applied(to: there) == formula)
    }
}
