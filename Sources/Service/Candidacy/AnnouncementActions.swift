import Journaling
import Relational
import Rulebook

/// What the national team announces for a year of the programme.
struct AnnouncementActions: Sendable {
    let records: Records

    /// The most announcements that a page lists.
    static let most = 50

    /// What was announced about an agency, or for all.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func list(
        about agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws -> (agency: AgencyStore.Kept, announcements: [AnnouncementStore.Kept]) {
        try identity.require(.announceProgramme, on: .nation, at: now)
        return try await records.read { session in
            guard let kept = try AgencyStore.find(agency, in: session) else { throw PageRefusal.notFound }
            return (kept, try AnnouncementStore.list(about: agency, most: Self.most, in: session))
        }
    }

    /// Announces; nothing is taken back, the latest counts.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func announce(
        _ form: AnnouncementForm.Parsed, about agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws {
        let actor = try identity.require(.announceProgramme, on: .nation, at: now)
        let announcement = AnnouncementStore.Kept(
            agency: agency, id: NewID.make(at: now.milliseconds), programme: form.programme, year: form.year, kind: form.kind, day: form.day,
            source: form.source, recordedBy: identity.account, at: now)
        let fact: FactKind =
            switch form.kind {
            case .deadline: .deadlineAnnounced
            case .knockOut: .agencyKnockedOut
            case .knockOutLifted: .knockOutLifted
            }
        try await records.change { change in
            guard try AgencyStore.find(agency, in: change.session) != nil else { throw PageRefusal.notFound }
            try AnnouncementStore.insert(announcement, in: change.session)
            change.record(
                JournalFact(
                    fact, in: agency, by: actor,
                    [
                        "program": .text(form.programme.text), "tahun": .integer(form.year), "hari": .text(form.day.description),
                        "alasan": .text(form.source),
                    ], at: now))
        }
    }
}
