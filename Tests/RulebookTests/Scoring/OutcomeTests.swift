import ExactMath
import Testing

@testable import Rulebook

@Suite("Outcomes")
struct OutcomeTests {
    /// A condition of a shipped instrument for a designation.
    struct Edge: CustomTestStringConvertible {
        let id: InstrumentID
        let designation: Designation
        let condition: ConditionID
        var testDescription: String { "\(id) \(designation.acronym) \(condition)" }

        static let all = Shipped.ids.flatMap { id in
            Designation.allCases.flatMap { designation in
                ((try? Shipped.instrument(id).conditions(for: designation)) ?? []).map { Edge(id: id, designation: designation, condition: $0.id) }
            }
        }
    }

    /// The verdict when the nodes of one condition score exactly `points` together and everything else is best.
    private func verdict(_ edge: Edge, _ points: Ratio) throws -> Outcome {
        let scorer = try Shipped.scorer(edge.id)
        let condition = try #require(scorer.instrument.conditions(for: edge.designation).first { $0.id == edge.condition })
        guard case .nodes(let nodes) = condition.measure else { throw Overflow() }
        let whole = try Ratio.sum(nodes.map { scorer.instrument.nodes[$0].weight })
        let value = try #require(try points / whole)
        let inside = Set(nodes.flatMap { scorer.instrument.nodes[$0].questions })
        let values = scorer.instrument.questions.indices.map { inside.contains($0) ? value : .one }
        let scored = try scorer.score(ScoringSheet(scorer.instrument), values: values, reading: .floor)
        return try scorer.verdict(on: scored, for: edge.designation).outcome(edge.condition)
    }

    @Test("Each minimum is met at and above it, and not a hair below", arguments: Edge.all)
    func boundary(edge: Edge) throws {
        let minimum = try #require(try Shipped.instrument(edge.id).conditions(for: edge.designation).first { $0.id == edge.condition }).minimum
        let hair = try #require(try Ratio(1, over: 1_000_000_000_000))
        let below = try verdict(edge, try minimum - hair)
        #expect(!below.met)
        #expect(below.gap == (try Ratio.zero - hair))
        let at = try verdict(edge, minimum)
        #expect(at.met && at.gap == .zero && at.measured == minimum)
        let above = try verdict(edge, try minimum + hair)
        #expect(above.met && above.gap == hair)
    }

    @Test(
        "An index at the minimum is met, a hundredth below it is not, as people type it",
        arguments: [
            (Shipped.law2021, Designation.wbk, "B.I.a", "ipak", "3.6", "3.59"), (Shipped.law2021, .wbbm, "B.I.a", "ipak", "3.60", "3.599999999999"),
            (Shipped.law2021, .wbk, "B.II.a", "pelayanan", "3.2", "3.19"), (Shipped.law2021, .wbbm, "B.II.a", "pelayanan", "3.6", "3.59"),
            (Shipped.law2014, .wbk, "B.I.1", "persepsi-korupsi", "3.6", "3.59"), (Shipped.law2014, .wbbm, "B.I.1", "persepsi-korupsi", "3.6", "3.599999999999"),
            (Shipped.law2014, .wbk, "B.I.2", "tlhp", "70", "69.99"), (Shipped.law2014, .wbbm, "B.I.2", "tlhp", "70", "69.999999999999"),
            (Shipped.law2014, .wbbm, "B.II.1", "pelayanan", "3.2", "3.19"),
        ] as [(InstrumentID, Designation, ItemCode, ConditionID, String, String)])
    func typed(id: InstrumentID, designation: Designation, code: ItemCode, condition: ConditionID, at: String, below: String) throws {
        let scorer = try Shipped.scorer(id)
        var sheet = try ScoringSheet.best(scorer.instrument)
        try sheet.record(.number(.of(at)), for: code)
        #expect(try scorer.judge(sheet, for: designation).outcome(condition).gap == .zero)
        #expect(try scorer.judge(sheet, for: designation).outcome(condition).met)
        try sheet.record(.number(.of(below)), for: code)
        #expect(try scorer.judge(sheet, for: designation).unmet.map(\.condition.id).contains(condition))
    }

    @Test("13,5 and 3,5 are each enough, yet their sum of 17 is short of 18", arguments: Designation.allCases)
    func seventeenOfEighteen(designation: Designation) throws {
        let scorer = try Shipped.scorer(Shipped.law2014)
        var sheet = try ScoringSheet.best(scorer.instrument)
        try sheet.record(.number(.of("3.6")), for: "B.I.1")
        try sheet.record(.number(Ratio(70)), for: "B.I.2")
        let verdict = try scorer.judge(sheet, for: designation)
        #expect(verdict.unmet.map(\.condition.id) == ["bersih"])
        #expect(try verdict.outcome("bersih").measured == Ratio(17))
        #expect(try verdict.outcome("bersih").gap == Ratio(-1))
        #expect(try verdict.outcome("persepsi-korupsi").gap == .zero)
        #expect(try verdict.outcome("tlhp").gap == .zero)
        #expect(!verdict.met)
    }

    @Test("WBK of 52/2014 asks no minimum of the service index")
    func noService() throws {
        let scorer = try Shipped.scorer(Shipped.law2014)
        var sheet = try ScoringSheet.best(scorer.instrument)
        try sheet.record(.number(.zero), for: "B.II.1")
        #expect(try scorer.judge(sheet, for: .wbk).met)
        #expect(try scorer.judge(sheet, for: .wbbm).unmet.map(\.condition.id) == ["total", "pelayanan"])
    }

    @Test(
        "A minimum met by less than 2,5 % of itself is thin",
        arguments: [
            ("74.99", false), ("75", true), ("76.874999", true), ("76.875", false), ("80", false),
        ])
    func thin(points: String, expected: Bool) throws {
        let edge = Edge(id: Shipped.law2021, designation: .wbk, condition: "total")
        #expect(try verdict(edge, .of(points)).isThin(margin: .of("0.025")) == expected)
    }

    @Test("Only points are called thin, never grades or years")
    func thinFact() {
        let condition = Condition(
            id: "tahun", name: "", measure: .fact("tahun"), minimum: Ratio(2), unit: .number, basis: "", clause: "Pasal 1", level: 0)
        #expect(!Outcome(condition, measured: Ratio(2), minimum: Ratio(2)).isThin(margin: .of("0.025")))
    }

    @Test("What is not known is not met, and has neither measure nor gap")
    func unknown() {
        let outcome = Outcome(Small.condition("total", [0], .zero), measured: nil, minimum: .zero)
        #expect(!outcome.met && outcome.measured == nil && outcome.gap == nil)
        #expect(!Verdict(designation: .wbk, outcomes: [outcome]).met)
    }

    @Test("A measure that cannot be compared exactly is refused")
    func overflow() throws {
        let condition = Small.condition("total", [0], .of("0.333333333333"))
        #expect(throws: Overflow()) { try Outcome(condition, dividend: .max, divisor: 3) }
        #expect(throws: Overflow()) { try Outcome(condition, dividend: 1, divisor: .max) }
    }
}
