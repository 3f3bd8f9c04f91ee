import ExactMath
import Rulebook
import Testing

@Suite("What outsiders would have to answer")
struct OutsidePleaTests {
    private static let cases: [(InstrumentID, Designation)] = Shipped.ids.flatMap { id in Designation.allCases.map { (id, $0) } }

    /// Sheets whose surveys are weak, with this many decimals, and the advice on each where outsiders must help.
    private func each(_ id: InstrumentID, _ designation: Designation, decimals: Int, _ body: (Adviser, ScoringSheet, Advice) throws -> Void) throws {
        let adviser = try Adviser(Shipped.scorer(id))
        var random = SplitMix64(seed: 31)
        let scale = (0..<decimals).reduce(1) { power, _ in power * 10 }
        for _ in 0..<30 {
            var sheet = try ScoringSheet.random(adviser.scorer.instrument, blanks: 6, using: &random)
            for (position, question) in sheet.instrument.questions.enumerated() {
                guard question.respondent == .outsider, case .number(let maximum, _) = question.kind else { continue }
                let number = Int.random(in: 0...(Int(maximum.numerator) * scale), using: &random)
                try sheet.record(.number(#require(try Ratio(Int128(number), over: Int128(scale)))), at: position)
            }
            let advice = try adviser.advise(on: sheet, for: designation)
            if advice.answer == .dependsOnOutsiders { try body(adviser, sheet, advice) }
        }
    }

    /// The sheet with every own answer at its best and these needs met.
    private func best(_ sheet: ScoringSheet, _ needs: [(Int, Ratio)]) throws -> ScoringSheet {
        var best = sheet
        for (position, question) in sheet.instrument.questions.enumerated() where question.respondent == .unit { try best.improve(position, to: .one) }
        for (question, number) in needs { try best.record(.number(number), at: question) }
        return best
    }

    @Test("Each need is above what is answered now, on the question's scale, with at most two decimals", arguments: cases, [1, 2, 3, 5])
    func shape(of shipped: (InstrumentID, Designation), decimals: Int) throws {
        try each(shipped.0, shipped.1, decimals: decimals) { _, sheet, advice in
            #expect(!advice.outsideNeeds.isEmpty)
            for need in advice.outsideNeeds {
                guard case .number(let maximum, _) = sheet.instrument.questions[need.question].kind else { continue }
                #expect(sheet.answer(at: need.question) == .number(need.now))
                #expect(need.needed > need.now && need.needed <= maximum, "\(need)")
                let hundredths = try need.needed * Ratio(100)
                #expect(need.needed == maximum || hundredths.isWhole, "\(need)")
            }
        }
    }

    @Test("With the needs met the best own answers meet everything", arguments: cases, [1, 2, 3, 5])
    func enough(of shipped: (InstrumentID, Designation), decimals: Int) throws {
        try each(shipped.0, shipped.1, decimals: decimals) { adviser, sheet, advice in
            #expect(advice.verdict.met)
            let needs = advice.outsideNeeds.map { ($0.question, $0.needed) }
            let after = try adviser.scorer.judge(best(sheet, needs), for: shipped.1)
            #expect(after.met)
        }
    }

    @Test("One hundredth less of any need would not do", arguments: cases, [1, 2, 3])
    func least(of shipped: (InstrumentID, Designation), decimals: Int) throws {
        try each(shipped.0, shipped.1, decimals: decimals) { adviser, sheet, advice in
            for (position, need) in advice.outsideNeeds.enumerated() {
                var needs = advice.outsideNeeds.map { ($0.question, $0.needed) }
                needs[position].1 = max(need.now, try need.needed - .of("0.01"))
                let after = try adviser.scorer.judge(best(sheet, needs), for: shipped.1)
                #expect(!after.met, "\(advice.outsideNeeds.map { "\(adviser.scorer.instrument.questions[$0.question].code): \($0.now) → \($0.needed)" })")
            }
        }
    }

    @Test("A survey short of its own minimum is asked for exactly that minimum")
    func ownMinimum() throws {
        let adviser = try Adviser(Shipped.scorer(Shipped.law2021))
        var sheet = try ScoringSheet.best(adviser.scorer.instrument)
        try sheet.record(.number(.of("3.2")), for: "B.I.a")
        let advice = try adviser.advise(on: sheet, for: .wbk)
        #expect(advice.answer == .dependsOnOutsiders && advice.steps.isEmpty && advice.effort == 0)
        #expect(advice.outsideNeeds.map(\.needed) == [.of("3.6")] && advice.outsideNeeds.map(\.now) == [.of("3.2")])
        #expect(advice.obstacles.map(\.condition.id) == ["ipak"])
        #expect(advice.obstacles.map(\.best) == [Ratio(14)])
    }

    @Test("An index of three decimals is never asked to exceed its scale")
    func scaleEnd() throws {
        let questions = [Small.number("a"), Small.choice("b", by: .record)]
        let nodes = [
            Small.node(.component, "A", Ratio(100), above: nil, 0..<2), Small.node(.indicator, "A.1", Ratio(80), above: 0, 0..<1),
            Small.node(.indicator, "A.2", Ratio(20), above: 0, 1..<2),
        ]
        let conditions = [Small.condition("total", [0], Ratio(80)), Small.condition("indeks", [1], Ratio(72))]
        let adviser = try Adviser(Scorer(Instrument(Small.parts(nodes, questions, conditions))))
        var sheet = ScoringSheet(adviser.scorer.instrument)
        try sheet.record(.number(.of("3.333")), at: 0)
        try sheet.record(.choice(3), at: 1)
        let advice = try adviser.advise(on: sheet, for: .wbk)
        #expect(advice.outsideNeeds.map(\.needed) == [Ratio(4)])
        #expect(advice.verdict.outcomes.allSatisfy { $0.measured == Ratio(80) })
    }
}
