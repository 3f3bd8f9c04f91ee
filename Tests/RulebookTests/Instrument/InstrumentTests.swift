import ExactMath
import Rulebook
import Testing

@Suite("Instruments")
struct InstrumentTests {
    @Test("Every question and node is found by its code", arguments: Shipped.ids)
    func positions(id: InstrumentID) throws {
        let instrument = try Shipped.instrument(id)
        for (position, question) in instrument.questions.enumerated() {
            #expect(instrument.question(question.code) == position)
        }
        for (position, node) in instrument.nodes.enumerated() { #expect(instrument.node(node.code) == position) }
        #expect(instrument.question("Z") == nil)
        #expect(instrument.node("") == nil)
    }

    @Test("The questions of a node are those of the nodes below it, and each belongs to one indicator", arguments: Shipped.ids)
    func ranges(id: InstrumentID) throws {
        let instrument = try Shipped.instrument(id)
        for (position, node) in instrument.nodes.enumerated() where node.kind != .indicator {
            let below = instrument.children(of: position).flatMap { Array(instrument.nodes[$0].questions) }
            #expect(below == Array(node.questions), "\(node.code)")
        }
        for (question, indicator) in instrument.indicatorOfQuestion.enumerated() {
            #expect(instrument.nodes[indicator].kind == .indicator)
            #expect(instrument.nodes[indicator].questions.contains(question))
        }
    }

    @Test("Each node stands after the one above it", arguments: Shipped.ids)
    func order(id: InstrumentID) throws {
        for (position, node) in try Shipped.instrument(id).nodes.enumerated() {
            if let parent = node.parent { #expect(parent < position) } else { #expect(node.kind == .component) }
        }
    }

    @Test("A designation without conditions or prerequisites has empty lists, not an error")
    func lists() throws {
        let instrument = try Instrument(Small.plain([Small.choice("A.1.a")]))
        #expect(instrument.prerequisites(for: .wbk).isEmpty)
        #expect(instrument.conditions(for: .wbbm).count == 1)
        #expect(instrument.children(of: 1).isEmpty)
    }
}
