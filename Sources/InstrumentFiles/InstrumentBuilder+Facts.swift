import ExactMath
import Rulebook

extension InstrumentBuilder {
    /// The facts of the file; those that follow from others look among the others.
    func facts(_ ladders: [String: [String]]) -> [Fact] {
        let plain = wire.facts.compactMap { fact(from: $0, ladders) }
        return zip(wire.facts, wire.facts.map { wire in plain.first { $0.id.text == wire.id } }).compactMap { wire, fact in
            guard let fact, let derived = wire.derived else { return fact }
            return source(from: derived, of: wire, among: plain).map {
                Fact(id: fact.id, name: fact.name, holder: fact.holder, kind: fact.kind, source: $0)
            }
        }
    }

    private func fact(from wire: Strict<FactWire>, _ ladders: [String: [String]]) -> Fact? {
        let kind: Fact.Kind? =
            switch (wire.kind, wire.grade) {
            case ("number", nil): .number
            case ("yesNo", nil): .yesNo
            case (nil, let name?): ladders[name].map { .grade(GradeScale(name: name, grades: $0)) }
            default: nil
            }
        guard let kind, let holder = Fact.Holder(rawValue: wire.holder) else {
            refuse(.instrumentMalformed, "facts \(wire.id)", "Isi kind (number, yesNo) atau grade, dan holder agency atau unit.")
            return nil
        }
        let source = FactSource.stated(as: FactID(wire.statedAs ?? wire.id), isYearly: wire.yearly ?? false)
        return Fact(id: FactID(wire.id), name: wire.name, holder: holder, kind: kind, source: source)
    }

    /// Where a fact comes from that nobody states. What it yields has to be of the fact's kind.
    private func source(
        from derived: Strict<DerivedFactWire>, of wire: Strict<FactWire>, among facts: [Fact]
    ) -> FactSource? {
        let isStatedToo = wire.yearly != nil || wire.statedAs != nil
        let ways = [derived.consecutiveYears != nil, derived.agencyKinds != nil, derived.echelons != nil, derived.candidacy != nil]
        let source: FactSource? =
            if isStatedToo || ways.filter({ $0 }).count != 1 || (derived.atLeast != nil) != (derived.consecutiveYears != nil) {
                nil
            } else if let other = derived.consecutiveYears, let text = derived.atLeast {
                consecutiveYears(of: other, atLeast: text, wire, facts)
            } else if let kinds = derived.agencyKinds, wire.kind == "yesNo", wire.holder == "agency" {
                words(kinds, AgencyKind.init(rawValue:)).map { .agencyKind($0) }
            } else if let echelons = derived.echelons, wire.kind == "yesNo", wire.holder == "unit" {
                words(echelons, Echelon.init(rawValue:)).map { .echelon($0) }
            } else if let measure = derived.candidacy.flatMap(FactSource.CandidacyMeasure.init(rawValue:)), wire.holder == "unit",
                wire.kind == (measure == .holdsWBK ? "yesNo" : "number")
            {
                .candidacy(measure)
            } else {
                nil
            }
        if source == nil {
            refuse(
                .instrumentMalformed, "facts \(wire.id)",
                "Isi derived dengan tepat satu cara yang cocok dengan kind dan holder; yearly dan statedAs tidak dipakai bersamanya.")
        }
        return source
    }

    private func consecutiveYears(
        of other: String, atLeast text: String, _ wire: Strict<FactWire>, _ facts: [Fact]
    ) -> FactSource? {
        let base = facts.first { $0.id.text == other && $0.source.isYearly && $0.holder.rawValue == wire.holder }
        guard wire.kind == "number", other != wire.id, let base, let least = try? base.read(text) else { return nil }
        return .consecutiveYears(of: base.id, atLeast: least.measure)
    }

    /// The words as what they stand for; `nil` when there is none or one that stands for nothing.
    private func words<Word: Hashable>(_ texts: [String], _ read: (String) -> Word?) -> Set<Word>? {
        let found = Set(texts.compactMap(read))
        return found.isEmpty || found.count != texts.count ? nil : found
    }
}
