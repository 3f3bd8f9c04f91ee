import Journaling
import Relational
import Rulebook

/// What people do with statements about agencies and units.
struct StandingActions: Sendable {
    /// What else happens in the same change when a statement no longer counts, such as marking what stood on it.
    typealias Follower = @Sendable (_ revoked: Standing, _ agency: AgencyID, _ at: Timestamp, _ change: inout Change) throws -> Void

    let records: Records
    let catalogue: StandingCatalogue
    var followers: [Follower] = []

    /// The statements of a place, and who is who.
    struct Listed: Sendable {
        let agency: AgencyStore.Kept
        /// The unit, on the pages of one.
        let unit: WorkUnitStore.Kept?
        let standings: [Standing]
        /// The names of those who stated and revoked; empty for whoever may not see accounts.
        let people: [AccountID: String]
    }

    /// Everything stated about an agency or a unit, revoked statements too.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func list(_ place: StandingPlace, by identity: Identity, at now: Timestamp) async throws -> Listed {
        try identity.require(place.seeing, on: place.target, at: now)
        let seesPeople = identity.may(.listAccounts, on: place.agency.target, at: now)
        return try await records.read { session in
            let (agency, unit) = try Self.holders(place, in: session)
            let standings = try Self.standings(of: place, in: session)
            let accounts = Set(standings.flatMap { [$0.statedBy] + ($0.revocation.map { [$0.by] } ?? []) })
            return Listed(
                agency: agency, unit: unit, standings: standings,
                people: seesPeople ? try AccountStore.names(of: accounts.sorted(), in: session) : [:])
        }
    }

    /// Puts a statement on record.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `standingStands`, `unitEnded`; ``PageRefusal/notFound``; `RelationalError`.
    func state(
        _ form: StandingForm.Parsed, about place: StandingPlace, by identity: Identity, at now: Timestamp
    ) async throws {
        let actor = try identity.require(.stateStanding, on: place.target, at: now)
        let standing = Standing(
            id: StandingID(NewID.make(at: now.milliseconds)), unit: place.unit, fact: form.fact.source.standing ?? form.fact.id,
            text: form.text, year: form.year, statedOn: form.statedOn, source: form.source, statedBy: identity.account)
        let content = Self.content(standing, called: form.fact.name)
        try await records.change { change in
            let (_, unit) = try Self.holders(place, in: change.session)
            try UnitEnding.requireOpen(isClosed: unit?.closedAt != nil)
            try StandingStore.lock(place.agency, in: change.session)
            let kept = try Self.standings(of: place, in: change.session)
            try StandingRule.requireFree(form.fact, year: form.year, statedOn: form.statedOn, among: kept)
            try StandingStore.insert(standing, in: place.agency, at: now, in: change.session)
            change.record(JournalFact(.standingStated, in: place.agency, by: actor, about: standing.id.text, content, at: now))
        }
    }

    static func content(_ standing: Standing, called name: String) -> [String: CanonicalValue] {
        [
            "keadaan": .text(name), "nilai": .text(standing.text), "tahun": standing.year.map { .integer($0) } ?? .null,
            "tanggal": .text(standing.statedOn.description), "sumber": .text(standing.source),
            "unit": standing.unit.map { .text($0.text) } ?? .null,
        ]
    }

    /// - Throws: ``PageRefusal/notFound`` when there is no such agency or unit; `RelationalError`.
    private static func holders(
        _ place: StandingPlace, in session: any ReadSession
    ) throws -> (AgencyStore.Kept, WorkUnitStore.Kept?) {
        guard place.agency != .nation, let agency = try AgencyStore.find(place.agency, in: session) else { throw PageRefusal.notFound }
        guard let id = place.unit else { return (agency, nil) }
        guard let unit = try WorkUnitStore.find(id, of: place.agency, in: session) else { throw PageRefusal.notFound }
        return (agency, unit)
    }

    private static func standings(of place: StandingPlace, in session: any ReadSession) throws -> [Standing] {
        if let unit = place.unit { return try StandingStore.about(unit, of: place.agency, in: session) }
        return try StandingStore.about(place.agency, in: session)
    }
}
