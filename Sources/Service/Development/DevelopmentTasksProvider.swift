import Relational
import Rulebook

/// The tasks of a unit's development: actions and findings of the person, reviews that are due, plans that wait to be adopted.
struct DevelopmentTasksProvider: DeskTaskProvider {
    func tasks(
        for caller: Caller, on day: Day, most: Int, in session: any ReadSession
    ) throws -> [DeskTask<SitePath>] {
        let own = try DevelopmentStore.ownWork(of: caller.account, until: day.adding(days: DevelopmentTasks.notice), most: most, in: session)
        let oversight = try DevelopmentStore.oversight(
            of: caller, until: day.adding(days: DevelopmentTasks.reviewNotice), most: most, in: session)
        return DevelopmentTasks.waiting(actions: own.actions, findings: own.findings, oversight: oversight, on: day).map { task in
            task.at(Self.path(task.place))
        }
    }

    private static func path(_ place: DevelopmentTasks.Place) -> SitePath {
        switch place {
        case .action(let action, let candidacy, let agency): .plannedAction(agency, candidacy, action, .see)
        case .reviews(let candidacy, let agency): .development(agency, candidacy, .reviews)
        case .plan(let candidacy, let agency): .development(agency, candidacy, .plan)
        }
    }
}
