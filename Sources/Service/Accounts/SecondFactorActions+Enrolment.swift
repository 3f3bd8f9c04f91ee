import Journaling
import Relational
import Rulebook

extension SecondFactorActions {
    /// A key to enrol, and the same sealed for the form: nothing is kept before the app has shown that it works.
    struct Offer: Sendable {
        let key: SecondFactorKey
        let sealed: String
    }

    /// What enrolling led to.
    struct Enrolled: Sendable {
        /// To be shown once and never again.
        let codes: [RecoveryCode]
        /// The session's new token.
        let token: Token
    }

    /// A new key for a person.
    func offer(to identity: Identity) throws -> Offer {
        let key = try SecondFactorKey.new()
        return Offer(key: key, sealed: seal(key, for: identity))
    }

    /// The offer that a form carried; `nil` when it is not one that was made to this person.
    func offer(_ sealed: String, to identity: Identity) -> Offer? {
        guard let bytes = HexText.bytes(sealed), let opened = secrets.vault.open(bytes) else { return nil }
        let account = Array(identity.account.text.utf8)
        guard opened.count == SecondFactorKey.length + account.count, opened.suffix(account.count).elementsEqual(account),
            let key = SecondFactorKey(Array(opened.prefix(SecondFactorKey.length)))
        else { return nil }
        return Offer(key: key, sealed: sealed)
    }

    private func seal(_ key: SecondFactorKey, for identity: Identity) -> String {
        HexText.text(secrets.vault.seal(key.bytes + Array(identity.account.text.utf8)))
    }

    /// Enrols the key of an offer, once the app shows the right code. Other sessions of the person end.
    ///
    /// - Parameter password: the person's, once more; not looked at in a session that began with it a moment ago and
    ///   waits for nothing but this.
    /// - Throws: ``StepPending`` in a session that owes something else; ``SignInNeeded`` in one that has just ended;
    ///   `Refusal` of codes `enrolmentCodeWrong`, `signInFailed`, `signInThrottled`; `RelationalError`.
    func enrol(
        _ offer: Offer, code typed: String, password: String, for identity: Identity, device: Device, at now: Timestamp
    ) async throws -> Enrolled {
        try Self.requireMayEnrol(identity)
        guard let code = OneTimeCode(typed),
            case .accepted(let step) = SecondFactor.judge(code, at: now, lastUsed: nil, mac: offer.key.mac)
        else { throw SecondFactor.enrolmentRefusal(at: SecondFactorForm.code) }
        if identity.pending == nil { try await proof.check(password, of: identity.account, at: now) }
        let codes = newCodes()
        let sealed = secrets.vault.seal(offer.key.bytes)
        let digests = codes.map { secrets.digest($0, of: identity.account) }
        let token = Token()
        try await records.change { change in
            try Self.requireMayEnrol(try SessionStore.standing(identity, in: change.session))
            let actor = JournalFact.Actor(account: identity.account, role: nil)
            try AccountStore.setSecondFactor(sealed, step: step, of: identity.account, at: now, in: change.session)
            try SecondFactorStore.replaceCodes(digests, of: identity.account, in: change.session)
            try SessionStore.revokeAll(of: identity.account, at: now, in: change.session)
            let id = NewID.make(at: now.milliseconds)
            try SessionStore.insert(
                token, id: id, of: identity.account, device: device, pending: nil, at: now, in: change.session)
            change.record(
                JournalFact(.secondFactorEnrolled, in: identity.agency, by: actor, about: identity.account.text, at: now))
            if identity.pending != nil {
                change.record(SignInActions.fact(identity.account, identity.agency, session: id, "faktor-kedua", at: now))
            }
        }
        return Enrolled(codes: codes, token: token)
    }

    /// Whether a session may put a second factor in place. One that owes the code of an earlier one may not: whoever
    /// knows only the password could replace it. Routes ask as well; this is what counts.
    ///
    /// - Throws: ``StepPending``.
    static func requireMayEnrol(_ identity: Identity) throws {
        switch identity.pending {
        case nil: return
        case .enrolment where !identity.hasSecondFactor: return
        case .enrolment: throw StepPending(step: .secondFactor)
        case let step?: throw StepPending(step: step)
        }
    }

    private var proof: PasswordProof { PasswordProof(records: records, secrets: secrets) }

    /// Makes new recovery codes; all old ones stop working.
    ///
    /// - Parameter password: the person's, once more: whoever has a code has the second factor.
    /// - Throws: `Refusal` of codes `signInFailed`, `signInThrottled`; `RelationalError`.
    func renewCodes(for identity: Identity, password: String, at now: Timestamp) async throws -> [RecoveryCode] {
        try await proof.check(password, of: identity.account, at: now)
        let codes = newCodes()
        let digests = codes.map { secrets.digest($0, of: identity.account) }
        try await records.change { change in
            _ = try SessionStore.standing(identity, in: change.session)
            try SecondFactorStore.replaceCodes(digests, of: identity.account, in: change.session)
            change.record(
                JournalFact(
                    .recoveryCodesMade, in: identity.agency, by: JournalFact.Actor(account: identity.account, role: nil),
                    about: identity.account.text, at: now))
        }
        return codes
    }

    /// Takes the second factor away, where no role requires one.
    ///
    /// - Parameter password: the person's, once more.
    /// - Throws: `Refusal` of codes `secondFactorRequired`, `signInFailed`, `signInThrottled`; `RelationalError`.
    func remove(for identity: Identity, password: String, at now: Timestamp) async throws {
        try await proof.check(password, of: identity.account, at: now)
        try await records.change { change in
            _ = try SessionStore.standing(identity, in: change.session)
            let grants = try GrantStore.standing(of: identity.account, in: change.session)
            let requirement = try SecondFactorStore.requirement(for: grants, in: change.session)
            guard !requirement.requires(Caller(identity.account, grants: grants, on: Identity.day(now)).grants) else {
                throw Refusal(
                    .secondFactorRequired, at: "",
                    "Peran Anda mewajibkan faktor kedua, jadi tidak dapat dilepas. Untuk berganti ponsel, pasang yang baru.")
            }
            try AccountStore.setSecondFactor(nil, step: nil, of: identity.account, at: now, in: change.session)
            try SecondFactorStore.replaceCodes([], of: identity.account, in: change.session)
            change.record(
                JournalFact(
                    .secondFactorRemoved, in: identity.agency, by: JournalFact.Actor(account: identity.account, role: nil),
                    about: identity.account.text, at: now))
        }
    }

    private func newCodes() -> [RecoveryCode] {
        (0..<RecoveryCode.sheet).compactMap { _ in RecoveryCode(random: Sodium.random(RecoveryCode.randomBytes)) }
    }
}
