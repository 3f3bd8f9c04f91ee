public import ExactMath

/// A sheet with the score of every question, indicator, area, block and component.
public struct ScoredSheet: Sendable {
    /// The answers that were scored.
    public let sheet: ScoringSheet
    /// What blanks counted for in these scores.
    public let reading: Reading
    /// By position in ``Instrument/questions``: what the answer counted for, 0 to 1; `nil` where it was left
    /// out of the mean.
    public let values: [Ratio?]
    /// By position in ``Instrument/nodes``: points.
    public let nodeScores: [Ratio]
    /// By position in ``Instrument/questions``: the question's part of the weight of its indicator, in points.
    public let questionWeights: [Ratio]
    /// Points of 100.
    public let total: Ratio

    /// The instrument whose questions and nodes the positions here refer to.
    public var instrument: Instrument { sheet.instrument }

    /// The points of one question: value × its part of the indicator's weight.
    ///
    /// - Throws: `Overflow`
    public func questionScore(at position: Int) throws(Overflow) -> Ratio {
        try (values[position] ?? .zero) * questionWeights[position]
    }
}

extension Scorer {
    /// Scores every level of a sheet.
    ///
    /// - Throws: `Overflow` when an exact sum does not fit.
    /// - Complexity: O(questions + nodes)
    public func score(_ sheet: ScoringSheet, reading: Reading = .floor) throws(Overflow) -> ScoredSheet {
        var values: [Ratio?] = []
        values.reserveCapacity(instrument.questions.count)
        for position in instrument.questions.indices {
            let value = sheet.value(at: position)
            switch reading {
            case .floor: values.append(value ?? .zero)
            case .ceiling: values.append(value ?? .one)
            case .spreadsheet: values.append(value)
            }
        }
        return try score(sheet, values: values, reading: reading)
    }

    /// Adds up what each question is taken to be worth.
    func score(_ sheet: ScoringSheet, values: [Ratio?], reading: Reading) throws(Overflow) -> ScoredSheet {
        var scores = [Ratio](repeating: .zero, count: instrument.nodes.count)
        var total = Ratio.zero
        // Children stand after their parent, so walking backwards meets every sum complete.
        for position in instrument.nodes.indices.reversed() {
            let node = instrument.nodes[position]
            if node.kind == .indicator {
                scores[position] = try mean(values[node.questions]) * node.weight
            }
            if let parent = node.parent {
                try scores[parent] += scores[position]
            } else {
                try total += scores[position]
            }
        }
        return ScoredSheet(
            sheet: sheet, reading: reading, values: values, nodeScores: scores,
            questionWeights: table.shares, total: total)
    }

    /// The mean of the values that take part; zero when none does.
    private func mean(_ values: ArraySlice<Ratio?>) throws(Overflow) -> Ratio {
        let counted = values.compactMap { $0 }
        guard let mean = try Ratio.sum(counted) / Ratio(counted.count) else { return .zero }
        return mean
    }
}
