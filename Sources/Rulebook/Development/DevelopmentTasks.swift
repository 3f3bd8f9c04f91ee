/// What the development of a unit asks of people, as tasks.
public enum DevelopmentTasks {
    /// Days before its due day on which an action or a finding becomes a task.
    public static let notice = 30
    /// Days before its due day on which a review becomes a task.
    public static let reviewNotice = 14

    /// Where a task is done: on the pages of a candidacy.
    public enum Place: Hashable, Sendable {
        case action(ActionID, CandidacyID, of: AgencyID)
        case reviews(CandidacyID, of: AgencyID)
        case plan(CandidacyID, of: AgencyID)
    }

    /// An action that is not finished.
    public struct OpenAction: Hashable, Sendable {
        /// Where.
        public let place: Place
        /// What is to be there in the end.
        public let target: String
        /// The last day in time.
        public let due: Day
        /// Whole percent.
        public let percent: Int
        /// The unit's name.
        public let unit: String

        /// Puts an action together.
        public init(place: Place, target: String, due: Day, percent: Int, unit: String) {
            self.place = place
            self.target = target
            self.due = due
            self.percent = percent
            self.unit = unit
        }
    }

    /// A finding that is not closed.
    public struct OpenFinding: Hashable, Sendable {
        /// Where.
        public let place: Place
        /// What is to be done.
        public let followUp: String
        /// The last day in time.
        public let due: Day
        /// The unit's name.
        public let unit: String

        /// Puts a finding together.
        public init(place: Place, followUp: String, due: Day, unit: String) {
            self.place = place
            self.followUp = followUp
            self.due = due
            self.unit = unit
        }
    }

    /// A plan that somebody has to look after.
    public struct Oversight: Hashable, Sendable {
        /// The candidacy.
        public let candidacy: CandidacyID
        /// Its agency.
        public let agency: AgencyID
        /// The unit's name.
        public let unit: String
        /// When the next review is due; `nil` where none is.
        public let nextReview: Day?
        /// The role by which the person holds reviews; `nil` where they do not.
        public let reviewer: Role?
        /// Changes that this person may adopt: 0 where there are none or the person wrote one of them.
        public let adoptable: Int

        /// Puts the oversight over a plan together.
        public init(candidacy: CandidacyID, agency: AgencyID, unit: String, nextReview: Day?, reviewer: Role?, adoptable: Int) {
            self.candidacy = candidacy
            self.agency = agency
            self.unit = unit
            self.nextReview = nextReview
            self.reviewer = reviewer
            self.adoptable = adoptable
        }
    }

    /// The tasks of a person, by due day; what has no day stands last.
    ///
    /// - Parameters:
    ///   - actions: those the person answers for.
    ///   - findings: those the person has to follow up.
    ///   - oversight: plans of units for which the person has a role.
    ///   - day: today.
    /// - Complexity: O(n log n)
    public static func waiting(
        actions: [OpenAction], findings: [OpenFinding], oversight: [Oversight], on day: Day
    ) -> [DeskTask<Place>] {
        var tasks: [DeskTask<Place>] = []
        tasks.reserveCapacity(actions.count + findings.count + oversight.count)
        let horizon = day.adding(days: notice)
        for action in actions where action.due <= horizon {
            tasks.append(
                DeskTask(
                    what: action.target, place: action.place, due: action.due,
                    reason: "Aksi Anda pada rencana \(action.unit), kemajuan \(action.percent)%.", holder: .person))
        }
        for finding in findings where finding.due <= horizon {
            tasks.append(
                DeskTask(
                    what: finding.followUp, place: finding.place, due: finding.due,
                    reason: "Tindak lanjut temuan monev \(finding.unit).", holder: .person))
        }
        let reviewHorizon = day.adding(days: reviewNotice)
        for plan in oversight {
            if let reviewer = plan.reviewer, let due = plan.nextReview, due <= reviewHorizon {
                tasks.append(
                    DeskTask(
                        what: "Catat monev \(plan.unit)", place: .reviews(plan.candidacy, of: plan.agency), due: due,
                        reason: "Monev periode ini belum dicatat.", holder: .role(reviewer)))
            }
            if plan.adoptable > 0 {
                tasks.append(
                    DeskTask(
                        what: "Tetapkan rencana aksi \(plan.unit)", place: .plan(plan.candidacy, of: plan.agency), due: nil,
                        reason: "\(plan.adoptable) perubahan menunggu penetapan oleh pimpinan unit.", holder: .role(.unitHead)))
            }
        }
        return DeskTaskPage([tasks, []], skip: 0, most: tasks.count).tasks
    }
}
