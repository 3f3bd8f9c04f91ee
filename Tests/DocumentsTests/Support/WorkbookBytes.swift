@testable import Documents

/// Writes small workbooks with shared texts and cached values, as spreadsheet programs save them.
enum WorkbookBytes {
    typealias Cells = [CellAddress: MinistryFormFixture.FormCell]

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// One sheet of a workbook.
    struct Sheet {
        let name: String
        var cells: Cells
        var isHidden = false
    }

    /// A workbook of one visible sheet after some hidden ones.
    static func file(visible: String, cells: Cells, hidden: [String] = []) -> [UInt8] {
        let filler = [CellAddress(known: 1, 0): MinistryFormFixture.FormCell(value: .number("1"))]
        return file(hidden.map { Sheet(name: $0, cells: filler, isHidden: true) } + [Sheet(name: visible, cells: cells)])
    }

    /// A workbook of these sheets.
    static func file(_ sheets: [Sheet]) -> [UInt8] {
        var texts: [String: Int] = [:]
        var order: [String] = []
        let rows = sheets.map { sheet in
            Self.rows(sheet.cells) { text in
                if let known = texts[text] { return known }
                texts[text] = order.count
                order.append(text)
                return order.count - 1
            }
        }
        let list = sheets.enumerated().map { number, sheet in
            "<sheet name=\"\(escaped(sheet.name))\" sheetId=\"\(number + 1)\"" + (sheet.isHidden ? " state=\"hidden\"" : "")
                + " r:id=\"rId\(number + 1)\"/>"
        }
        let targets = sheets.indices.map {
            "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(links)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
        }
        let shared = order.map { "<si><t xml:space=\"preserve\">\(escaped($0))</t></si>" }
        var entries = [
            TinyArchive.Entry(
                "xl/workbook.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(links)\"><sheets>\(list.joined())</sheets></workbook>"),
            TinyArchive.Entry(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(targets.joined())"
                    + "<Relationship Id=\"rIdT\" Type=\"\(links)/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"),
            TinyArchive.Entry("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(shared.joined())</sst>"),
        ]
        for (number, data) in rows.enumerated() {
            entries.append(
                TinyArchive.Entry(
                    "xl/worksheets/sheet\(number + 1).xml",
                    "<worksheet xmlns=\"\(main)\"><sheetData>\(data)</sheetData></worksheet>"))
        }
        return TinyArchive(entries: entries).bytes
    }

    private static func rows(_ cells: Cells, _ shared: (String) -> Int) -> String {
        var parts: [String] = []
        var row = 0
        for address in cells.keys.sorted() {
            guard let cell = cells[address] else { continue }
            if address.row != row {
                if row > 0 { parts.append("</row>") }
                row = address.row
                parts.append("<row r=\"\(row)\">")
            }
            let formula = cell.formula.map { "<f>\(escaped($0))</f>" } ?? ""
            let (type, value): (String, String) =
                switch cell.value {
                case .empty: ("", "")
                case .text(let text) where cell.formula != nil: (" t=\"str\"", "<v>\(escaped(text))</v>")
                case .text(let text): (" t=\"s\"", "<v>\(shared(text))</v>")
                case .number(let number): ("", "<v>\(number)</v>")
                case .boolean(let value): (" t=\"b\"", "<v>\(value ? 1 : 0)</v>")
                case .error(let code): (" t=\"e\"", "<v>\(code)</v>")
                }
            parts.append("<c r=\"\(address)\"\(type)>\(formula)\(value)</c>")
        }
        if row > 0 { parts.append("</row>") }
        return parts.joined()
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}

/// A workbook that was read and is to be written again with some cells changed.
struct EditableWorkbook {
    var sheets: [WorkbookBytes.Sheet]

    init(_ bytes: [UInt8]) throws {
        let workbook = try Workbook.open(bytes)
        sheets = try workbook.sheetNames.map { name in
            let cells = try workbook.sheet(named: name)?.cells ?? []
            return WorkbookBytes.Sheet(
                name: name,
                cells: Dictionary(
                    cells.map { ($0.address, .init(value: $0.value, formula: $0.formula)) }, uniquingKeysWith: { first, _ in first }))
        }
    }

    /// A cell by sheet and address.
    subscript(sheet: String, cell: String) -> MinistryFormFixture.FormCell? {
        get {
            guard let position = sheets.firstIndex(where: { $0.name == sheet }), let address = CellAddress(cell) else { return nil }
            return sheets[position].cells[address]
        }
        set {
            guard let position = sheets.firstIndex(where: { $0.name == sheet }), let address = CellAddress(cell) else { return }
            sheets[position].cells[address] = newValue
        }
    }

    var bytes: [UInt8] { WorkbookBytes.file(sheets) }
}

/// Rewrites formulas as text.
enum FormulaText {
    /// The formula with every cell it names put elsewhere; texts in quotes stay.
    static func mapping(_ formula: String, _ place: (CellAddress) -> CellAddress) -> String {
        var out = ""
        var word = ""
        var quoted = false
        func flush() {
            out += CellAddress(word).map { place($0).description } ?? word
            word = ""
        }
        for character in formula {
            if character == "\"" { quoted.toggle() }
            if !quoted, character.isASCII, character.isLetter || character.isNumber {
                word.append(character)
            } else {
                flush()
                out.append(character)
            }
        }
        flush()
        return out
    }
}
