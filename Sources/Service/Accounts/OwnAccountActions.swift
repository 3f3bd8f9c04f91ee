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
    /// - Throws: `Refusal` of code `signInFailed` when the old one is wrong, or of the new one; `RelationalError`.
    func changePassword(_ form: PasswordForm, of identity: Identity, at now: Timestamp) async throws {
        let account = identity.account
        let keys = FailureKeys(
            account: secrets.vault.digest("sandi/\(account.text)"), address: secrets.vault.digest("sandi-akun/\(account.text)"))
        let (credentials, listed, counters) = try await records.read { [secrets] session in
            (
                try AccountStore.credentials(of: account, in: session), try AccountStore.find(account, in: session),
                try keys.counters(secrets.throttle, at: now, in: session)
            )
        }
        if case .wait(let until) = secrets.throttle.decide(counters, at: now) {
            throw SignInFailure.throttled(until: until, at: now)
        }
        guard let person = listed?.person else { throw PageRefusal.notFound }
        let password = try form.parse(secrets.passwords, for: person)
        guard try await secrets.hasher.matches(form.fields.raw(PasswordForm.Field.current), credentials?.password) else {
            try await records.change { try keys.count(at: now, in: $0.session) }
            throw Refusal(
                .signInFailed, at: PasswordForm.Field.current, "Kata sandi yang lama tidak cocok. Periksa, lalu ketik lagi.")
        }
        let hash = try await secrets.hasher.hash(password)
        try await records.change { change in
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
                try AccountStore.correct(person, of: identity.account, in: change.session)
                change.record(
                    JournalFact(
                        .personCorrected, in: identity.agency, by: JournalFact.Actor(account: identity.account, role: nil),
                        about: identity.account.text, personal: person.personal(of: identity.account), at: now))
            }
        }
    }
}
