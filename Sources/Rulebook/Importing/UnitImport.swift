/// The columns of a table of units.
public enum UnitColumn: ImportColumn {
    case code, name, parent

    /// What it is called.
    public var title: String {
        switch self {
        case .code: "kode"
        case .name: "nama"
        case .parent: "induk"
        }
    }

    /// What else it may be called.
    public var synonyms: Set<String> {
        switch self {
        case .code: ["kode unit", "kode unit kerja", "kode satker", "kode satuan kerja"]
        case .name: ["nama unit", "nama unit kerja", "unit kerja", "nama satker", "nama satuan kerja"]
        case .parent: ["kode induk", "unit induk", "induk unit", "kode unit induk", "atasan"]
        }
    }

    /// Whether the table must have it.
    public var isRequired: Bool { self != .parent }
}

/// A table of units: what it says, and what it would change.
public enum UnitImport {
    /// One row.
    public struct Row: Hashable, Sendable {
        /// Where it stands in the file.
        public let line: Int
        /// In capitals.
        public let code: String
        /// As people read it.
        public let name: String
        /// The code of the unit above, in capitals; empty for none, `nil` where the table has no such column.
        public let parent: String?
    }

    /// A unit that is there already.
    public struct Known: Hashable, Sendable {
        /// Its id.
        public let id: WorkUnitID
        /// In capitals.
        public let code: String
        /// As people read it.
        public let name: String
        /// The code of the unit above.
        public let parent: String?
        /// Whether it was closed.
        public let isClosed: Bool

        /// Puts together what is stored.
        public init(id: WorkUnitID, code: String, name: String, parent: String?, isClosed: Bool) {
            self.id = id
            self.code = code
            self.name = name
            self.parent = parent
            self.isClosed = isClosed
        }
    }

    /// What becomes of one unit.
    public struct Item: ImportItem {
        /// `nil` for a new one.
        public let id: WorkUnitID?
        /// In capitals.
        public let code: String
        /// As people read it.
        public let name: String
        /// The code of the unit above; `nil` for none.
        public let parent: String?

        /// All of it in one line.
        public var wording: String { "\(id?.text ?? "")\t\(code)\t\(name)\t\(parent ?? "")" }
    }

    /// The most levels of units above each other.
    public static let mostLevels = 20

    /// Reads the rows; every problem goes into `findings`, each at its cell. Rows with problems are left out.
    ///
    /// - Complexity: O(rows)
    public static func read(_ table: PlainTable, into findings: inout [Finding]) -> (rows: [Row], heading: ImportHeading<UnitColumn>) {
        let heading = ImportHeading<UnitColumn>(table, into: &findings)
        guard heading.has(.code), heading.has(.name) else { return ([], heading) }
        var rows: [Row] = []
        var lines: [String: Int] = [:]
        for row in table.rows {
            let before = findings.count
            let code = NamedThing.code(heading.text(.code, row, into: &findings), at: heading.place(.code, line: row.line), into: &findings)
            let name = NamedThing.name(heading.text(.name, row, into: &findings), at: heading.place(.name, line: row.line), into: &findings)
            var parent = heading.has(.parent) ? heading.text(.parent, row, into: &findings) : nil
            if let typed = parent, !typed.isEmpty {
                parent = NamedThing.code(typed, at: heading.place(.parent, line: row.line), into: &findings)
            }
            if let earlier = lines[code] {
                findings.append(ImportWords.twice("Kode \(code)", at: heading.place(.code, line: row.line), line: row.line, earlier: earlier))
            } else {
                lines[code] = row.line
            }
            if findings.count == before { rows.append(Row(line: row.line, code: code, name: name, parent: parent)) }
        }
        return (rows, heading)
    }

    /// Compares the rows with the units there are; every problem goes into `findings`, each at its cell.
    ///
    /// - Parameters:
    ///   - rows: as ``read(_:into:)`` gave them.
    ///   - known: by code: every unit that the rows name, and all units above those.
    /// - Returns: units above before units below.
    /// - Complexity: O(rows · levels)
    public static func plan(
        _ rows: [Row], heading: ImportHeading<UnitColumn>, known: [String: Known], into findings: inout [Finding]
    ) -> ImportPlan<Item> {
        let given = Dictionary(rows.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        func above(_ code: String) -> String? {
            let parent = given[code]?.parent ?? known[code]?.parent
            return parent?.isEmpty == true ? nil : parent
        }
        var placed: [(depth: Int, entry: ImportPlan<Item>.Entry)] = []
        for row in rows {
            let place = heading.place(.parent, line: row.line)
            if known[row.code]?.isClosed == true {
                findings.append(
                    .error(
                        .importTargetClosed, at: heading.place(.code, line: row.line),
                        "Unit \(row.code) sudah ditutup, jadi tidak diubah lewat impor. Hapus barisnya, atau pakai kode lain untuk unit baru."))
                continue
            }
            if let parent = row.parent, !parent.isEmpty {
                guard given[parent] != nil || known[parent] != nil else {
                    findings.append(
                        .error(
                            .importReferenceUnknown, at: place,
                            "Unit induk \(parent) tidak ada di berkas ini maupun di instansi. Tambahkan barisnya, atau perbaiki kodenya."))
                    continue
                }
                if given[parent] == nil, known[parent]?.isClosed == true, known[row.code]?.parent != parent {
                    findings.append(
                        .error(.importTargetClosed, at: place, "Unit induk \(parent) sudah ditutup. Pilih unit induk yang masih berjalan."))
                    continue
                }
            }
            var way = [row.code]
            while way.count <= mostLevels, let next = above(way[way.count - 1]), next != row.code, !way.dropFirst().contains(next) { way.append(next) }
            if way.count > mostLevels || above(way[way.count - 1]) != nil {
                // A circle further up is told at the rows that are part of it.
                let isOwn = above(way[way.count - 1]) == row.code
                let message =
                    isOwn
                    ? "Unit induk berputar: \((way + [row.code]).prefix(8).joined(separator: " → ")). Putuskan lingkarannya di salah satu baris."
                    : "Unit ini berada di bawah lingkaran unit induk atau lebih dari \(mostLevels) tingkat. Perbaiki unit induk di atasnya."
                findings.append(.error(.misplacedUnit, at: place, message))
                continue
            }
            placed.append((way.count, entry(row, known[row.code], above(row.code))))
        }
        let order = placed.indices.sorted { (placed[$0].depth, $0) < (placed[$1].depth, $1) }
        return ImportPlan(order.map { placed[$0].entry })
    }

    private static func entry(_ row: Row, _ kept: Known?, _ parent: String?) -> ImportPlan<Item>.Entry {
        let item = Item(id: kept?.id, code: row.code, name: row.name, parent: parent)
        guard let kept else { return .init(line: row.line, item: item, verdict: .new, name: row.name) }
        var changes: [ImportChange] = []
        if kept.name != row.name { changes.append(ImportChange("nama", from: kept.name, to: row.name)) }
        if kept.parent != parent { changes.append(ImportChange("unit induk", from: kept.parent ?? "", to: parent ?? "")) }
        return .init(line: row.line, item: item, verdict: changes.isEmpty ? .unchanged : .changed(changes), name: row.name)
    }
}
