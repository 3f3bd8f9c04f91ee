import Rulebook

/// What somebody may do with an account; for what its page offers. The actions decide again.
struct PersonOffer {
    let overview: PersonActions.Overview
    let visitor: Visitor

    private var caller: Caller? { visitor.identity?.caller(at: visitor.now) }
    private var isOpen: Bool { overview.listed.state != .closed }
    private var isOwn: Bool { visitor.identity?.account == overview.listed.account }

    private func isPermitted(_ deed: Deed) -> Bool {
        guard let caller, visitor.identity?.pending == nil else { return false }
        return (try? DeedActions.permit(deed, overview, caller)) != nil
    }

    /// The roles that may be given from the page of an agency; empty when none may.
    func roles(in agency: AgencyID) -> [Role] {
        guard let caller, isOpen, !isOwn, visitor.may(.grantRole, on: agency.target) else { return [] }
        // What holds for one unit holds for all of the agency, and for one other agency for all others.
        var scopes = [agency.scope, Scope(chain: agency, unit: WorkUnitID(""))]
        if mayGrantElsewhere { scopes += [.nation, .agency(AgencyID(""))] }
        return Role.allCases.filter { role in scopes.contains { authority(caller, role, $0) } }
    }

    /// Whether a role may be given for any agency, so that the form asks for which. Only the nation may: whoever
    /// administers several agencies finds people on the pages of each.
    var mayGrantElsewhere: Bool { visitor.may(.grantRole, on: .nation) }

    private func authority(_ caller: Caller, _ role: Role, _ scope: Scope) -> Bool {
        caller.grants.contains { GrantRule.authority(of: $0.role, for: $0.scope, over: role, for: scope) != nil }
    }

    func mayRevoke(_ grant: Grant) -> Bool {
        guard let caller, !grant.hasEnded(by: caller.day), isPermitted(.revoke(grant.id)) else { return false }
        return authority(caller, grant.role, grant.scope)
    }

    var mayReset: Bool { overview.listed.state == .active && !isOwn && isPermitted(.reset(.passwordReset)) }

    var mayCorrect: Bool { overview.listed.person != nil && visitor.may(.correctAccount, on: overview.target) }

    var mayEndSessions: Bool { overview.listed.state == .active && visitor.may(.endSessions, on: overview.target) }

    var mayWithdrawLinks: Bool { visitor.may(.issueResetLink, on: overview.target) }

    var mayInviteAgain: Bool {
        overview.listed.state == .invited && visitor.may(.inviteAccount, on: overview.listed.agency.target)
    }

    var mayClose: Bool { isOpen && isPermitted(.close) }

    var mayErase: Bool {
        !isOpen && overview.listed.person != nil && visitor.may(.closeAccount, on: overview.target)
    }

    /// Whether the person may be the second one: neither who asked nor whom it is about.
    func mayApprove(_ kept: ApprovalStore.Kept) -> Bool {
        !isOwn && visitor.identity?.account != kept.requestedBy && isPermitted(kept.deed)
    }

    /// Whoever asked may take it back.
    func mayDecline(_ kept: ApprovalStore.Kept) -> Bool { isPermitted(kept.deed) }
}
