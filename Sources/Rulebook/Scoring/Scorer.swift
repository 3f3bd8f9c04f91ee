public import ExactMath

/// Scores sheets of one instrument, exactly.
///
/// Prepared once, then used for any number of sheets from any thread.
///
/// Clause: PermenPANRB 52/2014 Lampiran, LKE; PermenPANRB 90/2021 Lampiran II Bab III and Lampiran III: the
/// score of an indicator is the mean of its questions × its weight; areas, components and the total are sums.
public struct Scorer: Sendable {
    /// The instrument whose sheets are scored. Sheets of another must not be handed in; that is not checked.
    public let instrument: Instrument
    let table: ScoreTable

    /// - Throws: ``Refusal`` when the instrument's figures are too fine to be added exactly.
    /// - Complexity: O(questions × conditions)
    public init(_ instrument: Instrument) throws(Refusal) {
        self.instrument = instrument
        table = try ScoreTable(instrument)
    }

    /// The verdict of a sheet, blanks counting 0.
    ///
    /// - Throws: `Overflow` when counts are so large and so different that an exact sum does not fit.
    /// - Complexity: O(questions + conditions)
    public func judge(_ sheet: ScoringSheet, for designation: Designation) throws(Overflow) -> Verdict {
        let conditions = instrument.conditions(for: designation)
        let groups = table.cells[designation] ?? []
        do throws(Overflow) {
            let cells = try cellSums(of: sheet)
            var outcomes: [Outcome] = []
            outcomes.reserveCapacity(conditions.count)
            for (position, condition) in conditions.enumerated() {
                var sum = Share.zero
                for cell in groups[position] { try sum.add(cells[cell]) }
                outcomes.append(
                    try Outcome(
                        condition, dividend: sum.parts,
                        divisor: sum.divisor.exactly(times: table.partsPerPoint)))
            }
            return Verdict(designation: designation, outcomes: outcomes)
        } catch {
            // Unreduced sums ran out of room; reduced ones go further.
            return try verdict(on: score(sheet, reading: .floor), for: designation)
        }
    }

    /// The verdict on a scored sheet.
    ///
    /// - Throws: `Overflow`
    public func verdict(on scored: ScoredSheet, for designation: Designation) throws(Overflow) -> Verdict {
        var outcomes: [Outcome] = []
        for condition in instrument.conditions(for: designation) {
            guard case .nodes(let nodes) = condition.measure else { continue }
            let measured = try Ratio.sum(nodes.map { scored.nodeScores[$0] })
            outcomes.append(
                try Outcome(condition, dividend: measured.numerator, divisor: measured.denominator))
        }
        return Verdict(designation: designation, outcomes: outcomes)
    }

    /// A sum of points that is not reduced: parts / divisor, in parts of a point.
    struct Share {
        var parts: Int128
        var divisor: Int128

        static let zero = Share(parts: 0, divisor: 1)

        @inline(__always)
        mutating func add(_ other: Share) throws(Overflow) {
            if divisor == other.divisor {
                parts = try parts.exactly(plus: other.parts)
            } else {
                let mine = try parts.exactly(times: other.divisor)
                let others = try other.parts.exactly(times: divisor)
                parts = try mine.exactly(plus: others)
                divisor = try divisor.exactly(times: other.divisor)
            }
        }
    }

    /// The points of each cell, blanks counting 0.
    private func cellSums(of sheet: ScoringSheet) throws(Overflow) -> [Share] {
        var sums = [Int64](repeating: 0, count: table.cellCount)
        sheet.marks.withUnsafeBufferPointer { marks in
            table.points.withUnsafeBufferPointer { points in
                for entry in table.choices {
                    // Marks never exceed the scale and the tables are as long as the sheet: both are made
                    // from the same instrument.
                    sums[Int(entry.cell)] &+= points[Int(entry.first) + Int(marks[Int(entry.question)])]
                }
            }
        }
        var cells = sums.map { Share(parts: Int128($0), divisor: 1) }
        for entry in table.values where sheet.marks[entry.question] != 0 {
            if let rule = entry.rule {
                guard let value = rule.value(of: sheet.countSlice(at: entry.question)) else { continue }
                let parts = try entry.perValue.exactly(times: Int128(value.dividend))
                try cells[entry.cell].add(Share(parts: parts, divisor: Int128(value.divisor)))
            } else {
                let number = sheet.numbers[entry.question]
                let parts = try entry.perValue.exactly(times: number.numerator)
                try cells[entry.cell].add(Share(parts: parts, divisor: number.denominator))
            }
        }
        return cells
    }
}
