import ExactMath
import Rulebook
import Testing

@Suite("Coverage of the pact") struct PactCoverageTests {
    private let day = Day(number: 20_000) ?? .first

    private func coverage(signed: Int, of people: Int) -> PactCoverage {
        var coverage = PactCoverage(on: day, declaredOn: nil)
        for at in 0..<people { coverage.count(RollEntry(employment: .throughout, signedOn: at < signed ? day : nil)) }
        return coverage
    }

    @Test("More than half: one below, on and above it", arguments: [(40, 20), (41, 20), (2, 1), (1, 0)])
    func boundary(people: Int, half: Int) {
        let rule = PactRuleNeededTests.most
        #expect(coverage(signed: half, of: people).meets(rule) == false)
        #expect(coverage(signed: half + 1, of: people).meets(rule))
        #expect(coverage(signed: half, of: people).missing(for: rule) == 1)
        #expect(coverage(signed: half + 1, of: people).missing(for: rule) == 0)
        if half > 0 { #expect(coverage(signed: half - 1, of: people).missing(for: rule) == 2) }
    }

    @Test("The share is exact and there is none of nobody")
    func share() {
        #expect(coverage(signed: 1, of: 3).share == PactRuleNeededTests.part(1, 3))
        let empty = coverage(signed: 0, of: 0)
        #expect(empty.share == nil && !empty.meets(PactRuleNeededTests.all) && empty.missing(for: PactRuleNeededTests.all) == nil)
    }

    @Test("Whoever came later or has left is not counted; a signature counts from its day on")
    func counted() throws {
        var coverage = PactCoverage(on: day, declaredOn: day.adding(days: -10))
        for shift in [-1, 0, 1] {
            coverage.count(RollEntry(employment: try #require(Employment(from: day.adding(days: shift), until: nil)), signedOn: nil))
        }
        #expect(coverage.employed == 2)
        for shift in [-1, 0, 1] {
            coverage.count(RollEntry(employment: try #require(Employment(from: nil, until: day.adding(days: shift))), signedOn: nil))
        }
        #expect(coverage.employed == 4)
        for shift in [-1, 0, 1] { coverage.count(RollEntry(employment: .throughout, signedOn: day.adding(days: shift))) }
        #expect(coverage.employed == 7 && coverage.signed == 2 && coverage.unsigned == 5)
    }

    @Test("New is whoever came after the declaration, not on its day")
    func newcomers() throws {
        let declared = day.adding(days: -10)
        var coverage = PactCoverage(on: day, declaredOn: declared)
        for (shift, signed) in [(-1, false), (0, false), (1, false), (1, true)] {
            let employment = try #require(Employment(from: declared.adding(days: shift), until: nil))
            coverage.count(RollEntry(employment: employment, signedOn: signed ? day : nil))
        }
        #expect(coverage.newcomers == 2 && coverage.newcomersUnsigned == 1 && coverage.employed == 4)
        var undeclared = PactCoverage(on: day, declaredOn: nil)
        undeclared.count(RollEntry(employment: try #require(Employment(from: day, until: nil)), signedOn: nil))
        #expect(undeclared.newcomers == 0)
    }
}
