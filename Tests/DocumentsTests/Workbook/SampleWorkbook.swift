import Documents
import Rulebook

/// A workbook of one sheet, “LKE ZI”, whose parts a test can replace.
struct SampleWorkbook {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// What stands inside `sheetData`.
    var rows = ""
    /// What stands inside `sst`.
    var texts = ""
    /// Whole parts that take the place of the usual ones; `nil` leaves a part out.
    var parts: [String: String?] = [:]
    var sheetTarget = "worksheets/sheet1.xml"

    init(rows: String = "", texts: String = "") {
        self.rows = rows
        self.texts = texts
    }

    var entries: [TinyArchive.Entry] {
        let usual: [(String, String)] = [
            (
                "xl/workbook.xml",
                """
                <workbook xmlns="\(Self.main)" xmlns:r="\(Self.links)"><sheets>\
                <sheet name="LKE ZI" sheetId="1" r:id="rId1"/></sheets></workbook>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                <Relationship Id="rId1" Type="\(Self.links)/worksheet" Target="\(sheetTarget)"/>\
                <Relationship Id="rId2" Type="\(Self.links)/sharedStrings" Target="sharedStrings.xml"/>\
                </Relationships>
                """
            ),
            ("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(texts)</sst>"),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(rows)</sheetData></worksheet>"
            ),
        ]
        var entries: [TinyArchive.Entry] = []
        for (name, content) in usual {
            switch parts[name] {
            case .none: entries.append(TinyArchive.Entry(name, content))
            case .some(.none): break
            case .some(.some(let other)): entries.append(TinyArchive.Entry(name, other))
            }
        }
        return entries
    }

    var bytes: [UInt8] { TinyArchive(entries: entries).bytes }

    /// The sheet, read back; an empty one when there is none of that name.
    func sheet(limits: WorkbookLimits = .standard) throws(Refusal) -> Worksheet {
        try Self.sheet(in: bytes, limits: limits)
    }

    static func sheet(in bytes: [UInt8], limits: WorkbookLimits = .standard) throws(Refusal) -> Worksheet {
        try Workbook.open(bytes, limits: limits).sheet(named: "LKE ZI") ?? Worksheet(name: "", cells: [])
    }

    /// The code of the refusal, `nil` when the file is read.
    static func refusal(_ bytes: [UInt8], limits: WorkbookLimits = .standard) -> FindingCode? {
        do throws(Refusal) {
            _ = try sheet(in: bytes, limits: limits)
            return nil
        } catch {
            return error.findings.first?.code
        }
    }

    func refusal(limits: WorkbookLimits = .standard) -> FindingCode? {
        Self.refusal(bytes, limits: limits)
    }
}

extension Worksheet {
    /// The cell at an address written as text.
    func cell(_ address: String) -> Cell? {
        CellAddress(address).flatMap { self[$0] }
    }
}
