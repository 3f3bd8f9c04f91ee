import ExactMath
import Testing

@testable import Rulebook

@Suite("Better answers to one question")
struct ImprovementTests {
    private func improvement(_ question: Question, _ answer: Answer?, step: String = "0.25") throws -> Improvement {
        let instrument = try Instrument(
            {
                var parts = Small.plain([question])
                parts.effort = EffortRule(step: 1, ratioStep: .of(step))
                return parts
            }())
        var sheet = ScoringSheet(instrument)
        try sheet.record(answer, at: 0)
        return try Improvement(of: 0, on: sheet)
    }

    @Test("A letter climbs step by step; each costs what the question says, from the lowest up")
    func letters() throws {
        let climbed = try improvement(Small.choice("a", effort: [2, 3, 7]), .choice(2))
        #expect(climbed.now == .of("0.33"))
        #expect(climbed.options.map(\.target) == [.choice(1), .choice(0)])
        #expect(climbed.options.map(\.effort) == [3, 10])
        #expect(climbed.options.map(\.value) == [.of("0.67"), .one])
    }

    @Test("A blank climbs from the lowest letter, and the last effort is repeated")
    func blank() throws {
        let climbed = try improvement(Small.choice("a", effort: [2, 3]), nil)
        #expect(climbed.now == .zero)
        #expect(climbed.options.map(\.effort) == [2, 5, 8])
    }

    @Test("The best letter, a full ratio and a number have nowhere to go")
    func nowhere() throws {
        #expect(try improvement(Small.choice("a"), .choice(0)).options.isEmpty)
        #expect(try improvement(Small.ratio("a"), .counts([7, 7])).options.isEmpty)
        #expect(try improvement(Small.ratio("a"), .counts([7, 9])).options.isEmpty)
        #expect(try improvement(Small.number("a"), .number(.one)).options.isEmpty)
        #expect(try improvement(Small.ratio("a", Small.done(lever: nil)), .counts([7, 0])).options.isEmpty)
    }

    @Test("A ratio climbs from mark to mark by the least count that reaches each")
    func marks() throws {
        let climbed = try improvement(Small.ratio("a", effort: [1, 2, 3, 4]), .counts([10, 3]))
        #expect(
            climbed.options.map(\.target) == [
                .ratio(atLeast: .of("0.5"), count: 5), .ratio(atLeast: .of("0.75"), count: 8), .ratio(atLeast: .one, count: 10),
            ])
        #expect(climbed.options.map(\.effort) == [2, 5, 9])
        #expect(climbed.options.map(\.value) == [.of("0.5"), .of("0.8"), .one])
    }

    @Test("A ratio exactly on a mark goes on to the next one")
    func onMark() throws {
        let climbed = try improvement(Small.ratio("a"), .counts([4, 2]))
        #expect(climbed.options.map(\.target) == [.ratio(atLeast: .of("0.75"), count: 3), .ratio(atLeast: .one, count: 4)])
    }

    @Test("A step that does not divide 1 still ends at 1")
    func unevenStep() throws {
        let climbed = try improvement(Small.ratio("a"), .counts([100, 0]), step: "0.4")
        #expect(climbed.options.map(\.value) == [.of("0.4"), .of("0.8"), .one])
        #expect(try improvement(Small.ratio("a"), .counts([100, 0]), step: "1").options.map(\.value) == [.one])
    }

    @Test("Where the other counts are not known, only the mark is named")
    func unknownCounts() throws {
        for answer in [nil, Answer.counts([0, 0]), .counts([0, 5])] {
            let climbed = try improvement(Small.ratio("a"), answer)
            #expect(climbed.options.map(\.target) == ["0.25", "0.5", "0.75", "1"].map { .ratio(atLeast: .of($0), count: nil) })
        }
    }

    @Test("The least count reaches the mark and one less does not")
    func leastCount() throws {
        var random = SplitMix64(seed: 91)
        let rule = RatioRule(
            inputs: (0..<4).map { .init(id: InputID("i\($0)"), label: "") }, plus: [0, 1], minus: [2], divisors: [3], emptyDivisor: .unanswered, lever: 0)
        for _ in 0..<500 {
            let counts = (0..<3).map { _ in Int.random(in: 0...20, using: &random) } + [Int.random(in: 1...40, using: &random)]
            let mark = try #require(try Ratio(Int128(Int.random(in: 1...20, using: &random)), over: 20))
            func value(_ lever: Int) -> Ratio {
                let top = Int128(lever + counts[1] - counts[2])
                return ((try? Ratio(top, over: Int128(counts[3]))) ?? .zero).clamped(from: .zero, to: .one)
            }
            guard mark > value(counts[0]) else { continue }
            let raised = try #require(try rule.raising(0, of: counts, to: mark))
            #expect(raised.value == value(raised.count) && raised.value >= mark)
            #expect(raised.count >= counts[0])
            if raised.count > counts[0] { #expect(value(raised.count - 1) < mark) }
        }
    }
}
