/// Where on the sheet an action works: an area of change, or the results.
public enum PlanArea: Hashable, Comparable, Sendable {
    /// An area of change by its number (see ``ChangeArea/number``).
    case change(Int)
    /// The results, which belong to no area of change.
    case results

    /// As forms and the database have it: the number of the area, 0 for the results.
    public var number: Int {
        switch self {
        case .change(let number): number
        case .results: 0
        }
    }

    /// The area of a number.
    public init(number: Int) { self = number == 0 ? .results : .change(number) }

    /// Areas of change by their numbers, the results behind them.
    public static func < (left: PlanArea, right: PlanArea) -> Bool {
        switch (left, right) {
        case (.change(let one), .change(let other)): one < other
        case (.change, .results): true
        case (.results, _): false
        }
    }

    /// The areas an action may work in, in order.
    public static func all(of instrument: Instrument) -> [PlanArea] {
        instrument.parts.changeAreas.map { PlanArea.change($0.number) }.sorted() + [.results]
    }

    /// Where a question belongs.
    ///
    /// - Complexity: O(areas)
    public static func area(ofQuestion question: Int, in instrument: Instrument) -> PlanArea {
        let found = instrument.parts.changeAreas.first { area in
            area.nodes.contains { instrument.nodes[$0].questions.contains(question) }
        }
        return found.map { .change($0.number) } ?? .results
    }

    /// The questions that an action on an item works on: those of an indicator, or one question. `nil` for anything else.
    public static func questions(of item: ItemCode, in instrument: Instrument) -> Range<Int>? {
        if let node = instrument.node(item), instrument.nodes[node].kind == .indicator { return instrument.nodes[node].questions }
        return instrument.question(item).map { $0..<$0 + 1 }
    }

    /// What people read: the number and name of the area.
    public func name(in instrument: Instrument) -> String {
        switch self {
        case .results: "Hasil"
        case .change(let number):
            instrument.parts.changeAreas.first { $0.number == number }.map { "\(number). \($0.name)" } ?? "Area \(number)"
        }
    }
}
