import ExactMath
import Rulebook
import Testing

@Suite("Questions")
struct QuestionTests {
    @Test("The label says how to answer in short")
    func label() {
        #expect(Small.choice("a").answerLabel == "A/B/C/D")
        #expect(Small.choice("a", Small.yesNo).answerLabel == "Ya/Tidak")
        #expect(Small.ratio("a").answerLabel == "%")
        #expect(Small.number("a").answerLabel == "0–4")
        #expect(Small.number("a", maximum: Ratio(100)).answerLabel == "0–100")
    }

    @Test("Only ratio questions ask for counts")
    func inputs() {
        #expect(Small.ratio("a").inputs.map(\.id) == ["harus", "selesai"])
        #expect(Small.choice("a").inputs.isEmpty)
        #expect(Small.number("a").inputs.isEmpty)
    }
}
