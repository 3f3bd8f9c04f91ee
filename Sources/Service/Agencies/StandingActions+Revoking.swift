import Journaling
import Relational
import Rulebook

extension StandingActions {
    /// A statement that somebody wants to revoke, with where it stands.
    struct Revocable: Sendable {
        let agency: AgencyStore.Kept
        /// The unit it is about.
        let unit: WorkUnitStore.Kept?
        let standing: Standing

        var place: StandingPlace { StandingPlace(agency: agency.id, unit: standing.unit) }
    }

    /// The statement, for whoever may revoke it.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func revocable(
        _ standing: StandingID, of agency: AgencyID, by identity: Identity, at now: Timestamp
    ) async throws -> Revocable {
        let found = try await records.read { session -> Revocable? in
            guard let kept = try StandingStore.find(standing, of: agency, in: session),
                let holder = try AgencyStore.find(agency, in: session)
            else { return nil }
            let unit = try kept.unit.flatMap { try WorkUnitStore.find($0, of: agency, in: session) }
            return Revocable(agency: holder, unit: unit, standing: kept)
        }
        // Whether there is such a statement is nobody's business who may revoke none here.
        try identity.require(.revokeStanding, on: found?.place.target ?? agency.target, at: now)
        guard let found else { throw PageRefusal.notFound }
        return found
    }

    /// Revokes a statement; whatever follows happens in the same change.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `standingRevoked`, `standingDayInvalid`, `revocationReasonMissing`;
    ///   ``PageRefusal/notFound``; `RelationalError`.
    func revoke(
        _ revocable: Revocable, _ form: StandingRevocationForm.Parsed, by identity: Identity, at now: Timestamp
    ) async throws {
        let actor = try identity.require(.revokeStanding, on: revocable.place.target, at: now)
        let (agency, id) = (revocable.agency.id, revocable.standing.id)
        let revocation = Standing.Revocation(day: form.day, reason: form.reason, by: identity.account)
        var content = Self.content(revocable.standing, called: catalogue.name(of: revocable.standing))
        content["sejak"] = .text(form.day.description)
        content["alasan"] = .text(form.reason)
        let today = Identity.day(now)
        try await records.change { [content] change in
            try StandingStore.lock(agency, in: change.session)
            guard let kept = try StandingStore.find(id, of: agency, in: change.session) else { throw PageRefusal.notFound }
            let problems = StandingRule.revocationProblems(of: kept, on: form.day, reason: form.reason, today: today)
            guard problems.isEmpty else { throw Refusal(problems) }
            // What stood on it shows only while it counts.
            for follow in followers { try follow(kept, agency, now, &change) }
            try StandingStore.insert(revocation, of: id, in: agency, at: now, in: change.session)
            change.record(JournalFact(.standingRevoked, in: agency, by: actor, about: id.text, content, at: now))
        }
    }
}

extension AccountStore {
    /// The names of these accounts' people, as far as they were not erased.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: one statement for each hundred accounts
    static func names(of accounts: [AccountID], in session: any ReadSession) throws -> [AccountID: String] {
        var names: [AccountID: String] = [:]
        for start in stride(from: 0, to: accounts.count, by: 100) {
            let some = accounts[start..<min(start + 100, accounts.count)]
            for row in try session.rows("SELECT account, name FROM people WHERE account IN (\(list: some.map(\.text)))") {
                names[AccountID(try row.text(0))] = try row.text(1)
            }
        }
        return names
    }
}
