import Journaling
import Relational
import Rulebook

/// Signing in and out.
struct SignInActions: Sendable {
    let records: Records
    let secrets: AccountSecrets

    /// What a sign-in led to.
    struct Opened: Sendable {
        let token: Token
        /// What has to be done next; `nil` when the person is in.
        let pending: SessionRule.Pending?
    }

    /// Signs in with a password. A name nobody has takes as long as one somebody has, and the same is said.
    ///
    /// - Throws: `Refusal` of codes `signInFailed`, `signInThrottled`; `RelationalError`.
    func signIn(
        name typed: String, password: String, device: Device, address: String, at now: Timestamp
    ) async throws -> Opened {
        let name = try? SignInName(typed)
        let keys = FailureKeys.signIn(typed, from: address, secrets.vault)
        let (credentials, counters) = try await records.read { [secrets] session in
            (
                try name.flatMap { try AccountStore.credentials(of: $0, in: session) },
                try keys.counters(secrets.throttle, at: now, in: session)
            )
        }
        // No password is looked at, so no hash is computed: for names that exist no sooner than for others.
        if case .wait(let until) = secrets.throttle.decide(counters, at: now) {
            throw SignInFailure.throttled(until: until, at: now)
        }
        let usable = credentials?.state == .active ? credentials?.password : nil
        guard try await secrets.matches(password, usable), let credentials else {
            try await records.change { try keys.count(at: now, in: $0.session) }
            throw SignInFailure.wrongPassword.refusal
        }
        return try await open(credentials, keys, device: device, at: now)
    }

    private func open(
        _ credentials: AccountStore.Credentials, _ keys: FailureKeys, device: Device, at now: Timestamp
    ) async throws -> Opened {
        let token = Token()
        return try await records.change { change in
            let account = credentials.account
            let grants = try GrantStore.standing(of: account, in: change.session)
            let requirement = try SecondFactorStore.requirement(for: grants, in: change.session)
            let inForce = Caller(account, grants: grants, on: Identity.day(now)).grants
            let pending = requirement.asks(of: inForce, hasSecondFactor: credentials.secret != nil).pending
            let id = NewID.make(at: now.milliseconds)
            try SessionStore.insert(token, id: id, of: account, device: device, pending: pending, at: now, in: change.session)
            if pending == nil {
                try keys.forgive(in: change.session)
                change.record(Self.fact(account, credentials.agency, session: id, "sandi", at: now))
            }
            return Opened(token: token, pending: pending)
        }
    }

    /// Ends the session.
    ///
    /// - Throws: `RelationalError`.
    func signOut(_ identity: Identity, at now: Timestamp) async throws {
        try await records.change { change in
            guard try SessionStore.revoke(identity.session, of: identity.account, at: now, in: change.session) else { return }
            change.record(
                JournalFact(
                    .sessionEnded, in: identity.agency, by: JournalFact.Actor(account: identity.account, role: nil),
                    about: identity.session, at: now))
        }
    }

    /// The fact that somebody signed in.
    static func fact(
        _ account: AccountID, _ agency: AgencyID, session: String, _ way: String, at now: Timestamp
    ) -> JournalFact {
        JournalFact(
            .signedIn, in: agency, by: JournalFact.Actor(account: account, role: nil), about: session,
            ["cara": .text(way)], at: now)
    }
}
