import Rulebook

/// What accounts need beside the database: the hasher of passwords, the vault of second factors, and the rules.
struct AccountSecrets: Sendable {
    let hasher: PasswordHasher
    let vault: Vault
    let passwords: PasswordPolicy
    var throttle = SignInThrottle.standard

    /// Reads a second factor's key out of the vault; `nil` when there is none or it cannot be opened.
    func key(_ sealed: [UInt8]?) -> SecondFactorKey? {
        sealed.flatMap(vault.open).flatMap { SecondFactorKey($0) }
    }

    /// What is kept of a recovery code of an account.
    func digest(_ code: RecoveryCode, of account: AccountID) -> [UInt8] {
        vault.digest("pemulihan/\(account.text)/\(code.key)")
    }
}
