import InstrumentFiles
import Relational
import Rulebook

/// Finds out about the prerequisites of candidacies, on dated facts.
struct EligibilityChecks: Sendable {
    let instruments: PreparedInstruments
    private let programmes: [ProgrammeID: InstrumentID]

    init(instruments: PreparedInstruments) {
        self.instruments = instruments
        var programmes: [ProgrammeID: InstrumentID] = [:]
        // A programme that cannot be read leads to no instrument, and without one nothing is met.
        for id in ProgrammeLibrary.shipped { programmes[id] = (try? ProgrammeLibrary.rules(id))?.parts.instrument }
        self.programmes = programmes
    }

    /// What ``CandidacyChecks`` asks: whether every prerequisite of the unit and its agency is met on a day.
    ///
    /// - Throws: `RelationalError`.
    func results(
        of question: CandidacyChecks.Question, in session: any ReadSession
    ) throws -> [Check: Rulebook.CheckResult] {
        try results(for: question.candidacy, on: question.day, in: session)
    }

    /// Whether every prerequisite of a candidacy is met on a day; names those that are not.
    ///
    /// - Throws: `RelationalError`.
    func results(
        for candidacy: CandidacyStore.Kept, on day: Day, in session: any ReadSession
    ) throws -> [Check: Rulebook.CheckResult] {
        guard let report = try report(on: candidacy, day: day, in: session) else { return [:] }
        return [.prerequisitesMet: report.result]
    }

    /// Every prerequisite of a candidacy on a day, by the instrument of its programme; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    func report(
        on candidacy: CandidacyStore.Kept, day: Day, in session: any ReadSession
    ) throws -> EligibilityReport? {
        guard let id = programmes[candidacy.programme], let instrument = try? instruments.instrument(id),
            let unit = try WorkUnitStore.find(candidacy.unit, of: candidacy.agency, in: session)
        else { return nil }
        let all = try CandidacyStore.list(of: candidacy.unit, of: candidacy.agency, in: session)
        return try Self.report(
            on: unit, candidacy: candidacy, among: all, against: instrument, for: candidacy.designation, on: day, in: session)
    }

    /// Every prerequisite of a unit for a designation.
    ///
    /// - Parameters:
    ///   - candidacy: the way to the designation; `nil` for a unit that is on none.
    ///   - all: every candidacy of the unit.
    /// - Throws: `RelationalError`.
    static func report(
        on unit: WorkUnitStore.Kept, candidacy: CandidacyStore.Kept?, among all: [CandidacyStore.Kept], against instrument: Instrument,
        for designation: Designation, on day: Day, in session: any ReadSession
    ) throws -> EligibilityReport {
        let moves = try candidacy.map { try CandidacyStore.moves(of: $0.id, of: $0.agency, in: session) } ?? []
        // Development begins with the first decree, also when the unit was sent back to it later.
        let begun = moves.filter { $0.move == .appoint && $0.day <= day }.map(\.day).min()
        let facts = CandidacyFacts(
            yearsOfDevelopment: begun.map { CandidacyFacts.years(from: $0, to: day) },
            holdsWBK: all.contains { $0.designation == .wbk && $0.isInForce(on: day) })
        let ledger = try StandingStore.ledger(for: unit, candidacy: facts, in: session)
        return EligibilityReport(ledger, against: instrument, for: designation, on: day)
    }
}
