import Documents
import ExactMath
import InstrumentFiles
import Rulebook

/// What the programmes and their instruments say about assessments.
struct AssessmentTerms: Sendable {
    let instruments: PreparedInstruments
    /// By programme.
    let teams: [ProgrammeID: TeamRule]

    /// With the teams of the programmes that travel with the program.
    init(instruments: PreparedInstruments, teams: [ProgrammeID: TeamRule] = AssessmentTerms.shippedTeams) {
        self.instruments = instruments
        self.teams = teams
    }

    /// The file is part of the program and tested with it; without it no team is ever ready.
    static let shippedTeams: [ProgrammeID: TeamRule] = (try? TeamRuleFile.shipped()) ?? [:]

    /// The instrument of each programme that travels with the program.
    private static let shippedInstruments: [ProgrammeID: InstrumentID] = Dictionary(
        ProgrammeLibrary.shipped.compactMap { id in (try? ProgrammeLibrary.rules(id)).map { (id, $0.parts.instrument) } },
        uniquingKeysWith: { first, _ in first })

    /// What the programme asks of a team.
    ///
    /// - Throws: `Refusal` when this program does not know the programme.
    func team(of candidacy: CandidacyStore.Kept) throws(Refusal) -> TeamRule {
        if let team = teams[candidacy.programme] { return team }
        throw Refusal(
            .unknownInstrument, at: "",
            "Aturan tim penilai untuk program “\(candidacy.programme)” tidak ada di Zona versi ini. Perbarui Zona, lalu coba lagi.")
    }

    /// The instrument that the programme scores with.
    ///
    /// - Throws: `Refusal` when this program does not know it.
    func prepared(for candidacy: CandidacyStore.Kept) throws(Refusal) -> PreparedInstruments.Prepared {
        try instruments.prepared(Self.shippedInstruments[candidacy.programme] ?? InstrumentID(candidacy.programme.text))
    }

    /// The examination of a kept sheet, worked out again from its answers.
    ///
    /// - Throws: `Refusal` when the answers do not fit the instrument any more, or cannot be added exactly.
    func examine(_ sheet: SheetStore.Kept) throws(Refusal) -> CheckedSheet {
        let reading = try SheetFile.read(Array(sheet.record.answers.utf8), from: instruments, instrument: sheet.record.instrument)
        let prepared = try instruments.prepared(sheet.record.instrument)
        do throws(Overflow) {
            return CheckedSheet(
                examination: try prepared.scorer.examine(reading.sheet, for: sheet.record.designation),
                advice: try? prepared.adviser.advise(on: reading.sheet, for: sheet.record.designation), reading: reading,
                source: .kept(name: "LKE \(sheet.party.name) versi \(sheet.version)"), prerequisites: nil, moment: Moment(sheet.at))
        } catch { throw SheetRecord.tooFine }
    }

    /// The scores of a kept sheet with blanks counting 0, worked out again from its answers.
    ///
    /// - Throws: `Refusal` as ``examine(_:)``.
    func score(_ sheet: SheetStore.Kept) throws(Refusal) -> ScoredSheet {
        let reading = try SheetFile.read(Array(sheet.record.answers.utf8), from: instruments, instrument: sheet.record.instrument)
        let prepared = try instruments.prepared(sheet.record.instrument)
        do throws(Overflow) { return try prepared.scorer.score(reading.sheet) } catch { throw SheetRecord.tooFine }
    }

    /// Kept sheets of one candidacy side by side.
    ///
    /// - Throws: `Refusal` as ``examine(_:)``.
    func compare(_ first: SheetStore.Kept, with others: [SheetStore.Kept]) throws(Refusal) -> SheetComparison {
        let base = try score(first)
        var scored: [ScoredSheet] = []
        for other in others { scored.append(try score(other)) }
        do throws(Overflow) { return try SheetComparison(base, with: scored) } catch { throw SheetRecord.tooFine }
    }

    /// The conditions of the designation judged on a kept sheet, exactly.
    ///
    /// - Throws: `Refusal` as ``examine(_:)``.
    func judge(_ sheet: SheetStore.Kept) throws(Refusal) -> Verdict {
        let scored = try score(sheet)
        let prepared = try instruments.prepared(sheet.record.instrument)
        do throws(Overflow) { return try prepared.scorer.verdict(on: scored, for: sheet.record.designation) } catch { throw SheetRecord.tooFine }
    }
}
