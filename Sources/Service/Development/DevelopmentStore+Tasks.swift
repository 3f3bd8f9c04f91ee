import Relational
import Rulebook

/// What the page after signing in asks for. Each statement is answered by an index and reads no more rows than are asked for.
extension DevelopmentStore {
    /// The open actions and findings of a person until a day, the most urgent first.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(most)
    static func ownWork(
        of person: AccountID, until horizon: Day, most: Int, in session: any ReadSession
    ) throws -> (actions: [DevelopmentTasks.OpenAction], findings: [DevelopmentTasks.OpenFinding]) {
        let actions = try session.rows(
            """
            SELECT a.agency, a.candidacy, a.id, a.target, a.due_day, a.percent, u.name FROM plan_actions a
            JOIN candidacies c ON c.agency = a.agency AND c.id = a.candidacy
            JOIN work_units u ON u.agency = c.agency AND u.id = c.unit
            WHERE a.person = \(person.text) AND a.state IN ('direncanakan', 'berjalan') AND a.due_day <= \(horizon.description)
            AND c.stage IN (\(list: openStages)) ORDER BY a.due_day, a.id LIMIT \(most)
            """)
        let findings = try session.rows(
            """
            SELECT f.agency, f.candidacy, f.follow_up, f.due_day, u.name FROM review_findings f
            JOIN candidacies c ON c.agency = f.agency AND c.id = f.candidacy
            JOIN work_units u ON u.agency = c.agency AND u.id = c.unit
            WHERE f.person = \(person.text) AND f.closed_day IS NULL AND f.due_day <= \(horizon.description)
            AND c.is_open = 1 ORDER BY f.due_day, f.id LIMIT \(most)
            """)
        return (
            try actions.compactMap { row in
                guard let due = Day(try row.text(4)) else { return nil }
                return DevelopmentTasks.OpenAction(
                    place: .action(ActionID(try row.text(2)), CandidacyID(try row.text(1)), of: AgencyID(try row.text(0))),
                    target: try row.text(3), due: due, percent: Int(try row.integer(5)), unit: try row.text(6))
            },
            try findings.compactMap { row in
                guard let due = Day(try row.text(3)) else { return nil }
                return DevelopmentTasks.OpenFinding(
                    place: .reviews(CandidacyID(try row.text(1)), of: AgencyID(try row.text(0))), followUp: try row.text(2), due: due,
                    unit: try row.text(4))
            }
        )
    }

    /// The stages in which a plan is worked on.
    private static var openStages: [String] { Stage.allCases.filter { $0 <= .development }.map(\.rawValue) }

    /// The plans that a person looks after: those of units of which the person is the head or for which they assess, and for assessors of a
    /// whole agency those whose review is due.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(units of the person + most)
    static func oversight(
        of caller: Caller, until horizon: Day, most: Int, in session: any ReadSession
    ) throws -> [DevelopmentTasks.Oversight] {
        var heads: [String: Set<String>] = [:]
        var assessors: [String: Role] = [:]
        var places: [SQL] = []
        for grant in caller.grants {
            switch (grant.role, grant.scope) {
            case (.unitHead, .unit(let unit, in: let agency)):
                heads[agency.text, default: []].insert(unit.text)
                places.append("(p.agency = \(agency.text) AND p.unit = \(unit.text))")
            case (let role, .unit(let unit, in: let agency)) where role.isInternalAssessor:
                assessors["\(agency.text) \(unit.text)"] = role
                places.append("(p.agency = \(agency.text) AND p.unit = \(unit.text))")
            default: break
            }
        }
        var found = places.isEmpty ? [] : try Self.looked(after: places, heads, assessors, by: caller.account, most: most, in: session)
        for grant in caller.grants where grant.role.isInternalAssessor {
            guard case .agency(let agency) = grant.scope else { continue }
            let due = try Self.due(in: agency, as: grant.role, until: horizon, most: most, in: session)
            // Whoever assesses a unit by two roles is told once.
            found += due.filter { plan in !found.contains { $0.candidacy == plan.candidacy && $0.reviewer != nil } }
        }
        return found
    }

    private static func looked(
        after places: [SQL], _ heads: [String: Set<String>], _ assessors: [String: Role], by account: AccountID, most: Int,
        in session: any ReadSession
    ) throws -> [DevelopmentTasks.Oversight] {
        // `CROSS JOIN` keeps SQLite to the order: from the person's units on, whatever else there is in their agencies.
        let scope = places.dropFirst().reduce(places[0]) { "\($0) OR \($1)" }
        return try session.rows(
            """
            SELECT p.agency, p.candidacy, p.unit, u.name, p.next_review, c.stage,
            (SELECT count(*) FROM plan_versions v WHERE v.agency = p.agency AND v.candidacy = p.candidacy AND v.revision = p.revision + 1),
            (SELECT count(*) FROM plan_versions v WHERE v.agency = p.agency AND v.candidacy = p.candidacy AND v.revision = p.revision + 1
            AND v.written_by = \(account.text))
            FROM development_plans p CROSS JOIN candidacies c CROSS JOIN work_units u
            WHERE (\(scope)) AND c.agency = p.agency AND c.id = p.candidacy AND c.is_open = 1 AND c.stage IN (\(list: openStages))
            AND u.agency = p.agency AND u.id = p.unit ORDER BY p.next_review, p.candidacy LIMIT \(most)
            """
        ).map { row in
            let (agency, unit) = (try row.text(0), try row.text(2))
            let isHead = heads[agency]?.contains(unit) ?? false
            let own = try row.integer(7)
            let isDeveloping = try row.text(5) == Stage.development.rawValue
            return DevelopmentTasks.Oversight(
                candidacy: CandidacyID(try row.text(1)), agency: AgencyID(agency), unit: try row.text(3),
                nextReview: isDeveloping ? try row.optionalText(4).flatMap { Day($0) } : nil,
                reviewer: assessors["\(agency) \(unit)"] ?? (isHead ? .unitHead : nil),
                adoptable: isHead && own == 0 ? Int(try row.integer(6)) : 0)
        }
    }

    private static func due(
        in agency: AgencyID, as role: Role, until horizon: Day, most: Int, in session: any ReadSession
    ) throws -> [DevelopmentTasks.Oversight] {
        try session.rows(
            """
            SELECT p.candidacy, u.name, p.next_review FROM development_plans p
            JOIN candidacies c ON c.agency = p.agency AND c.id = p.candidacy AND c.stage = \(Stage.development.rawValue) AND c.is_open = 1
            JOIN work_units u ON u.agency = c.agency AND u.id = c.unit
            WHERE p.agency = \(agency.text) AND p.next_review <= \(horizon.description) ORDER BY p.next_review, p.candidacy LIMIT \(most)
            """
        ).map { row in
            DevelopmentTasks.Oversight(
                candidacy: CandidacyID(try row.text(0)), agency: agency, unit: try row.text(1), nextReview: Day(try row.text(2)),
                reviewer: role, adoptable: 0)
        }
    }
}
