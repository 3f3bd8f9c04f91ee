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

    /// A ratio or number question: points = value × `perValue` parts. Holds no references, so that a pass over
    /// the table counts none.
    struct ValueEntry: Sendable {
        /// What a ratio is worth when there is nothing to divide by; a divisor of 0 stands for "not answered".
        struct Fixed: Sendable {
            var dividend: Int64 = 0
            var divisor: Int64 = 0
        }

        let question: Int
        let cell: Int
        let perValue: Int64
        /// The counts it is made of, as a range in ``terms``; empty for a number.
        let terms: Range<Int>
        let whenZero: Fixed
        let otherwise: Fixed
    }

    /// One count of a ratio: how often it enters dividend and divisor.
    struct Term: Sendable {
        /// Position in ``ScoringSheet/counts``.
        let count: Int
        let dividend: Int64
        let divisor: Int64
    }

    /// The conditions of one designation, each a sum of cells.
    struct Plan: Sendable {
        let conditions: [Condition]
        /// By condition: its range in `cells`.
        let ranges: [Range<Int>]
        let cells: [Int]
    }

    /// How many parts make one point.
    let partsPerPoint: Int64
    let points: [Int64]
    let choices: [ChoiceEntry]
    let values: [ValueEntry]
    let terms: [Term]
    let cellCount: Int
    private let wbk: Plan
    private let wbbm: Plan
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
        partsPerPoint = Int64(parts)
        let (cellOfQuestion, count) = Self.cells(of: instrument)
        cellCount = count
        var points: [Int64] = []
        var choices: [ChoiceEntry] = []
        var values: [ValueEntry] = []
        var terms: [Term] = []
        for (position, question) in instrument.questions.enumerated() {
            var scaled: [Int64] = []
            for number in perMark[position] {
                guard let whole = Int64(exactly: try number.numerator.exactly(times: parts / number.denominator)) else {
                    throw Overflow()
                }
                scaled.append(whole)
            }
            let cell = cellOfQuestion[position]
            switch question.kind {
            case .choice:
                choices.append(
                    ChoiceEntry(question: Int32(position), cell: Int32(cell), first: Int32(points.count)))
                points += [0] + scaled
            case .ratio(let rule):
                let first = terms.count
                terms += Self.terms(of: rule, from: instrument.firstCount[position])
                let (whenZero, otherwise) = Self.fixed(rule.emptyDivisor)
                values.append(
                    ValueEntry(
                        question: position, cell: cell, perValue: scaled[0], terms: first..<terms.count,
                        whenZero: whenZero, otherwise: otherwise))
            case .number:
                values.append(
                    ValueEntry(
                        question: position, cell: cell, perValue: scaled[0], terms: 0..<0, whenZero: .init(),
                        otherwise: .init()))
            }
        }
        self.points = points
        self.choices = choices
        self.values = values
        self.terms = terms
        wbk = Self.plan(instrument, .wbk, cellOfQuestion)
        wbbm = Self.plan(instrument, .wbbm, cellOfQuestion)
    }

    /// What is judged for a designation.
    func plan(for designation: Designation) -> Plan { designation == .wbk ? wbk : wbbm }

    private static func terms(of rule: RatioRule, from first: Int) -> [Term] {
        rule.inputs.indices.map { input in
            Term(
                count: first + input,
                dividend: Int64(rule.plus.count { $0 == input } - rule.minus.count { $0 == input }),
                divisor: Int64(rule.divisors.count { $0 == input }))
        }
    }

    private static func fixed(_ empty: RatioRule.EmptyDivisor) -> (ValueEntry.Fixed, ValueEntry.Fixed) {
        // Instruments are checked to have such values between 0 and 1 with a small divisor.
        func fixed(_ value: Ratio) -> ValueEntry.Fixed {
            .init(
                dividend: Int64(truncatingIfNeeded: value.numerator), divisor: Int64(truncatingIfNeeded: value.denominator))
        }
        switch empty {
        case .unanswered: return (.init(), .init())
        case .value(let whenZero, let otherwise): return (fixed(whenZero), fixed(otherwise))
        }
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

    private static func plan(_ instrument: Instrument, _ designation: Designation, _ cellOfQuestion: [Int]) -> Plan {
        let conditions = instrument.conditions(for: designation)
        var ranges: [Range<Int>] = []
        var cells: [Int] = []
        for condition in conditions {
            let questions = instrument.questions.indices.filter { counts($0, in: condition, of: instrument) }
            let first = cells.count
            cells += Set(questions.map { cellOfQuestion[$0] }).sorted()
            ranges.append(first..<cells.count)
        }
        return Plan(conditions: conditions, ranges: ranges, cells: cells)
    }

    private static func counts(_ question: Int, in condition: Condition, of instrument: Instrument) -> Bool {
        guard case .nodes(let nodes) = condition.measure else { return false }
        return nodes.contains { instrument.nodes[$0].questions.contains(question) }
    }
}
