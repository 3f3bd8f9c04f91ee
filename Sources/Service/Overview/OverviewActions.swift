import Relational
import Rulebook

/// What people see of how far units have come.
struct OverviewActions: Sendable {
    let records: Records
    let programmes: PreparedProgrammes

    /// Rows of a list on one page.
    static let pageLength = 50
    /// Rows of what somebody has to look at; who has more than that needs no longer list.
    static let mostAtRisk = 20
    /// How many days before its end the term of a designation is shown.
    static let notice = 180

    /// An agency with its candidacies.
    struct AgencyView: Sendable {
        let agency: AgencyStore.Kept
        let counts: [Stage: Int]
        let atRisk: [CandidacyStore.Listed]
        /// One more than is shown when there is a next page.
        let rows: [CandidacyStore.Listed]
        let stage: Stage?
        let deadline: Deadline?
        let today: Day
    }

    /// Until when nominations are taken.
    struct Deadline: Hashable, Sendable {
        let day: Day
        /// The regulation in words, and the letter that announced another day, if one did.
        let source: String
        let programme: ProgrammeID
    }

    /// How far the units of an agency have come.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; ``PageRefusal/notFound``; `RelationalError`.
    func agency(_ id: AgencyID, stage: Stage?, page: Int, by identity: Identity, at now: Timestamp) async throws -> AgencyView {
        try identity.require(.listCandidacies, on: id.target, at: now)
        let (programmes, today) = (programmes, Identity.day(now))
        return try await records.read { session in
            guard let agency = try AgencyStore.find(id, in: session) else { throw PageRefusal.notFound }
            return AgencyView(
                agency: agency, counts: try CandidacyStore.counts(in: id, in: session),
                atRisk: try OverviewStore.atRisk(
                    in: id, endingBy: today.adding(days: Self.notice), from: today, most: Self.mostAtRisk, in: session),
                rows: try CandidacyStore.list(in: id, stage: stage, skip: page * Self.pageLength, most: Self.pageLength + 1, in: session),
                stage: stage, deadline: try Self.deadline(after: today, programmes, in: session), today: today)
        }
    }

    /// The next last day of nomination: of this year, or of the next one when that is over.
    private static func deadline(after today: Day, _ programmes: PreparedProgrammes, in session: any ReadSession) throws -> Deadline? {
        let year = today.date.year
        for year in [year, year + 1] {
            guard let rules = programmes.rules(inForceIn: year) else { continue }
            let announced = try AnnouncementStore.deadline(of: rules.id, in: year, session)
            guard let day = announced?.day ?? rules.lastDay(ofNominationIn: year), day >= today else { continue }
            return Deadline(day: day, source: announced.map { "\(rules.name); \($0.source)" } ?? rules.name, programme: rules.id)
        }
        return nil
    }

    /// All agencies with what is counted in each; one more than is shown when there is a next page.
    ///
    /// - Throws: `Refusal` of code `accessDenied`; `RelationalError`.
    func nation(page: Int, by identity: Identity, at now: Timestamp) async throws -> [OverviewStore.AgencyRow] {
        try identity.require(.seeNationalOverview, on: .nation, at: now)
        return try await records.read {
            try OverviewStore.nation(on: Identity.day(now), skip: page * Self.pageLength, most: Self.pageLength + 1, in: $0)
        }
    }
}
