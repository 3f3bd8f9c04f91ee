public import ExactMath
public import Rulebook

/// How a workbook's own numbers compare with the exact ones.
public struct Diagnosis: Sendable {
    /// One thing that is wrong in the workbook.
    public struct Fault: Sendable {
        /// Code, cell and explanation.
        public let finding: Finding
        /// What mending it changes in the total, in points; the effects of all faults add up to the difference
        /// between `displayed` and the exact score with blanks counting 0. `nil` when it cannot be told.
        public let effect: Ratio?
    }

    /// The total the workbook shows, as it is stored in the file; `nil` when there is none.
    public let displayed: Ratio?
    /// The cell that shows it.
    public let displayedCell: String
    /// In the order in which they were mended; last, what skipping blanks does where the workbook does that.
    public let faults: [Fault]
}
