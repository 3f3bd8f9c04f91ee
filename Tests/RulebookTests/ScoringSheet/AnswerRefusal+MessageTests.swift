import ExactMath
import Rulebook
import Testing

@Suite("What a refused answer says")
struct AnswerRefusalMessageTests {
    private static let all: [(AnswerRefusal, FindingCode)] = [
        (.unknownQuestion, .unknownItem), (.wrongKind, .letterOffScale), (.offScale, .letterOffScale),
        (.notANumber(.malformed), .notANumber), (.outOfRange, .numberOutOfRange), (.notACount, .notACount),
        (.countTooLarge, .countTooLarge), (.countsMissing(["a"]), .countMissing),
    ]

    @Test("Each refusal has its code and a sentence of its own", arguments: all)
    func codes(refusal: AnswerRefusal, code: FindingCode) {
        #expect(refusal.code == code)
        let message = refusal.message(for: nil, typed: "x")
        #expect(message.hasSuffix("."))
        #expect(message.contains("“x”") || message.contains("a kosong"))
    }

    @Test("A letter off the scale is told which letters there are")
    func letters() {
        #expect(AnswerRefusal.offScale.message(for: Small.choice("a"), typed: "E").contains("A, B, C atau D"))
        #expect(AnswerRefusal.offScale.message(for: Small.choice("a", Small.yesNo), typed: "A").contains("Ya atau Tidak"))
    }

    @Test("A number out of range is told the range")
    func range() {
        #expect(AnswerRefusal.outOfRange.message(for: Small.number("a"), typed: "5").contains("0 sampai 4"))
        #expect(AnswerRefusal.outOfRange.message(for: Small.number("a", maximum: Ratio(100)), typed: "101").contains("0 sampai 100"))
    }

    @Test("A long text is cut after forty characters")
    func long() {
        let message = AnswerRefusal.notACount.message(for: nil, typed: String(repeating: "9", count: 41))
        #expect(message.contains(String(repeating: "9", count: 40) + "…"))
        #expect(!message.contains(String(repeating: "9", count: 41)))
    }
}
