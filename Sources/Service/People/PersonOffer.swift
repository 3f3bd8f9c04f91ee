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

    /// The roles that may be given in an agency; empty when none may.
    func roles(in agency: AgencyID) -> [Role] {
        guard let caller, isOpen, !isOwn, visitor.may(.grantRole, on: agency.target) else { return [] }
        return Role.allCases.filter { role in
            // What holds for one unit holds for all of the agency.
            [agency.scope, Scope(chain: agency, unit: WorkUnitID(""))].contains { authority(caller, role, $0) }
        }
    }

    private func authority(_ caller: Caller, _ role: Role, _ scope: Scope) -> Bool {
        caller.grants.contains { GrantRule.authority(of: $0.role, for: $0.scope, over: role, for: scope) != nil }
    }

    func mayRevoke(_ grant: Grant) -> Bool {
        guard let caller, !grant.hasEnded(by: caller.day), isPermitted(.revoke(grant.id)) else { return false }
        return authority(caller, grant.role, grant.scope)
    }

    var mayReset: Bool { overview.listed.state == .active && !isOwn && isPermitted(.reset(.passwordReset)) }

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
