import Samples

/// Puts the XML of one part into an intact workbook, so that the checks on the archive do not hide the readers behind
/// them.
enum PartInput {
    /// Which part an input takes the place of, by its first letter.
    enum Place: UInt8, CaseIterable {
        /// The ministry's form.
        case form = 0x46  // F
        /// PortalRB's sheet.
        case portal = 0x50  // P
        /// The score sheet of Zona's own workbook.
        case own = 0x5A  // Z
        /// The table of shared texts.
        case texts = 0x54  // T
        /// The list of sheets.
        case list = 0x4C  // L
        /// The links between parts.
        case links = 0x52  // R
    }

    /// The sheet that marks a workbook as Zona's.
    static let stamp = WorkbookFrame.worksheet(
        """
        <row r="1"><c r="A1" t="inlineStr"><is><t>zona-lke</t></is></c><c r="B1"><v>1</v></c></row>\
        <row r="2"><c r="B2" t="inlineStr"><is><t>permenpanrb-90-2021</t></is></c></row>\
        <row r="3"><c r="B3"><v>1</v></c></row>
        """)

    static func workbook(_ bytes: [UInt8]) -> [UInt8] {
        let xml = Array(bytes.dropFirst())
        switch bytes.first.flatMap(Place.init) ?? .form {
        case .form: return WorkbookFrame([("LKE ZI", xml)]).bytes
        case .portal: return WorkbookFrame([("Jawaban", xml)]).bytes
        case .own: return WorkbookFrame([("Zona", stamp), ("LKE", xml)]).bytes
        case .texts: return around("xl/sharedStrings.xml", xml)
        case .list: return around("xl/workbook.xml", xml)
        case .links: return around("xl/_rels/workbook.xml.rels", xml)
        }
    }

    private static func around(_ part: String, _ xml: [UInt8]) -> [UInt8] {
        let rows = "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>1</v></c><c r=\"K6\" t=\"s\"><v>0</v></c></row>"
        return WorkbookFrame([("LKE ZI", WorkbookFrame.worksheet(rows))], replaced: [part: xml]).bytes
    }
}
