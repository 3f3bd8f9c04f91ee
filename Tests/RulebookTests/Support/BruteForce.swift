import ExactMath
import Rulebook

/// The cheapest plan found by trying every combination: nothing clever, so that it can be believed.
struct BruteForce {
    struct Way {
        let effort: Int
        let value: Ratio
    }

    /// By question: all the ways it may be answered, the present one first.
    var ways: [[Way]] = []
    private let sheet: ScoringSheet
    private let conditions: [Condition]

    init(_ sheet: ScoringSheet, for designation: Designation, keeping kept: Set<ItemCode>, raising: [Int: Ratio] = [:]) throws {
        self.sheet = sheet
        conditions = sheet.instrument.conditions(for: designation)
        for (position, question) in sheet.instrument.questions.enumerated() {
            let now = raising[position] ?? sheet.value(at: position) ?? .zero
            var all = [Way(effort: 0, value: now)]
            if question.respondent == .unit, !kept.contains(question.code) {
                all += try Self.better(question, now, sheet.answer(at: position), sheet.instrument)
            }
            ways.append(all)
        }
    }

    private static func better(_ question: Question, _ now: Ratio, _ answer: Answer?, _ instrument: Instrument) throws -> [Way] {
        func cost(_ step: Int) -> Int { question.effort[min(step, question.effort.count - 1)] }
        var result: [Way] = []
        var spent = 0
        switch question.kind {
        case .choice(let scale, _):
            let upwards = Array(scale.choices.reversed())
            for step in 1..<upwards.count where upwards[step].value > now {
                spent += cost(step - 1)
                result.append(Way(effort: spent, value: upwards[step].value))
            }
        case .ratio(let rule):
            guard rule.lever != nil else { return [] }
            var step = 0
            var mark = Ratio.zero
            while mark != .one {
                mark = min(.one, try mark + instrument.parts.effort.ratioStep)
                if mark > now {
                    spent += cost(step)
                    var value = mark
                    // Counts are whole: the first one that reaches the mark decides.
                    if case .counts(let counts) = answer, counts[0] > 0 {
                        let count = try (0...counts[0]).first { try Ratio($0) >= mark * Ratio(counts[0]) } ?? counts[0]
                        value = try Ratio(Int128(count), over: Int128(counts[0])) ?? mark
                    }
                    result.append(Way(effort: spent, value: value))
                }
                step += 1
            }
        case .number: break
        }
        return result
    }

    /// Points a question adds to each condition, for each of its ways, in whole parts of a common unit.
    private func table() throws -> (points: [[[Int128]]], minimums: [Int128]) {
        let instrument = sheet.instrument
        var unit: Int128 = 1
        func cover(_ number: Ratio) { unit *= number.denominator / Int128(greatestCommonDivisor(UInt128(unit), UInt128(number.denominator))) }
        var exact: [[Ratio]] = []
        for (position, all) in ways.enumerated() {
            let node = instrument.nodes[instrument.indicatorOfQuestion[position]]
            exact.append(try all.map { try ($0.value * node.weight / Ratio(node.questions.count)) ?? .zero })
        }
        for number in exact.joined() { cover(number) }
        for condition in conditions { cover(condition.minimum) }
        func inParts(_ number: Ratio) -> Int128 { number.numerator * (unit / number.denominator) }
        let members = conditions.map { condition -> Set<Int> in
            guard case .nodes(let nodes) = condition.measure else { return [] }
            return Set(nodes.flatMap { instrument.nodes[$0].questions })
        }
        let points = exact.enumerated().map { position, row in
            row.map { value in [inParts(value)] + members.map { $0.contains(position) ? inParts(value) : 0 } }
        }
        return (points, conditions.map { inParts($0.minimum) })
    }

    /// The least effort and, at that effort, the most points; `nil` when no combination meets everything.
    func cheapest() throws -> (effort: Int, points: Int128)? {
        let (points, minimums) = try table()
        var best: (effort: Int, points: Int128)?
        func go(_ question: Int, _ effort: Int, _ sums: [Int128]) {
            if let best, effort > best.effort { return }
            guard question < ways.count else {
                guard zip(sums.dropFirst(), minimums).allSatisfy({ $0 >= $1 }) else { return }
                if best.map({ effort < $0.effort || sums[0] > $0.points }) ?? true { best = (effort, sums[0]) }
                return
            }
            for (way, row) in zip(ways[question], points[question]) { go(question + 1, effort + way.effort, zip(sums, row).map { $0 + $1 }) }
        }
        go(0, 0, [Int128](repeating: 0, count: minimums.count + 1))
        return best
    }

    /// Points of a combination, in the same unit as those of ``cheapest()``.
    func points(of values: [Ratio]) throws -> Int128? {
        let (points, _) = try table()
        var sum: Int128 = 0
        for (position, value) in values.enumerated() {
            guard let way = ways[position].firstIndex(where: { $0.value == value }) else { return nil }
            sum += points[position][way][0]
        }
        return sum
    }
}
