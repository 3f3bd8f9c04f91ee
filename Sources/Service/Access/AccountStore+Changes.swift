import Relational
import Rulebook

extension AccountStore {
    /// Keeps a new account that was invited.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when somebody has one of the names already.
    static func insert(
        _ account: AccountID, in agency: AgencyID, _ person: Person, at now: Timestamp, in session: any WriteSession
    ) throws {
        try session.execute(
            """
            INSERT INTO accounts (id, agency, state, created_at)
            VALUES (\(account.text), \(agency.text), \(AccountState.invited.rawValue), \(now.milliseconds))
            """)
        try session.execute(
            """
            INSERT INTO people (account, name, nip, email)
            VALUES (\(account.text), \(person.name), \(person.nip), \(person.email))
            """)
        try SearchIndex.add([SearchIndex.entry(of: account, in: agency, name: person.name)], .person, in: session)
    }

    /// Keeps what is kept of a new password, and makes an invited account active.
    ///
    /// - Throws: `RelationalError`.
    static func setPassword(_ hash: String, of account: AccountID, at now: Timestamp, in session: any WriteSession) throws {
        try session.execute(
            """
            UPDATE accounts SET password = \(hash), password_at = \(now.milliseconds), state = \(AccountState.active.rawValue)
            WHERE id = \(account.text) AND state <> \(AccountState.closed.rawValue)
            """)
    }

    /// Keeps a sealed secret of the second factor, or takes it away.
    ///
    /// - Parameter step: the step whose code showed that the app works.
    /// - Throws: `RelationalError`.
    static func setSecondFactor(
        _ sealed: [UInt8]?, step: Int64?, of account: AccountID, at now: Timestamp, in session: any WriteSession
    ) throws {
        try session.execute(
            """
            UPDATE accounts SET totp_secret = \(sealed), totp_step = \(step),
            totp_at = \(sealed == nil ? Int64?.none : now.milliseconds) WHERE id = \(account.text)
            """)
    }

    /// Notes that a step of the second factor was used; tells whether it was the first time.
    ///
    /// - Throws: `RelationalError`.
    static func useStep(_ step: Int64, of account: AccountID, in session: any WriteSession) throws -> Bool {
        try session.change(
            "UPDATE accounts SET totp_step = \(step) WHERE id = \(account.text) AND coalesce(totp_step, -1) < \(step)") > 0
    }

    /// Replaces the personal data of an account.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when somebody has one of the names already.
    static func correct(_ person: Person, of account: AccountID, in session: any WriteSession) throws {
        try session.execute(
            """
            UPDATE people SET name = \(person.name), nip = \(person.nip), email = \(person.email)
            WHERE account = \(account.text)
            """)
        try SearchIndex.rename(account, to: person.name, in: session)
    }

    /// Closes an account: nobody can sign in with it any more, and what was only good for that is gone (see
    /// `AccountClosing.fate`).
    ///
    /// - Throws: `RelationalError`.
    static func close(_ account: AccountID, at now: Timestamp, in session: any WriteSession) throws {
        try session.execute(
            """
            UPDATE accounts SET state = \(AccountState.closed.rawValue), closed_at = \(now.milliseconds), password = NULL,
            totp_secret = NULL, totp_step = NULL, totp_at = NULL WHERE id = \(account.text)
            """)
        try session.execute("DELETE FROM recovery_codes WHERE account = \(account.text)")
        try session.execute("DELETE FROM one_time_links WHERE account = \(account.text)")
        try SessionStore.forget(of: account, in: session)
    }

    /// Every sign-in name that is known of an account: those it has, and those the journal can still tell.
    ///
    /// - Throws: `RelationalError`.
    static func signInNames(of account: AccountID, in session: any ReadSession) throws -> [String] {
        try session.rows(
            """
            SELECT nip FROM people WHERE account = \(account.text) AND nip IS NOT NULL
            UNION SELECT email FROM people WHERE account = \(account.text) AND email IS NOT NULL
            UNION SELECT value FROM journal_openings WHERE account = \(account.text) AND field IN ('nip', 'surel')
            """
        ).map { try $0.text(0) }
    }

    /// Erases the personal data of an account; what the journal's commitments stood for goes with it.
    ///
    /// - Throws: `RelationalError`.
    static func erase(_ account: AccountID, in session: any WriteSession) throws {
        try SearchIndex.forget(account, in: session)
        try session.execute("DELETE FROM imports WHERE account = \(account.text)")
        try session.execute("DELETE FROM journal_openings WHERE account = \(account.text)")
        try session.execute("DELETE FROM people WHERE account = \(account.text)")
        // The rows stay, so that what was counted is still counted.
        try session.execute("UPDATE employees SET name = NULL, nip = NULL WHERE account = \(account.text)")
        try session.execute("UPDATE working_group_members SET name = NULL, nip = NULL WHERE account = \(account.text)")
    }
}
