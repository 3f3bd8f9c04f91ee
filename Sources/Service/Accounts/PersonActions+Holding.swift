import Journaling
import Relational
import Rulebook

/// What gives power over somebody's account beside resetting and closing it.
extension PersonActions {
    /// Corrects the personal data of somebody else.
    ///
    /// - Throws: `Refusal` of codes `accessDenied`, `signInNameTaken`; ``PageRefusal/notFound`` where there is no
    ///   personal data (any more); `RelationalError`.
    func correct(
        _ person: AccountStore.Person, of account: AccountID, by identity: Identity, at now: Timestamp
    ) async throws {
        try await Self.refusingTakenNames {
            try await records.change { change in
                guard let overview = try Self.overview(account, at: now, in: change.session), overview.listed.person != nil
                else { throw PageRefusal.notFound }
                let actor = try identity.require(.correctAccount, on: overview.target, at: now)
                try Self.correct(person, of: account, in: overview.listed.agency, by: actor, at: now, &change)
            }
        }
    }

    /// Replaces the personal data of an account, whoever does it.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when somebody has one of the names already.
    static func correct(
        _ person: AccountStore.Person, of account: AccountID, in agency: AgencyID, by actor: JournalFact.Actor,
        at now: Timestamp, _ change: inout Change
    ) throws {
        try AccountStore.correct(person, of: account, in: change.session)
        change.record(
            JournalFact(
                .personCorrected, in: agency, by: actor, about: account.text, personal: person.personal(of: account), at: now))
    }

    /// Ends every session of somebody else. Where there is none, nothing happens and nothing is recorded.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func endSessions(of account: AccountID, by identity: Identity, at now: Timestamp) async throws {
        try await records.change { change in
            guard let overview = try Self.overview(account, at: now, in: change.session) else { throw PageRefusal.notFound }
            let actor = try identity.require(.endSessions, on: overview.target, at: now)
            let count = try SessionStore.revokeAll(of: account, at: now, in: change.session)
            guard count > 0 else { return }
            change.record(
                JournalFact(
                    .sessionsEnded, in: overview.listed.agency, by: actor, about: account.text, ["jumlah": .integer(count)],
                    at: now))
        }
    }
}
