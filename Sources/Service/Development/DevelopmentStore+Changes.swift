import Relational
import Rulebook

extension DevelopmentStore {
    /// What was planned at one time.
    struct Version: Hashable, Sendable {
        let version: Int
        /// The revision of the plan that it became part of.
        let revision: Int
        let by: AccountID
        let at: Timestamp
        /// Why it was changed; empty where nobody had to say.
        let reason: String
        let target: String
        let person: AccountID
        let start: Day?
        let due: Day?
        let isDropped: Bool
    }

    /// Begins the plan of a candidacy. A plan that is there stays as it is.
    ///
    /// - Throws: `RelationalError`.
    static func begin(_ plan: Plan, in session: any WriteSession) throws {
        try session.execute(
            """
            INSERT INTO development_plans (agency, candidacy, unit, review_months, revision, next_review)
            VALUES (\(plan.agency.text), \(plan.candidacy.text), \(plan.unit.text), \(plan.months), \(plan.revision),
            \(plan.nextReview?.description)) ON CONFLICT (agency, candidacy) DO NOTHING
            """)
    }

    /// Keeps rhythm, revision and the next review.
    ///
    /// - Throws: `RelationalError`.
    static func update(_ plan: Plan, in session: any WriteSession) throws {
        try session.execute(
            """
            UPDATE development_plans SET review_months = \(plan.months), revision = \(plan.revision),
            next_review = \(plan.nextReview?.description)
            WHERE agency = \(plan.agency.text) AND candidacy = \(plan.candidacy.text)
            """)
    }

    /// Keeps a new action.
    ///
    /// - Throws: `RelationalError`.
    static func insert(_ kept: KeptAction, into plan: Plan, in session: any WriteSession) throws {
        let (action, content) = (kept.action, kept.action.content)
        try session.execute(
            """
            INSERT INTO plan_actions (agency, candidacy, id, version, area, items, target, person, start_day, due_day, state,
            percent, done_day, dropped_because, evidence, note)
            VALUES (\(plan.agency.text), \(plan.candidacy.text), \(action.id.text), \(kept.version), \(content.area.number),
            \(words(content.items)), \(content.target), \(content.person.text), \(content.start.description),
            \(content.due.description), \(word(action.state)), \(action.state.percent), \(action.state.doneOn?.description),
            \(action.state.droppedBecause), \(words(action.evidence)), \(kept.note))
            """)
    }

    /// Keeps a changed action.
    ///
    /// - Throws: `RelationalError`.
    static func update(_ kept: KeptAction, of plan: Plan, in session: any WriteSession) throws {
        let (action, content) = (kept.action, kept.action.content)
        try session.execute(
            """
            UPDATE plan_actions SET version = \(kept.version), area = \(content.area.number), items = \(words(content.items)),
            target = \(content.target), person = \(content.person.text), start_day = \(content.start.description),
            due_day = \(content.due.description), state = \(word(action.state)), percent = \(action.state.percent),
            done_day = \(action.state.doneOn?.description), dropped_because = \(action.state.droppedBecause),
            evidence = \(words(action.evidence)), note = \(kept.note)
            WHERE agency = \(plan.agency.text) AND candidacy = \(plan.candidacy.text) AND id = \(action.id.text)
            """)
    }

    /// Keeps what is planned now as a version of the open revision.
    ///
    /// - Throws: `RelationalError`.
    static func appendVersion(
        of kept: KeptAction, to plan: Plan, by account: AccountID, because reason: String, at now: Timestamp,
        in session: any WriteSession
    ) throws {
        let content = kept.action.content
        try session.execute(
            """
            INSERT INTO plan_versions (agency, candidacy, action, version, revision, written_by, written_at, reason, area, items,
            target, person, start_day, due_day, is_dropped)
            VALUES (\(plan.agency.text), \(plan.candidacy.text), \(kept.action.id.text), \(kept.version), \(plan.revision + 1),
            \(account.text), \(now.milliseconds), \(reason), \(content.area.number), \(words(content.items)), \(content.target),
            \(content.person.text), \(content.start.description), \(content.due.description),
            \(kept.action.state.droppedBecause == nil ? 0 : 1))
            """)
    }

    /// Keeps an adoption.
    ///
    /// - Throws: `RelationalError`.
    static func append(_ adoption: ActionPlan.Adoption, to plan: Plan, at now: Timestamp, in session: any WriteSession) throws {
        try session.execute(
            """
            INSERT INTO plan_adoptions (agency, candidacy, revision, adopted_by, adopted_day, at)
            VALUES (\(plan.agency.text), \(plan.candidacy.text), \(adoption.revision), \(adoption.by.text),
            \(adoption.on.description), \(now.milliseconds))
            """)
    }

    /// Everything that was ever planned for an action, the latest first.
    ///
    /// - Throws: `RelationalError`.
    static func versions(
        of action: ActionID, of candidacy: CandidacyID, of agency: AgencyID, in session: any ReadSession
    ) throws -> [Version] {
        try session.rows(
            """
            SELECT version, revision, written_by, written_at, reason, target, person, start_day, due_day, is_dropped
            FROM plan_versions WHERE agency = \(agency.text) AND candidacy = \(candidacy.text) AND action = \(action.text)
            ORDER BY version DESC LIMIT 50
            """
        ).map { row in
            Version(
                version: Int(try row.integer(0)), revision: Int(try row.integer(1)), by: AccountID(try row.text(2)),
                at: Timestamp(milliseconds: try row.integer(3)), reason: try row.text(4), target: try row.text(5),
                person: AccountID(try row.text(6)), start: Day(try row.text(7)), due: Day(try row.text(8)), isDropped: try row.integer(9) == 1)
        }
    }

    private static func words(_ ids: [some Identifier]) -> String { ids.map(\.text).joined(separator: " ") }

    private static func word(_ state: PlannedAction.State) -> String {
        switch state {
        case .planned: "direncanakan"
        case .underway: "berjalan"
        case .done: "selesai"
        case .dropped: "dihentikan"
        }
    }
}

extension PlannedAction.State {
    fileprivate var doneOn: Day? { if case .done(let day) = self { day } else { nil } }
    fileprivate var droppedBecause: String? { if case .dropped(let reason) = self { reason } else { nil } }
}
