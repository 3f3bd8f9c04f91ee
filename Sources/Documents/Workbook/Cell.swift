/// What a cell shows. For a cell with a formula this is the value stored when the file was last saved.
public enum CellValue: Hashable, Sendable {
    /// Nothing stored; such a cell is kept only when it has a formula.
    case empty
    /// Text exactly as stored, blanks at either end included.
    case text(String)
    /// A number as the file writes it, such as `0.67` or `1E-3`: never through a floating-point type.
    case number(String)
    case boolean(Bool)
    /// An error such as `#DIV/0!`.
    case error(String)
}

/// One cell that holds something.
public struct Cell: Hashable, Sendable {
    /// Where it stands on its sheet.
    public let address: CellAddress
    /// What it shows; beside a formula possibly out of date, since nothing is recalculated on reading.
    public let value: CellValue
    /// The formula without its equals sign, as the file stores it; a formula shared between cells is written out
    /// for this cell. An array formula stands on its first cell only.
    public let formula: String?

    /// Puts a cell together; neither value nor formula is checked.
    public init(address: CellAddress, value: CellValue, formula: String? = nil) {
        self.address = address
        self.value = value
        self.formula = formula
    }
}
