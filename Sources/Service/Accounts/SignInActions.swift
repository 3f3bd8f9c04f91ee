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
        // A text that is no name is counted as well, under a key of its own.
        let keys = FailureKeys(
            account: secrets.vault.digest("nama/\(name?.key ?? typed)"), address: secrets.vault.digest("alamat/\(address)"))
        let (credentials, counters) = try await records.read { [secrets] session in
            (
                try name.flatMap { try AccountStore.credentials(of: $0, in: session) },
                try keys.counters(secrets.throttle, at: now, in: session)
            )
        }
        if case .wait(let until) = secrets.throttle.decide(counters, at: now) {
            throw SignInFailure.throttled(until: until, at: now)
        }
        let usable = credentials?.state == .active ? credentials?.password : nil
        // An endless password would be an endless piece of work.
        let offered = password.utf8.count <= Self.longestPassword ? password : ""
        guard try await secrets.hasher.matches(offered, usable), let credentials else {
            try await records.change { try keys.count(at: now, in: $0.session) }
            throw SignInFailure.wrongPassword.refusal
        }
        return try await open(credentials, keys, device: device, at: now)
    }

    /// Bytes of a password beyond which it is not looked at: what the longest allowed one can take.
    private static let longestPassword = PasswordPolicy.longest * 4

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

/// Under what failures are counted: digests, so that neither names nor addresses can be read in the database.
struct FailureKeys: Sendable {
    let account: [UInt8]
    let address: [UInt8]

    /// What has failed so far.
    ///
    /// - Throws: `RelationalError`.
    func counters(
        _ throttle: SignInThrottle, at now: Timestamp, in session: any ReadSession
    ) throws -> SignInThrottle.Counters {
        let today = try FailureStore.times(account, since: now.adding(seconds: -throttle.longWindow), in: session)
        let recent = now.adding(seconds: -throttle.accountWindow)
        let near = try FailureStore.times(address, since: now.adding(seconds: -throttle.addressWindow), in: session)
        return SignInThrottle.Counters(
            account: today.count { $0 > recent }, accountToday: today.count, lastOfAccount: today.last,
            address: near.count, firstOfAddress: near.suffix(throttle.addressLimit).first)
    }

    /// Counts a failure.
    ///
    /// - Throws: `RelationalError`.
    func count(at now: Timestamp, in session: any WriteSession) throws {
        for key in [account, address] {
            try FailureStore.insert(key, id: NewID.make(at: now.milliseconds), at: now, in: session)
        }
    }

    /// Forgets the failures of a name whose person has signed in; those of the address stay.
    ///
    /// - Throws: `RelationalError`.
    func forgive(in session: any WriteSession) throws {
        try FailureStore.forget(account, in: session)
    }
}
