import ExactMath

/// All there is to know about an agency and one of its units on any day, for the prerequisites before nomination.
public struct StandingLedger: Sendable {
    /// The value of a fact with what it rests on.
    public struct Known: Hashable, Sendable {
        /// The value.
        public let value: FactValue
        /// The statements it rests on, the newest first; empty where it does not come from statements.
        public let statements: [Standing]

        /// Puts the two together.
        public init(value: FactValue, statements: [Standing] = []) {
            self.value = value
            self.statements = statements
        }
    }

    /// What the agency is; `nil` while nobody said.
    public let kind: AgencyKind?
    /// The unit's echelon; `nil` while nobody said.
    public let echelon: Echelon?
    /// What the candidacy tells.
    public let candidacy: CandidacyFacts
    private let agency: [FactID: [Standing]]
    private let unit: [FactID: [Standing]]

    /// Takes the statements about an agency and one unit of it, revoked ones too, in any order.
    ///
    /// - Complexity: O(n log n) in the statements.
    public init(
        kind: AgencyKind?, echelon: Echelon? = nil, standings: [Standing], candidacy: CandidacyFacts = CandidacyFacts()
    ) {
        self.kind = kind
        self.echelon = echelon
        self.candidacy = candidacy
        // The newest document first; of two of one day the one recorded later, which corrects the other.
        let sorted = standings.sorted { ($0.statedOn, $0.id) > ($1.statedOn, $1.id) }
        agency = Dictionary(grouping: sorted.filter { $0.unit == nil }, by: \.fact)
        unit = Dictionary(grouping: sorted.filter { $0.unit != nil }, by: \.fact)
    }

    /// What each fact of an instrument comes to on a day, as far as it is known. A statement that the instrument cannot read
    /// counts as none; an older one does not take its place.
    ///
    /// - Parameter day: the day of the proposal. Of financial years those count that were over before its year began.
    /// - Complexity: O(facts + statements)
    public func facts(on day: Day, for instrument: Instrument) -> [FactID: Known] {
        var known: [FactID: Known] = [:]
        for fact in instrument.parts.facts {
            known[fact.id] = self.known(fact, on: day, in: instrument)
        }
        return known
    }

    private func known(_ fact: Fact, on day: Day, in instrument: Instrument) -> Known? {
        switch fact.source {
        case .stated(let name, let isYearly):
            let counting = statements(name, of: fact.holder, on: day)
            let newest = isYearly ? Self.newestYear(counting, before: day.date.year) : counting.first
            return newest.flatMap { standing in (try? fact.read(standing.text)).map { Known(value: $0, statements: [standing]) } }
        case .consecutiveYears(let other, let least):
            guard let base = instrument.parts.facts.first(where: { $0.id == other }), let name = base.source.standing else { return nil }
            return Self.run(of: base, atLeast: least, in: statements(name, of: base.holder, on: day), before: day.date.year)
        case .agencyKind(let kinds): return kind.map { Known(value: .yesNo(kinds.contains($0))) }
        case .echelon(let echelons): return echelon.map { Known(value: .yesNo(echelons.contains($0))) }
        case .candidacy(let measure): return candidacy.value(of: measure).map { Known(value: $0) }
        }
    }

    private func statements(_ name: FactID, of holder: Fact.Holder, on day: Day) -> [Standing] {
        ((holder == .agency ? agency : unit)[name] ?? []).filter { $0.counts(on: day) }
    }

    private static func newestYear(_ standings: [Standing], before year: Int) -> Standing? {
        let closed = standings.filter { $0.year.map { $0 < year } ?? false }
        // Of one year the first in the list is the newest document.
        return closed.max { ($0.year ?? 0) < ($1.year ?? 0) }.flatMap { last in closed.first { $0.year == last.year } }
    }

    /// The unbroken financial years up to the last before the proposal. A year that nobody stated breaks the run, also when
    /// its audit is not published yet.
    ///
    /// Clause: PermenPANRB 52/2014 Lampiran Bab III.A; reading in `docs/adr/0017`.
    private static func run(of fact: Fact, atLeast least: Ratio, in standings: [Standing], before year: Int) -> Known? {
        guard !standings.isEmpty else { return nil }
        var counted: [Standing] = []
        var next = year - 1
        while let standing = standings.first(where: { $0.year == next }) {
            guard let value = try? fact.read(standing.text), value.measure >= least else {
                return Known(value: .number(Ratio(counted.count)), statements: counted.isEmpty ? [standing] : counted)
            }
            counted.append(standing)
            next -= 1
        }
        return Known(value: .number(Ratio(counted.count)), statements: counted)
    }
}
