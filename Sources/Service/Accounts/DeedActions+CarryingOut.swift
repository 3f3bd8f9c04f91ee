import Journaling
import Relational
import Rulebook

extension DeedActions {
    /// Does it, as far as the rules let these people.
    ///
    /// - Throws: ``SecondPersonNeeded``; `Refusal`; ``PageRefusal/notFound``; `RelationalError`.
    static func carryOut(
        _ deed: Deed, _ overview: PersonActions.Overview, by caller: Caller, approvedBy second: Caller?,
        at now: Timestamp, in change: inout Change
    ) throws -> Result {
        let actor = try permit(deed, overview, caller)
        switch deed {
        case .grant(let grant): return try carryOut(grant, overview, caller, second, actor, now, &change)
        case .revoke(let id):
            guard let grant = overview.grants.first(where: { $0.id == id }) else { throw PageRefusal.notFound }
            return try revoke(grant, overview, caller, second, actor, now, &change)
        case .reset(let kind): return try reset(kind, overview, caller, second, actor, now, &change)
        case .close: return try close(overview, caller, second, actor, now, &change)
        }
    }

    private static func carryOut(
        _ grant: Grant, _ overview: PersonActions.Overview, _ caller: Caller, _ second: Caller?, _ actor: JournalFact.Actor,
        _ now: Timestamp, _ change: inout Change
    ) throws -> Result {
        guard overview.listed.state != .closed else { throw AccountClosing.ClosingRefusal.alreadyClosed.refusal }
        do throws(GrantRefusal) {
            try GrantRule.checkGranting(
                grant, to: overview.listed.account, holding: overview.grants, by: caller, approvedBy: second)
        } catch { throw error.asError }
        if let unit = grant.scope.unit {
            guard let kept = try WorkUnitStore.find(unit, of: grant.scope.chain, in: change.session), kept.closedAt == nil else {
                throw Refusal(
                    .roleScopeMismatch, at: GrantForm.Field.unit,
                    "Unit kerja yang dipilih tidak ada di instansi ini atau sudah ditutup. Pilih unit yang masih berjalan.")
            }
        }
        try GrantStore.insert(grant, to: overview.listed.account, by: caller.account, at: now, in: change.session)
        change.record(
            JournalFact(.roleGranted, in: grant.scope.chain, by: actor, about: overview.listed.account.text, grant.content, at: now))
        return .done
    }

    private static func revoke(
        _ grant: Grant, _ overview: PersonActions.Overview, _ caller: Caller, _ second: Caller?, _ actor: JournalFact.Actor,
        _ now: Timestamp, _ change: inout Change
    ) throws -> Result {
        let others = try otherHolders(of: grant, than: overview.listed.account, on: caller.day, in: change.session)
        do throws(GrantRefusal) {
            try GrantRule.checkRevoking(
                grant, from: overview.listed.account, otherAdministrators: others, by: caller, approvedBy: second)
        } catch { throw error.asError }
        guard try GrantStore.revoke(grant, by: caller.account, at: now, in: change.session) else { throw PageRefusal.notFound }
        change.record(
            JournalFact(.roleRevoked, in: grant.scope.chain, by: actor, about: overview.listed.account.text, grant.content, at: now))
        return .done
    }

    private static func reset(
        _ kind: OneTimeLink.Kind, _ overview: PersonActions.Overview, _ caller: Caller, _ second: Caller?,
        _ actor: JournalFact.Actor, _ now: Timestamp, _ change: inout Change
    ) throws -> Result {
        guard overview.listed.state == .active else { throw AccountClosing.ClosingRefusal.alreadyClosed.refusal }
        let outcome: ResetRule.Outcome
        do throws(ResetRule.ResetRefusal) {
            outcome = try ResetRule.request(
                for: overview.listed.account, holding: overview.grants, by: caller.account, on: caller.day)
        } catch { throw error.refusal }
        if outcome == .awaitApproval, second == nil { throw SecondPersonNeeded() }
        let token = Token()
        try LinkStore.insert(
            token, id: NewID.make(at: now.milliseconds), kind, for: overview.listed.account, by: caller.account, at: now,
            in: change.session)
        change.record(
            JournalFact(
                .linkIssued, in: overview.listed.agency, by: actor, about: overview.listed.account.text,
                ["untuk": .text(kind.rawValue)], at: now))
        return .link(token)
    }

    private static func close(
        _ overview: PersonActions.Overview, _ caller: Caller, _ second: Caller?, _ actor: JournalFact.Actor, _ now: Timestamp,
        _ change: inout Change
    ) throws -> Result {
        let account = overview.listed.account
        var others: [GrantID: Int] = [:]
        for grant in overview.grants {
            others[grant.id] = try otherHolders(of: grant, than: account, on: caller.day, in: change.session)
        }
        do throws(AccountClosing.ClosingRefusal) {
            try AccountClosing.check(
                closing: account, holding: overview.grants, isClosed: overview.listed.state == .closed,
                otherAdministrators: { others[$0.id] ?? 0 }, by: caller.account, approvedBy: second?.account, on: caller.day)
        } catch {
            if error == .needsSecondPerson { throw SecondPersonNeeded() }
            throw error.refusal
        }
        for grant in overview.grants {
            _ = try GrantStore.revoke(grant, by: caller.account, at: now, in: change.session)
        }
        try AccountStore.close(account, at: now, in: change.session)
        change.record(JournalFact(.accountClosed, in: overview.listed.agency, by: actor, about: account.text, at: now))
        return .done
    }

    /// How many open accounts beside this one have the same role for the same scope today.
    private static func otherHolders(
        of grant: Grant, than account: AccountID, on day: Day, in session: any ReadSession
    ) throws -> Int {
        let unit: SQL = grant.scope.unit.map { "g.unit = \($0.text)" } ?? "g.unit IS NULL"
        let row = try session.row(
            """
            SELECT count(DISTINCT g.account) FROM grants g JOIN accounts a ON a.id = g.account
            WHERE g.agency = \(grant.scope.chain.text) AND g.role = \(grant.role.rawValue) AND \(unit)
            AND g.account <> \(account.text) AND g.revoked_at IS NULL AND a.state = \(AccountState.active.rawValue)
            AND g.from_day <= \(day.description) AND (g.until_day IS NULL OR g.until_day >= \(day.description))
            """)
        return Int(try row?.integer(0) ?? 0)
    }
}

extension GrantRefusal {
    /// What to throw: a want of a second person is no refusal yet.
    fileprivate var asError: any Error {
        if case .needsSecondPerson = self { SecondPersonNeeded() } else { refusal }
    }
}
