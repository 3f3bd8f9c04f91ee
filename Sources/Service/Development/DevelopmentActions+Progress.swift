import Journaling
import Relational
import Rulebook

extension DevelopmentActions {
    /// Reports how far an action is.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `progressMalformed`, `planActionClosed`, `developmentClosed`;
    ///   ``PageRefusal/notFound``; `RelationalError`.
    func report(
        _ action: ActionID, of candidacy: CandidacyID, of agency: AgencyID, _ form: ProgressForm.Parsed, by identity: Identity,
        at now: Timestamp
    ) async throws {
        let actor = try await enter(candidacy, of: agency, for: .reportProgress, by: identity, at: now).actor
        try await records.change { change in
            let held = try hold(candidacy, of: agency, in: change.session)
            guard var kept = try DevelopmentStore.action(action, of: candidacy, of: agency, in: change.session) else {
                throw PageRefusal.notFound
            }
            try Self.check(form.evidence, beside: kept.action.evidence, in: held, in: change.session)
            do throws(PlanRefusal) {
                kept.action = try kept.action.reporting(percent: form.percent, evidence: form.evidence, on: Identity.day(now))
            } catch { throw error.refusal(at: ProgressForm.Field.percent) }
            kept.note = form.note
            try DevelopmentStore.update(kept, of: held.plan, in: change.session)
            change.record(
                JournalFact(
                    .progressReported, in: agency, by: actor, about: candidacy.text,
                    [
                        "aksi": .text(action.text), "target": .text(kept.action.content.target), "persen": .integer(form.percent),
                        "catatan": .text(form.note), "bukti": .array(form.evidence.map { .text($0.text) }),
                    ], at: now))
        }
    }

    /// Sets how often progress is reviewed.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `developmentClosed`; ``PageRefusal/notFound``; `RelationalError`.
    func setRhythm(
        _ months: Int, of candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws {
        let actor = try await enter(candidacy, of: agency, for: .reviewProgress, by: identity, at: now).actor
        try await records.change { change in
            let before = try hold(candidacy, of: agency, in: change.session)
            guard before.plan.months != months else { return }
            // Periods that were reviewed keep their numbers, so a rhythm is settled before the first review.
            guard try DevelopmentStore.reviewed(candidacy, of: agency, in: change.session).isEmpty else {
                throw Refusal(
                    .reviewMalformed, at: RhythmForm.field,
                    "Jarak monev ditentukan sebelum monev pertama dicatat, karena periode yang sudah dicatat dihitung menurut jarak itu.")
            }
            var plan = before.plan
            plan.months = months
            var held = Held(
                candidacy: before.candidacy, plan: plan,
                rhythm: before.rhythm.flatMap { ReviewRhythm(start: $0.start, months: months) })
            try Self.keepNextReview(&held, in: change.session)
            change.record(
                JournalFact(
                    .reviewRhythmSet, in: agency, by: actor, about: candidacy.text,
                    ["bulan": .integer(months), "semula": .integer(before.plan.months)], at: now))
        }
    }

    /// Records a review of progress with what it found.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `reviewMalformed`, `reviewAlreadyHeld`, `developmentClosed`;
    ///   ``PageRefusal/notFound``; `RelationalError`.
    func record(
        _ form: ReviewForm.Parsed, of candidacy: CandidacyID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws {
        let actor = try await enter(candidacy, of: agency, for: .reviewProgress, by: identity, at: now).actor
        let today = Identity.day(now)
        try await records.change { change in
            var held = try hold(candidacy, of: agency, in: change.session)
            guard let rhythm = held.rhythm else { throw Self.notAppointed }
            let reviewed = try DevelopmentStore.reviewed(candidacy, of: agency, in: change.session)
            do throws(PlanRefusal) { try rhythm.check(form.period, heldOn: form.held, reviewed: reviewed) } catch {
                throw error.refusal(at: ReviewForm.Field.period)
            }
            for found in form.findings {
                try Self.check(found.person, in: held, on: today, at: ReviewForm.Field.person(found.row), in: change.session)
            }
            let review = ProgressReview(
                id: ReviewID(NewID.make(at: now.milliseconds)), period: form.period, held: form.held, by: identity.account,
                summary: form.summary,
                findings: form.findings.map {
                    ReviewFinding(
                        id: ReviewFindingID(NewID.make(at: now.milliseconds)), text: $0.text, followUp: $0.followUp, person: $0.person,
                        due: $0.due)
                })
            try DevelopmentStore.insert(review, into: held.plan, at: now, in: change.session)
            try Self.keepNextReview(&held, in: change.session)
            change.record(
                JournalFact(
                    .progressReviewed, in: agency, by: actor, about: candidacy.text,
                    [
                        "monev": .text(review.id.text), "periode": .integer(review.period), "hari": .text(review.held.description),
                        "temuan": .integer(review.findings.count),
                    ], at: now))
        }
    }

    /// Closes what a review found.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `followUpClosed`, `followUpClosedByOwner`; ``PageRefusal/notFound``; `RelationalError`.
    func close(
        _ finding: ReviewFindingID, of candidacy: CandidacyID, of agency: AgencyID, note: String, by identity: Identity, at now: Timestamp
    ) async throws {
        let actor = try await enter(candidacy, of: agency, for: .reviewProgress, by: identity, at: now).actor
        try await records.change { change in
            guard let kept = try DevelopmentStore.finding(finding, of: candidacy, of: agency, in: change.session) else {
                throw PageRefusal.notFound
            }
            let closing: ReviewFinding.Closing
            do throws(PlanRefusal) { closing = try kept.closing(by: identity.account, on: Identity.day(now), note: note) } catch {
                throw error.refusal()
            }
            guard try DevelopmentStore.close(finding, of: candidacy, of: agency, closing, in: change.session) else {
                throw PlanRefusal.findingClosed.refusal()
            }
            change.record(
                JournalFact(
                    .findingClosed, in: agency, by: actor, about: candidacy.text,
                    ["temuan": .text(finding.text), "tindak_lanjut": .text(kept.followUp), "catatan": .text(note)], at: now))
        }
    }

    /// What shows an action is on file for its candidacy. What was named before stays, also when the document was withdrawn meanwhile.
    private static func check(
        _ evidence: [DocumentID], beside known: [DocumentID], in held: Held, in session: any ReadSession
    ) throws {
        let fresh = Set(evidence).subtracting(known)
        if fresh.isEmpty { return }
        let place = FilingPlace(held.candidacy.agency, candidacy: held.candidacy.id)
        let standing = Set(try FilingStore.standing(in: place, in: session).map(\.id))
        guard fresh.isSubset(of: standing) else {
            throw Refusal(
                .progressMalformed, at: ProgressForm.Field.evidence,
                "Pilih dokumen dari daftar. Dokumen baru diunggah dahulu pada halaman dokumen pencalonan.")
        }
    }

    static let notAppointed = Refusal(
        .reviewMalformed, at: ReviewForm.Field.period,
        "Monev dihitung sejak unit ditetapkan. Catat penetapan unit lebih dahulu pada halaman pencalonan.")
}
