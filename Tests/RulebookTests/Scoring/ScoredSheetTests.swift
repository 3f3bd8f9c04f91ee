import ExactMath
import Rulebook
import Testing

@Suite("Scores")
struct ScoredSheetTests {
    @Test("Everything at its best is exactly 100, and every node its weight", arguments: Shipped.ids)
    func best(id: InstrumentID) throws {
        let scorer = try Shipped.scorer(id)
        let scored = try scorer.score(.best(scorer.instrument))
        #expect(scored.total == Ratio(100))
        #expect(scored.nodeScores == scorer.instrument.nodes.map(\.weight))
        #expect(try Ratio.sum(scored.questionWeights) == Ratio(100))
    }

    @Test("A blank sheet is 0 at the floor, 100 at the ceiling, and 0 as the spreadsheet shows it", arguments: Shipped.ids)
    func blank(id: InstrumentID) throws {
        let scorer = try Shipped.scorer(id)
        let sheet = ScoringSheet(scorer.instrument)
        #expect(try scorer.score(sheet, reading: .floor).total == .zero)
        #expect(try scorer.score(sheet, reading: .ceiling).total == Ratio(100))
        #expect(try scorer.score(sheet, reading: .spreadsheet).total == .zero)
    }

    @Test("The floor is never above the spreadsheet's or the ceiling's score", arguments: Shipped.ids)
    func readings(id: InstrumentID) throws {
        let scorer = try Shipped.scorer(id)
        var random = SplitMix64(seed: 41)
        for number in 0..<150 {
            let sheet = try ScoringSheet.random(scorer.instrument, blanks: 1 + number % 6, using: &random)
            let floor = try scorer.score(sheet, reading: .floor)
            let shown = try scorer.score(sheet, reading: .spreadsheet)
            let ceiling = try scorer.score(sheet, reading: .ceiling)
            for node in scorer.instrument.nodes.indices {
                #expect(floor.nodeScores[node] <= ceiling.nodeScores[node])
                #expect(floor.nodeScores[node] <= shown.nodeScores[node])
                #expect(ceiling.nodeScores[node] <= scorer.instrument.nodes[node].weight)
            }
        }
    }

    @Test("On a complete sheet all three readings are the same", arguments: Shipped.ids)
    func complete(id: InstrumentID) throws {
        let scorer = try Shipped.scorer(id)
        var random = SplitMix64(seed: 42)
        for _ in 0..<100 {
            var sheet = try ScoringSheet.random(scorer.instrument, blanks: 0, using: &random)
            for code in sheet.unanswered { try sheet.improve(#require(scorer.instrument.question(code)), to: .of("0.5")) }
            let totals = try Reading.allCases.map { try scorer.score(sheet, reading: $0).nodeScores }
            #expect(totals[0] == totals[1] && totals[1] == totals[2])
        }
    }

    @Test("A blank counts 0 at the floor, is left out of the form's mean, and counts 1 at the ceiling")
    func oneBlank() throws {
        let scorer = try Scorer(Instrument(Small.plain([Small.choice("a"), Small.choice("b"), Small.choice("c")])))
        var sheet = ScoringSheet(scorer.instrument)
        try sheet.record(.choice(1), at: 0)
        try sheet.record(.choice(2), at: 1)
        #expect(try Reading.allCases.map { try scorer.score(sheet, reading: $0).total.exact } == ["100/3", "50", "200/3"])
        #expect(try scorer.score(sheet, reading: .spreadsheet).values == [.of("0.67"), .of("0.33"), nil])
    }

    @Test("Improving any one answer never lowers the total or any node", arguments: Shipped.ids)
    func monotone(id: InstrumentID) throws {
        let scorer = try Shipped.scorer(id)
        var random = SplitMix64(seed: 43)
        for _ in 0..<12 {
            let sheet = try ScoringSheet.random(scorer.instrument, blanks: 4, using: &random)
            let before = try scorer.score(sheet)
            for position in scorer.instrument.questions.indices {
                var better = sheet
                let value = sheet.value(at: position) ?? .zero
                let target = min(.one, try value + .of("0.25"))
                try better.improve(position, to: target)
                let after = try scorer.score(better)
                #expect(after.total >= before.total)
                #expect(zip(before.nodeScores, after.nodeScores).allSatisfy { $0 <= $1 })
                let gained = try after.total - before.total
                let due = try ((better.value(at: position) ?? .zero) - value) * before.questionWeights[position]
                #expect(gained == due, "\(scorer.instrument.questions[position].code)")
            }
        }
    }

    @Test("The points of the questions add up to every node and to the total", arguments: Shipped.ids)
    func questionScores(id: InstrumentID) throws {
        let scorer = try Shipped.scorer(id)
        var random = SplitMix64(seed: 44)
        for _ in 0..<50 {
            let scored = try scorer.score(.random(scorer.instrument, blanks: 5, using: &random))
            let points = try scorer.instrument.questions.indices.map { try scored.questionScore(at: $0) }
            for (node, score) in zip(scorer.instrument.nodes, scored.nodeScores) {
                #expect(try Ratio.sum(points[node.questions]) == score)
            }
            #expect(try Ratio.sum(points) == scored.total)
        }
    }
}
