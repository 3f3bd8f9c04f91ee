import ExactMath

/// An instrument prepared for scoring: every letter's points as a whole number of small equal parts, and the
/// sheet cut into cells so that each condition is a sum of cells.
struct ScoreTable: Sendable {
    /// A choice question: where its points begin and where they go.
    struct ChoiceEntry: Sendable {
        let question: Int32
        let cell: Int32
        /// `points[first + mark]` is what a mark is worth; mark 0 is a blank and worth 0.
        let first: Int32
    }

    /// A ratio or number question: points = value × `perValue` parts.
    struct ValueEntry: Sendable {
        let question: Int
        let cell: Int
        let perValue: Int128
        let rule: RatioRule?
    }

    /// How many parts make one point.
    let partsPerPoint: Int128
    let points: [Int64]
    let choices: [ChoiceEntry]
    let values: [ValueEntry]
    let cellCount: Int
    /// By designation, by condition: the cells it is the sum of.
    let cells: [Designation: [[Int]]]
    /// By question: its part of the indicator's weight, in points.
    let shares: [Ratio]

    /// - Throws: ``Refusal`` when the instrument's figures are too fine to share one denominator.
    init(_ instrument: Instrument) throws(Refusal) {
        do throws(Overflow) {
            try self.init(checked: instrument)
        } catch {
            throw Refusal(
                .figureOutOfRange, at: instrument.id.text,
                "Bobot dan nilai pilihan terlalu halus untuk dihitung bersama. Kurangi banyaknya desimal.")
        }
    }

    private init(checked instrument: Instrument) throws(Overflow) {
        var shares: [Ratio] = []
        for indicator in instrument.indicatorOfQuestion {
            let node = instrument.nodes[indicator]
            shares.append(try node.weight * (try Ratio(1, over: Int128(node.questions.count)) ?? .one))
        }
        self.shares = shares
        let perMark = try Self.pointsPerMark(instrument, shares)
        let parts = try Self.commonDenominator(perMark.joined())
        guard parts < 1 << 40 else { throw Overflow() }
        partsPerPoint = parts
        let (cellOfQuestion, count) = Self.cells(of: instrument)
        cellCount = count
        var points: [Int64] = []
        var choices: [ChoiceEntry] = []
        var values: [ValueEntry] = []
        for (position, question) in instrument.questions.enumerated() {
            var scaled: [Int64] = []
            for number in perMark[position] {
                guard let whole = Int64(exactly: try number.numerator.exactly(times: parts / number.denominator)) else {
                    throw Overflow()
                }
                scaled.append(whole)
            }
            switch question.kind {
            case .choice:
                choices.append(
                    ChoiceEntry(
                        question: Int32(position), cell: Int32(cellOfQuestion[position]), first: Int32(points.count)))
                points += [0] + scaled
            case .ratio(let rule):
                values.append(
                    ValueEntry(
                        question: position, cell: cellOfQuestion[position], perValue: Int128(scaled[0]), rule: rule))
            case .number:
                values.append(
                    ValueEntry(
                        question: position, cell: cellOfQuestion[position], perValue: Int128(scaled[0]), rule: nil))
            }
        }
        self.points = points
        self.choices = choices
        self.values = values
        cells = Self.cellsByCondition(instrument, cellOfQuestion)
    }

    /// For each question: the points of each choice; of a full ratio; of the number 1.
    private static func pointsPerMark(_ instrument: Instrument, _ shares: [Ratio]) throws(Overflow) -> [[Ratio]] {
        var result: [[Ratio]] = []
        for (question, share) in zip(instrument.questions, shares) {
            switch question.kind {
            case .choice(let scale, _):
                var points: [Ratio] = []
                for choice in scale.choices { points.append(try share * choice.value) }
                result.append(points)
            case .ratio: result.append([share])
            case .number(let maximum, _): result.append([try (share / maximum) ?? share])
            }
        }
        return result
    }

    private static func commonDenominator(_ numbers: some Sequence<Ratio>) throws(Overflow) -> Int128 {
        var common: Int128 = 1
        for number in numbers {
            let shared = Int128(greatestCommonDivisor(common.magnitude, number.denominator.magnitude))
            common = try common.exactly(times: number.denominator / shared)
        }
        return common
    }

    /// Questions that count in exactly the same conditions share a cell.
    private static func cells(of instrument: Instrument) -> (byQuestion: [Int], count: Int) {
        let conditions = Designation.allCases.flatMap(instrument.conditions(for:))
        var number: [[Bool]: Int] = [:]
        let byQuestion = instrument.questions.indices.map { question in
            let membership = conditions.map { counts(question, in: $0, of: instrument) }
            if let known = number[membership] { return known }
            number[membership] = number.count
            return number.count - 1
        }
        return (byQuestion, number.count)
    }

    private static func cellsByCondition(_ instrument: Instrument, _ cellOfQuestion: [Int]) -> [Designation: [[Int]]] {
        var result: [Designation: [[Int]]] = [:]
        for designation in Designation.allCases {
            result[designation] = instrument.conditions(for: designation).map { condition in
                let questions = instrument.questions.indices.filter { counts($0, in: condition, of: instrument) }
                return Set(questions.map { cellOfQuestion[$0] }).sorted()
            }
        }
        return result
    }

    private static func counts(_ question: Int, in condition: Condition, of instrument: Instrument) -> Bool {
        guard case .nodes(let nodes) = condition.measure else { return false }
        return nodes.contains { instrument.nodes[$0].questions.contains(question) }
    }
}
