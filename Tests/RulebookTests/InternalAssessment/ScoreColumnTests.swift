import ExactMath
import Rulebook
import Testing

@Suite("Columns of a table of many units")
struct ScoreColumnTests {
    @Test("90/2021: total, six areas with their minimums, then what else has one")
    func law2021() throws {
        let columns = ScoreColumn.columns(of: try Shipped.instrument(Shipped.law2021), for: .wbk)
        #expect(columns[0].name == "Nilai total")
        #expect(columns[0].condition?.minimum == Ratio(75))
        #expect(columns[1...6].map { $0.condition?.minimum } == ["4.8", "4.2", "6", "6", "9", "6"].map { .of($0) })
        #expect(columns.dropFirst(7).allSatisfy { $0.condition != nil })
        #expect(columns.count { $0.condition != nil } == (try Shipped.instrument(Shipped.law2021)).conditions(for: .wbk).count)
    }

    @Test("Every column has a key of its own, whatever the instrument", arguments: Shipped.ids, Designation.allCases)
    func keys(id: InstrumentID, designation: Designation) throws {
        let instrument = try Shipped.instrument(id)
        let columns = ScoreColumn.columns(of: instrument, for: designation)
        #expect(Set(columns.map(\.key)).count == columns.count)
        #expect(Set(columns.compactMap { $0.condition?.id }) == Set(instrument.conditions(for: designation).map(\.id)))
    }

    @Test("Without a condition on the total or an area there is a column without a minimum")
    func unconditioned() throws {
        var parts = Small.plain([Small.choice("a"), Small.choice("b")])
        parts.conditions = [.wbk: [Small.condition("lain", [1], Ratio(1))], .wbbm: [Small.condition("lain", [1], Ratio(1))]]
        parts.changeAreas = [ChangeArea(number: 3, name: "Tiga", nodes: [0, 1])]
        let columns = ScoreColumn.columns(of: try Instrument(parts), for: .wbk)
        #expect(columns.map(\.key) == ["total", "area-3", "lain"])
        #expect(columns.map { $0.condition == nil } == [true, true, false])
    }

    @Test("The points of the columns are those of the verdict, exactly", arguments: Shipped.ids, Designation.allCases)
    func points(id: InstrumentID, designation: Designation) throws {
        let scorer = try Shipped.scorer(id)
        var random = SplitMix64(seed: 7)
        let scored = try scorer.score(.random(scorer.instrument, blanks: 9, using: &random))
        let verdict = try scorer.verdict(on: scored, for: designation)
        for column in ScoreColumn.columns(of: scorer.instrument, for: designation) {
            guard let condition = column.condition else { continue }
            #expect(try column.points(of: scored) == verdict.outcome(condition.id).measured)
        }
    }

    @Test(
        "Bands begin exactly at their edges",
        arguments: [
            ("8.49", HeatBand.farBelow), ("8.5", .below), ("9.99", .below), ("10", .thin), ("10.24", .thin), ("10.25", .above), ("11.49", .above),
            ("11.5", .wellAbove), ("11.51", .wellAbove), ("0", .farBelow),
        ])
    func bands(points: String, band: HeatBand) throws {
        #expect(try HeatBand(.of(points), minimum: Ratio(10), thin: .of("0.025"), width: .of("0.15")) == band)
    }

    @Test("Nothing asked is met by nothing, and never thin")
    func zeroMinimum() throws {
        #expect(try HeatBand(.zero, minimum: .zero, thin: .of("0.025"), width: .of("0.15")) == .wellAbove)
    }
}
