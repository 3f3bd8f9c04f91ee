import Crypto
import Relational
import Rulebook

/// What a file would do to what there is now.
struct ImportWork: Sendable {
    enum Plan: Sendable {
        case agencies(ImportPlan<AgencyImport.Item>)
        /// With the ids of the units there are, by code.
        case units(ImportPlan<UnitImport.Item>, ids: [String: WorkUnitID])
        case people(ImportPlan<PersonImport.Item>)
    }

    /// One row of the preview.
    struct Row: Sendable {
        let line: Int
        let name: String
        /// Empty for what is new.
        let changes: [ImportChange]
        let isNew: Bool
    }

    let plan: Plan
    let findings: [Finding]

    /// Compares; everything it reads is of one state.
    ///
    /// - Throws: `RelationalError`.
    /// - Complexity: O(rows)
    init(_ reading: ImportReading, in agency: AgencyID, by caller: Caller, in session: any ReadSession) throws {
        var findings = reading.findings
        switch reading.rows {
        case .agencies(let rows):
            let known = try ImportSurroundings.agencies(Set(rows.map(\.code)), in: session)
            plan = .agencies(AgencyImport.plan(rows, known: known))
        case .units(let rows, let heading):
            let codes = Set(rows.map(\.code)).union(rows.compactMap(\.parent))
            let known = try ImportSurroundings.units(codes, of: agency, withAbove: true, in: session)
            plan = .units(UnitImport.plan(rows, heading: heading, known: known, into: &findings), ids: known.mapValues(\.id))
        case .people(let rows, let heading):
            let among = PersonImport.Surroundings(
                agency: agency,
                units: try ImportSurroundings.units(Set(rows.compactMap { $0.wish?.unit }), of: agency, withAbove: false, in: session),
                people: try ImportSurroundings.people(rows, in: session), caller: caller)
            plan = .people(PersonImport.plan(rows, heading: heading, among: among, into: &findings))
        }
        self.findings = findings
    }

    /// Whether nothing stands in the way.
    var isSound: Bool { findings.allSatisfy { $0.severity != .error } }

    /// How many things are new, change, and stay.
    var counts: (new: Int, changed: Int, unchanged: Int) {
        switch plan {
        case .agencies(let plan): (plan.newCount, plan.changedCount, plan.unchangedCount)
        case .units(let plan, _): (plan.newCount, plan.changedCount, plan.unchangedCount)
        case .people(let plan): (plan.newCount, plan.changedCount, plan.unchangedCount)
        }
    }

    /// The rows that do something, in the order of the file.
    var rows: [Row] {
        switch plan {
        case .agencies(let plan): Self.rows(plan)
        case .units(let plan, _): Self.rows(plan)
        case .people(let plan): Self.rows(plan)
        }
    }

    /// A digest by which two plans are compared, as hex.
    ///
    /// - Complexity: O(rows)
    var digest: String {
        var hash = SHA256()
        switch plan {
        case .agencies(let plan): plan.describe { hash.update(data: Array($0.utf8)) }
        case .units(let plan, _): plan.describe { hash.update(data: Array($0.utf8)) }
        case .people(let plan): plan.describe { hash.update(data: Array($0.utf8)) }
        }
        return HexText.text(hash.finalize())
    }

    private static func rows<Item>(_ plan: ImportPlan<Item>) -> [Row] {
        plan.entries.compactMap { entry in
            switch entry.verdict {
            case .new: Row(line: entry.line, name: entry.name, changes: [], isNew: true)
            case .changed(let changes): Row(line: entry.line, name: entry.name, changes: changes, isNew: false)
            case .unchanged: nil
            }
        }.sorted { $0.line < $1.line }
    }
}
