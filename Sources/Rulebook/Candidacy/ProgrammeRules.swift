/// The programme as a regulation sets it: its stages, who takes which step with what, and what follows from it. Read from a file
/// under `Programmes/`; nothing that a regulation decides stands in code.
///
/// Rules are immutable and already checked (see `ProgrammeRules+Checks.swift`).
public final class ProgrammeRules: Sendable {
    /// Everything the rules are made of, before they are checked.
    public struct Parts: Sendable {
        /// Names the rules for good.
        public var id: ProgrammeID
        /// Counts the published changes of the file.
        public var version: Int
        /// The regulation.
        public var regulation: Instrument.Regulation
        /// The scoring sheet that belongs to it.
        public var instrument: InstrumentID
        /// The years of nomination for which it is in force; the last one open while nothing replaced it.
        public var years: ClosedRange<Int>
        /// What the stages are and where the regulation says so, in their order.
        public var stages: [StageRule]
        /// The kinds of documents that steps ask for.
        public var documents: [DocumentRule]
        /// Who takes which step with what.
        public var moves: [MoveRule]
        /// The steps of the national review, in their order.
        public var reviewSteps: [ReviewStepRule]
        /// The grounds on which a designation may be taken away.
        public var revocationGrounds: [NamedChoice]
        /// How many must have signed the pact.
        public var pact: PactRule
        /// What the pilot unit is chosen by.
        public var criteria: [SelectionCriterion]
        /// How long a unit develops, and how often it is looked at meanwhile.
        public var development: DevelopmentRule
        /// Until when nominations are taken; `nil` where the regulation sets no day.
        public var deadline: DeadlineRule?
        /// The kinds of units that may be proposed while prerequisites are still being met; `nil` where there are none.
        public var affirmation: AffirmationRule?
        /// Which designation can be had only on top of which.
        public var presuppositions: [Presupposition]
        /// What stands in the way of a unit whose designation was taken away.
        public var waits: [RevocationWait]
        /// How a designation is looked at again.
        public var monitoring: MonitoringRule
        /// What ends every proposal of an agency in a year; `nil` where the regulation has no such thing.
        public var knockOut: ProgrammeNote?
        /// The areas of change with what they are for.
        public var areas: [AreaGuidance]
        /// What the regulation says beside all this, with its clause; decides nothing here.
        public var notes: [ProgrammeNote]

        /// Collects the parts; they are checked when ``ProgrammeRules`` are made of them.
        public init(
            id: ProgrammeID, version: Int, regulation: Instrument.Regulation, instrument: InstrumentID, years: ClosedRange<Int>,
            stages: [StageRule], documents: [DocumentRule], moves: [MoveRule], reviewSteps: [ReviewStepRule],
            revocationGrounds: [NamedChoice], pact: PactRule,
            criteria: [SelectionCriterion], development: DevelopmentRule, deadline: DeadlineRule?, affirmation: AffirmationRule?,
            presuppositions: [Presupposition], waits: [RevocationWait], monitoring: MonitoringRule, knockOut: ProgrammeNote?,
            areas: [AreaGuidance], notes: [ProgrammeNote]
        ) {
            self.id = id
            self.version = version
            self.regulation = regulation
            self.instrument = instrument
            self.years = years
            self.stages = stages
            self.documents = documents
            self.moves = moves
            self.reviewSteps = reviewSteps
            self.revocationGrounds = revocationGrounds
            self.pact = pact
            self.criteria = criteria
            self.development = development
            self.deadline = deadline
            self.affirmation = affirmation
            self.presuppositions = presuppositions
            self.waits = waits
            self.monitoring = monitoring
            self.knockOut = knockOut
            self.areas = areas
            self.notes = notes
        }
    }

    /// Everything the rules are made of, checked.
    public let parts: Parts

    /// Checks the parts and keeps them.
    ///
    /// - Throws: `Refusal` with every problem.
    public init(_ parts: Parts) throws(Refusal) {
        let problems = Self.problems(in: parts)
        guard problems.isEmpty else { throw Refusal(problems) }
        self.parts = parts
    }

    /// Names the rules for good.
    public var id: ProgrammeID { parts.id }

    /// The regulation in words: `PermenPANRB 90/2021`.
    public var name: String { parts.regulation.number }

    /// Who takes a step towards a designation, with what; `nil` where the regulation knows no such step.
    ///
    /// - Complexity: O(rules)
    public func rule(for move: Move, towards designation: Designation) -> MoveRule? {
        parts.moves.first { $0.move == move && $0.designations.contains(designation) }
    }

    /// The steps of the national review for a designation, in their order.
    ///
    /// - Complexity: O(steps)
    public func reviewSteps(towards designation: Designation) -> [ReviewStepRule] {
        parts.reviewSteps.filter { $0.designations.contains(designation) }
    }

    /// What people call a kind of document; its id where the file does not name it.
    ///
    /// - Complexity: O(kinds)
    public func name(of kind: DocumentKind) -> String {
        parts.documents.first { $0.kind == kind }?.name ?? kind.text
    }

    /// The stage in the words of the regulation.
    ///
    /// - Complexity: O(stages)
    public func stage(_ stage: Stage) -> StageRule? { parts.stages.first { $0.stage == stage } }

    /// The last day on which a nomination of the year is taken; `nil` where the regulation sets none.
    ///
    /// - Complexity: O(announced days)
    public func lastDay(ofNominationIn year: Int) -> Day? {
        guard let deadline = parts.deadline else { return nil }
        if let announced = deadline.announced.first(where: { $0.year == year }) { return announced.day }
        return Day(year: year, month: deadline.month, day: deadline.day)
    }
}
