import Journaling
import Relational
import Rulebook

/// What one-time links lead to: the first account, an invitation, a new password.
struct LinkActions: Sendable {
    let records: Records
    let secrets: AccountSecrets

    /// What a link is good for, before it is used.
    struct Opened: Sendable {
        let token: Token
        let kind: OneTimeLink.Kind
        /// Whose; `nil` for the first account.
        let person: AccountStore.Person?
    }

    /// Looks at a link without using it.
    ///
    /// - Throws: `Refusal` of code `linkInvalid`; `RelationalError`.
    func look(at text: String, now: Timestamp) async throws -> Opened {
        guard let token = Token(text) else { throw OneTimeLink.refusal }
        return try await records.read { session in
            guard let kept = try LinkStore.find(token, in: session), kept.link.state(at: now) == .unused else {
                throw OneTimeLink.refusal
            }
            let listed = try kept.account.flatMap { try AccountStore.find($0, in: session) }
            guard kept.account == nil || listed?.person != nil && listed?.state != .closed else { throw OneTimeLink.refusal }
            return Opened(token: token, kind: kept.link.kind, person: listed?.person)
        }
    }

    /// Uses a link to choose a password: accepts an invitation or replaces a forgotten one. All sessions of the
    /// account end; signing in is a step of its own, so that a link alone opens nothing that a second factor guards.
    ///
    /// - Throws: `Refusal` of code `linkInvalid`, or of the password; `RelationalError`.
    func choosePassword(_ form: PasswordForm, with opened: Opened, at now: Timestamp) async throws {
        guard let person = opened.person else { throw OneTimeLink.refusal }
        let password = try form.parse(secrets.passwords, for: person)
        let hash = try await secrets.hasher.hash(password)
        try await records.change { change in
            guard let kept = try LinkStore.find(opened.token, in: change.session), let account = kept.account,
                let listed = try AccountStore.find(account, in: change.session), listed.state != .closed,
                try LinkStore.use(opened.token, at: now, in: change.session)
            else { throw OneTimeLink.refusal }
            let actor = JournalFact.Actor(account: account, role: nil)
            try AccountStore.setPassword(hash, of: account, at: now, in: change.session)
            try SessionStore.revokeAll(of: account, at: now, in: change.session)
            change.record(
                JournalFact(
                    kept.link.kind == .invitation ? .accountActivated : .passwordChanged, in: listed.agency, by: actor,
                    about: account.text, ["lewat": .text(kept.link.kind.rawValue)], at: now))
            if kept.link.kind == .secondFactorReset {
                try AccountStore.setSecondFactor(nil, step: nil, of: account, at: now, in: change.session)
                try SecondFactorStore.replaceCodes([], of: account, in: change.session)
                change.record(JournalFact(.secondFactorRemoved, in: listed.agency, by: actor, about: account.text, at: now))
            }
        }
    }

    /// Uses the set-up link: makes the first administrator of the nation.
    ///
    /// - Throws: `Refusal` of code `linkInvalid`, or of what was typed; `RelationalError`.
    func setUp(_ form: SetUpForm, with opened: Opened, at now: Timestamp) async throws {
        guard opened.kind == .setUp else { throw OneTimeLink.refusal }
        let parsed = try form.parse(secrets.passwords)
        let hash = try await secrets.hasher.hash(parsed.password)
        try await PersonActions.refusingTakenNames {
            try await records.change { change in
                guard try LinkStore.use(opened.token, at: now, in: change.session) else { throw OneTimeLink.refusal }
                try FirstAccount.insert(parsed.person, password: hash, at: now, in: &change)
            }
        }
    }
}

/// The account without which nobody could be invited.
enum FirstAccount {
    /// Whether somebody administers the nation.
    ///
    /// - Throws: `RelationalError`.
    static func isThere(in session: any ReadSession) throws -> Bool {
        try session.row(
            """
            SELECT 1 FROM grants WHERE agency = \(AgencyID.nation.text) AND role = \(Role.nationalAdministrator.rawValue)
            AND revoked_at IS NULL LIMIT 1
            """) != nil
    }

    /// Makes an administrator of the nation who may sign in at once.
    ///
    /// - Throws: `RelationalError`, of kind `unique` when somebody has one of the names already.
    static func insert(
        _ person: AccountStore.Person, password hash: String, at now: Timestamp, in change: inout Change
    ) throws {
        let account = AccountID(NewID.make(at: now.milliseconds))
        try AccountStore.insert(account, in: .nation, person, at: now, in: change.session)
        try AccountStore.setPassword(hash, of: account, at: now, in: change.session)
        let grant = try Grant(
            id: GrantID(NewID.make(at: now.milliseconds)), role: .nationalAdministrator, scope: .nation,
            from: Identity.day(now))
        try GrantStore.insert(grant, to: account, by: nil, at: now, in: change.session)
        change.record(
            JournalFact(
                .accountActivated, in: .nation, by: .system, about: account.text, ["lewat": "penyiapan"],
                personal: person.personal(of: account), at: now))
        change.record(JournalFact(.roleGranted, in: .nation, by: .system, about: account.text, grant.content, at: now))
    }
}

extension AccountStore.Person {
    /// The personal data as it goes beside a fact.
    func personal(of account: AccountID) -> [JournalFact.Personal] {
        [("nama", name), ("nip", nip), ("surel", email)].compactMap { field, value in
            value.map { JournalFact.Personal(field: field, account: account, value: $0) }
        }
    }

    /// The name under which common words in a password are looked for, and the person's sign-in name.
    var signInName: SignInName? { (nip ?? email).flatMap { try? SignInName($0) } }
}

extension Grant {
    /// The grant as a fact tells it.
    var content: [String: CanonicalValue] {
        [
            "peran": .text(role.rawValue), "unit": scope.unit.map { .text($0.text) } ?? .null,
            "mulai": .text(from.description), "sampai": until.map { .text($0.description) } ?? .null,
            "pemberian": .text(id.text),
        ]
    }
}
