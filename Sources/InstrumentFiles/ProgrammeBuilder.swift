import ExactMath
import Rulebook

/// Turns a programme file's shape into the rulebook's terms and collects every word that it does not know.
final class ProgrammeBuilder {
    private let wire: ProgrammeWire
    private var problems: [Finding] = []

    init(_ wire: ProgrammeWire) {
        self.wire = wire
    }

    /// - Throws: `Refusal` with every problem found.
    func build() throws(Refusal) -> ProgrammeRules {
        let first = wire.years.first.value
        let last = wire.years.last?.value ?? 9_999
        if !(2_000...9_999).contains(first) || last < first || last > 9_999 {
            refuse("years", "Tahun berlaku harus dari 2000 sampai 9999, yang pertama tidak sesudah yang terakhir.")
        }
        let parts = ProgrammeRules.Parts(
            id: ProgrammeID(wire.id), version: wire.version.value,
            regulation: .init(number: wire.regulation.number, title: wire.regulation.title, amendment: wire.regulation.amendment),
            instrument: InstrumentID(wire.instrument), years: min(first, last)...max(first, last), stages: wire.stages.compactMap(stage),
            documents: wire.documents.map { DocumentRule(kind: DocumentKind($0.kind), name: $0.name) }, moves: wire.moves.compactMap(move),
            reviewSteps: wire.reviewSteps.map(step),
            revocationGrounds: wire.revocationGrounds.map { NamedChoice(id: $0.id, name: $0.name) },
            pact: PactRule(
                share: wire.pact.share.ratio, isExclusive: wire.pact.isExclusive, text: wire.pact.text, clause: wire.pact.clause),
            criteria: wire.criteria.map { SelectionCriterion(id: $0.id, name: $0.name, guidance: $0.guidance, clause: $0.clause) },
            development: development(), deadline: wire.deadline.map(deadline), affirmation: wire.affirmation.flatMap(affirmation),
            presuppositions: wire.presuppositions.compactMap(presupposition), waits: wire.waits.compactMap(wait), monitoring: monitoring(),
            knockOut: wire.knockOut.map(note),
            areas: wire.areas.map {
                AreaGuidance(
                    number: $0.number.value, name: $0.name, aim: $0.aim, targets: $0.targets, indicators: $0.indicators, clause: $0.clause)
            },
            notes: wire.notes.map(note))
        guard problems.isEmpty else { throw Refusal(problems) }
        return try ProgrammeRules(parts)
    }

    private func refuse(_ place: String, _ message: String) {
        problems.append(.error(.programmeMalformed, at: place, message))
    }

    /// The value behind a word; a word nobody knows is a problem, never a rule that silently does not apply.
    private func known<Value: RawRepresentable>(_ word: String, at place: String) -> Value? where Value.RawValue == String {
        if let value = Value(rawValue: word) { return value }
        refuse(place, "Kata “\(word)” tidak dikenal di sini.")
        return nil
    }

    private func designations(_ words: [String]?, at place: String) -> Set<Designation> {
        guard let words else { return Set(Designation.allCases) }
        return Set(words.compactMap { known($0, at: place) })
    }

    private func stage(_ wire: Strict<StageWire>) -> StageRule? {
        known(wire.stage, at: "stages").map { StageRule(stage: $0, text: wire.text, clause: wire.clause) }
    }

    private func move(_ wire: Strict<MoveWire>) -> MoveRule? {
        let place = "moves.\(wire.move)"
        guard let move: Move = known(wire.move, at: "moves") else { return nil }
        return MoveRule(
            move: move, designations: designations(wire.designations, at: place), roles: wire.roles.compactMap { known($0, at: place) },
            checks: (wire.checks ?? []).compactMap { known($0, at: place) }, documents: (wire.documents ?? []).map { DocumentKind($0) },
            apartFrom: (wire.apartFrom ?? []).compactMap { known($0, at: place) }, isForOutsiders: wire.isForOutsiders ?? false,
            needsReference: wire.needsReference ?? false, clause: wire.clause)
    }

    private func step(_ wire: Strict<ReviewStepWire>) -> ReviewStepRule {
        ReviewStepRule(
            id: ReviewStepID(wire.id), name: wire.name, designations: designations(wire.designations, at: "reviewSteps.\(wire.id)"),
            leastRespondents: wire.leastRespondents?.value, clause: wire.clause)
    }

    private func development() -> DevelopmentRule {
        var months: [Designation: Int] = [:]
        for (word, least) in wire.development.leastMonths {
            if let designation: Designation = known(word, at: "development.leastMonths") { months[designation] = least.value }
        }
        return DevelopmentRule(
            leastMonths: months, reviewEveryMonths: wire.development.reviewEveryMonths.value, clause: wire.development.clause)
    }

    private func deadline(_ wire: Strict<DeadlineWire>) -> DeadlineRule {
        let announced = wire.announced.compactMap { announced -> DeadlineRule.Announced? in
            guard let day = Day(announced.day) else {
                refuse("deadline.announced", "“\(announced.day)” bukan tanggal. Tulis seperti 2026-05-31.")
                return nil
            }
            return .init(year: announced.year.value, day: day, source: announced.source)
        }
        return DeadlineRule(month: wire.month.value, day: wire.day.value, announced: announced, clause: wire.clause)
    }

    private func affirmation(_ wire: Strict<AffirmationWire>) -> AffirmationRule? {
        guard let designation: Designation = known(wire.designation, at: "affirmation") else { return nil }
        return AffirmationRule(
            kinds: wire.kinds.map { NamedChoice(id: $0.id, name: $0.name) }, designation: designation,
            waives: wire.waives.compactMap { known($0, at: "affirmation.waives") }, text: wire.text, clause: wire.clause)
    }

    private func presupposition(_ wire: Strict<PresuppositionWire>) -> Presupposition? {
        guard let designation: Designation = known(wire.designation, at: "presuppositions"),
            let presupposes: Designation = known(wire.presupposes, at: "presuppositions")
        else { return nil }
        return Presupposition(designation: designation, presupposes: presupposes, clause: wire.clause)
    }

    private func wait(_ wire: Strict<WaitWire>) -> RevocationWait? {
        guard let proposed: Designation = known(wire.proposed, at: "waits") else { return nil }
        return RevocationWait(
            revoked: designations(wire.revoked, at: "waits"), proposed: proposed, years: wire.years?.value, clause: wire.clause)
    }

    private func monitoring() -> MonitoringRule {
        let exempt: Designation? = wire.monitoring.exemptWhenProposedFor.flatMap { known($0, at: "monitoring") }
        return MonitoringRule(
            everyYears: wire.monitoring.everyYears?.value, exemptWhenProposedFor: exempt, text: wire.monitoring.text,
            clause: wire.monitoring.clause)
    }

    private func note(_ wire: Strict<NoteWire>) -> ProgrammeNote {
        ProgrammeNote(topic: wire.topic, text: wire.text, clause: wire.clause)
    }
}
