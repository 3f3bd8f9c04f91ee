import ExactMath
import InstrumentFiles
import Rulebook
import Testing

@Suite("Verdicts")
struct ScorerTests {
    /// Whether two verdicts say the same of every condition.
    private func agree(_ left: Verdict, _ right: Verdict) -> Bool {
        left.outcomes.count == right.outcomes.count
            && zip(left.outcomes, right.outcomes).allSatisfy {
                $0.condition.id == $1.condition.id && $0.met == $1.met && $0.measured == $1.measured && $0.gap == $1.gap
                    && $0.minimum == $1.minimum
            }
    }

    @Test("The fast way judges 500 random sheets as the slow way does", arguments: Shipped.ids, Designation.allCases)
    func fastAndSlow(id: InstrumentID, designation: Designation) throws {
        let scorer = try Shipped.scorer(id)
        var random = SplitMix64(seed: 500)
        for number in 0..<500 {
            let sheet = try ScoringSheet.random(scorer.instrument, blanks: number % 7, using: &random)
            let slow = try scorer.verdict(on: scorer.score(sheet), for: designation)
            #expect(agree(try scorer.judge(sheet, for: designation), slow), "sheet \(number)")
        }
    }

    @Test("Counts so large that only reduced sums fit are judged as the slow way does", arguments: Designation.allCases)
    func fallback(designation: Designation) throws {
        let scorer = try Shipped.scorer(Shipped.law2021)
        var random = SplitMix64(seed: 501)
        for number in 0..<200 {
            let sheet = try ScoringSheet.random(scorer.instrument, blanks: number % 5 * 10, .reducible, using: &random)
            let slow = try scorer.verdict(on: scorer.score(sheet), for: designation)
            #expect(agree(try scorer.judge(sheet, for: designation), slow), "sheet \(number)")
        }
    }

    @Test("Where not even reduced sums fit, both ways refuse", arguments: Shipped.ids, Designation.allCases)
    func huge(id: InstrumentID, designation: Designation) throws {
        let scorer = try Shipped.scorer(id)
        var random = SplitMix64(seed: 502)
        for number in 0..<100 {
            let sheet = try ScoringSheet.random(scorer.instrument, blanks: number % 4, .huge, using: &random)
            let slow = try? scorer.verdict(on: scorer.score(sheet), for: designation)
            let fast = try? scorer.judge(sheet, for: designation)
            switch (slow, fast) {
            case (let slow?, let fast?): #expect(agree(fast, slow), "sheet \(number)")
            case (nil, nil): break
            default: Issue.record("sheet \(number): one way gave a verdict, the other none")
            }
        }
    }

    @Test("A condition over part of a node judges the same both ways, whatever conditions nest or cross")
    func crossing() throws {
        let questions = (0..<6).map { Small.choice(ItemCode("q\($0)")) }
        let nodes =
            [Small.node(.component, "A", Ratio(100), above: nil, 0..<6)]
            + (0..<3).map { Small.node(.indicator, ItemCode("A.\($0)"), .of(["30", "50", "20"][$0]), above: 0, ($0 * 2)..<($0 * 2 + 2)) }
        let conditions = [
            Small.condition("total", [0], Ratio(75)), Small.condition("ab", [1, 2], Ratio(40)), Small.condition("bc", [2, 3], Ratio(35)),
        ]
        let scorer = try Scorer(Instrument(Small.parts(nodes, questions, conditions)))
        var random = SplitMix64(seed: 7)
        for _ in 0..<200 {
            let sheet = try ScoringSheet.random(scorer.instrument, blanks: 5, using: &random)
            #expect(agree(try scorer.judge(sheet, for: .wbk), try scorer.verdict(on: scorer.score(sheet), for: .wbk)))
        }
    }

    @Test("Judged per block, each area stands on its own in both blocks")
    func perBlock() throws {
        let text = try Shipped.text(Shipped.law2021).replacing("\"areaMinimum\": \"combined\"", with: "\"areaMinimum\": \"perBlock\"")
        let scorer = try Scorer(InstrumentFile.read(Array(text.utf8)))
        let conditions = scorer.instrument.conditions(for: .wbk)
        #expect(conditions.count == 18)
        #expect(Array(conditions[2...5].map(\.id)) == ["area-1-1", "area-1-2", "area-2-1", "area-2-2"])
        #expect(conditions[2...13].map(\.minimum.exact) == ["12/5", "12/5", "21/10", "21/10", "3", "3", "3", "3", "9/2", "9/2", "3", "3"])
        // Area 2: everything in reform, nothing in fulfilment but what makes 3,5 of 7; then a bit more.
        var sheet = try ScoringSheet.best(scorer.instrument)
        for (position, question) in scorer.instrument.questions.enumerated() where question.code.text.hasPrefix("A.I.2.") {
            try sheet.improve(position, to: .zero)
        }
        let worst: [ConditionID] = ["area-2-1"]
        #expect(try scorer.judge(sheet, for: .wbk).unmet.map(\.condition.id) == worst)
        // 4,5 of 7 is more than 60 % together, but 1 of 3,5 is less than 60 % of the block.
        for code in ["A.I.2.i.a", "A.I.2.i.b", "A.I.2.i.c"] as [ItemCode] { try sheet.record(.choice(0), for: code) }
        #expect(try scorer.judge(sheet, for: .wbk).unmet.map(\.condition.id) == worst)
        let combined = try Shipped.scorer(Shipped.law2021)
        var same = ScoringSheet(combined.instrument)
        for position in same.instrument.questions.indices { try same.record(sheet.answer(at: position), at: position) }
        #expect(try combined.judge(same, for: .wbk).met)
    }

    @Test("Figures too fine to share one denominator are refused, not rounded")
    func tooFine() throws {
        let nodes = [
            Small.node(.component, "A", Ratio(100), above: nil, 0..<2),
            Small.node(.indicator, "A.1", .of("50.0000000000001"), above: 0, 0..<1),
            Small.node(.indicator, "A.2", .of("49.9999999999999"), above: 0, 1..<2),
        ]
        let parts = Small.parts(nodes, [Small.choice("a"), Small.choice("b")], [Small.condition("total", [0], Ratio(75))])
        let instrument = try Instrument(parts)
        #expect(throws: Refusal.self) { try Scorer(instrument) }
    }

    @Test("A tiny maximum of a number is scored or refused, never a crash")
    func tinyMaximum() async {
        await #expect(processExitsWith: .success) {
            let parts = Small.plain([Small.number("a", maximum: .of("0.0000000000000000001"))])
            _ = try? Scorer(Instrument(parts))
        }
    }

    @Test("An empty divisor worth more than any count is scored or refused, never a crash")
    func hugeEmptyDivisor() async {
        await #expect(processExitsWith: .success) {
            let huge = Ratio.of("99999999999999999999999999")
            let parts = Small.plain([Small.ratio("a", Small.done(empty: .value(whenDividendZero: huge, otherwise: .one)))])
            guard let scorer = try? Scorer(Instrument(parts)) else { return }
            var sheet = ScoringSheet(scorer.instrument)
            try? sheet.record(.counts([0, 0]), at: 0)
            _ = try? scorer.judge(sheet, for: .wbk)
        }
    }
}
