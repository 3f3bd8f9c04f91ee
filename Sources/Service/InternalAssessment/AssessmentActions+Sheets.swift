import Documents
import ExactMath
import Journaling
import Relational
import Rulebook

extension AssessmentActions {
    /// What it takes to bring in a sheet of a party.
    static func capability(for party: SheetParty) -> Capability {
        switch party {
        case .unit: .recordUnitSheet
        case .internalTeam: .recordTeamSheet
        case .nationalTeam: .recordNationalSheet
        }
    }

    /// Reads a file with the instrument of a candidacy and scores it; nothing is kept yet.
    ///
    /// - Throws: `Refusal` with every problem of the file.
    func read(_ bytes: [UInt8], for candidacy: CandidacyStore.Kept) throws(Refusal) -> SheetRecord {
        let prepared = try terms.prepared(for: candidacy)
        let reading = try SheetFile.read(bytes, from: terms.instruments, instrument: prepared.instrument.id)
        return try SheetRecord.make(reading, prepared, for: candidacy.designation)
    }

    /// Keeps a sheet that was read as the party's next version. The assessors' and the national team's counts at once, the
    /// unit's when its head hands it in.
    ///
    /// - Returns: the number of the version.
    /// - Throws: `Refusal` of codes `accessDenied`, `sheetUnchanged`, `notUnderReview` and those of the assessment's steps;
    ///   ``PageRefusal/notFound``; `RelationalError`.
    func record(
        _ record: SheetRecord, of party: SheetParty, for id: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws -> Int {
        let (candidacy, actor) = try await candidacy(id, of: agency, for: Self.capability(for: party), by: identity, at: now)
        let rule = try terms.team(of: candidacy)
        return try await records.change { change in
            let found = try Self.hold(candidacy, rule, in: change.session)
            try Self.checkRecording(party, found, by: identity, at: now, in: change.session)
            let last = try SheetStore.last(of: party, id, of: agency, in: change.session)
            if let last, last.round == found.round, last.record.digest == record.digest,
                last.record.instrumentVersion == record.instrumentVersion
            {
                throw Refusal(
                    .sheetUnchanged, at: SheetForm.Field.file,
                    "Jawaban di berkas ini sama dengan versi \(last.version), jadi tidak ada versi baru. Unggah berkas yang jawabannya sudah diubah.")
            }
            let sheet = SheetStore.Kept(
                agency: agency, candidacy: id, party: party, version: 1 + (last?.version ?? 0), round: found.round, record: record,
                by: identity.account, at: now, handedIn: nil)
            try SheetStore.insert(sheet, in: change.session)
            if sheet.counts { try LatestScoreStore.show(sheet, of: candidacy.unit, in: change.session) }
            change.record(
                JournalFact(
                    .sheetRecorded, in: agency, by: actor, about: id.text,
                    Self.content(sheet, candidacy).merging([
                        "instrumen": .text(record.instrument.text), "versi_instrumen": .integer(record.instrumentVersion),
                        "nilai_tampak": .text(record.spreadsheet.exact), "nilai_tertinggi": .text(record.ceiling.exact),
                        "kosong": .integer(record.unanswered), "temuan": .integer(record.findings),
                    ]) { first, _ in first }, at: now))
            return sheet.version
        }
    }

    /// Hands in a version of the unit's sheet; from then on it counts.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `nothingToHandIn`, `ownSheet`, `assessmentClosed`; ``PageRefusal/notFound``;
    ///   `RelationalError`.
    func handIn(_ version: Int, of id: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp) async throws {
        let (candidacy, actor) = try await candidacy(id, of: agency, for: .handInUnitSheet, by: identity, at: now)
        let rule = try terms.team(of: candidacy)
        try await records.change { change in
            let found = try Self.hold(candidacy, rule, in: change.session)
            guard let last = try SheetStore.last(of: .unit, id, of: agency, in: change.session), last.version == version,
                last.round == found.round, last.handedIn == nil
            else {
                throw Refusal(
                    .nothingToHandIn, at: "",
                    "Yang dapat diserahkan hanya versi terakhir yang belum diserahkan. Muat ulang halaman penilaian, lalu periksa versinya.")
            }
            try Self.telling(change.session) { () throws(AssessmentRefusal) in
                try found.assessment.checkHandingIn(by: identity.account, filledInBy: last.by)
            }
            try SheetStore.handIn(version, of: id, of: agency, by: identity.account, at: now, in: change.session)
            try LatestScoreStore.show(last, of: candidacy.unit, in: change.session)
            change.record(
                JournalFact(.sheetHandedIn, in: agency, by: actor, about: id.text, Self.content(last, candidacy), at: now))
        }
    }

    /// One version of a sheet with its answers, for whoever may see the assessment.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func sheet(
        _ version: Int, of party: SheetParty, _ id: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws -> (sheet: SheetStore.Kept, unit: WorkUnitStore.Kept, agency: AgencyStore.Kept) {
        let candidacy = try await candidacy(id, of: agency, for: .seeAssessment, by: identity, at: now).candidacy
        let found = try await records.read { session -> (SheetStore.Kept, WorkUnitStore.Kept, AgencyStore.Kept)? in
            guard let sheet = try SheetStore.find(version, of: party, id, of: agency, in: session),
                let unit = try WorkUnitStore.find(candidacy.unit, of: agency, in: session),
                let place = try AgencyStore.find(agency, in: session)
            else { return nil }
            return (sheet, unit, place)
        }
        guard let found else { throw PageRefusal.notFound }
        return found
    }

    private static func checkRecording(
        _ party: SheetParty, _ found: AssessmentCase, by identity: Identity, at now: Timestamp, in session: any ReadSession
    ) throws {
        switch party {
        case .unit: try telling(session) { () throws(AssessmentRefusal) in try found.assessment.checkUnitSheet() }
        case .internalTeam:
            try telling(session) { () throws(AssessmentRefusal) in
                try found.assessment.checkRecording(by: identity.account, under: found.rule, on: Identity.day(now))
            }
        case .nationalTeam:
            guard found.candidacy.state.takesNationalSheet else {
                throw Refusal(
                    .notUnderReview, at: "",
                    "LKE TPN diunggah sejak usulan diajukan sampai TPN menyimpulkan reviunya. Periksa tahap pencalonan unit ini.")
            }
        }
    }

    private static func content(_ sheet: SheetStore.Kept, _ candidacy: CandidacyStore.Kept) -> [String: CanonicalValue] {
        [
            "unit": .text(candidacy.unit.text), "putaran": .integer(sheet.round), "pihak": .text(sheet.party.rawValue),
            "versi": .integer(sheet.version), "nilai": .text(sheet.record.floor.exact), "sidik": .text(sheet.record.digest),
        ]
    }
}
