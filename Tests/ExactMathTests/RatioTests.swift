import Testing

@testable import ExactMath

@Suite("Ratio")
struct RatioTests {
    @Test("A ratio is kept in lowest terms with a positive denominator")
    func lowestTerms() throws {
        let ratio = try #require(try Ratio(6, over: -8))
        #expect(ratio.numerator == -3)
        #expect(ratio.denominator == 4)
        #expect(try Ratio(0, over: -5) == .zero)
        #expect(try Ratio(0, over: -5)?.denominator == 1)
        #expect(try Ratio(-10, over: -5) == Ratio(2))
    }

    @Test("A denominator of zero gives no ratio")
    func noDenominator() throws {
        #expect(try Ratio(1, over: 0) == nil)
        #expect(try Ratio(0, over: 0) == nil)
        #expect(try Ratio(.min, over: 0) == nil)
    }

    @Test("The smallest integer does not fit, on either side")
    func smallestInteger() throws {
        #expect(throws: Overflow()) { try Ratio(.min, over: 1) }
        #expect(throws: Overflow()) { try Ratio(1, over: .min) }
        #expect(try Ratio(.max, over: -1)?.numerator == -.max)
        #expect(try Ratio(.max, over: .max) == .one)
        #expect(try Ratio(.min + 1, over: .max) == Ratio(-1))
    }

    @Test("Only ratios without a fraction are whole")
    func whole() {
        #expect(Ratio(7).isWhole)
        #expect(Ratio.of(14, 7).isWhole)
        #expect(!Ratio.of(1, 3).isWhole)
    }

    @Test("Equal numbers are equal however they were written")
    func equality() {
        #expect(Ratio.of(2, 4) == Ratio.of(-1, -2))
        #expect(Set([Ratio.of(2, 4), Ratio.of(50, 100), Ratio.of(1, 2)]).count == 1)
        #expect(Ratio.of(67, 100) != Ratio.of(2, 3))
    }

    @Test(
        "Clamping keeps what is inside and moves what is outside to the edge",
        arguments: [
            (Ratio.of(-1, 100), Ratio.zero), (.zero, .zero), (.of(1, 2), .of(1, 2)), (.one, .one), (.of(101, 100), .one),
        ])
    func clamping(number: Ratio, expected: Ratio) {
        #expect(number.clamped(from: .zero, to: .one) == expected)
    }

    @Test("Comparison agrees with comparing by hand, for small and for huge numbers", arguments: [4, 20, 60, 100, 126])
    func comparison(bits: Int) {
        var random = SplitMix64(seed: UInt64(bits))
        for _ in 0..<2_000 {
            let a = random.ratio(bits: bits)
            let b = random.ratio(bits: bits)
            #expect((a < b) == slowlyLess(a.numerator, a.denominator, b.numerator, b.denominator), "\(a) < \(b)")
            #expect((a < b ? 1 : 0) + (b < a ? 1 : 0) + (a == b ? 1 : 0) == 1, "\(a) and \(b)")
        }
    }

    @Test("Neighbours that differ in the last of 127 bits are told apart")
    func neighbours() {
        let most = Int128.max
        #expect(Ratio.of(most - 1, most) < .one)
        #expect(Ratio.of(most - 2, most - 1) < Ratio.of(most - 1, most))
        #expect(Ratio.of(1, most) < Ratio.of(1, most - 1))
        #expect(Ratio.of(-1, most - 1) < Ratio.of(-1, most))
        #expect(Ratio.of(-most, 1) < Ratio.of(-most, 2))
        #expect(!(Ratio.of(most, most - 1) < Ratio.of(most, most - 1)))
    }

    @Test("The greatest common divisor agrees with Euclid's", arguments: [8, 63, 64, 65, 126])
    func greatestCommonDivisors(bits: Int) {
        func euclid(_ a: UInt128, _ b: UInt128) -> UInt128 { b == 0 ? a : euclid(b, a % b) }
        var random = SplitMix64(seed: 99 + UInt64(bits))
        for _ in 0..<1_000 {
            let a = random.whole(bits: bits).magnitude
            let b = random.whole(bits: bits).magnitude
            #expect(greatestCommonDivisor(a, b) == euclid(a, b), "\(a), \(b)")
        }
    }

    @Test("The greatest common divisor with zero is the other number")
    func divisorOfZero() {
        #expect(greatestCommonDivisor(0, 0) == 0)
        #expect(greatestCommonDivisor(0, 12) == 12)
        #expect(greatestCommonDivisor(12, 0) == 12)
        #expect(greatestCommonDivisor(.max, .max) == .max)
        #expect(greatestCommonDivisor(1 << 127, 1 << 64) == 1 << 64)
    }
}
