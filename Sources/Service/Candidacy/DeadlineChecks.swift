import Relational
import Rulebook

/// Finds out whether nominations are taken. What counts is the day on which the nomination is sent, not the one written on it.
enum DeadlineChecks {
    /// - Throws: `RelationalError`.
    static func results(of question: CandidacyChecks.Question, in session: any ReadSession) throws -> [Check: CheckResult] {
        let year = question.today.date.year
        let announced = try AnnouncementStore.deadline(of: question.rules.id, in: year, session)
        return [.withinDeadline: question.rules.deadlineCheck(on: question.today, announced: announced?.day)]
    }
}
