import Testing

@testable import ExactMath

@Suite("Reading numbers")
struct RatioParsingTests {
    @Test(
        "Comma and point are the same mark for people",
        arguments: [
            ("3,78", Ratio.of(378, 100)), ("3.78", .of(378, 100)), ("+3,5", .of(7, 2)), ("-0,5", .of(-1, 2)),
            ("0", .zero), ("-0", .zero), ("007", Ratio(7)), ("0,670", .of(67, 100)), ("100", Ratio(100)),
        ])
    func decimals(text: String, number: Ratio) throws {
        #expect(try Ratio(decimal: text) == number)
    }

    @Test(
        "What is not exactly one number is refused, never guessed",
        arguments: [
            "-", "+", "--1", "+-1", "1-", ".", ",", ".5", ",5", "5.", "5,", "-.5", "1..2", "1.2.3", "1,2,3", "1.234,5",
            "1,234.5", "1 000", "1e3", "1E3", "0x10", "1/2", "½", "٣", "３", "NaN", "inf", "1_000", "1'000", "5%", " 5",
            "5 ", "\u{A0}5", "1\0", "−1", "tiga",
        ])
    func malformed(text: String) {
        #expect(throws: NumberRefusal.malformed) { try Ratio(decimal: text) }
    }

    @Test("Nothing is not zero")
    func empty() {
        #expect(throws: NumberRefusal.empty) { try Ratio(decimal: "") }
        #expect(throws: NumberRefusal.empty) { try Ratio(stored: "") }
    }

    @Test("Thirty digits are read, thirty-one are not")
    func length() throws {
        let thirty = String(repeating: "9", count: 30)
        #expect(try Ratio(decimal: thirty).exact == thirty)
        #expect(try Ratio(decimal: "-9," + thirty.dropFirst()).denominator == 100_000_000_000_000_000_000_000_000_000)
        #expect(throws: NumberRefusal.tooLong) { try Ratio(decimal: thirty + "9") }
        #expect(throws: NumberRefusal.tooLong) { try Ratio(decimal: "0," + thirty) }
        #expect(throws: NumberRefusal.tooLong) { try Ratio(decimal: String(repeating: "0", count: 31)) }
        #expect(throws: NumberRefusal.tooLong) { try Ratio(decimal: String(repeating: "1", count: 1_000_000)) }
    }

    @Test(
        "A spreadsheet's exponents are read",
        arguments: [
            ("1.5E-05", Ratio.of(15, 1_000_000)), ("1e3", Ratio(1000)), ("2.5E+2", Ratio(250)), ("1E0", .one),
            ("-4e-1", .of(-2, 5)), ("0E30", .zero), ("0.33000000000000002", .of(33_000_000_000_000_002, 100_000_000_000_000_000)),
            ("100000000e30", .of(100_000_000_000_000_000_000_000_000_000_000_000_000, 1)),
        ])
    func exponents(text: String, number: Ratio) throws {
        #expect(try Ratio(stored: text) == number)
    }

    @Test(
        "Broken exponents and a comma are refused in stored numbers",
        arguments: [
            "1e", "1E+", "1E-", "e5", "1e5.5", "1e5e5", "1ee5", "1e 5", "1,5", "1.e5", "1e--5", "1f5",
        ])
    func brokenExponents(text: String) {
        #expect(throws: NumberRefusal.malformed) { try Ratio(stored: text) }
    }

    @Test(
        "Exponents beyond thirty, and results beyond 127 bits, are too long",
        arguments: [
            "1e31", "1e-31", "1e999999999999999999999", "1e-99999999999999999999", "999999999999999999999999999999e30",
            "1000000000e30", "1.000000000e-30",
        ])
    func tooLong(text: String) {
        #expect(throws: NumberRefusal.tooLong) { try Ratio(stored: text) }
    }

    @Test("Thirty places up and down are still exact")
    func exponentEdge() throws {
        #expect(try Ratio(stored: "1e30").exact == "1" + String(repeating: "0", count: 30))
        #expect(try Ratio(stored: "1e-30").denominator == 1_000_000_000_000_000_000_000_000_000_000)
        #expect(try Ratio(stored: "1e-00000000030") == Ratio(stored: "1e-30"))
    }

    @Test("Random bytes are read or refused, never a crash")
    func randomText() {
        var random = SplitMix64(seed: 77)
        let letters = Array("0123456789.,-+eE 9")
        for _ in 0..<5_000 {
            let text = String((0..<Int.random(in: 0...36, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
            let typed = try? Ratio(decimal: text)
            let stored = try? Ratio(stored: text)
            if let typed, let stored { #expect(typed == stored, "\(text)") }
        }
    }
}
