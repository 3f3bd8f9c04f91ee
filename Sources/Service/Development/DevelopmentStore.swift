import Relational
import Rulebook

/// Plans with their actions in the database.
enum DevelopmentStore {
    /// What is kept of the development of a unit beside its actions and reviews.
    struct Plan: Hashable, Sendable {
        let agency: AgencyID
        let candidacy: CandidacyID
        let unit: WorkUnitID
        /// Months between two reviews.
        var months: Int
        /// How often the plan was adopted.
        var revision: Int
        /// When the next review is due; `nil` before the unit was appointed.
        var nextReview: Day?
    }

    /// An action as it was kept.
    struct KeptAction: Hashable, Sendable {
        var action: PlannedAction
        /// Counts the changes of what is planned.
        var version: Int
        /// What was said with the last progress.
        var note: String
    }

    /// The plan of a candidacy; `nil` before its first change.
    ///
    /// - Throws: `RelationalError`.
    static func plan(of candidacy: CandidacyID, of agency: AgencyID, in session: any ReadSession) throws -> Plan? {
        try session.row(
            """
            SELECT unit, review_months, revision, next_review FROM development_plans
            WHERE agency = \(agency.text) AND candidacy = \(candidacy.text)
            """
        ).map { row in
            Plan(
                agency: agency, candidacy: candidacy, unit: WorkUnitID(try row.text(0)), months: Int(try row.integer(1)),
                revision: Int(try row.integer(2)), nextReview: try row.optionalText(3).flatMap { Day($0) })
        }
    }

    /// The day on which the unit was appointed the first time; `nil` before.
    ///
    /// - Throws: `RelationalError`.
    static func appointed(_ candidacy: CandidacyID, of agency: AgencyID, in session: any ReadSession) throws -> Day? {
        try session.row(
            """
            SELECT min(day) FROM candidacy_moves WHERE agency = \(agency.text) AND candidacy = \(candidacy.text)
            AND to_state = \(CandidacyState.Kind.developing.rawValue)
            """
        ).flatMap { try $0.optionalText(0) }.flatMap { Day($0) }
    }

    private static let columns: SQL =
        """
        id, version, area, items, target, person, start_day, due_day, state, percent, done_day, dropped_because, evidence, note
        """

    /// The actions of a plan by area, start and due day.
    ///
    /// - Throws: `RelationalError`, of kind `damaged` when an action cannot be read.
    /// - Complexity: O(actions), which ``ActionPlan/mostActions`` bounds
    static func actions(of candidacy: CandidacyID, of agency: AgencyID, in session: any ReadSession) throws -> [KeptAction] {
        try session.rows(
            """
            SELECT \(columns) FROM plan_actions WHERE agency = \(agency.text) AND candidacy = \(candidacy.text)
            ORDER BY CASE WHEN area = 0 THEN 100 ELSE area END, start_day, due_day, id LIMIT \(ActionPlan.mostActions)
            """
        ).map(kept)
    }

    /// One action; `nil` when there is none.
    ///
    /// - Throws: `RelationalError`.
    static func action(
        _ action: ActionID, of candidacy: CandidacyID, of agency: AgencyID, in session: any ReadSession
    ) throws -> KeptAction? {
        try session.row(
            """
            SELECT \(columns) FROM plan_actions WHERE agency = \(agency.text) AND candidacy = \(candidacy.text)
            AND id = \(action.text)
            """
        ).map(kept)
    }

    /// The whole plan as its rules see it.
    ///
    /// - Throws: `RelationalError`.
    static func actionPlan(
        _ plan: Plan?, _ actions: [KeptAction], of candidacy: CandidacyID, of agency: AgencyID, in session: any ReadSession
    ) throws -> ActionPlan {
        let revision = plan?.revision ?? 0
        let waiting = try session.rows(
            """
            SELECT action, written_by FROM plan_versions WHERE agency = \(agency.text) AND candidacy = \(candidacy.text)
            AND revision = \(revision + 1) ORDER BY written_at, action, version
            """
        ).map { ActionPlan.Change(action: ActionID(try $0.text(0)), by: AccountID(try $0.text(1))) }
        let adoption = try session.row(
            """
            SELECT adopted_by, adopted_day FROM plan_adoptions WHERE agency = \(agency.text) AND candidacy = \(candidacy.text)
            AND revision = \(revision)
            """
        ).flatMap { row in
            try Day(row.text(1)).map { ActionPlan.Adoption(revision: revision, by: AccountID(try row.text(0)), on: $0) }
        }
        return ActionPlan(actions: actions.map(\.action), adoption: adoption, waiting: waiting)
    }

    private static func kept(_ row: Row) throws -> KeptAction {
        guard let start = Day(try row.text(6)), let due = Day(try row.text(7)), let state = try state(row) else {
            throw RelationalError(.damaged, "an action of a plan cannot be read")
        }
        let content = PlannedAction.Content(
            items: words(try row.text(3)).map { ItemCode($0) }, area: PlanArea(number: Int(try row.integer(2))), target: try row.text(4),
            person: AccountID(try row.text(5)), start: start, due: due)
        return KeptAction(
            action: PlannedAction(
                id: ActionID(try row.text(0)), content: content, state: state, evidence: words(try row.text(12)).map { DocumentID($0) }),
            version: Int(try row.integer(1)), note: try row.text(13))
    }

    private static func state(_ row: Row) throws -> PlannedAction.State? {
        switch try row.text(8) {
        case "direncanakan": .planned
        case "berjalan": .underway(percent: Int(try row.integer(9)))
        case "selesai": try row.optionalText(10).flatMap { Day($0) }.map { .done($0) }
        case "dihentikan": try row.optionalText(11).map { .dropped($0) }
        default: nil
        }
    }

    static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
