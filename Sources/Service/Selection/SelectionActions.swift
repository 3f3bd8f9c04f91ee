import Journaling
import Relational
import Rulebook

/// What the administrators of an agency do with the selection of a unit, and who reads it.
struct SelectionActions: Sendable {
    let records: Records
    let programmes: RulesLookup

    /// Everything on the page of one candidate's selection.
    struct Overview: Sendable {
        let place: CandidacyPlace
        let rules: ProgrammeRules
        let sheet: SelectionSheet
        let meeting: SelectionStore.Meeting?
        let group: WorkingGroupStore.Kept?
        let review: SelectionReview
        /// Among which the minutes are chosen.
        let documents: [FilingStore.Kept]
    }

    /// What was found about one candidate.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func see(_ candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp) async throws -> Overview {
        try await records.read { [programmes] session in
            let place = try CandidacyPlace(candidacy, of: agency, in: session)
            try identity.require(.seeSelection, on: place.target, at: now)
            let rules = try programmes(place.candidacy.programme)
            let sheet = try SelectionStore.sheet(of: place.candidacy, in: session)
            let meeting = try SelectionStore.meeting(about: place.candidacy, in: session)
            let group = try WorkingGroupStore.find(of: agency, in: place.candidacy.year, in: session)
            let review = SelectionReview(
                of: sheet, by: rules.parts.criteria, on: .standard, group: group?.group, metOn: meeting?.metOn, day: Identity.day(now))
            return Overview(
                place: place, rules: rules, sheet: sheet, meeting: meeting, group: group, review: review,
                documents: try place.documents(in: session))
        }
    }

    /// Keeps what the working group found, until the unit is laid before the head.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `selectionSettled`, `selectionScoreMalformed`; ``PageRefusal/notFound``;
    ///   `RelationalError`.
    func keep(
        _ sheet: SelectionSheet, _ meeting: SelectionStore.Meeting?, of candidacy: CandidacyID, of agency: AgencyID, by identity: Identity,
        at now: Timestamp
    ) async throws {
        try await records.change { change in
            let place = try CandidacyPlace(candidacy, of: agency, in: change.session)
            let actor = try identity.require(.keepSelection, on: place.target, at: now)
            guard place.candidacy.state.keepsSelectionOpen else {
                throw Refusal(
                    .selectionSettled, at: "",
                    "Unit ini sudah diusulkan kepada pimpinan, jadi penilaiannya tidak berubah lagi. Jelaskan kekeliruan pada langkah berikutnya.")
            }
            if let met = meeting?.metOn, met > Identity.day(now) {
                throw Refusal(.selectionScoreMalformed, at: SelectionForm.Field.met, SelectionReview.Gap.minutesInFuture.message)
            }
            try place.check(meeting?.minutes, at: SelectionForm.Field.minutes, .selectionScoreMalformed, in: change.session)
            try SelectionStore.keep(sheet, meeting, of: place.candidacy, by: identity.account, at: now, in: change.session)
            let scores = sheet.entries.sorted { $0.key < $1.key }.map { criterion, entry -> CanonicalValue in
                ["kriteria": .text(criterion.text), "skor": .integer(entry.score)]
            }
            change.record(
                JournalFact(
                    .selectionScored, in: agency, by: actor, about: candidacy.text,
                    [
                        "unit": .text(place.unit.id.text), "skor": .array(scores),
                        "hari": meeting.map { .text($0.metOn.description) } ?? .null,
                        "dokumen": meeting?.minutes.map { .text($0.text) } ?? .null,
                    ], at: now))
        }
    }
}
