/// How much a workbook may ask of the machine. Each bound is checked while reading, before the memory is taken.
public struct WorkbookLimits: Hashable, Sendable {
    /// Files inside the archive.
    public var entries = 512
    /// Unpacked bytes of one part.
    public var bytesOfOnePart = 64 << 20
    /// Unpacked bytes of all parts read for one sheet, shared strings included.
    public var bytesOfAllParts = 96 << 20
    /// Unpacked bytes for each packed byte of a part; parts below 1 MiB are never bombs.
    public var compressionRatio = 150
    /// Cells on one sheet, empty ones counted.
    public var cells = 200_000
    /// Characters of one cell, counted as spreadsheet programs do (UTF-16 units).
    public var charactersOfOneCell = 32_767
    /// Texts in the table shared by all sheets.
    public var sharedStrings = 200_000
    /// Sheets in the workbook.
    public var sheets = 64
    /// Elements inside each other.
    public var nesting = 64
    /// Characters of one formula.
    public var charactersOfOneFormula = 8_192
    /// Bytes of all formulas of one sheet, shared ones written out: a short file can ask for gigabytes of them.
    public var bytesOfAllFormulas = 8 << 20
    /// Elements and attributes, together, in one part.
    public var elementsAndAttributes = 3_000_000
    /// Different element and attribute names in one part: the XML parser remembers each.
    public var names = 1_000
    /// Bytes of one tag or comment: the XML parser reads an unfinished one again with every chunk.
    public var bytesOfOneTag = 256 << 10

    /// The bounds used unless told otherwise; far above any scoring sheet.
    public static let standard = WorkbookLimits()

    /// The same bounds as ``standard``, to be changed one by one.
    public init() {}
}
