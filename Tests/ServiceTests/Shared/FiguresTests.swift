import ExactMath
import Rulebook
import Testing

@testable import Service

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

    @Test(arguments: [
        (Int64(1_795_426_800), "23 November 2026 pukul 16.40 WIB", "2026-11-23T09:40:00.007Z"),
        (0, "1 Januari 1970 pukul 07.00 WIB", "1970-01-01T00:00:00.007Z"),
        (951_782_399, "29 Februari 2000 pukul 06.59 WIB", "2000-02-28T23:59:59.007Z"),
        (1_709_251_199, "1 Maret 2024 pukul 06.59 WIB", "2024-02-29T23:59:59.007Z"),
    ])
    func `Moments are written in Indonesian and, for logs, in UTC`(seconds: Int64, text: String, stamp: String) {
        #expect(Moment(seconds: seconds).text == text)
        #expect(Moment(seconds: seconds).timestamp(milliseconds: 7) == stamp)
    }

    @Test(arguments: FindingCode.allCases)
    func `Every code is explained in a sentence`(code: FindingCode) {
        #expect(code.explanation.count > 15 && code.explanation.hasSuffix("."))
    }
}
