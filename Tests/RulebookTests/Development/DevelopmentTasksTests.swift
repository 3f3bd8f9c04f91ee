import Rulebook
import Testing

@Suite("Tasks of the development") struct DevelopmentTasksTests {
    private let today = Day("2026-11-24") ?? .first

    private func action(_ days: Int, _ id: ActionID = "a") -> DevelopmentTasks.OpenAction {
        .init(place: .action(id, "c", of: "kota"), target: "Terbitkan SK", due: today.adding(days: days), percent: 40, unit: "Dukcapil")
    }

    private func plan(next days: Int?, reviewer: Role? = .assessorLead, adoptable: Int = 0) -> DevelopmentTasks.Oversight {
        .init(
            candidacy: "c", agency: "kota", unit: "Dukcapil", nextReview: days.map { today.adding(days: $0) }, reviewer: reviewer,
            adoptable: adoptable)
    }

    private func tasks(
        _ actions: [DevelopmentTasks.OpenAction] = [], _ findings: [DevelopmentTasks.OpenFinding] = [],
        _ oversight: [DevelopmentTasks.Oversight] = []
    ) -> [DeskTask<DevelopmentTasks.Place>] {
        DevelopmentTasks.waiting(actions: actions, findings: findings, oversight: oversight, on: today)
    }

    @Test("An action becomes a task thirty days before it is due, and stays one while it is late")
    func actions() {
        #expect(tasks([action(31)]).isEmpty)
        #expect(tasks([action(30)]).count == 1 && tasks([action(0)]).count == 1 && tasks([action(-400)]).count == 1)
        let task = tasks([action(3)])[0]
        #expect(task.what == "Terbitkan SK" && task.reason.contains("40%") && task.holder == .person && task.place == .action("a", "c", of: "kota"))
    }

    @Test("A review becomes the task of whoever holds reviews, a fortnight before it is due")
    func reviews() {
        #expect(tasks([], [], [plan(next: 15)]).isEmpty && tasks([], [], [plan(next: nil)]).isEmpty)
        #expect(tasks([], [], [plan(next: 14, reviewer: nil)]).isEmpty)
        #expect(tasks([], [], [plan(next: 14)]).map(\.holder) == [.role(.assessorLead)])
    }

    @Test("A plan that waits to be adopted is a task of whoever may adopt it")
    func adoption() {
        #expect(tasks([], [], [plan(next: nil, adoptable: 0)]).isEmpty)
        let task = tasks([], [], [plan(next: nil, reviewer: nil, adoptable: 3)])
        #expect(task.map(\.place) == [.plan("c", of: "kota")] && task[0].due == nil && task[0].reason.contains("3 perubahan"))
    }

    @Test("Tasks stand by due day, whatever they are about; what has no day stands last")
    func order() {
        let finding = DevelopmentTasks.OpenFinding(
            place: .reviews("c", of: "kota"), followUp: "Lengkapi notula", due: today.adding(days: -1), unit: "Dukcapil")
        let all = tasks([action(5), action(-2)], [finding], [plan(next: 1, adoptable: 2)])
        #expect(all.map(\.due) == [-2, -1, 1, 5].map { today.adding(days: $0) } + [nil])
    }
}
