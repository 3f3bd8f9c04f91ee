public import ExactMath
public import Rulebook

/// A filled-in sheet as it was read from a file.
public struct SheetReading: Sendable {
    /// What kind of file it was; recognised by content, never by name.
    public enum Format: String, Sendable {
        /// `kode,jawaban` rows.
        case csv
        case json
        /// The workbook that Zona writes.
        case zonaWorkbook
        /// The ministry's form for 90/2021.
        case ministryForm
        /// PortalRB's answer sheet of 2026.
        case portalRB
    }

    /// The kind of file it turned out to be.
    public let format: Format
    /// The answers; a question the file leaves empty or does not mention is blank.
    public let sheet: ScoringSheet
    /// Notes on what was forgiven or passed over; no errors.
    public let findings: [Finding]
    /// Where each answer was read, as people find it: by question code, or by `code/input`.
    public let locations: [String: String]
    /// What the doctor found; `nil` for files that show no scores of their own.
    public let diagnosis: Diagnosis?
    /// Facts about agency and unit, where the file gives any (JSON only).
    public let facts: [FactID: FactValue]

    /// Everything found, in the order of the file.
    public var allFindings: [Finding] { findings + (diagnosis?.faults.map(\.finding) ?? []) }
}

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
