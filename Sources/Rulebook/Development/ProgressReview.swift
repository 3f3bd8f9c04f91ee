/// A review of progress (monev) of one period.
public struct ProgressReview: Hashable, Sendable {
    /// Names the review.
    public let id: ReviewID
    /// The period it looks at (see ``ReviewRhythm``).
    public let period: Int
    /// The day it was held.
    public let held: Day
    /// Who recorded it.
    public let by: AccountID
    /// What came out, in words.
    public let summary: String
    /// What has to be followed up.
    public let findings: [ReviewFinding]

    /// Puts a review together.
    public init(id: ReviewID, period: Int, held: Day, by: AccountID, summary: String, findings: [ReviewFinding]) {
        self.id = id
        self.period = period
        self.held = held
        self.by = by
        self.summary = summary
        self.findings = findings
    }
}

/// One thing that a review found, and what is done about it.
public struct ReviewFinding: Hashable, Sendable {
    /// How it was closed.
    public struct Closing: Hashable, Sendable {
        /// By whom; never the person in charge.
        public let by: AccountID
        /// When.
        public let on: Day
        /// What was seen to be done.
        public let note: String

        /// Puts a closing together.
        public init(by: AccountID, on: Day, note: String) {
            self.by = by
            self.on = on
            self.note = note
        }
    }

    /// Names the finding.
    public let id: ReviewFindingID
    /// What was found.
    public let text: String
    /// What is to be done about it.
    public let followUp: String
    /// Who has to do it.
    public let person: AccountID
    /// Until when.
    public let due: Day
    /// `nil` while it is open.
    public let closing: Closing?

    /// Puts a finding together.
    public init(id: ReviewFindingID, text: String, followUp: String, person: AccountID, due: Day, closing: Closing? = nil) {
        self.id = id
        self.text = text
        self.followUp = followUp
        self.person = person
        self.due = due
        self.closing = closing
    }

    /// How it stands with its due day.
    public func timing(on day: Day) -> Timing {
        guard let closing else { return Timing(due: due, on: day) }
        return closing.on > due ? .doneLate(days: closing.on.number - due.number) : .settled
    }

    /// Closes it: by somebody else than who had to do it.
    ///
    /// - Throws: ``PlanRefusal/findingClosed``, ``PlanRefusal/closedByPersonInCharge``.
    public func closing(by account: AccountID, on day: Day, note: String) throws(PlanRefusal) -> Closing {
        guard closing == nil else { throw .findingClosed }
        guard account != person else { throw .closedByPersonInCharge }
        return Closing(by: account, on: day, note: note)
    }
}

/// How it stands with the reviews of a candidacy on a day.
public struct ReviewStanding: Hashable, Sendable {
    /// Reviews that were held.
    public let held: Int
    /// Periods whose review is overdue, in order.
    public let overdue: [Int]
    /// Findings that are open after their due day.
    public let lateFindings: Int
    /// Findings that are open and not yet late.
    public let openFindings: Int

    /// Looks at all reviews of a candidacy.
    ///
    /// - Complexity: O(periods + findings)
    public init(_ reviews: [ProgressReview], rhythm: ReviewRhythm, on day: Day) {
        held = reviews.count
        overdue = rhythm.overdue(on: day, reviewed: Set(reviews.map(\.period)))
        let open = reviews.flatMap(\.findings).filter { $0.closing == nil }
        lateFindings = open.count { $0.timing(on: day).isLate }
        openFindings = open.count - lateFindings
    }

    /// Whether progress was reviewed at its rhythm and what was found is followed up in time. Findings that are not due yet stand in nobody's
    /// way, but a unit without a single review has none behind it.
    public var isMet: Bool { held > 0 && overdue.isEmpty && lateFindings == 0 }
}
