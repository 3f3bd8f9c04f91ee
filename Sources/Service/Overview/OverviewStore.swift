import Relational
import Rulebook

/// How far units have come, counted and listed across features. Each statement reads what one page shows.
enum OverviewStore {
    /// An agency with its candidacies by stage and its designations in force.
    struct AgencyRow: Hashable, Sendable {
        let agency: AgencyStore.Kept
        let stages: [Stage: Int]
        let awarded: [Designation: Int]
    }

    /// The candidacies of an agency that somebody has to look at, the longest waiting first, and designations whose term ends by a day.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(most)
    static func atRisk(in agency: AgencyID, endingBy day: Day, from today: Day, most: Int, in session: any ReadSession) throws -> [CandidacyStore.Listed] {
        let ids =
            try session.rows(
                """
                SELECT id FROM candidacies WHERE agency = \(agency.text) AND needs_attention IS NOT NULL ORDER BY stage_since, id LIMIT \(most)
                """
            )
            + session.rows(
                """
                SELECT id FROM candidacies WHERE agency = \(agency.text) AND valid_until IS NOT NULL AND valid_until >= \(today.description)
                AND valid_until <= \(day.description) ORDER BY valid_until, id LIMIT \(most)
                """)
        return try ids.reduce(into: [CandidacyStore.Listed]()) { listed, row in
            let id = CandidacyID(try row.text(0))
            guard listed.count < most, !listed.contains(where: { $0.candidacy.id == id }),
                let candidacy = try CandidacyStore.find(id, of: agency, in: session), candidacy.needsAttention != nil || candidacy.isInForce(on: today)
            else { return }
            listed.append(
                CandidacyStore.Listed(candidacy: candidacy, unitName: try WorkUnitStore.find(candidacy.unit, of: agency, in: session)?.name ?? ""))
        }
    }

    /// A page of all agencies in the order of names with what is counted in each.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(candidacies of the agencies on the page)
    static func nation(on today: Day, skip: Int, most: Int, in session: any ReadSession) throws -> [AgencyRow] {
        let agencies = try AgencyStore.list(skip: skip, most: most, in: session)
        let ids = agencies.map(\.id.text)
        var stages: [AgencyID: [Stage: Int]] = [:]
        for row in try session.rows("SELECT agency, stage, count(*) FROM candidacies WHERE agency IN (\(list: ids)) GROUP BY agency, stage") {
            guard let stage = Stage(rawValue: try row.text(1)) else { continue }
            stages[AgencyID(try row.text(0)), default: [:]][stage] = Int(try row.integer(2))
        }
        let states = CandidacyState.Kind.allCases.filter(\.isAwarded).map(\.rawValue)
        var awarded: [AgencyID: [Designation: Int]] = [:]
        for row in try session.rows(
            """
            SELECT agency, designation, count(*) FROM candidacies WHERE agency IN (\(list: ids)) AND stage = \(Stage.award.rawValue)
            AND state IN (\(list: states)) AND (valid_until IS NULL OR valid_until >= \(today.description)) GROUP BY agency, designation
            """)
        {
            guard let designation = Designation(rawValue: try row.text(1)) else { continue }
            awarded[AgencyID(try row.text(0)), default: [:]][designation] = Int(try row.integer(2))
        }
        return agencies.map { AgencyRow(agency: $0, stages: stages[$0.id] ?? [:], awarded: awarded[$0.id] ?? [:]) }
    }
}
