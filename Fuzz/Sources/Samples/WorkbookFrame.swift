/// The parts of a workbook around the XML of its sheets.
public struct WorkbookFrame {
    /// The namespace of workbook parts.
    public static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// Name and XML of each sheet.
    public var sheets: [(name: String, xml: [UInt8])]
    /// What takes the place of the usual parts, by the name of the part.
    public var replaced: [String: [UInt8]]

    /// - Parameters:
    ///   - sheets: name and XML of each; names are plain letters.
    ///   - replaced: what takes the place of the usual parts.
    public init(_ sheets: [(name: String, xml: [UInt8])], replaced: [String: [UInt8]] = [:]) {
        self.sheets = sheets
        self.replaced = replaced
    }

    /// A sheet's XML around its rows.
    public static func worksheet(_ rows: String) -> [UInt8] {
        Array("<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>".utf8)
    }

    /// The parts that list the sheets and texts, each as it usually is.
    public var listings: [(name: String, xml: [UInt8])] {
        let listed = sheets.indices.map { "<sheet name=\"\(sheets[$0].name)\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\"/>" }
        let targets = sheets.indices.map {
            "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(Self.links)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
        }
        let strings = "<Relationship Id=\"rId99\" Type=\"\(Self.links)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        let texts: [(String, String)] = [
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.links)\"><sheets>\(listed.joined())</sheets></workbook>"
            ),
            ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"\(package)\">\(targets.joined())\(strings)</Relationships>"),
            ("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\"><si><t>A</t></si><si><r><t>Y</t></r><r><t>a</t></r></si></sst>"),
        ]
        return texts.map { ($0, Array($1.utf8)) }
    }

    /// The workbook, nothing in it packed. O(n).
    public var bytes: [UInt8] {
        var parts = listings
        for (index, sheet) in sheets.enumerated() { parts.append(("xl/worksheets/sheet\(index + 1).xml", sheet.xml)) }
        return ZipArchive(parts.map { ZipArchive.Entry($0.name, replaced[$0.name] ?? $0.xml) }).bytes
    }
}
