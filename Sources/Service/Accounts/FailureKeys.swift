import Relational
import Rulebook

/// Under what failures are counted: digests, so that neither names nor addresses can be read in the database.
struct FailureKeys: Sendable {
    /// Of what was typed as a name, or of an account.
    let account: [UInt8]
    /// Of where it came from.
    let address: [UInt8]

    /// Of a sign-in with a name as it was typed. A text that is no name is counted as well, under a key of its own.
    static func signIn(_ typed: String, from address: String, _ vault: Vault) -> FailureKeys {
        FailureKeys(account: name(typed, vault), address: vault.digest("alamat/\(address)"))
    }

    /// Of the second factor at sign-in.
    static func code(of account: AccountID, from address: String, _ vault: Vault) -> FailureKeys {
        FailureKeys(account: vault.digest("kode/\(account.text)"), address: vault.digest("alamat/\(address)"))
    }

    /// Of the password that is asked for again of somebody who is signed in: guessing it is not slowed down by address.
    static func password(of account: AccountID, _ vault: Vault) -> FailureKeys {
        FailureKeys(
            account: vault.digest("sandi/\(account.text)"), address: vault.digest("sandi-akun/\(account.text)"))
    }

    /// Every key that stands for an account or for one of its sign-in names. What is counted by address names nobody.
    static func every(of account: AccountID, names: [String], _ vault: Vault) -> [[UInt8]] {
        let password = password(of: account, vault)
        return names.map { name($0, vault) } + [
            vault.digest("kode/\(account.text)"), password.account, password.address,
        ]
    }

    private static func name(_ typed: String, _ vault: Vault) -> [UInt8] {
        vault.digest("nama/\((try? SignInName(typed))?.key ?? typed)")
    }

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
