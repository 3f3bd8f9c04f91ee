import ExactMath
import Testing

@testable import Rulebook

@Suite("Ratio questions")
struct RatioRuleTests {
    private func value(_ rule: RatioRule, _ counts: [Int64]) -> Ratio? {
        rule.value(of: counts[...]).flatMap { try? Ratio(Int128($0.dividend), over: Int128($0.divisor)) }
    }

    /// The value that a shipped question gives to counts.
    private func shipped(_ code: ItemCode, _ counts: [Int]) throws -> Ratio? {
        let instrument = try Shipped.instrument(Shipped.law2021)
        var sheet = ScoringSheet(instrument)
        try sheet.record(.counts(counts), for: code)
        return sheet.value(at: try #require(instrument.question(code)))
    }

    @Test("The value is the sum of the plus counts less the minus counts over the divisors")
    func formula() {
        let rule = RatioRule(
            inputs: (0..<5).map { .init(id: InputID("i\($0)"), label: "") }, plus: [0, 1], minus: [2], divisors: [3, 4],
            emptyDivisor: .unanswered, lever: nil)
        #expect(value(rule, [3, 4, 2, 6, 4]) == .of("0.5"))
        #expect(rule.value(of: [9, 9, 9, 3, 4, 2, 6, 4][3...])?.divisor == 10, "a slice need not begin at 0")
    }

    @Test(
        "The value is clamped to 0…1",
        arguments: [
            ([Int64(10), 0], "0"), ([10, 9], "0.9"), ([10, 10], "1"), ([10, 11], "1"), ([1, 9_999_999], "1"),
        ])
    func clamp(counts: [Int64], expected: String) {
        #expect(value(Small.done(), counts) == .of(expected))
    }

    @Test("More violations than last year are worth 0, never less")
    func clampBelow() throws {
        #expect(try shipped("A.II.3.iii.a", [4, 9, 9]) == .zero)
        #expect(try shipped("A.II.3.iii.a", [4, 4, 4]) == .zero)
        #expect(try shipped("A.II.3.iii.a", [4, 3, 3]) == .of("0.25"))
        #expect(try shipped("A.II.3.iii.a", [4, 0, 0]) == .one)
    }

    @Test("No violations last year: none this year is the best, any is the worst")
    func discipline() throws {
        #expect(try shipped("A.II.3.iii.a", [0, 0, 0]) == .one)
        #expect(try shipped("A.II.3.iii.a", [0, 1, 1]) == .zero)
        #expect(try shipped("A.II.3.iii.a", [0, 9_999_999, 0]) == .zero)
    }

    @Test("No complaints to follow up are the best")
    func complaints() throws {
        #expect(try shipped("A.II.5.ii.a", [0, 0, 0]) == .one)
        #expect(try shipped("A.II.5.ii.a", [0, 0, 3]) == .one)
        #expect(try shipped("A.II.5.ii.a", [12, 2, 9]) == .of("0.75"))
    }

    @Test(
        "Any other empty divisor counts as not answered",
        arguments: [
            ("A.II.1.i.a", [0, 5]), ("A.II.1.i.b", [0, 5]), ("A.II.4.i.a", [0, 0]), ("A.II.5.iii.a", [0, 0, 0, 7]),
            ("A.II.5.iii.b", [0, 0, 0, 0]), ("A.II.6.i.b", [0, 3]),
        ] as [(ItemCode, [Int])])
    func unanswered(code: ItemCode, counts: [Int]) throws {
        #expect(try shipped(code, counts) == nil)
    }

    @Test(
        "Several divisors are added",
        arguments: [
            ([1, 4, 20, 24], "0.96"), ([0, 0, 10, 5], "0.5"), ([9_999_999, 9_999_999, 9_999_999, 0], "0"),
        ])
    func divisors(counts: [Int], expected: String) throws {
        #expect(try shipped("A.II.5.iii.a", counts) == .of(expected))
    }
}
