import ExactMath
import Rulebook
import Testing

@Suite("How long a unit has been developing") struct DevelopmentTimeTests {
    private let time = DevelopmentTime(since: Day("2025-03-03") ?? .first)

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test("One year from 3 March 2025 is reached on 3 March 2026, not the day before")
    func year() throws {
        #expect(try !time.hasReached(.one, on: day("2026-03-02")))
        #expect(try time.hasReached(.one, on: day("2026-03-03")))
        #expect(try time.hasReached(.one, on: day("2026-03-04")))
        #expect(try time.reached(.one) == day("2026-03-03"))
    }

    @Test("Parts of a year are whole months; a part of a month counts as a whole one")
    func parts() throws {
        #expect(try time.reached(.of("0.5")) == day("2025-09-03"))
        #expect(try time.reached(.of("0.01")) == day("2025-04-03"))
        #expect(try time.reached(.zero) == day("2025-03-03"))
        #expect(try time.years(on: day("2025-09-02")) == .exact("5/12"))
        #expect(try time.years(on: day("2026-03-03")) == .one)
        #expect(try time.years(on: day("2024-01-01")) == .zero)
        #expect(time.reached(Ratio(1_000_000)) == .last)
    }

    @Test("The years that are stated meet a minimum on the very day on which it is reached")
    func agreement() throws {
        var random = SplitMix64(seed: 2_502)
        for _ in 0..<500 {
            let minimum = try #require(try Ratio(Int128(Int.random(in: 1...36, using: &random)), over: 12))
            let since = try #require(Day(number: Int.random(in: 18_000...22_000, using: &random)))
            let time = DevelopmentTime(since: since)
            let reached = time.reached(minimum)
            #expect(time.years(on: reached) >= minimum && time.years(on: reached.adding(days: -1)) < minimum, "\(since) \(minimum)")
        }
    }

    @Test("The regulation of 2021 asks for a year, the one of 2014 for none", arguments: Designation.allCases)
    func condition(designation: Designation) throws {
        #expect(try DevelopmentTime.condition(of: Shipped.instrument(Shipped.law2021), for: designation)?.minimum == .one)
        #expect(try DevelopmentTime.condition(of: Shipped.instrument(Shipped.law2014), for: designation) == nil)
    }
}
