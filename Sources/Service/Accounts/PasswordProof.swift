import Relational
import Rulebook

/// Asks somebody who is signed in for the password once more, before what a session that was left open or stolen must
/// not be enough for.
struct PasswordProof: Sendable {
    let records: Records
    let secrets: AccountSecrets

    /// Makes sure that the password is right. Wrong ones are counted and slowed down as at sign-in.
    ///
    /// - Throws: `Refusal` of codes `signInFailed` (at ``PasswordForm/Field/current``), `signInThrottled`;
    ///   `RelationalError`.
    func check(_ typed: String, of account: AccountID, at now: Timestamp) async throws {
        let keys = FailureKeys.password(of: account, secrets.vault)
        let (credentials, counters) = try await records.read { [secrets] session in
            (try AccountStore.credentials(of: account, in: session), try keys.counters(secrets.throttle, at: now, in: session))
        }
        if case .wait(let until) = secrets.throttle.decide(counters, at: now) {
            throw SignInFailure.throttled(until: until, at: now)
        }
        if try await secrets.matches(typed, credentials?.password) { return }
        try await records.change { try keys.count(at: now, in: $0.session) }
        throw Refusal(
            .signInFailed, at: PasswordForm.Field.current, "Kata sandi yang sekarang tidak cocok. Periksa, lalu ketik lagi.")
    }
}
