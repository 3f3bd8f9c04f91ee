import ExactMath

/// The prerequisites of agency and unit before a nomination, judged as conditions of the same kind as those
/// of the sheet.
///
/// Clause: PermenPANRB 52/2014 Bab III.A; PermenPANRB 90/2021 Lampiran II Bab II Tabel 5, since 2024
/// PermenPANRB 5/2024 Lampiran II Bab II.A.
public enum Eligibility {
    /// Judges every prerequisite of a designation. A fact that is not known does not meet its condition.
    ///
    /// - Complexity: O(prerequisites)
    public static func judge(
        _ facts: [FactID: FactValue], against instrument: Instrument, for designation: Designation
    ) -> Verdict {
        let outcomes = instrument.prerequisites(for: designation).compactMap { condition -> Outcome? in
            guard case .fact(let id) = condition.measure else { return nil }
            guard let exception = condition.exception else {
                return Outcome(condition, measured: facts[id]?.measure, minimum: condition.minimum)
            }
            // Which minimum applies is itself a fact. While it is not known, nothing is met.
            guard let decisive = facts[exception.fact]?.measure else {
                return Outcome(condition, measured: nil, minimum: condition.minimum)
            }
            let minimum = decisive == exception.value ? exception.minimum : condition.minimum
            return Outcome(condition, measured: facts[id]?.measure, minimum: minimum)
        }
        return Verdict(designation: designation, outcomes: outcomes)
    }
}
