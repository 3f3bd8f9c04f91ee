import ExactMath
import Rulebook
import Testing

@Suite("How many must have signed the pact")
struct PactRuleTests {
    @Test("More than half is more than half", arguments: [(20, 40, false), (21, 40, true), (0, 0, false), (1, 1, true), (0, 1, false), (-1, 2, false)])
    func exclusive(signed: Int, people: Int, isMet: Bool) {
        let rule = PactRule(share: .of("0.5"), isExclusive: true, text: "", clause: "")
        #expect(rule.isMet(signed: signed, of: people) == isMet)
    }

    @Test("At least the part is met by the part itself", arguments: [(29, 40, false), (30, 40, true), (31, 40, true)])
    func inclusive(signed: Int, people: Int, isMet: Bool) {
        let rule = PactRule(share: .of("0.75"), isExclusive: false, text: "", clause: "")
        #expect(rule.isMet(signed: signed, of: people) == isMet)
    }
}
