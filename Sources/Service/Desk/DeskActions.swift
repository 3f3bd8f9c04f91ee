import Relational
import Rulebook

/// What waits for a person.
struct DeskActions: Sendable {
    let records: Records
    /// The features that ask things of people; each adds one.
    let providers: [any DeskTaskProvider]

    /// Tasks on one page: what somebody can look through at once. What costs grows with these, not with all tasks there are.
    static let pageLength = 50
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
        let tasks: DeskTaskPage<SitePath>
        /// Which page of the tasks; from 0.
        let page: Int
        let today: Day
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
    /// - Complexity: O(agencies of the person + requests that wait there + tasks up to the end of the page)
    func overview(of identity: Identity, page: Int = 0, at now: Timestamp) async throws -> Overview {
        let caller = identity.caller(at: now)
        let agencies = identity.agencies(at: now)
        let soon = caller.day.adding(days: Self.notice)
        let ending = caller.grants.filter { $0.hasEnded(by: soon) }
        // Nobody pages through more than a few thousand tasks.
        let skip = min(page, 100) * Self.pageLength
        return try await records.read { session in
            let lists = try providers.map { provider in
                try provider.tasks(for: caller, on: caller.day, most: skip + Self.pageLength + 1, in: session)
            }
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
                tasks: DeskTaskPage(lists, skip: skip, most: Self.pageLength), page: skip / Self.pageLength, today: caller.day, waiting: waiting,
                hasSecondFactor: identity.hasSecondFactor,
                codesLeft: try SecondFactorStore.codesLeft(of: identity.account, in: session), ending: ending,
                names: try ScopeNames(ending, in: session), agencies: try AgencyStore.list(agencies, in: session))
        }
    }
}
