import Rulebook

/// What the pages of a candidacy's development show.
struct DevelopmentView: Sendable {
    let agency: AgencyStore.Kept
    let unit: WorkUnitStore.Kept
    let candidacy: CandidacyStore.Kept
    let ground: DevelopmentGround
    let plan: ActionPlan
    let actions: [DevelopmentStore.KeptAction]
    /// Months between two reviews.
    let months: Int
    let reviews: [ProgressReview]
    /// The day on which the unit was appointed; `nil` before.
    let appointed: Day?
    let names: [AccountID: String]
    /// Those an action or a finding may be given to.
    let people: [DevelopmentStore.Candidate]
    let today: Day

    var instrument: Instrument { ground.instrument }

    /// The unit, which access to all of it is asked for.
    var target: AccessTarget { .unit(unit.id, of: agency.id) }

    /// When reviews are due; `nil` before the unit was appointed.
    var rhythm: ReviewRhythm? { appointed.flatMap { ReviewRhythm(start: $0, months: months) } }

    /// Whether anything may still be changed.
    var isOpen: Bool { DevelopmentActions.isOpen(candidacy) }

    func name(_ account: AccountID) -> String { names[account] ?? "Data pribadi dihapus" }

    /// An address among the pages of this development.
    func path(_ step: DevelopmentStep) -> SitePath { .development(agency.id, candidacy.id, step) }
}
