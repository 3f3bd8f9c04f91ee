/// One action of a plan: what a unit does, by whom and until when, to answer parts of the sheet better.
///
/// Clause: PermenPANRB 52/2014 Lampiran Bab II.B; PermenPANRB 90/2021 Lampiran I Bab II (the plan to develop, with targets and its review).
public struct PlannedAction: Hashable, Sendable {
    /// What is planned; the part that is adopted.
    public struct Content: Hashable, Sendable {
        /// The indicators and questions it works on; at least one, all of one area.
        public var items: [ItemCode]
        /// The area they belong to.
        public var area: PlanArea
        /// What is to be there in the end.
        public var target: String
        /// Who answers for it.
        public var person: AccountID
        /// The first day.
        public var start: Day
        /// The last day on which it is in time.
        public var due: Day

        /// Puts a content together; ``problems(in:)`` checks it.
        public init(items: [ItemCode], area: PlanArea, target: String, person: AccountID, start: Day, due: Day) {
            self.items = items
            self.area = area
            self.target = target
            self.person = person
            self.start = start
            self.due = due
        }
    }

    /// How far it is.
    public enum State: Hashable, Sendable {
        case planned
        /// 1 to 99 percent.
        case underway(percent: Int)
        /// All of it, since this day.
        case done(Day)
        /// Given up, with the reason.
        case dropped(String)

        /// Reads a whole number of percent: 0 is planned, 100 is done; `nil` beyond.
        public init?(percent: Int, on day: Day) {
            switch percent {
            case 0: self = .planned
            case 1...99: self = .underway(percent: percent)
            case 100: self = .done(day)
            default: return nil
            }
        }

        /// Whole percent; what was given up counts 0.
        public var percent: Int {
            switch self {
            case .planned, .dropped: 0
            case .underway(let percent): percent
            case .done: 100
            }
        }

        /// Whether somebody still has to do something.
        public var isOpen: Bool {
            switch self {
            case .planned, .underway: true
            case .done, .dropped: false
            }
        }

        /// What people read, in Indonesian.
        public var name: String {
            switch self {
            case .planned: "Direncanakan"
            case .underway: "Berjalan"
            case .done: "Selesai"
            case .dropped: "Dihentikan"
            }
        }
    }

    /// Names the action.
    public let id: ActionID
    /// What is planned.
    public var content: Content
    /// How far it is.
    public var state: State
    /// What shows it.
    public var evidence: [DocumentID]

    /// Puts an action together.
    public init(id: ActionID, content: Content, state: State = .planned, evidence: [DocumentID] = []) {
        self.id = id
        self.content = content
        self.state = state
        self.evidence = evidence
    }

    /// How it stands with its due day. What was given up is in time.
    public func timing(on day: Day) -> Timing {
        switch state {
        case .planned, .underway: Timing(due: content.due, on: day)
        case .done(let finished): finished > content.due ? .doneLate(days: finished.number - content.due.number) : .settled
        case .dropped: .settled
        }
    }

    /// The same action with progress reported.
    ///
    /// - Throws: ``PlanRefusal/actionClosed`` for what was given up, ``PlanRefusal/percentOutOfRange``.
    public func reporting(percent: Int, evidence: [DocumentID], on day: Day) throws(PlanRefusal) -> PlannedAction {
        if case .dropped = state { throw .actionClosed }
        guard var next = State(percent: percent, on: day) else { throw .percentOutOfRange }
        // Reporting what is done once more does not move the day it was done.
        if case .done = next, case .done = state { next = state }
        return PlannedAction(id: id, content: content, state: next, evidence: evidence)
    }

    /// The same action given up.
    ///
    /// - Throws: ``PlanRefusal/actionClosed`` when it is done or given up already.
    public func dropping(because reason: String) throws(PlanRefusal) -> PlannedAction {
        guard state.isOpen else { throw .actionClosed }
        return PlannedAction(id: id, content: content, state: .dropped(reason), evidence: evidence)
    }
}

extension PlannedAction.Content {
    /// The most indicators and questions of one action.
    public static let mostItems = 20
    /// The longest target, in characters.
    public static let longestTarget = 1_000

    /// Everything that is wrong with it.
    ///
    /// - Complexity: O(items × areas)
    public func problems(in instrument: Instrument) -> [PlanRefusal] {
        var problems: [PlanRefusal] = []
        if items.isEmpty || items.count > Self.mostItems { problems.append(.itemCount) }
        for item in items {
            guard let questions = PlanArea.questions(of: item, in: instrument), let first = questions.first else {
                problems.append(.unknownItem(item))
                continue
            }
            if PlanArea.area(ofQuestion: first, in: instrument) != area { problems.append(.itemOfAnotherArea(item)) }
        }
        let length = target.unicodeScalars.count
        if length < 3 || length > Self.longestTarget { problems.append(.targetLength) }
        if due < start { problems.append(.dueBeforeStart) }
        return problems
    }
}
