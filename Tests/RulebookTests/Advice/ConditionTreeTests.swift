import ExactMath
import Testing

@testable import Rulebook

@Suite("How conditions nest")
struct ConditionTreeTests {
    private func instrument(_ conditions: [Condition]) throws -> Instrument {
        let nodes =
            [Small.node(.component, "A", Ratio(100), above: nil, 0..<3)]
            + (0..<3).map { Small.node(.indicator, ItemCode("A.\($0)"), .of(["30", "50", "20"][$0]), above: 0, $0..<($0 + 1)) }
        return try Instrument(Small.parts(nodes, (0..<3).map { Small.choice(ItemCode("q\($0)")) }, conditions))
    }

    @Test("Conditions that cross are refused by name")
    func crossing() throws {
        let scorer = try Scorer(
            instrument([
                Small.condition("total", [0], Ratio(75)), Small.condition("ab", [1, 2], Ratio(40)), Small.condition("bc", [2, 3], Ratio(35)),
            ]))
        do throws(Refusal) {
            _ = try Adviser(scorer)
            Issue.record("crossing conditions were accepted")
        } catch {
            #expect(error.findings.map(\.code) == [.conditionsOverlap])
            #expect(error.findings[0].location == "ab" && error.findings[0].message.contains("bc"))
        }
    }

    @Test("Each condition stands under the smallest that contains it")
    func nesting() throws {
        let conditions = [
            Small.condition("total", [0], Ratio(75)), Small.condition("a", [1], Ratio(10)), Small.condition("ab", [1, 2], Ratio(40)),
            Small.condition("c", [3], Ratio(10)),
        ]
        let tree = try ConditionTree(conditions, of: instrument(conditions))
        #expect(tree.branches.map(\.condition) == [1, 3, 2, 0])
        #expect(tree.roots == [3])
        #expect(tree.branches.map(\.below) == [[], [], [0], [1, 2]])
        #expect(tree.branches.map(\.own) == [[0], [2], [1], []])
    }

    @Test("Two conditions on the same questions, and conditions apart, are fine")
    func sameAndApart() throws {
        let conditions = [Small.condition("a", [1], Ratio(10)), Small.condition("a2", [1], Ratio(20)), Small.condition("c", [3], Ratio(10))]
        let tree = try ConditionTree(conditions, of: instrument(conditions))
        #expect(tree.roots.map { tree.branches[$0].condition } == [1, 2])
        #expect(tree.branches[1].below == [0] && tree.branches[1].own.isEmpty)
    }

    @Test("Every question of a shipped instrument stands in one place of the tree", arguments: Shipped.ids, Designation.allCases)
    func shipped(id: InstrumentID, designation: Designation) throws {
        let instrument = try Shipped.instrument(id)
        let tree = try ConditionTree(instrument.conditions(for: designation), of: instrument)
        #expect(tree.branches.flatMap(\.own).sorted() == Array(instrument.questions.indices))
        #expect(tree.roots.count == 1)
    }
}
