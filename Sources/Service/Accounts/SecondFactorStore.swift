import Relational
import Rulebook

/// What the database holds of second factors beside the keys themselves.
enum SecondFactorStore {
    /// Which roles need a second factor, as far as it matters to these grants.
    ///
    /// - Throws: `RelationalError`.
    static func requirement(for grants: [Grant], in session: any ReadSession) throws -> SecondFactorRequirement {
        var byAgency: [AgencyID: Set<Role>] = [:]
        for agency in Set(grants.map(\.scope.chain)).union([.nation]) {
            byAgency[agency] = try AgencyStore.find(agency, in: session)?.secondFactorRoles
        }
        return SecondFactorRequirement(nationwide: byAgency[.nation] ?? [], byAgency: byAgency)
    }

    /// Replaces the recovery codes of an account.
    ///
    /// - Throws: `RelationalError`.
    static func replaceCodes(_ digests: [[UInt8]], of account: AccountID, in session: any WriteSession) throws {
        try session.execute("DELETE FROM recovery_codes WHERE account = \(account.text)")
        for digest in digests {
            try session.execute("INSERT INTO recovery_codes (account, code) VALUES (\(account.text), \(digest))")
        }
    }

    /// Uses a recovery code up; tells how many are left, `nil` when it was no unused code.
    ///
    /// - Throws: `RelationalError`.
    static func useCode(
        _ digest: [UInt8], of account: AccountID, at now: Timestamp, in session: any WriteSession
    ) throws -> Int? {
        let used = try session.change(
            """
            UPDATE recovery_codes SET used_at = \(now.milliseconds)
            WHERE account = \(account.text) AND code = \(digest) AND used_at IS NULL
            """)
        return used > 0 ? try codesLeft(of: account, in: session) : nil
    }

    /// How many recovery codes of an account are unused.
    ///
    /// - Throws: `RelationalError`.
    static func codesLeft(of account: AccountID, in session: any ReadSession) throws -> Int {
        let row = try session.row(
            "SELECT count(*) FROM recovery_codes WHERE account = \(account.text) AND used_at IS NULL")
        return Int(try row?.integer(0) ?? 0)
    }
}
