import Testing

@testable import ExactMath

@Suite("Ratios as text")
struct RatioTextTests {
    @Test(
        "The half is rounded up, away from zero, and what is below it down",
        arguments: [
            ("0.0049", "0,00"), ("0.005", "0,01"), ("0.0051", "0,01"),
            ("74.7449", "74,74"), ("74.745", "74,75"), ("74.7451", "74,75"),
            ("0.994999999999", "0,99"), ("0.995", "1,00"), ("0.9951", "1,00"),
            ("99.9949", "99,99"), ("99.995", "100,00"), ("9.999", "10,00"),
        ])
    func halfUp(number: String, shown: String) throws {
        #expect(try Ratio(decimal: number).rounded(places: 2, mark: .comma) == shown)
    }

    @Test(
        "Negative numbers are rounded like positive ones",
        arguments: [
            ("-0.0049", "0.00"), ("-0.005", "-0.01"), ("-74.745", "-74.75"), ("-0.995", "-1.00"), ("-1", "-1.00"),
        ])
    func negative(number: String, shown: String) throws {
        #expect(try Ratio(decimal: number).rounded() == shown)
    }

    @Test("A hair around the half that no decimal could show still decides")
    func hair() {
        let fine: Int128 = 10 * 1_000_000_000_000_000_000_000_000_000_000
        #expect(Ratio.of(fine / 200 - 1, fine).rounded() == "0.00")
        #expect(Ratio.of(fine / 200, fine).rounded() == "0.01")
        #expect(Ratio.of(fine / 200 + 1, fine).rounded() == "0.01")
    }

    @Test(
        "Decimals are padded, and there may be none",
        arguments: [
            (0, "13"), (1, "12.5"), (2, "12.50"), (3, "12.500"), (18, "12.500000000000000000"),
        ])
    func places(places: Int, shown: String) {
        #expect(Ratio.of(25, 2).rounded(places: places) == shown)
    }

    @Test("A number of decimals outside 0 to 18 is brought inside")
    func placesOutside() {
        #expect(Ratio.of(25, 2).rounded(places: -1) == "13")
        #expect(Ratio.of(1, 3).rounded(places: 40) == "0." + String(repeating: "3", count: 18))
    }

    @Test("The largest numbers are shown in full")
    func largest() {
        #expect(Ratio.of(.max, 1).rounded() == "170141183460469231731687303715884105727.00")
        #expect(Ratio.of(-.max, 1).rounded(places: 0) == "-170141183460469231731687303715884105727")
        #expect(Ratio.of(.max - 1, .max).rounded(places: 12) == "1.000000000000")
        #expect(Ratio.of(1, .max).rounded(places: 12) == "0.000000000000")
    }

    @Test("Rounding moves a number by at most half of the last decimal")
    func closeness() throws {
        var random = SplitMix64(seed: 12)
        for _ in 0..<2_000 {
            let number = random.ratio(bits: 40)
            let shown = try Ratio(decimal: number.rounded())
            #expect(try (number - shown).magnitude <= .of(1, 200), "\(number) → \(shown)")
        }
    }

    @Test("The exact form is a fraction, or a whole number")
    func exact() {
        #expect(Ratio.of(-22, 7).exact == "-22/7")
        #expect(Ratio.of(14, 7).exact == "2")
        #expect(Ratio.of(1, 3).description == "1/3")
    }

    @Test(
        "A finite decimal is written without trailing zeros",
        arguments: [
            (Ratio.of(1, 2), "0,5"), (.of(67, 100), "0,67"), (.of(-5, 4), "-1,25"), (.of(100, 1), "100"),
            (.zero, "0"), (.of(1, 1_000_000_000_000_000_000), "0,000000000000000001"), (.of(1, 4096), "0,000244140625"),
        ])
    func finite(number: Ratio, shown: String) {
        #expect(number.finiteDecimal(mark: .comma) == shown)
    }

    @Test("A decimal that never ends or is longer than eighteen places is not written")
    func notFinite() {
        #expect(Ratio.of(1, 3).finiteDecimal() == nil)
        #expect(Ratio.of(1, 70).finiteDecimal() == nil)
        #expect(Ratio.of(1, 524_288).finiteDecimal() == nil)
        #expect(Ratio.of(1, 10_000_000_000_000_000_000).finiteDecimal() == nil)
    }

    @Test("A finite decimal reads back as the same number")
    func roundTrip() throws {
        var random = SplitMix64(seed: 13)
        for _ in 0..<1_000 {
            let number = Ratio.of(random.whole(bits: 50), 1_000_000)
            let text = try #require(number.finiteDecimal(mark: .comma))
            #expect(try Ratio(decimal: text) == number)
        }
    }
}
