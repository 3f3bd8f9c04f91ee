import Journaling
import Relational
import Rulebook

/// The second factor: giving it at sign-in, enrolling it, taking it away.
struct SecondFactorActions: Sendable {
    let records: Records
    let secrets: AccountSecrets

    /// Completes a sign-in with the code of the app, or with a recovery code. The session gets a new token, so that
    /// one somebody saw before is worth nothing.
    ///
    /// - Throws: `Refusal` of codes `signInFailed`, `signInThrottled`; `RelationalError`.
    func complete(
        _ typed: String, for identity: Identity, device: Device, address: String, at now: Timestamp
    ) async throws -> Token {
        let keys = FailureKeys.code(of: identity.account, from: address, secrets.vault)
        let account = identity.account
        let (credentials, counters) = try await records.read { [secrets] session in
            (try AccountStore.credentials(of: account, in: session), try keys.counters(secrets.throttle, at: now, in: session))
        }
        if case .wait(let until) = secrets.throttle.decide(counters, at: now) {
            throw SignInFailure.throttled(until: until, at: now)
        }
        let way = credentials.flatMap { self.way(typed, $0, at: now) }
        let token = Token()
        let isDone = try await records.change { change in
            guard let way, try Self.use(way, of: account, agency: identity.agency, at: now, in: &change) else {
                try keys.count(at: now, in: change.session)
                return false
            }
            try keys.forgive(in: change.session)
            _ = try SessionStore.revoke(identity.session, of: account, at: now, in: change.session)
            let id = NewID.make(at: now.milliseconds)
            try SessionStore.insert(token, id: id, of: account, device: device, pending: nil, at: now, in: change.session)
            change.record(SignInActions.fact(account, identity.agency, session: id, way.word, at: now))
            return true
        }
        guard isDone else { throw SignInFailure.wrongCode.refusal }
        return token
    }

    /// How the second factor was given.
    private enum Way: Sendable {
        case app(step: Int64)
        case recovery(digest: [UInt8])

        var word: String {
            switch self {
            case .app: "faktor-kedua"
            case .recovery: "kode-pemulihan"
            }
        }
    }

    private func way(_ typed: String, _ credentials: AccountStore.Credentials, at now: Timestamp) -> Way? {
        if let code = OneTimeCode(typed), let key = secrets.key(credentials.secret) {
            guard
                case .accepted(let step) = SecondFactor.judge(
                    code, at: now, lastUsed: credentials.step, mac: key.mac)
            else { return nil }
            return .app(step: step)
        }
        return RecoveryCode(typed).map { .recovery(digest: secrets.digest($0, of: credentials.account)) }
    }

    private static func use(
        _ way: Way, of account: AccountID, agency: AgencyID, at now: Timestamp, in change: inout Change
    ) throws -> Bool {
        switch way {
        case .app(let step):
            return try AccountStore.useStep(step, of: account, in: change.session)
        case .recovery(let digest):
            guard let left = try SecondFactorStore.useCode(digest, of: account, at: now, in: change.session) else { return false }
            change.record(
                JournalFact(
                    .recoveryCodeUsed, in: agency, by: JournalFact.Actor(account: account, role: nil), about: account.text,
                    ["sisa": .integer(left)], at: now))
            return true
        }
    }
}
