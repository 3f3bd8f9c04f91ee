import Rulebook

extension Identity {
    /// The day on which roles are looked at. Western Indonesian time, the same for everybody, so that two servers
    /// and two agencies agree on when a role ends.
    static func day(_ now: Timestamp) -> Day { Day(of: now, in: .wib) }

    /// The person with the roles in force.
    func caller(at now: Timestamp) -> Caller {
        Caller(account, grants: grants, on: Self.day(now))
    }

    /// Whether the person may do something; for what a page offers.
    func may(_ capability: Capability, on target: AccessTarget, at now: Timestamp) -> Bool {
        pending == nil && AccessPolicy.decide(capability, by: caller(at: now), on: target).isAllowed
    }

    /// Makes sure that the person may do something, and tells in what role it is done.
    ///
    /// - Throws: `Refusal` of code `accessDenied`.
    @discardableResult
    func require(
        _ capability: Capability, on target: AccessTarget, at now: Timestamp
    ) throws(Refusal) -> JournalFact.Actor {
        switch AccessPolicy.decide(capability, by: caller(at: now), on: target) {
        case .allowedOnOwnAccount: return JournalFact.Actor(account: account, role: nil)
        case .allowed(let grant): return JournalFact.Actor(account: account, role: grant.role)
        case .denied(let reason): throw reason.refusal(capability)
        }
    }

    /// The agencies in which the person has a role today, and the one the account belongs to.
    func agencies(at now: Timestamp) -> [AgencyID] {
        var seen: [AgencyID] = []
        for agency in [agency] + caller(at: now).grants.map(\.scope.chain) where !seen.contains(agency) {
            seen.append(agency)
        }
        return seen
    }
}
