import Rulebook
import Testing

@Suite("Days of employment") struct EmploymentTests {
    private let day = Day(number: 20_000) ?? .first

    @Test("The first and the last day count")
    func edges() throws {
        let one = try #require(Employment(from: day, until: day))
        #expect([-1, 0, 1].map { one.covers(day.adding(days: $0)) } == [false, true, false])
        #expect(Employment.throughout.covers(.first) && Employment.throughout.covers(.last))
        let left = try #require(Employment(from: nil, until: day))
        #expect([-1, 0, 1].map { left.covers(day.adding(days: $0)) } == [true, true, false])
    }

    @Test("Nobody leaves before they came")
    func order() {
        #expect(Employment(from: day, until: day.adding(days: -1)) == nil)
        #expect(Employment(from: day, until: day.adding(days: 1)) != nil)
    }

    @Test("Whoever came on the day itself was there")
    func newcomers() throws {
        let employment = try #require(Employment(from: day, until: nil))
        #expect([-1, 0, 1].map { employment.began(after: day.adding(days: $0)) } == [true, false, false])
        #expect(!Employment.throughout.began(after: .first))
    }
}
