public import Rulebook

/// An `.xlsx` workbook in memory. Only the list of sheets is read on opening; a sheet is read when it is asked for.
///
/// The bytes come from strangers: everything is read under `WorkbookLimits`, and whatever is beyond them, damaged
/// or open to two readings is refused.
public struct Workbook: Sendable {
    /// The worksheets as the workbook spells and orders them; charts and macros are no worksheets.
    public var sheetNames: [String] { sheets.map(\.name) }

    private let bytes: [UInt8]
    private let sheets: [(name: String, part: String)]
    private let strings: SharedStrings
    private let limits: WorkbookLimits
    /// Unpacked bytes read on opening.
    private let cost: Int

    /// Whether the bytes start like a zip archive, which every `.xlsx` is.
    public static func looksLikeArchive(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    }

    /// Opens a workbook. O(n) in the bytes of the list of sheets, not of the sheets.
    ///
    /// Throws a refusal: `brokenArchive` for anything that is no intact workbook, `unknownFormat` for an old or
    /// locked one, `beyondLimits` for one that asks too much of the machine.
    public static func open(
        _ bytes: [UInt8], limits: WorkbookLimits = .standard
    ) throws(Refusal) -> Workbook {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .oldContainer }
        guard looksLikeArchive(bytes) else { throw .notAnArchive }
        return try Archive.reading(bytes, limits: limits) { (archive) throws(Refusal) -> Workbook in
            var budget = UnpackBudget(limits: limits)
            let main = try mainPart(of: archive, budget: &budget)
            let list = SheetListReader(part: main, limits: limits)
            try archive.parse(main, budget: &budget, list)
            let links = RelationshipsReader(of: main, limits: limits)
            try archive.parse(RelationshipsReader.path(for: main), budget: &budget, links)

            let parts = Dictionary(links.found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            var sheets: [(name: String, part: String)] = []
            for sheet in list.sheets {
                guard let link = parts[sheet.relationship] else {
                    throw .broken(sheet.name, "Lembar “\(sheet.name)” tidak ada di dalam berkas.")
                }
                if link.kind == "worksheet" { sheets.append((sheet.name, link.target)) }
            }
            let texts = links.found.first { $0.kind == "sharedStrings" }?.target
            return Workbook(
                bytes: bytes, sheets: sheets, strings: SharedStrings(part: texts), limits: limits,
                cost: budget.spent)
        }
    }

    /// The sheet of that name, letter case and blanks around it aside; `nil` when there is none. Each call reads
    /// the sheet anew, in O(n) of its bytes; the shared texts are read once.
    ///
    /// Throws `brokenArchive` or `beyondLimits`.
    public func sheet(named name: String) throws(Refusal) -> Worksheet? {
        let wanted = Self.folded(name)
        guard let (title, part) = sheets.first(where: { Self.folded($0.name) == wanted }) else { return nil }
        return try Archive.reading(bytes, limits: limits) { (archive) throws(Refusal) -> Worksheet in
            var budget = UnpackBudget(limits: limits, spent: cost)
            let texts = try strings.table(from: archive, budget: &budget)
            let reader = WorksheetReader(sheet: title, strings: texts, limits: limits)
            try archive.parse(part, budget: &budget, reader)
            return try reader.finish()
        }
    }

    /// The main part: where the archive's own list of relationships says, or at its usual place.
    private static func mainPart(
        of archive: borrowing Archive, budget: inout UnpackBudget
    ) throws(Refusal) -> String {
        let list = RelationshipsReader.path(for: "")
        if archive.index(of: list) != nil {
            let links = RelationshipsReader(of: "", limits: archive.limits)
            try archive.parse(list, budget: &budget, links)
            if let main = links.found.first(where: { $0.kind == "officeDocument" }) { return main.target }
        }
        return "xl/workbook.xml"
    }

    private static func folded(_ name: String) -> String {
        let start = name.drop(while: \.isWhitespace)
        return start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)].lowercased()
    }
}
