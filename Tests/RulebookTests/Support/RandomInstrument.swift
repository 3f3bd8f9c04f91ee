import ExactMath
import Rulebook

extension Small {
    /// A random instrument of one or two components and five to seven questions of all kinds, whose conditions
    /// nest.
    static func random(using random: inout SplitMix64) -> Instrument.Parts {
        var nodes: [Node] = []
        var questions: [Question] = []
        var left = Int.random(in: 5...7, using: &random)
        let components = Int.random(in: 1...2, using: &random)
        for (number, weight) in split(100, into: components, using: &random).enumerated() {
            let mine = number == components - 1 ? left : left / 2
            left -= mine
            let component = nodes.count
            let begin = questions.count
            nodes.append(node(.component, ItemCode("K\(number)"), Ratio(weight), above: nil, begin..<(begin + mine)))
            let areas = Int.random(in: 1...2, using: &random)
            for (place, areaWeight) in split(weight, into: areas, using: &random).enumerated() {
                let these = place == areas - 1 ? begin + mine - questions.count : max(1, mine / 2)
                let area = nodes.count
                let code = "K\(number).\(place)"
                let first = questions.count
                nodes.append(node(.area, ItemCode(code), Ratio(areaWeight), above: component, first..<(first + these)))
                let parts = these > 1 ? Int.random(in: 1...2, using: &random) : 1
                for (last, indicatorWeight) in split(areaWeight, into: parts, using: &random).enumerated() {
                    let count = last == parts - 1 ? first + these - questions.count : these / 2
                    let start = questions.count
                    for _ in 0..<count { questions.append(question(ItemCode("q\(questions.count)"), using: &random)) }
                    nodes.append(node(.indicator, ItemCode("\(code).\(last)"), Ratio(indicatorWeight), above: area, start..<questions.count))
                }
            }
        }
        let all = condition("total", nodes.indices.filter { nodes[$0].parent == nil }, Ratio(Int.random(in: 30...90, using: &random)))
        let others = nodes.indices.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }.map { position in
            condition(ConditionID(nodes[position].code.text), [position], part(of: nodes[position].weight, using: &random))
        }
        let withTotal = others.isEmpty || Int.random(in: 0..<5, using: &random) > 0
        let step = ["0.25", "0.5", "0.4", "1"].randomElement(using: &random) ?? "0.25"
        return parts(nodes, questions, (withTotal ? [all] : []) + others.shuffled(using: &random), ratioStep: .of(step))
    }

    /// Whole numbers of at least 10 that add up to `whole`.
    private static func split(_ whole: Int, into count: Int, using random: inout SplitMix64) -> [Int] {
        guard count == 2 else { return [whole] }
        let first = Int.random(in: max(1, whole / 5)...(whole - max(1, whole / 5)), using: &random)
        return [first, whole - first]
    }

    private static func part(of weight: Ratio, using random: inout SplitMix64) -> Ratio {
        (try? weight * .of("0.05") * Ratio(Int.random(in: 6...19, using: &random))) ?? .zero
    }

    private static func question(_ code: ItemCode, using random: inout SplitMix64) -> Question {
        let effort = (0..<Int.random(in: 1...3, using: &random)).map { _ in Int.random(in: 1...9, using: &random) }
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return number(code)
        case 1: return choice(code, by: .record, effort: effort)
        case 2...4:
            return ratio(code, done(empty: Bool.random(using: &random) ? .unanswered : .value(whenDividendZero: .one, otherwise: .zero)), effort: effort)
        case 5...7: return choice(code, yesNo, effort: effort)
        default: return choice(code, effort: effort)
        }
    }
}
