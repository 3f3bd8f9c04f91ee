import Rulebook

/// Formulas written once and used by many cells. The first cell holds the text; the others name its number.
struct SharedFormulas {
    private struct Source {
        let formula: [UInt8]
        let address: CellAddress
    }

    private var sources: [Int: Source] = [:]
    private var bytes = 0
    private let sheet: String
    private let limits: WorkbookLimits

    init(sheet: String, limits: WorkbookLimits) {
        self.sheet = sheet
        self.limits = limits
    }

    /// Counts a formula that a cell holds by itself. Throws `beyondLimits`.
    mutating func count(_ formula: String, at address: CellAddress) throws(Refusal) {
        bytes += formula.utf8.count
        guard bytes <= limits.bytesOfAllFormulas else {
            throw .beyond(
                "\(sheet)!\(address)", "Rumus pada lembar “\(sheet)” lebih dari \(limits.bytesOfAllFormulas >> 20) MiB.")
        }
    }

    /// Keeps a formula under its number; a later one takes its place, as some programs use a number again.
    mutating func define(_ number: Int, _ formula: String, at address: CellAddress) {
        sources[number] = Source(formula: Array(formula.utf8), address: address)
    }

    /// The formula with this number as it reads at a cell; `nil` when no cell so far has written it.
    mutating func formula(_ number: Int, at address: CellAddress) throws(Refusal) -> String? {
        guard let source = sources[number] else { return nil }
        let shift = FormulaShift(
            rows: address.row - source.address.row, columns: address.column - source.address.column)
        let formula = String(decoding: shift.applied(to: source.formula), as: UTF8.self)
        try count(formula, at: address)
        return formula
    }
}
