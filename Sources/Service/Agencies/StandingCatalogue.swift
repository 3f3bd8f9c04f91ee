import Rulebook

/// What can be stated about agencies and units: everything that the instruments ask for, each thing once.
struct StandingCatalogue: Sendable {
    private let facts: [Fact.Holder: [Fact]]

    /// Where two instruments call one thing by different names, the name it is stated under comes first.
    ///
    /// - Complexity: O(facts²)
    init(_ instruments: [Instrument]) {
        var facts: [Fact.Holder: [Fact]] = [:]
        let all = instruments.flatMap(\.parts.facts).filter { $0.source.standing != nil }
        for fact in all.filter({ $0.source.standing == $0.id }) + all.filter({ $0.source.standing != $0.id }) {
            let isKnown = (facts[fact.holder] ?? []).contains { $0.source.standing == fact.source.standing }
            if !isKnown { facts[fact.holder, default: []].append(fact) }
        }
        self.facts = facts
    }

    /// What can be stated about an agency, or about a unit, in the order of the instruments.
    func facts(about holder: Fact.Holder) -> [Fact] { facts[holder] ?? [] }

    /// What is stated under a name; `nil` when no instrument asks for it.
    func fact(_ name: FactID, about holder: Fact.Holder) -> Fact? {
        facts(about: holder).first { $0.source.standing == name }
    }

    /// What people call it; its id once no instrument asks for it any more.
    func name(of standing: Standing) -> String {
        fact(standing.fact, about: standing.unit == nil ? .agency : .unit)?.name ?? standing.fact.text
    }
}
