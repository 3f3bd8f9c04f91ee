import Rulebook
import Testing

@Suite("Figures about a unit") struct UnitProfileTests {
    @Test(
        "Whole numbers are read with points between groups of three or without",
        arguments: [
            ("0", 0), ("1250", 1_250), ("1.250", 1_250), ("12.345.678", 12_345_678), ("007", 7), ("999999999999999", 999_999_999_999_999),
        ] as [(String, Int64)])
    func read(text: String, number: Int64) {
        #expect(UnitFigure.budget.read(text) == number)
    }

    @Test("Money may say so", arguments: ["Rp1.250", "rp 1250", "Rp. 1.250", "Rp\u{A0}1250"])
    func money(text: String) {
        #expect(UnitFigure.budget.read(text) == 1_250)
        #expect(UnitFigure.headCount.read(text) == nil)
    }

    @Test(
        "Anything else is refused",
        arguments: [
            "", "Rp", ".", "1.", ".5", "1.25", "1.2500", "1234.567", "1,5", "-1", "+1", "1e3", "1 250", "１２", "٣", "99999999999999999999999999",
            "18446744073709551617", "1..000",
        ])
    func refused(text: String) {
        #expect(UnitFigure.budget.read(text) == nil)
    }

    @Test("Figures beyond belief are refused", arguments: [("1000000", true), ("999999", true), ("1000001", false)])
    func bounds(text: String, isFine: Bool) {
        #expect((UnitFigure.headCount.read(text) != nil) == isFine)
        #expect(UnitFigure.budget.read("1.000.000.000.000.000") == 1_000_000_000_000_000)
        #expect(UnitFigure.budget.read("1.000.000.000.000.001") == nil)
    }
}
