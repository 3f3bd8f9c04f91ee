import Rulebook
import Testing

@Suite("An action of a plan") struct PlannedActionTests {
    static let start = Day("2026-01-05") ?? .first
    static let due = Day("2026-03-31") ?? .first

    static func content(
        _ items: [ItemCode] = ["A.I.1.i.a"], _ area: PlanArea = .change(1), target: String = "SK tim terbit", start: Day = start, due: Day = due
    ) -> PlannedAction.Content {
        .init(items: items, area: area, target: target, person: "ratna", start: start, due: due)
    }

    static func action(_ id: ActionID = "1", _ state: PlannedAction.State = .planned, due: Day = due) -> PlannedAction {
        PlannedAction(id: id, content: content(due: due), state: state)
    }

    @Test("Due today is in time, the day after is late")
    func lateness() {
        let action = Self.action()
        #expect(action.timing(on: Self.due.adding(days: -1)) == .ahead(days: 1))
        #expect(action.timing(on: Self.due) == .dueToday && !action.timing(on: Self.due).isLate)
        #expect(action.timing(on: Self.due.adding(days: 1)) == .late(days: 1) && action.timing(on: Self.due.adding(days: 1)).isLate)
    }

    @Test("What is done or given up is never late again; what was done late says so")
    func settled() {
        let after = Self.due.adding(days: 90)
        #expect(Self.action("1", .done(Self.due)).timing(on: after) == .settled)
        #expect(Self.action("1", .done(Self.due.adding(days: 2))).timing(on: after) == .doneLate(days: 2))
        #expect(Self.action("1", .dropped("digabung")).timing(on: after) == .settled)
    }

    @Test("Progress is a whole percent: 0 is planned, 100 is done, beyond is refused")
    func percent() throws {
        let day = Self.start
        #expect(PlannedAction.State(percent: -1, on: day) == nil && PlannedAction.State(percent: 101, on: day) == nil)
        #expect(PlannedAction.State(percent: 0, on: day) == .planned)
        #expect(PlannedAction.State(percent: 1, on: day) == .underway(percent: 1) && PlannedAction.State(percent: 99, on: day)?.percent == 99)
        #expect(PlannedAction.State(percent: 100, on: day) == .done(day))
        #expect(throws: PlanRefusal.percentOutOfRange) { try Self.action().reporting(percent: 101, evidence: [], on: day) }
        let half = try Self.action().reporting(percent: 50, evidence: ["d1"], on: day)
        #expect(half.state.percent == 50 && half.evidence == ["d1"] && half.state.isOpen && half.state.name == "Berjalan")
    }

    @Test("Reporting it done once more keeps the day; taking it back opens it again")
    func again() throws {
        let done = try Self.action().reporting(percent: 100, evidence: [], on: Self.start)
        let twice = try done.reporting(percent: 100, evidence: ["d"], on: Self.due)
        #expect(twice.state == .done(Self.start) && twice.evidence == ["d"])
        #expect(try twice.reporting(percent: 80, evidence: [], on: Self.due).state == .underway(percent: 80))
    }

    @Test("What is given up keeps its reason and takes no progress; what is done is not given up")
    func dropping() throws {
        let dropped = try Self.action().dropping(because: "digabung dengan aksi 2")
        #expect(dropped.state == .dropped("digabung dengan aksi 2") && dropped.state.percent == 0 && !dropped.state.isOpen)
        #expect(throws: PlanRefusal.actionClosed) { try dropped.reporting(percent: 10, evidence: [], on: Self.start) }
        #expect(throws: PlanRefusal.actionClosed) { try dropped.dropping(because: "lagi") }
        #expect(throws: PlanRefusal.actionClosed) { try Self.action("1", .done(Self.due)).dropping(because: "x") }
    }

    @Test("Every problem of a content is named at once")
    func problems() throws {
        let instrument = try Shipped.instrument(Shipped.law2021)
        #expect(Self.content().problems(in: instrument).isEmpty)
        #expect(Self.content(["A.I.1.i"]).problems(in: instrument).isEmpty)
        #expect(Self.content(due: Self.start).problems(in: instrument).isEmpty, "a day's work")
        #expect(Self.content(due: Self.start.adding(days: -1)).problems(in: instrument) == [.dueBeforeStart])
        #expect(Self.content([]).problems(in: instrument) == [.itemCount])
        let many = Array(repeating: ItemCode("A.I.1.i.a"), count: 21)
        #expect(Self.content(many).problems(in: instrument) == [.itemCount] && Self.content(Array(many.dropLast())).problems(in: instrument).isEmpty)
        #expect(Self.content(["A.I.1.i.a", "A.I.2.i.a"]).problems(in: instrument) == [.itemOfAnotherArea("A.I.2.i.a")])
        #expect(Self.content(["B.I.b"], .results).problems(in: instrument).isEmpty)
        let all = Self.content(["X"], target: "ab", due: Self.start.adding(days: -1)).problems(in: instrument)
        #expect(all == [.unknownItem("X"), .targetLength, .dueBeforeStart])
        #expect(Self.content(target: "abc").problems(in: instrument).isEmpty)
        #expect(Self.content(target: String(repeating: "a", count: 1_000)).problems(in: instrument).isEmpty)
        #expect(Self.content(target: String(repeating: "a", count: 1_001)).problems(in: instrument) == [.targetLength])
    }
}
