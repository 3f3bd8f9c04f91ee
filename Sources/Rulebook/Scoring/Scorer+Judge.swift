public import ExactMath

/// The quick way to a verdict: sums of whole parts of points that are never reduced. It is exact as long as
/// nothing overflows, and says when something does.
extension Scorer {
    /// The verdict of a sheet, blanks counting 0.
    ///
    /// - Throws: `Overflow` when counts are so large and so different that an exact sum does not fit.
    /// - Complexity: O(questions + conditions)
    public func judge(_ sheet: ScoringSheet, for designation: Designation) throws(Overflow) -> Verdict {
        let plan = table.plan(for: designation)
        // The points of a cell nearly always fit in 64 bits; huge counts take the wider way, and what overflows
        // even there is reduced as it goes.
        if let outcomes = outcomes(of: sheet, plan, cells: Int64.self) ?? outcomes(of: sheet, plan, cells: Int128.self) {
            return Verdict(designation: designation, outcomes: outcomes)
        }
        return try verdict(on: score(sheet, reading: .floor), for: designation)
    }

    /// Points that are not reduced: parts / divisor, in parts of a point.
    private struct Share<Whole: PointParts> {
        var parts: Whole = 0
        var divisor: Whole = 1

        /// - Returns: whether it fitted.
        @inline(__always)
        mutating func add(_ otherParts: Whole, over otherDivisor: Whole) -> Bool {
            if divisor == otherDivisor {
                let (sum, lost) = parts.addingReportingOverflow(otherParts)
                parts = sum
                return !lost
            }
            let (mine, lostA) = parts.times(otherDivisor)
            let (others, lostB) = otherParts.times(divisor)
            let (sum, lostC) = mine.addingReportingOverflow(others)
            let (both, lostD) = divisor.times(otherDivisor)
            if lostA || lostB || lostC || lostD { return addReduced(otherParts, over: otherDivisor) }
            parts = sum
            divisor = both
            return true
        }

        /// The same over the least common divisor, where the plain product does not fit.
        @inline(never)
        private mutating func addReduced(_ otherParts: Whole, over otherDivisor: Whole) -> Bool {
            let shared = Self.common(divisor, otherDivisor)
            let (scale, otherScale) = (otherDivisor / shared, divisor / shared)
            let (mine, lostA) = parts.times(scale)
            let (others, lostB) = otherParts.times(otherScale)
            let (sum, lostC) = mine.addingReportingOverflow(others)
            let (both, lostD) = divisor.times(scale)
            parts = sum
            divisor = both
            return !(lostA || lostB || lostC || lostD)
        }

        /// The divisor times `factor`, reduced first where that is needed to fit.
        @inline(__always)
        mutating func scaledDivisor(by factor: Whole) -> Whole? {
            let (plain, lost) = divisor.times(factor)
            if !lost { return plain }
            let shared = Self.common(parts, divisor)
            parts /= shared
            divisor /= shared
            let (reduced, still) = divisor.times(factor)
            return still ? nil : reduced
        }

        private static func common(_ a: Whole, _ b: Whole) -> Whole {
            let shared = greatestCommonDivisor(
                UInt128(truncatingIfNeeded: a.magnitude), UInt128(truncatingIfNeeded: b.magnitude))
            return max(Whole(truncatingIfNeeded: shared), 1)
        }
    }

    /// - Returns: `nil` when a sum does not fit in this width.
    @inline(__always)
    private func outcomes<Whole: PointParts>(
        of sheet: ScoringSheet, _ plan: ScoreTable.Plan, cells _: Whole.Type
    ) -> [Outcome]? {
        withUnsafeTemporaryAllocation(of: Share<Whole>.self, capacity: table.cellCount) { cells in
            cells.initialize(repeating: Share())
            addLetters(of: sheet, to: cells)
            guard addValues(of: sheet, to: cells) else { return nil }
            var outcomes: [Outcome] = []
            outcomes.reserveCapacity(plan.conditions.count)
            for position in plan.conditions.indices {
                var sum = Share<Int128>()
                for index in plan.ranges[position] {
                    let cell = cells[plan.cells[index]]
                    guard sum.add(Int128(cell.parts), over: Int128(cell.divisor)) else { return nil }
                }
                guard let divisor = sum.scaledDivisor(by: Int128(table.partsPerPoint)),
                    let outcome = try? Outcome(plan.conditions[position], dividend: sum.parts, divisor: divisor)
                else { return nil }
                outcomes.append(outcome)
            }
            return outcomes
        }
    }

    @inline(__always)
    private func addLetters<Whole>(of sheet: ScoringSheet, to cells: UnsafeMutableBufferPointer<Share<Whole>>) {
        sheet.marks.withUnsafeBufferPointer { marks in
            table.points.withUnsafeBufferPointer { points in
                table.choices.withUnsafeBufferPointer { choices in
                    for entry in choices {
                        // Marks never exceed the scale and the tables are as long as the sheet: both are made
                        // from the same instrument. A sheet's letters cannot be worth more than 64 bits hold.
                        cells[Int(entry.cell)].parts &+= Whole(
                            truncatingIfNeeded: points[Int(entry.first) + Int(marks[Int(entry.question)])])
                    }
                }
            }
        }
    }

    /// - Returns: whether everything fitted.
    @inline(__always)
    private func addValues<Whole: PointParts>(
        of sheet: ScoringSheet, to cells: UnsafeMutableBufferPointer<Share<Whole>>
    ) -> Bool {
        for index in table.values.indices {
            let entry = table.values[index]
            guard sheet.marks[entry.question] != 0 else { continue }
            if entry.terms.isEmpty {
                let number = sheet.numbers[entry.question]
                guard let dividend = Whole(exactly: number.numerator), let divisor = Whole(exactly: number.denominator)
                else { return false }
                let (parts, lost) = dividend.times(Whole(truncatingIfNeeded: entry.perValue))
                guard !lost, cells[entry.cell].add(parts, over: divisor) else { return false }
            } else if let value = value(of: entry, on: sheet) {
                let (parts, lost) = Whole(truncatingIfNeeded: value.dividend).times(
                    Whole(truncatingIfNeeded: entry.perValue))
                guard !lost, cells[entry.cell].add(parts, over: Whole(truncatingIfNeeded: value.divisor)) else {
                    return false
                }
            }
        }
        return true
    }

    /// A ratio as `RatioRule.value(of:)` has it, over the table's flat terms.
    @inline(__always)
    private func value(of entry: ScoreTable.ValueEntry, on sheet: ScoringSheet) -> ScoreTable.ValueEntry.Fixed? {
        var dividend: Int64 = 0
        var divisor: Int64 = 0
        for index in entry.terms {
            let term = table.terms[index]
            // Counts are at most seven digits, so nothing here can overflow.
            let count = sheet.counts[term.count]
            dividend &+= count &* term.dividend
            divisor &+= count &* term.divisor
        }
        guard divisor == 0 else { return .init(dividend: min(max(dividend, 0), divisor), divisor: divisor) }
        let fixed = dividend == 0 ? entry.whenZero : entry.otherwise
        return fixed.divisor == 0 ? nil : fixed
    }
}

/// A whole number wide enough to add parts of points in.
private protocol PointParts: FixedWidthInteger & SignedInteger {
    /// The product and whether it overflowed.
    func times(_ other: Self) -> (partialValue: Self, overflow: Bool)
}

extension Int64: PointParts {
    @inline(__always)
    fileprivate func times(_ other: Int64) -> (partialValue: Int64, overflow: Bool) {
        multipliedReportingOverflow(by: other)
    }
}

extension Int128: PointParts {
    /// One machine instruction where both fit in 64 bits, which is nearly always.
    @inline(__always)
    fileprivate func times(_ other: Int128) -> (partialValue: Int128, overflow: Bool) {
        if Int128(Int64(truncatingIfNeeded: self)) == self, Int128(Int64(truncatingIfNeeded: other)) == other {
            return (self &* other, false)
        }
        return multipliedReportingOverflow(by: other)
    }
}
