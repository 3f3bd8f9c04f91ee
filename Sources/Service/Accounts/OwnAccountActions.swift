import Journaling
import Relational
import Rulebook

/// What people do with their own account.
struct OwnAccountActions: Sendable {
    let records: Records
    let secrets: AccountSecrets
    let sessions: SessionRule

    /// What the page about one's own account shows.
    struct Overview: Sendable {
        let listed: AccountStore.Listed
        let sessions: [SessionStore.Listed]
        let codesLeft: Int
        let grants: [Grant]
    }

    /// - Throws: ``PageRefusal/notFound``; `RelationalError`.
    func overview(of identity: Identity, at now: Timestamp) async throws -> Overview {
        let since = now.adding(seconds: -sessions.idleLimit)
        return try await records.read { session in
            guard let listed = try AccountStore.find(identity.account, in: session) else { throw PageRefusal.notFound }
            return Overview(
                listed: listed, sessions: try SessionStore.open(of: identity.account, usedSince: since, in: session),
                codesLeft: try SecondFactorStore.codesLeft(of: identity.account, in: session),
                grants: try GrantStore.standing(of: identity.account, in: session))
        }
    }

    /// Changes the password; every other session of the person ends.
    ///
    /// - Throws: `Refusal` of codes `signInFailed` when the old one is wrong, `signInThrottled`, or of the new one;
    ///   ``SignInNeeded`` in a session that has just ended; `RelationalError`.
    func changePassword(_ form: PasswordForm, of identity: Identity, at now: Timestamp) async throws {
        let account = identity.account
        let listed = try await records.read { try AccountStore.find(account, in: $0) }
        guard let person = listed?.person else { throw PageRefusal.notFound }
        let password = try form.parse(secrets.passwords, for: person)
        try await PasswordProof(records: records, secrets: secrets)
            .check(form.fields.raw(PasswordForm.Field.current), of: account, at: now)
        let hash = try await secrets.hasher.hash(password)
        try await records.change { change in
            _ = try SessionStore.standing(identity, in: change.session)
            try AccountStore.setPassword(hash, of: account, at: now, in: change.session)
            try SessionStore.revokeAll(of: account, except: identity.session, at: now, in: change.session)
            try SessionStore.settle(.passwordChange, of: identity.session, in: change.session)
            change.record(
                JournalFact(
                    .passwordChanged, in: identity.agency, by: JournalFact.Actor(account: account, role: nil), about: account.text,
                    ["lewat": "akun-sendiri"], at: now))
        }
    }

    /// Ends another of one's own sessions, or all others.
    ///
    /// - Parameter session: its id; `nil` for all but the present one.
    /// - Throws: `RelationalError`.
    func endSession(_ session: String?, of identity: Identity, at now: Timestamp) async throws {
        try await records.change { change in
            if let session {
                guard try SessionStore.revoke(session, of: identity.account, at: now, in: change.session) else { return }
            } else {
                try SessionStore.revokeAll(of: identity.account, except: identity.session, at: now, in: change.session)
            }
            change.record(
                JournalFact(
                    .sessionEnded, in: identity.agency, by: JournalFact.Actor(account: identity.account, role: nil),
                    about: session ?? identity.account.text, ["semua_lain": .truth(session == nil)], at: now))
        }
    }

    /// Corrects one's own personal data.
    ///
    /// - Throws: `Refusal` of code `signInNameTaken`; `RelationalError`.
    func correct(_ person: AccountStore.Person, of identity: Identity, at now: Timestamp) async throws {
        try await PersonActions.refusingTakenNames {
            try await records.change { change in
                let actor = JournalFact.Actor(account: identity.account, role: nil)
                try PersonActions.correct(person, of: identity.account, in: identity.agency, by: actor, at: now, &change)
            }
        }
    }
}
