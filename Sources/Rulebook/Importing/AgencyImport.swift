/// The columns of a table of agencies.
public enum AgencyColumn: ImportColumn {
    case code, name, zone

    /// What it is called.
    public var title: String {
        switch self {
        case .code: "kode"
        case .name: "nama"
        case .zone: "zona"
        }
    }

    /// What else it may be called.
    public var synonyms: Set<String> {
        switch self {
        case .code: ["kode instansi"]
        case .name: ["nama instansi", "instansi"]
        case .zone: ["zona waktu", "waktu"]
        }
    }

    /// Whether the table must have it.
    public var isRequired: Bool { self != .zone }
}

/// A table of agencies: what it says, and what it would change.
public enum AgencyImport {
    /// One row.
    public struct Row: Hashable, Sendable {
        /// Where it stands in the file.
        public let line: Int
        /// In capitals.
        public let code: String
        /// As people read it.
        public let name: String
        /// Minutes ahead of UTC; `nil` where the row does not say.
        public let offsetMinutes: Int?
    }

    /// An agency that is there already.
    public struct Known: Hashable, Sendable {
        /// Its id.
        public let id: AgencyID
        /// As people read it.
        public let name: String
        /// Minutes ahead of UTC.
        public let offsetMinutes: Int

        /// Puts together what is stored.
        public init(id: AgencyID, name: String, offsetMinutes: Int) {
            self.id = id
            self.name = name
            self.offsetMinutes = offsetMinutes
        }
    }

    /// What becomes of one agency.
    public struct Item: ImportItem {
        /// `nil` for a new one.
        public let id: AgencyID?
        /// In capitals.
        public let code: String
        /// As people read it.
        public let name: String
        /// Minutes ahead of UTC.
        public let offsetMinutes: Int

        /// All of it in one line.
        public var wording: String { "\(id?.text ?? "")\t\(code)\t\(name)\t\(offsetMinutes)" }
    }

    /// Reads the rows; every problem goes into `findings`, each at its cell. Rows with problems are left out.
    ///
    /// - Complexity: O(rows)
    public static func read(_ table: PlainTable, into findings: inout [Finding]) -> [Row] {
        let heading = ImportHeading<AgencyColumn>(table, into: &findings)
        guard heading.has(.code), heading.has(.name) else { return [] }
        var rows: [Row] = []
        var lines: [String: Int] = [:]
        for row in table.rows {
            let before = findings.count
            let code = NamedThing.code(heading.text(.code, row, into: &findings), at: heading.place(.code, line: row.line), into: &findings)
            let name = NamedThing.name(heading.text(.name, row, into: &findings), at: heading.place(.name, line: row.line), into: &findings)
            let typed = heading.text(.zone, row, into: &findings).lowercased()
            let zone = IndonesianZone(rawValue: typed)
            if !typed.isEmpty, zone == nil {
                findings.append(.error(.malformedName, at: heading.place(.zone, line: row.line), "Isi zona waktu dengan WIB, WITA, atau WIT."))
            }
            if let earlier = lines[code] {
                findings.append(ImportWords.twice("Kode \(code)", at: heading.place(.code, line: row.line), line: row.line, earlier: earlier))
            } else {
                lines[code] = row.line
            }
            if findings.count == before { rows.append(Row(line: row.line, code: code, name: name, offsetMinutes: zone?.offsetMinutes)) }
        }
        return rows
    }

    /// Compares the rows with the agencies there are.
    ///
    /// - Parameter known: by code: every agency that the rows name.
    /// - Complexity: O(rows)
    public static func plan(_ rows: [Row], known: [String: Known]) -> ImportPlan<Item> {
        ImportPlan(
            rows.map { row in
                let kept = known[row.code]
                let offset = row.offsetMinutes ?? kept?.offsetMinutes ?? IndonesianZone.wib.offsetMinutes
                let item = Item(id: kept?.id, code: row.code, name: row.name, offsetMinutes: offset)
                guard let kept else { return .init(line: row.line, item: item, verdict: .new, name: row.name) }
                var changes: [ImportChange] = []
                if kept.name != row.name { changes.append(ImportChange("nama", from: kept.name, to: row.name)) }
                if kept.offsetMinutes != offset { changes.append(ImportChange("zona waktu", from: zone(kept.offsetMinutes), to: zone(offset))) }
                return .init(line: row.line, item: item, verdict: changes.isEmpty ? .unchanged : .changed(changes), name: row.name)
            })
    }

    private static func zone(_ minutes: Int) -> String {
        IndonesianZone.allCases.first { $0.offsetMinutes == minutes }?.rawValue.uppercased() ?? "lain"
    }
}
