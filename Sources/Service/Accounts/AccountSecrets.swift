import Rulebook

/// What accounts need beside the database: the hasher of passwords, the vault of second factors, and the rules.
struct AccountSecrets: Sendable {
    let hasher: PasswordHasher
    let vault: Vault
    let passwords: PasswordPolicy
    var throttle = SignInThrottle.standard

    /// Whether a password is the one that a hash was made of; costs one computation, whatever there is.
    ///
    /// - Throws: `CancellationError` when the server stops.
    func matches(_ password: String, _ hash: String?) async throws -> Bool {
        // An endless password would be an endless piece of work.
        try await hasher.matches(password.utf8.count <= PasswordPolicy.longest * 4 ? password : "", hash)
    }

    /// Reads a second factor's key out of the vault; `nil` when there is none or it cannot be opened.
    func key(_ sealed: [UInt8]?) -> SecondFactorKey? {
        sealed.flatMap(vault.open).flatMap { SecondFactorKey($0) }
    }

    /// What is kept of a recovery code of an account.
    func digest(_ code: RecoveryCode, of account: AccountID) -> [UInt8] {
        vault.digest("pemulihan/\(account.text)/\(code.key)")
    }
}
