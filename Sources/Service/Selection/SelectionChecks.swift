import ExactMath
import Relational
import Rulebook

/// What a move may ask of the selection, found out in the transaction of the move.
enum SelectionChecks {
    /// Whether the working group scored the unit against every criterion, and minuted it.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(criteria + members)
    static func results(
        for candidacy: CandidacyStore.Kept, under rules: ProgrammeRules, on day: Day, in session: any ReadSession
    ) throws -> [Check: CheckResult] {
        let sheet = try SelectionStore.sheet(of: candidacy, in: session)
        let meeting = try SelectionStore.meeting(about: candidacy, in: session)
        let group = try WorkingGroupStore.find(of: candidacy.agency, in: candidacy.year, in: session)
        let criteria = rules.parts.criteria
        let review = SelectionReview(of: sheet, by: criteria, on: .standard, group: group?.group, metOn: meeting?.metOn, day: day)
        return [.selectionMinuted: minuted(review, sheet, by: criteria, metOn: meeting?.metOn)]
    }

    static func minuted(
        _ review: SelectionReview, _ sheet: SelectionSheet, by criteria: [SelectionCriterion], metOn: Day?
    ) -> CheckResult {
        let scored = criteria.count - sheet.missing(of: criteria, on: .standard).count
        let counted = "\(scored) dari \(criteria.count) kriteria sudah dinilai kelompok kerja"
        guard review.isComplete, let metOn, let mean = sheet.mean(of: criteria, on: .standard) else {
            return CheckResult(isMet: false, statement: "\(counted).", wayOut: review.gaps.map(\.message).joined(separator: " "))
        }
        return CheckResult(
            isMet: true,
            statement: "\(counted) pada rapat \(metOn.journalText); rata-rata \(Self.text(mean)) dari \(SelectionScale.standard.levels.last?.score ?? 0).")
    }

    /// A mean for people: two decimals.
    static func text(_ mean: Ratio) -> String { Figures(places: 2).plain(mean) }
}
