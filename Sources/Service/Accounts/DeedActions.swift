import Journaling
import Relational
import Rulebook

/// Roles, resets and closing: at once where one person may do it, otherwise when a second one agrees.
struct DeedActions: Sendable {
    let records: Records

    /// What came of it.
    enum Result: Sendable {
        case done
        /// A link to hand over; it is not shown again.
        case link(Token)
        /// A second person has to agree first.
        case awaiting
    }

    /// Does it, or asks for a second person.
    ///
    /// - Throws: `Refusal` of code `accessDenied` or of the rule that forbids it; ``PageRefusal/notFound``;
    ///   `RelationalError`.
    func ask(_ deed: Deed, for account: AccountID, by identity: Identity, at now: Timestamp) async throws -> Result {
        let caller = identity.caller(at: now)
        return try await records.change { change in
            let overview = try Self.find(account, at: now, in: change.session)
            do {
                return try Self.carryOut(deed, overview, by: caller, approvedBy: nil, at: now, in: &change)
            } catch is SecondPersonNeeded {
                let actor = try Self.permit(deed, overview, caller)
                let agency = deed.chain ?? overview.listed.agency
                let kept = ApprovalStore.Kept(
                    id: NewID.make(at: now.milliseconds), agency: agency, account: account, deed: deed,
                    requestedBy: caller.account, requestedAt: now)
                try ApprovalStore.insert(kept, in: change.session)
                change.record(
                    JournalFact(.approvalRequested, in: agency, by: actor, about: account.text, kept.content, at: now))
                return .awaiting
            }
        }
    }

    /// Decides on somebody else's request, or takes one's own back.
    ///
    /// - Throws: `Refusal` of code `accessDenied` or of the rule that forbids it; ``PageRefusal/notFound``;
    ///   `RelationalError`.
    func decide(_ id: String, isGranted: Bool, by identity: Identity, at now: Timestamp) async throws -> Result {
        let second = identity.caller(at: now)
        return try await records.change { change in
            guard let kept = try ApprovalStore.find(id, in: change.session) else { throw PageRefusal.notFound }
            let overview = try Self.find(kept.account, at: now, in: change.session)
            let actor = try Self.permit(kept.deed, overview, second)
            if isGranted, case .reset = kept.deed {
                let request = ResetRule.Request(
                    subject: kept.account, requestedBy: kept.requestedBy, requestedAt: kept.requestedAt)
                do throws(ResetRule.ResetRefusal) {
                    try Self.checkApproval(of: request, kept.deed, by: second.account, at: now)
                } catch { throw error.refusal }
            } else if isGranted, now >= kept.requestedAt.adding(seconds: ResetRule.waits) {
                // Who may be the second person for the others is said where they are carried out.
                throw ResetRule.ResetRefusal.tooOld.refusal
            }
            guard try ApprovalStore.decide(kept, isGranted: isGranted, by: second.account, at: now, in: change.session)
            else { throw PageRefusal.notFound }
            // Whoever asked may take the request back, and the journal does not call that a refusal.
            let refused: FactKind = kept.requestedBy == second.account ? .approvalWithdrawn : .approvalDeclined
            change.record(
                JournalFact(
                    isGranted ? .approvalGiven : refused, in: kept.agency, by: actor, about: kept.account.text, kept.content,
                    at: now))
            guard isGranted else { return .done }
            // The first person must still be somebody who may ask for it.
            let grants = try GrantStore.standing(of: kept.requestedBy, in: change.session)
            let first = Caller(kept.requestedBy, grants: grants, on: Identity.day(now))
            return try Self.carryOut(kept.deed, overview, by: first, approvedBy: second, at: now, in: &change)
        }
    }

    /// A reset is never asked for by the person concerned; closing one's account or laying down a role may be, and
    /// then the rule of that deed looks at who is who.
    private static func checkApproval(
        of request: ResetRule.Request, _ deed: Deed, by second: AccountID, at now: Timestamp
    ) throws(ResetRule.ResetRefusal) {
        if request.requestedBy != request.subject { return try ResetRule.checkApproval(of: request, by: second, at: now) }
        if case .reset = deed { throw .ownAccount }
        guard second != request.requestedBy else { throw .approvedByRequester }
        guard now < request.requestedAt.adding(seconds: ResetRule.waits) else { throw .tooOld }
    }

    private static func find(
        _ account: AccountID, at now: Timestamp, in session: any ReadSession
    ) throws -> PersonActions.Overview {
        guard let overview = try PersonActions.overview(account, at: now, in: session) else { throw PageRefusal.notFound }
        return overview
    }

    /// Asks the policy.
    ///
    /// - Throws: `Refusal` of code `accessDenied`.
    static func permit(
        _ deed: Deed, _ overview: PersonActions.Overview, _ caller: Caller
    ) throws(Refusal) -> JournalFact.Actor {
        var capability = deed.capability
        var target = overview.target
        switch deed {
        case .grant(let grant): target = AccessTarget(grant.scope)
        case .revoke(let id):
            if let grant = overview.grants.first(where: { $0.id == id }) { target = AccessTarget(grant.scope) }
        case .close where caller.account == overview.listed.account: capability = .closeOwnAccount
        case .close, .reset: break
        }
        switch AccessPolicy.decide(capability, by: caller, on: target) {
        case .allowedOnOwnAccount: return JournalFact.Actor(account: caller.account, role: nil)
        case .allowed(let grant): return JournalFact.Actor(account: caller.account, role: grant.role)
        case .denied(let reason): throw reason.refusal(capability)
        }
    }
}

/// The rule wants a second person.
struct SecondPersonNeeded: Error {}

extension Deed {
    /// On whose journal it stands, where that follows from the deed.
    var chain: AgencyID? {
        if case .grant(let grant) = self { grant.scope.chain } else { nil }
    }
}

extension ApprovalStore.Kept {
    /// The request as a fact tells it.
    var content: [String: CanonicalValue] {
        ["permintaan": .text(id), "untuk": .text(deed.kind.rawValue), "rincian": .text(deed.request)]
    }
}
