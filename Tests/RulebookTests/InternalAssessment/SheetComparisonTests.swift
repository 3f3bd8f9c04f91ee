import ExactMath
import Rulebook
import Testing

@Suite("Sheets side by side")
struct SheetComparisonTests {
    /// Two indicators of 60 and 40 points; the first has two questions, so each is worth 30.
    private static func instrument() throws -> Instrument {
        var parts = Small.parts(
            [
                Small.node(.component, "A", Ratio(100), above: nil, 0..<3),
                Small.node(.indicator, "A.1", Ratio(60), above: 0, 0..<2), Small.node(.indicator, "A.2", Ratio(40), above: 0, 2..<3),
            ], [Small.choice("a"), Small.ratio("b"), Small.number("c")], [Small.condition("total", [0], Ratio(50))])
        parts.changeAreas = [ChangeArea(number: 1, name: "Satu", nodes: [1])]
        return try Instrument(parts)
    }

    private func compare(_ answers: [[String: String]], _ instrument: Instrument? = nil) throws -> SheetComparison {
        let instrument = try instrument ?? Self.instrument()
        let scorer = try Scorer(instrument)
        let scored = try answers.map { try scorer.score(ScoringSheet.reading($0, for: instrument)) }
        return try SheetComparison(scored[0], with: Array(scored.dropFirst()))
    }

    private let unit = ["a": "A", "b/harus": "4", "b/selesai": "2", "c": "3"]

    @Test("Equal answers make no line and no difference")
    func same() throws {
        let comparison = try compare([unit, unit])
        #expect(comparison.lines == [])
        #expect(comparison.total.differences == [.zero])
        #expect(comparison.total.lines == 0)
        #expect(try comparison.total.points == [Ratio(75), Ratio(75)].map { try $0 + .zero })
    }

    @Test("Each difference has its exact points, the largest first, and they add up to the total")
    func points() throws {
        var other = unit
        (other["a"], other["c"], other["b/selesai"]) = ("B", "0", "3")
        let comparison = try compare([unit, other])
        #expect(comparison.lines.map(\.question) == [2, 0, 1])
        #expect(comparison.lines.map(\.differences) == [[Ratio(-30)], [.of("-9.9")], [.of("7.5")]])
        #expect(comparison.total.differences == [.of("-32.4")])
        #expect(comparison.parts.map(\.name) == ["1 Satu", "A"])
        #expect(comparison.parts.map(\.differences) == [[.of("-2.4")], [Ratio(-30)]])
        #expect(comparison.parts.map(\.weight) == [Ratio(60), Ratio(40)])
        #expect(comparison.parts.map(\.lines) == [2, 1])
    }

    @Test("Other counts with the same ratio differ, by nothing")
    func sameValue() throws {
        var other = unit
        (other["b/harus"], other["b/selesai"]) = ("2", "1")
        let comparison = try compare([unit, other])
        #expect(comparison.lines.map(\.question) == [1])
        #expect(comparison.lines.map(\.differences) == [[.zero]])
    }

    @Test("A blank counts 0 beside an answer, and a blank beside a blank is the same")
    func blanks() throws {
        var other = unit
        other["c"] = nil
        #expect(try compare([unit, other]).lines.map(\.differences) == [[Ratio(-30)]])
        #expect(try compare([other, other]).lines == [])
    }

    @Test("Three parties: a line where any differs, each against the first")
    func three() throws {
        var (assessors, nation) = (unit, unit)
        assessors["a"] = "B"
        nation["c"] = "2"
        let comparison = try compare([unit, assessors, nation])
        #expect(comparison.lines.map(\.question) == [2, 0])
        #expect(comparison.lines.map(\.differences) == [[.zero, Ratio(-10)], [.of("-9.9"), .zero]])
        #expect(comparison.total.differences == [.of("-9.9"), Ratio(-10)])
    }

    @Test("On random sheets of shipped instruments, parts and lines add up to the total and count every question once", arguments: Shipped.ids)
    func adds(id: InstrumentID) throws {
        let scorer = try Shipped.scorer(id)
        for seed in 1...20 as ClosedRange<UInt64> {
            var random = SplitMix64(seed: seed)
            let sheets = try (0..<3).map { _ in try scorer.score(.random(scorer.instrument, blanks: 6, using: &random)) }
            let comparison = try SheetComparison(sheets[0], with: Array(sheets.dropFirst()))
            for party in 0..<2 {
                let total = try sheets[party + 1].total - sheets[0].total
                #expect(comparison.total.differences[party] == total, "seed \(seed)")
                #expect(try Ratio.sum(comparison.parts.map { $0.differences[party] }) == total, "seed \(seed)")
                #expect(try Ratio.sum(comparison.lines.map { $0.differences[party] }) == total, "seed \(seed)")
            }
            #expect(try Ratio.sum(comparison.parts.map(\.weight)) == Ratio(100))
            #expect(comparison.parts.map(\.lines).reduce(0, +) == comparison.lines.count)
        }
    }
}
