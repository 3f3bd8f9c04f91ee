/// Every prerequisite of a designation, judged on dated facts, with what each judgement rests on.
public struct EligibilityReport: Sendable {
    /// One prerequisite.
    public struct Entry: Sendable {
        /// Measured, minimum, gap, met.
        public let outcome: Outcome
        /// What it looks at.
        public let fact: Fact
        /// The statements it rests on, also those that decide which minimum applies; the newest first. Empty where nothing
        /// was stated, or where it does not come from statements.
        public let statements: [Standing]

        /// What is missing, in a few words: `Indeks RB (CC, minimum B)`.
        var shortage: String {
            let unit = outcome.condition.unit
            guard let measured = outcome.measured else { return "\(outcome.condition.name) (belum ada datanya)" }
            if unit == .yesNo { return outcome.condition.name }
            return "\(outcome.condition.name) (\(unit.text(measured)), minimum \(unit.text(outcome.minimum)))"
        }
    }

    /// What the unit is to be proposed for.
    public let designation: Designation
    /// The day on which it was judged.
    public let day: Day
    /// In the order of the instrument.
    public let entries: [Entry]

    /// Judges every prerequisite with what is known on a day.
    ///
    /// - Complexity: O(facts × prerequisites + statements)
    public init(_ ledger: StandingLedger, against instrument: Instrument, for designation: Designation, on day: Day) {
        self.designation = designation
        self.day = day
        let known = ledger.facts(on: day, for: instrument)
        let verdict = Eligibility.judge(known.mapValues(\.value), against: instrument, for: designation)
        entries = verdict.outcomes.compactMap { outcome in
            guard case .fact(let id) = outcome.condition.measure,
                let fact = instrument.parts.facts.first(where: { $0.id == id })
            else { return nil }
            let deciding = outcome.condition.exception.flatMap { known[$0.fact]?.statements } ?? []
            return Entry(outcome: outcome, fact: fact, statements: (known[id]?.statements ?? []) + deciding)
        }
    }

    /// Those that are not met.
    public var unmet: [Entry] { entries.filter { !$0.outcome.met } }

    /// Those that a statement carries.
    public func resting(on standing: StandingID) -> [Entry] {
        entries.filter { $0.statements.contains { $0.id == standing } }
    }

    /// All of them together, for a candidacy that wants to move on.
    public var result: CheckResult {
        let missing = unmet
        guard !missing.isEmpty else {
            return CheckResult(isMet: true, statement: "Ke-\(entries.count) syarat pengajuan \(designation.acronym) terpenuhi.")
        }
        let list = missing.map(\.shortage).joined(separator: "; ")
        return CheckResult(
            isMet: false,
            statement: "\(entries.count - missing.count) dari \(entries.count) syarat pengajuan \(designation.acronym) terpenuhi. Belum: \(list).",
            wayOut: "Lengkapi keadaan instansi dan unit beserta sumbernya, lalu lihat lagi halaman Syarat pengajuan.")
    }
}
