import Testing

@testable import ExactMath

@Suite("Arithmetic with ratios")
struct RatioArithmeticTests {
    private let random = SplitMix64(seed: 2021)

    /// Whether the ratio is one that could have been built from its parts.
    private func isProper(_ ratio: Ratio) -> Bool {
        ratio.denominator >= 1 && ratio.numerator != .min
            && greatestCommonDivisor(ratio.numerator.magnitude, ratio.denominator.magnitude) == 1
    }

    @Test("Sums and products do not depend on order or grouping")
    func fieldLaws() throws {
        var random = random
        for _ in 0..<2_000 {
            let (a, b, c) = (random.ratio(bits: 20), random.ratio(bits: 20), random.ratio(bits: 20))
            #expect(try a + b == b + a)
            #expect(try a * b == b * a)
            #expect(try (a + b) + c == a + (b + c))
            #expect(try (a * b) * c == a * (b * c))
            #expect(try a * (b + c) == a * b + a * c)
        }
    }

    @Test("Nought and one change nothing, and each operation is undone by its opposite")
    func inverses() throws {
        var random = random
        for _ in 0..<2_000 {
            let (a, b) = (random.ratio(bits: 40), random.ratio(bits: 40))
            #expect(try a + .zero == a)
            #expect(try a * .one == a)
            #expect(try a * .zero == .zero)
            #expect(try a - a == .zero)
            #expect(try (a - b) + b == a)
            if b != .zero { #expect(try (a / b).map { try $0 * b } == a) }
        }
    }

    @Test("Every result is in lowest terms")
    func lowestTerms() throws {
        var random = random
        for _ in 0..<2_000 {
            let (a, b) = (random.ratio(bits: 50), random.ratio(bits: 50))
            #expect(isProper(try a + b))
            #expect(isProper(try a - b))
            #expect(isProper(try a * b))
            if let quotient = try a / b { #expect(isProper(quotient)) }
        }
    }

    @Test("Order is kept by adding the same number and by doubling")
    func order() throws {
        var random = random
        for _ in 0..<2_000 {
            let (a, b, c) = (random.ratio(bits: 30), random.ratio(bits: 30), random.ratio(bits: 30))
            #expect(try (a < b) == (a + c < b + c))
            #expect(try (a < b) == (a + a < b + b))
        }
    }

    @Test("Dividing by zero gives nothing")
    func divisionByZero() throws {
        #expect(try Ratio.one / .zero == nil)
        #expect(try Ratio.zero / .zero == nil)
    }

    @Test("Dividing by a negative number keeps the denominator positive")
    func negativeDivisor() throws {
        let result = try #require(try Ratio.of(1, 2) / Ratio.of(-3, 4))
        #expect(result == .of(-2, 3))
        #expect(result.denominator == 3)
    }

    @Test("A sum of many parts is exact: a hundred hundredths are one")
    func sum() throws {
        #expect(try Ratio.sum(Array(repeating: Ratio.of(1, 100), count: 100)) == .one)
        #expect(try Ratio.sum([Ratio]()) == .zero)
        #expect(try Ratio.sum([.of(67, 100), .of(33, 100)]) == .one)
    }

    @Test("The magnitude is the number without its sign")
    func magnitude() {
        #expect(Ratio.of(-3, 4).magnitude == .of(3, 4))
        #expect(Ratio.of(3, 4).magnitude == .of(3, 4))
        #expect(Ratio.zero.magnitude == .zero)
    }

    @Test("A sum beyond 127 bits throws and never wraps")
    func sumOverflow() {
        let most = Ratio.of(.max, 1)
        let least = Ratio.of(-.max, 1)
        #expect(throws: Overflow()) { try most + .one }
        #expect(throws: Overflow()) { try least - Ratio(2) }
        #expect(throws: Overflow()) { try most - Ratio(-1) }
        #expect(throws: Overflow()) { try Ratio.of(.max, 2) + .of(.max, 3) }
        #expect(throws: Overflow()) { try Ratio.of(1, .max) + .of(1, .max - 1) }
        #expect(throws: Overflow()) { try Ratio.sum([most, most]) }
    }

    @Test("A sum that would be exactly the smallest integer throws, since its opposite does not fit")
    func smallestInteger() {
        let least = Ratio.of(-.max, 1)
        #expect(throws: Overflow()) { try least - .one }
        #expect(throws: Overflow()) { try least + Ratio(-1) }
        #expect(throws: Overflow()) { try Ratio.of(-(1 << 126), 1) + .of(-(1 << 126), 1) }
        #expect(throws: Overflow()) { try Ratio.of(-.max, 3) + .of(-1, 3) }
    }

    @Test("A product beyond 127 bits throws, and one that fits after reducing does not")
    func productOverflow() throws {
        let huge = Ratio.of(1 << 64, 1)
        #expect(throws: Overflow()) { try huge * huge }
        #expect(throws: Overflow()) { try Ratio.of(1, 1 << 64) * .of(1, 1 << 63) }
        #expect(throws: Overflow()) { try Ratio.of(-(1 << 64), 1) * .of(1 << 63, 1) }
        #expect(throws: Overflow()) { try Ratio.of(.max, 1) / .of(1, 2) }
        #expect(try Ratio.of(.max, 5) * .of(5, .max) == .one)
        #expect(try Ratio.of(1 << 100, 3) * .of(3, 1 << 99) == Ratio(2))
    }

    @Test("Near the limit a result is either exact or refused", arguments: [62, 64, 100, 126])
    func nearTheLimit(bits: Int) {
        var random = SplitMix64(seed: UInt64(bits) &* 31)
        for _ in 0..<2_000 {
            let (a, b) = (random.ratio(bits: bits), random.ratio(bits: bits))
            if let sum = try? a + b {
                #expect(isProper(sum))
                #expect((sum < a) == (b < .zero), "\(a) + \(b) = \(sum)")
                if let back = try? sum - b { #expect(back == a) }
            }
            if let product = try? a * b {
                #expect(isProper(product))
                if b != .zero, let back = try? product / b { #expect(back == a, "\(a) × \(b) = \(product)") }
            }
        }
    }
}
