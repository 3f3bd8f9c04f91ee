import Rulebook
import Testing

@testable import Service

@Suite("Days along a line") struct ChartScaleTests {
    private let today = Day("2026-11-24") ?? .first

    private func action(_ start: String, _ due: String) throws -> PlannedAction {
        let content = PlannedAction.Content(
            items: ["A.I.1.i.a"], area: .change(1), target: "x", person: "b", start: try #require(Day(start)), due: try #require(Day(due)))
        return PlannedAction(id: "1", content: content)
    }

    @Test("The line runs from the first start to the last due day, today on it")
    func ends() throws {
        #expect(ChartScale([], today: today) == nil)
        let scale = try #require(try ChartScale([action("2026-11-20", "2026-11-29")], today: today))
        #expect(scale.first == Day("2026-11-20") && scale.last == Day("2026-11-29"))
        #expect(scale.place(scale.first) == "0.00%" && scale.place(scale.last.adding(days: 1)) == "100.00%" && scale.place(today) == "40.00%")
        #expect(scale.width(scale.first, scale.last) == "100.00%" && scale.width(today, today) == "10.00%")
        #expect(scale.width(today, today.adding(days: -5)) == "0.00%")
        #expect(scale.part(scale.length(scale.first, scale.last), 5) == "5.00%")
        let past = try #require(try ChartScale([action("2026-01-01", "2026-02-01")], today: today))
        #expect(past.last == today)
    }

    @Test("A slip of a thousand years leaves the others their breadth")
    func slip() throws {
        let scale = try #require(try ChartScale([action("0001-01-01", "9999-12-31")], today: today))
        #expect(scale.last.number - scale.first.number == 6 * 366)
        #expect(scale.place(.first) == "0.00%" && scale.place(.last) == "100.00%")
    }

    @Test("Months are marked, a dozen at most, the year at its beginning")
    func months() throws {
        let scale = try #require(try ChartScale([action("2026-11-20", "2027-02-10")], today: today))
        #expect(scale.months.map(\.name) == ["Des 2026", "Jan 2027", "Feb"])
        let long = try #require(try ChartScale([action("2024-01-01", "2029-01-01")], today: today))
        #expect((6...12).contains(long.months.count))
    }
}
