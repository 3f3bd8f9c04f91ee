import Rulebook

/// A relationship of one part to another, as the archive lists them.
struct PartRelationship {
    let id: String
    /// The last word of the type, such as `worksheet`: the rest differs between the two editions of the format.
    let kind: String
    /// The part it leads to, from the root of the archive, without a leading slash.
    let target: String
}

/// Reads a list of relationships.
final class RelationshipsReader: XMLHandler {
    private(set) var found: [PartRelationship] = []
    /// The folder that relative targets start from.
    private let folder: [Substring]
    private let part: String
    private let limits: WorkbookLimits

    init(of part: String, limits: WorkbookLimits) {
        folder = part.split(separator: "/").dropLast()
        self.part = part
        self.limits = limits
    }

    /// Where the relationships of a part are listed.
    static func path(for part: String) -> String {
        let pieces = part.split(separator: "/")
        return (pieces.dropLast() + ["_rels", (pieces.last ?? "") + ".rels"]).joined(separator: "/")
    }

    var isDone: Bool { false }

    func start(_ name: XMLText, _ attributes: XMLAttributes, depth: Int) throws(Refusal) {
        guard depth == 2, name.equals("Relationship"), attributes.value(of: "TargetMode")?.equals("External") != true,
            let id = attributes.value(of: "Id"), let type = attributes.value(of: "Type"),
            let target = attributes.value(of: "Target")
        else { return }
        guard found.count < limits.entries else {
            throw .beyond(part, "Buku kerja memuat lebih dari \(limits.entries) hubungan antarbagian.")
        }
        let kind = type.string.split(separator: "/").last.map(String.init) ?? ""
        found.append(PartRelationship(id: id.string, kind: kind, target: resolve(target.string)))
    }

    func end(_ name: XMLText, depth: Int) throws(Refusal) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) {}

    /// `/xl/a.xml`, `a.xml`, `../xl/a.xml` and `./a.xml` all occur.
    private func resolve(_ target: String) -> String {
        var path = target.utf8.first == UInt8(ascii: "/") ? [] : folder
        for piece in target.split(separator: "/") where piece != "." {
            if piece == ".." { _ = path.popLast() } else { path.append(piece) }
        }
        return path.joined(separator: "/")
    }
}

/// Reads the list of sheets from the workbook's main part.
final class SheetListReader: XMLHandler {
    private(set) var sheets: [(name: String, relationship: String)] = []
    private let part: String
    private let limits: WorkbookLimits
    private var isInSheets = false

    init(part: String, limits: WorkbookLimits) {
        self.part = part
        self.limits = limits
    }

    private(set) var isDone = false

    func start(_ name: XMLText, _ attributes: XMLAttributes, depth: Int) throws(Refusal) {
        if depth == 1, !name.equals("workbook") { throw .notAnArchive }
        if depth == 2, name.equals("sheets") { isInSheets = true }
        guard depth == 3, isInSheets, name.equals("sheet") else { return }
        guard sheets.count < limits.sheets else {
            throw .beyond(part, "Buku kerja memuat lebih dari \(limits.sheets) lembar.")
        }
        guard let title = attributes.value(of: "name"), let id = attributes.value(ofLocal: "id") else {
            throw .broken(part, "Satu lembar tidak bernama.")
        }
        sheets.append((title.string, id.string))
    }

    func end(_ name: XMLText, depth: Int) throws(Refusal) {
        if depth == 2, isInSheets { isDone = true }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) {}
}
