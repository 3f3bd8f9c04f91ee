import Rulebook
import Testing

@Suite("The area an action works in") struct PlanAreaTests {
    @Test("Six areas, and the results behind them", arguments: Shipped.ids)
    func all(id: InstrumentID) throws {
        let instrument = try Shipped.instrument(id)
        let areas = PlanArea.all(of: instrument)
        #expect(areas == (1...6).map(PlanArea.change) + [.results])
        #expect(areas.map { PlanArea(number: $0.number) } == areas)
        #expect(areas == areas.shuffled().sorted())
        #expect(areas.map { $0.name(in: instrument) }.last == "Hasil")
        #expect(PlanArea.change(1).name(in: instrument).hasPrefix("1. "))
        #expect(PlanArea.change(9).name(in: instrument) == "Area 9")
    }

    @Test("Both blocks of 2021 belong to one area; what is a result belongs to none")
    func questions() throws {
        let instrument = try Shipped.instrument(Shipped.law2021)
        for (item, area) in [("A.I.1.ii.a", PlanArea.change(1)), ("A.I.5.i", .change(5)), ("A.II.5.ii.a", .change(5)), ("B.I.a", .results)] {
            let questions = try #require(PlanArea.questions(of: ItemCode(item), in: instrument))
            #expect(PlanArea.area(ofQuestion: questions.lowerBound, in: instrument) == area, "\(item)")
        }
    }

    @Test("An indicator stands for its questions, an area or nonsense for none")
    func items() throws {
        let instrument = try Shipped.instrument(Shipped.law2021)
        #expect(try #require(PlanArea.questions(of: "A.I.1.i", in: instrument)).count > 1)
        #expect(try #require(PlanArea.questions(of: "A.I.1.i.a", in: instrument)).count == 1)
        #expect(PlanArea.questions(of: "A.I.1", in: instrument) == nil)
        #expect(PlanArea.questions(of: "", in: instrument) == nil)
        #expect(PlanArea.questions(of: "a.i.1.i", in: instrument) == nil)
    }
}
