import Relational
import Testing

@Suite("Rows behind those they point to")
struct ParentsFirstTests {
    /// Columns: id, parent.
    private let shape = [[TableShape.SelfReference(from: 1, to: 0)]]

    private func row(_ id: String, _ parent: String?) -> Row { Row([.text(id), parent.sqlValue]) }

    private func order(_ rows: [Row]) -> (ready: [String], rest: [String]) {
        var order = ParentsFirst(shape)
        let ready = rows.flatMap { order.take($0) }
        let rest = order.rest()
        func ids(_ rows: [Row]) -> [String] { rows.map { (try? $0.text(0)) ?? "?" } }
        return (ids(ready), ids(rest).sorted())
    }

    @Test("A row without a parent comes at once")
    func roots() {
        #expect(order([row("a", nil), row("b", nil)]).ready == ["a", "b"])
    }

    @Test("A row waits for its parent, however long the chain is")
    func chain() {
        #expect(order([row("c", "b"), row("b", "a"), row("a", nil)]).ready == ["a", "b", "c"])
        let long = (0..<10_000).map { row("\($0)", $0 == 9_999 ? nil : "\($0 + 1)") }
        #expect(order(long).ready == (0..<10_000).reversed().map { "\($0)" })
    }

    @Test("Children keep the order in which they came")
    func children() {
        #expect(order([row("x", "a"), row("y", "a"), row("a", nil), row("z", "a")]).ready == ["a", "x", "y", "z"])
    }

    @Test("A row may point to itself")
    func itself() {
        #expect(order([row("a", "a")]).ready == ["a"])
    }

    @Test("Rows whose parent never comes, or in a circle, are left at the end")
    func rest() {
        let outcome = order([row("a", "b"), row("b", "a"), row("c", "nirgends"), row("d", nil)])
        #expect(outcome.ready == ["d"])
        #expect(outcome.rest == ["a", "b", "c"])
    }

    @Test("Any shuffling of a forest comes out with every parent before its children", arguments: 0..<40)
    func shuffled(seed: UInt64) {
        var random = SplitMix(state: seed)
        let rows = (0..<60).map { index in row("\(index)", index == 0 || random.next() % 5 == 0 ? nil : "\(Int(random.next() % UInt64(index)))") }
        let (ready, rest) = order(rows.shuffled(using: &random))
        #expect(rest == [])
        #expect(Set(ready).count == 60)
        let places = Dictionary(uniqueKeysWithValues: ready.enumerated().map { ($1, $0) })
        for row in rows {
            guard case .text(let parent) = row.values[1], case .text(let id) = row.values[0] else { continue }
            #expect((places[parent] ?? 99) < (places[id] ?? -1), "seed \(seed)")
        }
    }

    @Test("A key of several columns counts as a whole, and nothing in a part of it points nowhere")
    func composite() {
        // Columns: agency, id, parent.
        let reference = [TableShape.SelfReference(from: 0, to: 0), TableShape.SelfReference(from: 2, to: 1)]
        var order = ParentsFirst([reference])
        let child = Row([.text("p"), .text("2"), .text("1")])
        let namesake = Row([.text("q"), .text("1"), .null])
        let parent = Row([.text("p"), .text("1"), .null])
        #expect(order.take(child) == [])
        #expect(order.take(namesake) == [namesake])
        #expect(order.take(parent) == [parent, child])
        #expect(order.rest() == [])
    }

    @Test("A row with two parents waits for both")
    func twoReferences() {
        let references = [[TableShape.SelfReference(from: 1, to: 0)], [TableShape.SelfReference(from: 2, to: 0)]]
        var order = ParentsFirst(references)
        func row(_ id: String, _ first: String?, _ second: String?) -> Row { Row([.text(id), first.sqlValue, second.sqlValue]) }
        #expect(order.take(row("c", "a", "b")) == [])
        #expect(order.take(row("a", nil, nil)).count == 1)
        #expect(order.take(row("b", nil, nil)).count == 2)
    }

    @Test("A table that does not point to itself is not held up")
    func none() {
        var order = ParentsFirst([])
        #expect(order.take(row("b", "a")) == [row("b", "a")])
        #expect(order.rest() == [])
    }
}

/// A seeded generator, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
