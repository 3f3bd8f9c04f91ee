import Relational
import Rulebook

/// What waits for a person.
struct DeskActions: Sendable {
    let records: Records

    /// Days before the end of a role on which its holder is told.
    static let notice = 30
    /// Recovery codes left at which a person is told to make new ones.
    static let fewCodes = 3

    /// A request that this person may decide.
    struct Waiting: Sendable {
        let kept: ApprovalStore.Kept
        /// The agency on whose pages the account stands.
        let home: AgencyID
        /// Whose account it is about; `nil` once the personal data was erased.
        let subject: String?
        let requester: String?
    }

    /// What the page shows.
    struct Overview: Sendable {
        let waiting: [Waiting]
        let hasSecondFactor: Bool
        let codesLeft: Int
        /// The roles in force that end soon.
        let ending: [Grant]
        let names: ScopeNames
        let agencies: [AgencyStore.Kept]
    }

    /// Looks up what waits for a person.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(agencies of the person + requests that wait there)
    func overview(of identity: Identity, at now: Timestamp) async throws -> Overview {
        let caller = identity.caller(at: now)
        let agencies = identity.agencies(at: now)
        let soon = caller.day.adding(days: Self.notice)
        let ending = caller.grants.filter { $0.hasEnded(by: soon) }
        return try await records.read { session in
            var waiting: [Waiting] = []
            for agency in agencies {
                let since = now.adding(seconds: -ResetRule.waits)
                for kept in try ApprovalStore.open(in: agency, since: since, in: session) {
                    guard kept.requestedBy != caller.account, kept.account != caller.account,
                        let overview = try PersonActions.overview(kept.account, at: now, in: session),
                        (try? DeedActions.permit(kept.deed, overview, caller)) != nil
                    else { continue }
                    let requester = try AccountStore.find(kept.requestedBy, in: session)?.person?.name
                    waiting.append(
                        Waiting(
                            kept: kept, home: overview.listed.agency, subject: overview.listed.person?.name, requester: requester))
                }
            }
            return Overview(
                waiting: waiting, hasSecondFactor: identity.hasSecondFactor,
                codesLeft: try SecondFactorStore.codesLeft(of: identity.account, in: session), ending: ending,
                names: try ScopeNames(ending, in: session), agencies: try AgencyStore.list(agencies, in: session))
        }
    }
}
