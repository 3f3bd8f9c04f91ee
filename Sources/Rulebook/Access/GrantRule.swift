/// Who gives and takes which role, and which roles one person must not have together.
public enum GrantRule {
    /// How freely somebody may give and take a role.
    public enum Authority: Hashable, Sendable {
        /// By themselves.
        case alone
        /// With a second person of the same standing.
        case withSecond
    }

    /// What having `role` for `own` says about giving or taking `given` for `scope`; `nil` is nothing.
    public static func authority(of role: Role, for own: Scope, over given: Role, for scope: Scope) -> Authority? {
        guard given.scopeKinds.contains(scope.kind), own.contains(scope) else { return nil }
        switch (role, given) {
        case (.agencyAdministrator, .agencyAdministrator), (.agencyAdministrator, .agencyHead): return .withSecond
        case (.agencyAdministrator, .unitMember), (.agencyAdministrator, .unitHead), (.agencyAdministrator, .auditor): return .alone
        case (.agencyAdministrator, _): return given.isInternalAssessor ? .alone : nil
        case (.nationalAdministrator, .nationalAdministrator): return .withSecond
        case (.nationalAdministrator, .nationalReviewer), (.nationalAdministrator, .agencyAdministrator), (.nationalAdministrator, .agencyHead):
            return .alone
        default: return nil
        }
    }

    /// Whether one person must not have both: an assessor or auditor would judge their own work, a national reviewer their own agency.
    public static func conflict(_ one: Grant, _ other: Grant) -> Bool {
        one.sharesADay(with: other) && (excludes(one, other) || excludes(other, one))
    }

    /// Checks that a role may be given.
    ///
    /// - Parameters:
    ///   - new: the role to be given.
    ///   - subject: who gets it.
    ///   - held: every grant the subject has that was not revoked.
    ///   - caller: who gives it.
    ///   - second: who approves, where two people are needed.
    /// - Throws: ``GrantRefusal``
    /// - Complexity: O(held)
    public static func checkGranting(
        _ new: Grant, to subject: AccountID, holding held: [Grant], by caller: Caller, approvedBy second: Caller?
    ) throws(GrantRefusal) {
        guard subject != caller.account else { throw .toSelf }
        guard new.from >= caller.day else { throw .beginsInThePast }
        guard let authority = authority(of: caller, over: new) else { throw .notYours(new.role) }
        for grant in held where grant.sharesADay(with: new) {
            if grant.role == new.role, grant.scope == new.scope { throw .alreadyHeld(new.role) }
            if conflict(grant, new) { throw .conflict(new.role, with: grant.role) }
        }
        try checkSecond(second, needed: authority, over: new, subject: subject, caller: caller)
    }

    /// Checks that a role may be taken, with effect at once. One's own may be given back, by the same rules.
    ///
    /// - Parameters:
    ///   - grant: the role to be taken.
    ///   - subject: who has it.
    ///   - otherAdministrators: open accounts beside the subject's that have the same role for the same scope today. Looked at for
    ///     administrators' roles only.
    ///   - caller: who takes it.
    ///   - second: who approves, where two people are needed.
    /// - Throws: ``GrantRefusal``
    public static func checkRevoking(
        _ grant: Grant, from subject: AccountID, otherAdministrators: Int, by caller: Caller, approvedBy second: Caller?
    ) throws(GrantRefusal) {
        guard !grant.hasEnded(by: caller.day) else { throw .alreadyEnded }
        guard let authority = authority(of: caller, over: grant) else { throw .notYours(grant.role) }
        if grant.role.isAdministrator, grant.isInForce(on: caller.day), otherAdministrators < 1 { throw .lastAdministrator(grant.role) }
        try checkSecond(second, needed: authority, over: grant, subject: subject, caller: caller)
    }

    /// The most that any of the caller's roles says.
    private static func authority(of caller: Caller, over grant: Grant) -> Authority? {
        var found: Authority?
        for own in caller.grants {
            switch authority(of: own.role, for: own.scope, over: grant.role, for: grant.scope) {
            case .alone: return .alone
            case .withSecond: found = .withSecond
            case nil: continue
            }
        }
        return found
    }

    private static func checkSecond(
        _ second: Caller?, needed: Authority, over grant: Grant, subject: AccountID, caller: Caller
    ) throws(GrantRefusal) {
        guard needed == .withSecond else { return }
        guard let second else { throw .needsSecondPerson(grant.role) }
        guard second.account != caller.account, second.account != subject, authority(of: second, over: grant) != nil else {
            throw .secondPersonNotEligible
        }
    }

    /// One direction of the conflict, days left aside.
    private static func excludes(_ one: Grant, _ other: Grant) -> Bool {
        switch one.role {
        case .assessorMember, .assessorController, .assessorLead: other.role.belongsToUnit && one.scope.overlaps(other.scope)
        case .auditor: other.role != .auditor && one.scope.overlaps(other.scope)
        case .nationalReviewer: other.scope.kind != .nation
        default: false
        }
    }
}
