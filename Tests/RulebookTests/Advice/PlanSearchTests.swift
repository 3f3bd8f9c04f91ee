import ExactMath
import Rulebook
import Testing

/// The adviser against trying everything, on small random instruments.
@Suite("The cheapest plan")
struct PlanSearchTests {
    private struct Case {
        let adviser: Adviser
        let sheet: ScoringSheet
        let kept: Set<ItemCode>

        init(using random: inout SplitMix64) throws {
            let instrument = try Instrument(Small.random(using: &random))
            adviser = try Adviser(Scorer(instrument))
            sheet = try ScoringSheet.random(instrument, blanks: Int.random(in: 2...6, using: &random), using: &random)
            kept = Set(instrument.questions.map(\.code).filter { _ in Int.random(in: 0..<8, using: &random) == 0 })
        }
    }

    private func value(_ question: Int, _ sheet: ScoringSheet) -> Ratio { sheet.value(at: question) ?? .zero }

    @Test("No combination of own steps is cheaper, and none of equal effort wins more", arguments: 0..<10)
    func cheapest(part: Int) throws {
        var random = SplitMix64(seed: UInt64(1_000 + part))
        var seen: [Advice.Answer: Int] = [:]
        for number in 0..<50 {
            let one = try Case(using: &random)
            let advice = try one.adviser.advise(on: one.sheet, for: .wbk, keeping: one.kept)
            seen[advice.answer, default: 0] += 1
            let needed = Dictionary(uniqueKeysWithValues: advice.outsideNeeds.map { ($0.question, $0.needed) })
            let plain = try BruteForce(one.sheet, for: .wbk, keeping: one.kept)
            switch advice.answer {
            case .alreadyMet: #expect(try plain.cheapest()?.effort == 0, "case \(number)")
            case .unreachable: #expect(try plain.cheapest() == nil, "case \(number)")
            case .reachable, .dependsOnOutsiders:
                if !needed.isEmpty { #expect(try plain.cheapest() == nil, "case \(number)") }
                let raised = try needed.mapValues { try ($0 / Ratio(4)) ?? .zero }
                let oracle = try BruteForce(one.sheet, for: .wbk, keeping: one.kept, raising: raised)
                let best = try #require(try oracle.cheapest())
                #expect(advice.effort == best.effort, "case \(number)")
                let after = try one.sheet.taking(advice)
                #expect(try one.adviser.scorer.judge(after, for: .wbk).met, "case \(number)")
                if one.sheet.instrument.conditions(for: .wbk).contains(where: { $0.id == "total" }) {
                    let reached = try oracle.points(of: one.sheet.instrument.questions.indices.map { value($0, after) })
                    #expect(reached == best.points, "case \(number)")
                }
            }
        }
        #expect(seen.count >= 3, "the cases are of all sorts: \(seen)")
    }

    @Test("Unreachable means that not even the best of outsiders would do")
    func unreachable() throws {
        var random = SplitMix64(seed: 2_000)
        for number in 0..<300 {
            let one = try Case(using: &random)
            let advice = try one.adviser.advise(on: one.sheet, for: .wbk)
            var best = one.sheet
            for (position, question) in one.sheet.instrument.questions.enumerated() where question.respondent != .record {
                try best.improve(position, to: .one)
            }
            #expect(try one.adviser.scorer.judge(best, for: .wbk).met == (advice.answer != .unreachable), "case \(number)")
        }
    }

    @Test("A dear step that meets two minimums is taken over two cheap ones that together cost more")
    func notGreedy() throws {
        let questions = [Small.choice("a", Small.yesNo, effort: [3]), Small.choice("b", Small.yesNo, effort: [2]), Small.choice("c", Small.yesNo, effort: [2])]
        let nodes = [
            Small.node(.component, "A", Ratio(100), above: nil, 0..<3), Small.node(.indicator, "A.1", Ratio(60), above: 0, 0..<1),
            Small.node(.indicator, "A.2", Ratio(40), above: 0, 1..<3),
        ]
        let adviser = try Adviser(Scorer(Instrument(Small.parts(nodes, questions, [Small.condition("total", [0], Ratio(40))]))))
        let advice = try adviser.advise(on: ScoringSheet(adviser.scorer.instrument), for: .wbk)
        #expect(advice.steps.map(\.question) == [0] && advice.effort == 3)
        let careful = try adviser.advise(on: ScoringSheet(adviser.scorer.instrument), for: .wbk, keeping: ["a"])
        #expect(careful.steps.map(\.question) == [1, 2] && careful.effort == 4)
    }
}
