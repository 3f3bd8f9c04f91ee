import ExactMath
import Rulebook
import Testing

@Suite("The quick way to a verdict")
struct ScorerJudgeTests {
    /// The ratio questions of 90/2021 with counts that are primes of about `size`, so that no divisor helps another.
    private func sheet(primes: [Int], of scorer: Scorer) throws -> ScoringSheet {
        var sheet = try ScoringSheet.best(scorer.instrument)
        var next = 0
        for (position, question) in scorer.instrument.questions.enumerated() {
            guard case .ratio(let rule) = question.kind else { continue }
            var counts = [Int](repeating: 0, count: rule.inputs.count)
            for divisor in rule.divisors.prefix(1) { counts[divisor] = primes[next % primes.count] }
            for plus in rule.plus where !rule.divisors.contains(plus) { counts[plus] = primes[next % primes.count] / 2 }
            try sheet.record(.counts(counts), at: position)
            next += 1
        }
        return sheet
    }

    @Test(
        "Counts of every size give the verdict of the slow way",
        arguments: [
            [2, 3, 5, 7, 11, 13, 17, 19], [97, 89, 83, 79, 73, 71, 67, 61], [1_999, 997, 499, 211, 101, 1_009, 503, 251],
            [65_537, 99_991, 99_989, 65_539, 99_971, 99_961, 65_543, 99_929],
        ])
    func agrees(primes: [Int]) throws {
        let scorer = try Shipped.scorer(Shipped.law2021)
        let sheet = try sheet(primes: primes, of: scorer)
        for designation in Designation.allCases {
            let slow = try scorer.verdict(on: scorer.score(sheet), for: designation)
            let quick = try scorer.judge(sheet, for: designation)
            #expect(quick.outcomes.map(\.measured) == slow.outcomes.map(\.measured))
            #expect(quick.outcomes.map(\.met) == slow.outcomes.map(\.met))
        }
    }

    @Test("Counts whose exact sum has no room are an error, not a wrong number")
    func overflow() throws {
        let scorer = try Shipped.scorer(Shipped.law2021)
        let primes = [9_999_991, 9_999_973, 9_999_971, 9_999_943, 9_999_937, 9_999_931, 9_999_929, 9_999_907]
        let sheet = try sheet(primes: primes, of: scorer)
        #expect(throws: Overflow.self) { try scorer.judge(sheet, for: .wbk) }
        #expect(throws: Overflow.self) { try scorer.score(sheet) }
    }
}
