import ExactMath
import Testing

@testable import Documents

@Suite("Reading formulas")
struct FormulaParserTests {
    private func number(_ whole: Int) -> Formula { .number(Ratio(whole)) }

    private func cell(_ name: String) throws -> Formula { .cell(try #require(CellAddress(name))) }

    @Test("Multiplication binds more tightly than addition, comparison least of all")
    func precedence() throws {
        #expect(
            FormulaParser.parse("1+2*3") == .binary(.add, number(1), .binary(.multiply, number(2), number(3))))
        #expect(
            FormulaParser.parse("(1+2)*3") == .binary(.multiply, .binary(.add, number(1), number(2)), number(3)))
        #expect(
            FormulaParser.parse("1-2-3") == .binary(.subtract, .binary(.subtract, number(1), number(2)), number(3)))
        #expect(FormulaParser.parse("8/4/2") == .binary(.divide, .binary(.divide, number(8), number(4)), number(2)))
        #expect(
            FormulaParser.parse("A1+1>=B2&\"x\"")
                == .binary(
                    .greaterOrEqual, .binary(.add, try cell("A1"), number(1)), .binary(.join, try cell("B2"), .text("x"))))
    }

    @Test("Every comparison is known", arguments: ["=", "<>", "<", "<=", ">", ">="])
    func comparisons(sign: String) {
        let signs: [String: Formula.Operator] = [
            "=": .equal, "<>": .unequal, "<": .less, "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual,
        ]
        #expect(FormulaParser.parse("1\(sign)2") == signs[sign].map { .binary($0, number(1), number(2)) })
    }

    @Test("Signs stand before operands and may be repeated; percent follows them")
    func unary() {
        #expect(FormulaParser.parse("-1+2") == .binary(.add, .negate(number(1)), number(2)))
        #expect(FormulaParser.parse("2*-3") == .binary(.multiply, number(2), .negate(number(3))))
        #expect(FormulaParser.parse("--1") == .negate(.negate(number(1))))
        #expect(FormulaParser.parse("+1") == number(1))
        #expect(FormulaParser.parse("50%") == .percent(number(50)))
        #expect(FormulaParser.parse("5%%") == .percent(.percent(number(5))))
        #expect(FormulaParser.parse("10*5%") == .binary(.multiply, number(10), .percent(number(5))))
    }

    @Test("Numbers are read exactly, with decimals and exponents")
    func numbers() throws {
        #expect(FormulaParser.parse("0.67") == .number(try Ratio(stored: "0.67")))
        #expect(FormulaParser.parse("1.5E-3") == .number(try Ratio(stored: "0.0015")))
        #expect(FormulaParser.parse("1e+2") == number(100))
        #expect(FormulaParser.parse("1-2") == .binary(.subtract, number(1), number(2)))
    }

    @Test("Texts keep what stands between their quotes; two quotes are one")
    func texts() {
        #expect(FormulaParser.parse("\"Blm Diisi\"") == .text("Blm Diisi"))
        #expect(FormulaParser.parse("\"\"") == .text(""))
        #expect(FormulaParser.parse("\"a\"\"b\"") == .text("a\"b"))
        #expect(FormulaParser.parse("\"\"\"\"") == .text("\""))
        #expect(FormulaParser.parse("\"1+2)\"") == .text("1+2)"))
        #expect(FormulaParser.parse("\"–é\"") == .text("–é"))
    }

    @Test("Cells may be absolute, ranges have two corners, TRUE and FALSE are no cells")
    func references() throws {
        let first = try #require(CellAddress("L8"))
        let last = try #require(CellAddress("L9"))
        #expect(FormulaParser.parse("$L$8") == .cell(first))
        #expect(FormulaParser.parse("l8") == .cell(first))
        #expect(FormulaParser.parse("L8:L9") == .range(first, last))
        #expect(FormulaParser.parse("$L8 : L$9") == .range(first, last))
        #expect(FormulaParser.parse("TRUE") == .boolean(true))
        #expect(FormulaParser.parse("false") == .boolean(false))
    }

    @Test("Calls take arguments parted by comma or semicolon, and none at all")
    func calls() throws {
        let sum = Formula.call("SUM", [try cell("L5"), .range(try #require(CellAddress("L6")), try #require(CellAddress("L7")))])
        #expect(FormulaParser.parse("SUM(L5,L6:L7)") == sum)
        #expect(FormulaParser.parse("sum( L5 ; L6:L7 )") == sum)
        #expect(FormulaParser.parse("PI()") == .call("PI", []))
        #expect(
            FormulaParser.parse("IF(OR(K1=\"\",K2=\"\"),1,2)")
                == .call(
                    "IF",
                    [
                        .call("OR", [.binary(.equal, try cell("K1"), .text("")), .binary(.equal, try cell("K2"), .text(""))]),
                        number(1), number(2),
                    ]))
    }

    @Test("A formula names its cells, ranges spread out")
    func cells() throws {
        let formula = try #require(FormulaParser.parse("AVERAGE(L8:L10)*H7+IF(A1>1,-B2,C3%)"))
        #expect(formula.cells.sorted().map(\.description) == ["A1", "B2", "C3", "H7", "L8", "L9", "L10"])
        #expect(FormulaParser.parse("SUM(A1:XFD1048576)")?.cells.isEmpty == true)
    }

    @Test("The formula over letters of the form is understood")
    func form() throws {
        let formula = try #require(FormulaParser.parse(MinistryFormContent.letters(8)))
        #expect(formula.cells.sorted().map(\.description) == ["J8", "K8"])
    }

    @Test(
        "What is malformed or unknown is not read",
        arguments: [
            "", " ", "+", "1+", "*2", "(1", "1)", "()", "SUM(1", "SUM(1,)", "SUM(,1)", "\"offen", "1 2", "A1 A2", "L8:",
            ":L8", "L8:9", "Sheet1!A1", "'LKE ZI'!A1", "{1,2}", "#REF!", "A1#", "1.2.3", "1e", "..", "NAMA", "A0",
            "ZZZZ1", "A1:B2:C3", "2^3", "@A1", "1;2", "=1", "SUM(A1))", "$", "%", "5 %5",
        ])
    func malformed(text: String) {
        #expect(FormulaParser.parse(text) == nil, "\(text)")
    }

    @Test("Very deep and very long formulas are refused, not followed")
    func deep() {
        let depth = 50_000
        for (before, inside, after) in [("(", "1", ")"), ("-", "1", ""), ("+", "1", ""), ("SUM(", "1", ")"), ("IF(1,", "1", ")")] {
            let text = String(repeating: before, count: depth) + inside + String(repeating: after, count: depth)
            #expect(FormulaParser.parse(text) == nil)
            let short = String(repeating: before, count: 500) + inside + String(repeating: after, count: 500)
            #expect(FormulaParser.parse(short) == nil)
        }
        #expect(FormulaParser.parse(Array(repeating: "1", count: 3_000).joined(separator: "+")) != nil)
        #expect(FormulaParser.parse(Array(repeating: "1", count: 5_000).joined(separator: "+")) == nil)
        #expect(FormulaParser.parse("SUM(" + Array(repeating: "1", count: 65).joined(separator: ",") + ")") == nil)
        let nested = String(repeating: "(", count: 40) + "1" + String(repeating: ")", count: 40)
        #expect(FormulaParser.parse(nested) == number(1))
    }

    @Test("Random texts never stop it")
    func random() {
        var generator = SmallGenerator(state: 11)
        let pieces = [
            "(", ")", ",", ";", ":", "\"", "+", "-", "*", "/", "%", "&", "=", "<", ">", "<>", "1", "0.5", "1E9", "A1",
            "$B$2", "L8:L9", "SUM(", "IF(", "AVERAGE(", "TRUE", " ", ".", "é", "\u{0}", "!", "'", "#DIV/0!", "^", "{",
        ]
        var understood = 0
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0..<24, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            if FormulaParser.parse(text) != nil { understood += 1 }
        }
        #expect(understood > 0)
    }
}
