import Testing

@testable import Rulebook

@Suite("What an import will do") struct ImportPlanTests {
    private struct Thing: ImportItem { var wording: String }
    private func plan(_ verdicts: [ImportPlan<Thing>.Verdict]) -> ImportPlan<Thing> {
        ImportPlan(verdicts.enumerated().map { .init(line: $0.offset, item: Thing(wording: "x"), verdict: $0.element, name: "n") })
    }
    private func words(_ plan: ImportPlan<Thing>) -> String {
        var text = ""
        plan.describe { text += $0 }
        return text
    }

    @Test("Counts add up, and only a plan without changes is idle")
    func counts() {
        let some = plan([.new, .unchanged, .changed([ImportChange("nama", from: "a", to: "b")])])
        #expect((some.newCount, some.changedCount, some.unchangedCount) == (1, 1, 1))
        #expect(!some.isIdle && plan([.unchanged]).isIdle && plan([]).isIdle)
    }

    @Test("Plans that differ in anything are told differently")
    func wording() {
        let changes = [
            plan([.new]), plan([.unchanged]), plan([.changed([ImportChange("nama", from: "a", to: "b")])]),
            plan([.changed([ImportChange("nama", from: "b", to: "b")])]), plan([]),
        ]
        #expect(Set(changes.map(words)).count == changes.count)
        #expect(words(plan([.new])) == words(plan([.new])))
    }
}
