import Rulebook
import Testing

@Suite("A plan and its adoption") struct ActionPlanTests {
    private let day = Day("2026-02-02") ?? .first

    private func plan(
        _ actions: [PlannedAction] = [PlannedActionTests.action()], _ adoption: ActionPlan.Adoption? = nil,
        by drafters: [AccountID] = ["ratna"]
    ) -> ActionPlan {
        ActionPlan(actions: actions, adoption: adoption, waiting: drafters.map { .init(action: "1", by: $0) })
    }

    @Test("Somebody who wrote nothing of it adopts it as its first revision")
    func adopted() throws {
        let adoption = try plan().adopting(by: "hadi", on: day)
        #expect(adoption == .init(revision: 1, by: "hadi", on: day))
        let after = plan([PlannedActionTests.action()], adoption, by: [])
        #expect(after.isAdopted && after.openRevision == 2 && !plan().isAdopted)
    }

    @Test("Whoever wrote any of it does not adopt it, be it one change of many")
    func drafter() {
        #expect(throws: PlanRefusal.adoptedByDrafter) { try plan().adopting(by: "ratna", on: day) }
        #expect(throws: PlanRefusal.adoptedByDrafter) { try plan(by: ["budi", "hadi", "ratna"]).adopting(by: "hadi", on: day) }
    }

    @Test("A change after the adoption is a revision: the plan waits again, and the same rule holds")
    func revision() throws {
        let first = ActionPlan.Adoption(revision: 1, by: "hadi", on: day)
        let changed = plan([PlannedActionTests.action()], first, by: ["budi"])
        #expect(!changed.isAdopted && changed.openRevision == 2)
        #expect(try changed.adopting(by: "ratna", on: day).revision == 2)
        #expect(throws: PlanRefusal.adoptedByDrafter) { try changed.adopting(by: "budi", on: day) }
    }

    @Test("Nothing to adopt: no action, none that stands, or no change since")
    func nothing() {
        let first = ActionPlan.Adoption(revision: 1, by: "hadi", on: day)
        #expect(throws: PlanRefusal.nothingToAdopt) { try plan([], by: []).adopting(by: "hadi", on: day) }
        #expect(throws: PlanRefusal.nothingToAdopt) { try plan([PlannedActionTests.action("1", .dropped("batal"))]).adopting(by: "hadi", on: day) }
        #expect(throws: PlanRefusal.nothingToAdopt) { try plan([PlannedActionTests.action()], first, by: []).adopting(by: "hadi", on: day) }
        #expect(!plan([PlannedActionTests.action("1", .dropped("batal"))], first, by: []).isAdopted)
    }

    @Test("Late actions stand in the order of their due days")
    func late() {
        let actions = [
            PlannedActionTests.action("3", due: day.adding(days: -1)), PlannedActionTests.action("1", due: day.adding(days: -1)),
            PlannedActionTests.action("2", due: day), PlannedActionTests.action("4", .done(day), due: day.adding(days: -9)),
            PlannedActionTests.action("5", due: day.adding(days: -3)),
        ]
        #expect(plan(actions).late(on: day).map(\.id) == ["5", "1", "3"])
    }
}
