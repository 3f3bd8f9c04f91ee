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
}
