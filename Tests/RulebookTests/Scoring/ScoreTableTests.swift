import ExactMath
import Testing

@testable import Rulebook

@Suite("The scorer's table")
struct ScoreTableTests {
    @Test("Every letter's points are a whole number of parts", arguments: Shipped.ids)
    func parts(id: InstrumentID) throws {
        let table = try Shipped.scorer(id).table
        let instrument = try Shipped.instrument(id)
        for entry in table.choices {
            guard case .choice(let scale, _) = instrument.questions[Int(entry.question)].kind else {
                Issue.record("not a choice question")
                continue
            }
            #expect(table.points[Int(entry.first)] == 0)
            for (position, choice) in scale.choices.enumerated() {
                let points = try Ratio(Int128(table.points[Int(entry.first) + 1 + position]), over: Int128(table.partsPerPoint))
                #expect(points == (try choice.value * table.shares[Int(entry.question)]))
            }
        }
        #expect(table.choices.count + table.values.count == instrument.questions.count)
    }

    @Test("A question's share is the indicator's weight over its number of questions")
    func shares() throws {
        let scorer = try Shipped.scorer(Shipped.law2021)
        let position = try #require(scorer.instrument.question("A.I.4.ii.h"))
        #expect(scorer.table.shares[position].exact == "5/16")
        #expect(try Ratio.sum(scorer.table.shares) == Ratio(100))
    }

    @Test("Each condition is the sum of its cells, and cells are shared where the conditions are", arguments: Shipped.ids)
    func cells(id: InstrumentID) throws {
        let scorer = try Shipped.scorer(id)
        // 90/2021: six areas, ipak, kinerja, pelayanan; 52/2014: pengungkit, persepsi, tlhp, pelayanan.
        #expect(scorer.table.cellCount == (id == Shipped.law2021 ? 9 : 4))
        for designation in Designation.allCases {
            #expect(scorer.table.plan(for: designation).ranges.count == scorer.instrument.conditions(for: designation).count)
            #expect(scorer.table.plan(for: designation).cells[..<scorer.table.cellCount] == Array(0..<scorer.table.cellCount)[...])
        }
    }
}
