import Rulebook
import Testing

@Suite("Where facts come from") struct FactSourceTests {
    @Test("A fact without a source of its own is stated under its id, about a day")
    func plain() {
        let source = Fact(id: "dampak", name: "Dampak", holder: .unit, kind: .yesNo).source
        #expect(source == .stated(as: "dampak", isYearly: false))
        #expect(!source.isYearly && source.standing == "dampak")
        #expect(FactSource.echelon([.first]).standing == nil && !FactSource.echelon([.first]).isYearly)
    }

    @Test("Every prerequisite of the shipped instruments can be known", arguments: Shipped.ids)
    func shipped(id: InstrumentID) throws {
        let facts = try Shipped.instrument(id).parts.facts
        for fact in facts {
            guard let name = fact.source.standing else { continue }
            // A name that others use is one that somebody is asked for.
            let isAsked = try Shipped.ids.contains { other in
                try Shipped.instrument(other).parts.facts.contains { $0.id == name && $0.source.standing == name }
            }
            #expect(isAsked, "\(fact.id)")
        }
        #expect(facts.first { $0.id == "opini-bpk" }?.source.isYearly == true)
    }
}
