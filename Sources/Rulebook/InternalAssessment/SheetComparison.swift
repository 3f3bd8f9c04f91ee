public import ExactMath

/// Sheets of several parties side by side: where answers differ and what each difference is worth, exactly. Blanks count 0,
/// as in the verdict. Nobody's answers give way: all stay visible.
public struct SheetComparison: Sendable {
    /// One question where at least one party answers otherwise than the first.
    public struct Line: Hashable, Sendable {
        /// The position of the question in ``Instrument/questions``.
        public let question: Int
        /// Points, by party in the order of ``SheetComparison/sheets``.
        public let points: [Ratio]
        /// Points of each party after the first, minus the first's: what is gained, or lost when negative.
        public let differences: [Ratio]
    }

    /// A part of the sheet with the sums of its questions.
    public struct Sum: Hashable, Sendable {
        /// What people read.
        public let name: String
        /// Points at most.
        public let weight: Ratio
        /// Points, by party.
        public let points: [Ratio]
        /// Points of each party after the first, minus the first's.
        public let differences: [Ratio]
        /// How many of its questions differ.
        public let lines: Int
    }

    /// The sheets that are compared, all of one instrument; the first is what the others are compared with.
    public let sheets: [ScoredSheet]
    /// The questions that differ, by the size of the largest difference, then in the order of the sheet.
    public let lines: [Line]
    /// The areas of change, then what lies outside of them; every question counts in exactly one.
    public let parts: [Sum]
    /// The whole sheet.
    public let total: Sum

    /// Compares sheets, each scored with blanks counting 0.
    ///
    /// - Parameters:
    ///   - first: what the others are compared with.
    ///   - others: sheets of the same instrument; that is not checked.
    /// - Throws: `Overflow` when an exact sum does not fit.
    /// - Complexity: O(questions × log questions)
    public init(_ first: ScoredSheet, with others: [ScoredSheet]) throws(Overflow) {
        let sheets = [first] + others
        let instrument = first.instrument
        self.sheets = sheets
        var all: [Line] = []
        var differing: Set<Int> = []
        for question in instrument.questions.indices {
            var points: [Ratio] = []
            for sheet in sheets { points.append(try sheet.questionScore(at: question)) }
            let line = Line(question: question, points: points, differences: try Self.differences(points))
            all.append(line)
            let answer = first.sheet.answer(at: question)
            if others.contains(where: { $0.sheet.answer(at: question) != answer }) { differing.insert(question) }
        }
        lines = all.filter { differing.contains($0.question) }.sorted { one, other in
            let (size, otherSize) = (one.size, other.size)
            return size == otherSize ? one.question < other.question : size > otherSize
        }
        var parts: [Sum] = []
        for group in Self.groups(of: instrument) {
            parts.append(try Self.sum(group.name, group.questions, in: instrument, all, differing, shares: first.questionWeights))
        }
        self.parts = parts
        total = try Self.sum("Nilai total", Array(instrument.questions.indices), in: instrument, all, differing, shares: first.questionWeights)
    }

    private static func differences(_ points: [Ratio]) throws(Overflow) -> [Ratio] {
        var result: [Ratio] = []
        for other in points.dropFirst() { result.append(try other - points[0]) }
        return result
    }

    private static func sum(
        _ name: String, _ questions: [Int], in instrument: Instrument, _ lines: [Line], _ differing: Set<Int>, shares: [Ratio]
    ) throws(Overflow) -> Sum {
        var points: [Ratio] = []
        for party in lines.first?.points.indices ?? 0..<0 { points.append(try Ratio.sum(questions.map { lines[$0].points[party] })) }
        return Sum(
            name: name, weight: try Ratio.sum(questions.map { shares[$0] }), points: points, differences: try differences(points),
            lines: questions.count { differing.contains($0) })
    }

    /// The areas of change, the other areas, and by component whatever stands in no area.
    private static func groups(of instrument: Instrument) -> [(name: String, questions: [Int])] {
        var groups: [(name: String, questions: [Int])] = []
        var covered: Set<Int> = []
        func add(_ name: String, _ questions: [Int]) {
            let new = questions.filter { covered.insert($0).inserted }
            if !new.isEmpty { groups.append((name, new)) }
        }
        for area in instrument.parts.changeAreas { add("\(area.number) \(area.name)", area.nodes.flatMap { Array(instrument.nodes[$0].questions) }) }
        for node in instrument.nodes where node.kind == .area { add(node.name, Array(node.questions)) }
        for node in instrument.nodes where node.parent == nil { add(node.name, Array(node.questions)) }
        return groups
    }
}

extension SheetComparison.Line {
    /// The largest difference, whichever way.
    fileprivate var size: Ratio { differences.map(\.magnitude).max() ?? .zero }
}
