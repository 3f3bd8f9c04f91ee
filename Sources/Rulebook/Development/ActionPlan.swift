/// The actions of a unit, and how it stands with their adoption.
///
/// A plan is adopted by somebody who wrote none of what is adopted. Every later change is a revision: it is kept, and waits to be adopted
/// like the plan before it.
public struct ActionPlan: Hashable, Sendable {
    /// The most actions of a plan; more are nobody's plan any more.
    public static let mostActions = 300

    /// An adoption.
    public struct Adoption: Hashable, Sendable {
        /// 1 for the plan itself, 2 for its first revision.
        public let revision: Int
        /// Who adopted.
        public let by: AccountID
        /// When.
        public let on: Day

        /// Puts an adoption together.
        public init(revision: Int, by: AccountID, on: Day) {
            self.revision = revision
            self.by = by
            self.on = on
        }
    }

    /// A change that waits to be adopted.
    public struct Change: Hashable, Sendable {
        /// The action that was written or given up.
        public let action: ActionID
        /// Who did.
        public let by: AccountID

        /// Puts a change together.
        public init(action: ActionID, by: AccountID) {
            self.action = action
            self.by = by
        }
    }

    /// All actions, those given up included.
    public let actions: [PlannedAction]
    /// The last adoption.
    public let adoption: Adoption?
    /// What was written since, in order.
    public let waiting: [Change]

    /// Puts a plan together.
    public init(actions: [PlannedAction], adoption: Adoption?, waiting: [Change]) {
        self.actions = actions
        self.adoption = adoption
        self.waiting = waiting
    }

    /// Whether the plan as it stands was adopted, all of it.
    public var isAdopted: Bool { adoption != nil && waiting.isEmpty && !standing.isEmpty }

    /// The actions that were not given up.
    public var standing: [PlannedAction] {
        actions.filter { if case .dropped = $0.state { false } else { true } }
    }

    /// The number under which a change is kept that is written now.
    public var openRevision: Int { (adoption?.revision ?? 0) + 1 }

    /// Adopts the plan with all changes that wait.
    ///
    /// - Throws: ``PlanRefusal/nothingToAdopt``, ``PlanRefusal/adoptedByDrafter``.
    /// - Complexity: O(changes)
    public func adopting(by account: AccountID, on day: Day) throws(PlanRefusal) -> Adoption {
        guard !waiting.isEmpty, !standing.isEmpty else { throw .nothingToAdopt }
        guard !waiting.contains(where: { $0.by == account }) else { throw .adoptedByDrafter }
        return Adoption(revision: openRevision, by: account, on: day)
    }

    /// The actions that are late on a day, the latest first.
    ///
    /// - Complexity: O(n log n)
    public func late(on day: Day) -> [PlannedAction] {
        actions.filter { $0.timing(on: day).isLate }.sorted { ($0.content.due, $0.id) < ($1.content.due, $1.id) }
    }
}
