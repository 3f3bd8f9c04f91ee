import ExactMath
import Testing

@Suite struct FiguresTests {
    private let figures = Figures(places: 2)

    private func ratio(_ a: Int128, _ b: Int128) throws -> Ratio { try #require(try Ratio(a, over: b)) }

    @Test func `Numbers have a comma, two decimals and a true minus`() throws {
        #expect(figures.plain(try ratio(299, 4)) == "74,75")
        #expect(figures.signed(try ratio(5, 4)) == "+1,25")
        #expect(figures.signed(try ratio(-1, 4)) == "−0,25")
        #expect(figures.signed(.zero) == "0,00")
        #expect(figures.short(try ratio(35, 2)) == "17,5")
        #expect(figures.fine(try ratio(1, 3)) == "0,3333")
        #expect(figures.count(1_234_567) == "1.234.567")
        #expect(figures.count(999) == "999")
        #expect(figures.width(try ratio(1, 3), of: .one) == "33.333%")
        #expect(figures.width(Ratio(2), of: .one) == "100.000%")
        #expect(figures.width(Ratio(2), of: .zero) == "0.000%")
    }

    @Test func `A gap is never rounded away`() throws {
        #expect(figures.signed(try ratio(-1, 1_000)) == "−0,001")
        #expect(figures.signed(try ratio(1, 250)) == "+0,004")
        #expect(figures.measured(try ratio(74_996, 1_000), against: Ratio(75)) == "74,996")
        #expect(figures.measured(try ratio(75_004, 1_000), against: Ratio(75)) == "75,004")
        #expect(figures.measured(Ratio(75), against: Ratio(75)) == "75,00")
        #expect(figures.measured(try ratio(75_000_000_001, 1_000_000_000), against: Ratio(75)) == "75,000000001")
    }
}
