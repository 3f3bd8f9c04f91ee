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
