import ExactMath
import Rulebook
import Testing

@Suite("How many have to sign") struct PactRuleNeededTests {
    /// More than half, as 52/2014 is read; at least two thirds; all.
    static let most = PactRule(share: half, isExclusive: true, text: "", clause: "")
    static let half = part(1, 2)
    static let all = PactRule(share: .one, isExclusive: false, text: "", clause: "")
    static let twoThirds = PactRule(share: part(2, 3), isExclusive: false, text: "", clause: "")

    static func part(_ numerator: Int128, _ denominator: Int128) -> Ratio {
        ((try? Ratio(numerator, over: denominator)) ?? nil) ?? .zero
    }

    @Test("Most is strictly more than half, of even and odd numbers")
    func most() {
        #expect([1, 2, 3, 4, 39, 40, 41].map { Self.most.needed(of: $0) } == [1, 2, 2, 3, 20, 21, 21])
    }

    @Test("At least a part is rounded up, all is all")
    func least() {
        #expect([1, 2, 3, 4, 6, 7].map { Self.twoThirds.needed(of: $0) } == [1, 2, 2, 3, 4, 5])
        #expect([1, 40].map { Self.all.needed(of: $0) } == [1, 40])
    }

    @Test("Of nobody, and by a rule that cannot be met, no number is enough")
    func impossible() {
        #expect(Self.most.needed(of: 0) == nil && Self.most.needed(of: -1) == nil)
        #expect(PactRule(share: .one, isExclusive: true, text: "", clause: "").needed(of: 3) == nil)
    }

    @Test("The number needed is the least that meets the rule, for every size up to 200")
    func agrees() {
        for rule in [Self.most, Self.twoThirds, Self.all] {
            for people in 1...200 {
                #expect((0...people).first { rule.isMet(signed: $0, of: people) } == rule.needed(of: people), "\(rule.share) of \(people)")
            }
        }
    }
}
